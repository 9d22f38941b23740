//! Damage by delay of passengers (Art 19).

use crate::case::{Disruption, LegStatus};
use crate::finding::Finding as Shared;
use crate::finding::montreal::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::passenger::RefusalRules;
use crate::reasoning::{NothingOwed, Reasoning};

use super::{measures, rule};

/// Who agreed to stay, gave a ground or did not come was not made late.
const REFUSAL: RefusalRules = RefusalRules {
    check_in: rule::REFUSAL,
    grounds: rule::REFUSAL,
    volunteers: rule::REFUSAL,
    unless_told: true,
};

/// Notes whether the passenger came late and whether the airline is excused.
pub fn late(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    if journey.undisturbed {
        return notes.fails(rule::DELAY, Shared::ArrivedOnTime);
    }
    match journey.disruption {
        Disruption::Cancellation => notes.met(rule::LATE_IN_THE_END, Shared::Cancelled),
        Disruption::DeniedBoarding => {
            REFUSAL.against_the_will(journey, notes)?;
            notes.met(rule::LATE_IN_THE_END, Shared::BoardingDenied);
        }
        _ => took_part(journey, notes)?,
    }
    arrived(journey, notes)?;
    measures::defence(journey, notes)
}

/// A delay is that of a passenger who came and flew.
fn took_part(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    let facts = journey.facts;
    let first = journey.legs.first().map(|leg| leg.status);
    if first == Some(LegStatus::Missed) {
        return notes.fails(rule::ONE_CARRIAGE, Shared::OwnConnection);
    }
    if !facts.checked_in_on_time {
        return notes.fails(rule::DELAY, Shared::NotCheckedIn);
    }
    if !facts.travelled {
        return notes.fails(rule::DELAY, Shared::NotTravelled);
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
            notes.arrival_unknown(rule::DELAY, Shared::ArrivalUnknown, journey);
        }
        Some(..=0) => return notes.fails(rule::DELAY, Shared::ArrivedOnTime),
        Some(minutes) if not_flown => {
            notes.met(rule::LATE_IN_THE_END, Finding::LateInTheEnd { minutes });
        }
        Some(minutes) => notes.met(rule::DELAY, Finding::Late { minutes }),
    }
    Ok(())
}
