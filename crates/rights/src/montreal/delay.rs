//! Damage by delay of passengers (Art 19).

use crate::case::{Disruption, LegStatus};
use crate::finding::Finding as Found;
use crate::finding::montreal::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::reasoning::{NothingOwed, Reasoning};

use super::{measures, rule};

/// Notes whether the passenger came late and whether the airline is excused.
pub fn late(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    if journey.undisturbed {
        return notes.fails(rule::DELAY, Found::ArrivedOnTime);
    }
    match journey.disruption {
        Disruption::Cancellation => notes.met(rule::LATE_IN_THE_END, Found::Cancelled),
        Disruption::DeniedBoarding => refused(journey, notes)?,
        _ => took_part(journey, notes)?,
    }
    arrived(journey, notes)?;
    measures::defence(journey, notes)
}

/// Who agreed to stay, gave a ground or did not come was not made late.
fn refused(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    let facts = journey.facts;
    if facts.denied_voluntarily {
        return notes.fails(rule::REFUSAL, Found::Volunteered);
    }
    if let Some(ground) = facts.refusal_grounds {
        return notes.fails(rule::REFUSAL, Found::RefusedWithGround { ground });
    }
    if !facts.checked_in_on_time && facts.notice_days.is_none() {
        return notes.fails(rule::REFUSAL, Found::NotCheckedIn);
    }
    notes.met(rule::LATE_IN_THE_END, Found::BoardingDenied);
    Ok(())
}

/// A delay is that of a passenger who came and flew.
fn took_part(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    let facts = journey.facts;
    let first = journey.legs.first().map(|leg| leg.status);
    if first == Some(LegStatus::Missed) {
        return notes.fails(rule::ONE_CARRIAGE, Found::OwnConnection);
    }
    if !facts.checked_in_on_time {
        return notes.fails(rule::DELAY, Found::NotCheckedIn);
    }
    if !facts.travelled {
        return notes.fails(rule::DELAY, Found::NotTravelled);
    }
    Ok(())
}

/// Notes the arrival. Where the airline did not carry the passenger at all,
/// courts differ on whether the Convention speaks of it.
fn arrived(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    let facts = journey.facts;
    let not_flown = matches!(
        journey.disruption,
        Disruption::Cancellation | Disruption::DeniedBoarding
    );
    let minutes = journey.arrival_delay();
    if facts.refund_chosen || !facts.travelled || (not_flown && minutes.is_none()) {
        let finding = Finding::NotPerformed;
        notes.open(rule::NOT_PERFORMED, finding, MissingFact::UnconfirmedRule);
        return Ok(());
    }
    match minutes {
        None => {
            notes.arrival_unknown(rule::DELAY, Found::ArrivalUnknown, journey);
        }
        Some(..=0) => return notes.fails(rule::DELAY, Found::ArrivedOnTime),
        Some(minutes) if not_flown => {
            notes.met(rule::LATE_IN_THE_END, Finding::LateInTheEnd { minutes });
        }
        Some(minutes) => notes.met(rule::DELAY, Finding::Late { minutes }),
    }
    Ok(())
}
