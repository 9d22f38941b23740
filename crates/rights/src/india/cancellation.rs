//! Cancellations and missed connections: notice, alternative, cause, sum.

use crate::assessment::Compensation;
use crate::case::LegStatus;
use crate::finding::Finding as Shared;
use crate::finding::india::Finding;
use crate::journey::{Journey, place};
use crate::missing_fact::MissingFact;
use crate::notice::IN_TIME;
use crate::reasoning::{NothingOwed, Reasoning};

use super::{cause, rule, sum};

/// A cancellation gives a sum only where the passenger was told less than a day
/// before.
pub fn cancelled(
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<Option<Compensation>, NothingOwed> {
    notes.met(rule::CANCELLATION, Shared::Cancelled);
    match journey.facts.notice_days {
        None => {
            let finding = Shared::NoticeUnknown;
            notes.open(rule::CANCELLATION, finding, MissingFact::NoticeDays);
        }
        Some(0) => notes.met(rule::CANCELLATION, Finding::ToldTooLate),
        Some(days @ 1..IN_TIME) => {
            notes.fails(rule::CANCELLATION, Finding::ToldADayBefore { days })?;
        }
        Some(days) => notes.fails(rule::CANCELLATION, Shared::ToldInTime { days })?,
    }
    due(journey, journey.replaced(), notes)
}

/// A missed connection on the same ticket gives the same, whenever the
/// passenger was told.
pub fn missed(
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<Option<Compensation>, NothingOwed> {
    let first = journey.legs.first().map(|leg| leg.status);
    if journey.legs.len() < 2 || first == Some(LegStatus::Missed) {
        notes.fails(rule::ONE_TICKET, Shared::OwnConnection)?;
    }
    if !journey.facts.checked_in_on_time {
        notes.fails(rule::MISSED_CONNECTION, Shared::NotCheckedIn)?;
    }
    notes.met(rule::MISSED_CONNECTION, Finding::MissedConnection);
    // Without a word on it, the flight after the late one was missed.
    let next = (journey.disrupted + 1).min(journey.legs.len() - 1);
    let index = journey.first_with(LegStatus::Missed).unwrap_or(next);
    due(journey, index, notes)
}

/// The alternative, the cause and the sum of the flight at `index`.
fn due(
    journey: &Journey<'_>,
    index: usize,
    notes: &mut Reasoning,
) -> Result<Option<Compensation>, NothingOwed> {
    let taken = journey.offer().is_some_and(|o| o.accepted == Some(true));
    if !journey.facts.contact_given {
        notes.fails(rule::CONTACT, Finding::NoContactGiven)?;
    }
    if taken {
        notes.fails(rule::ALTERNATIVE_TAKEN, Finding::AlternativeTaken)?;
    }
    match journey.flew_on_from() {
        Some(airport) => notes.open(
            rule::ALTERNATIVE_TAKEN,
            Shared::FlewOn {
                airport: place(airport),
            },
            MissingFact::Reroute,
        ),
        None => notes.met(rule::ALTERNATIVE_TAKEN, Finding::AlternativeNotTaken),
    }
    cause::defence(journey, notes)?;
    Ok(sum::flat(journey, index, notes))
}
