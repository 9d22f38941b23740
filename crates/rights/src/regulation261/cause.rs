//! Extraordinary circumstances (Art 5(3)): what an airline states is a claim,
//! and only what is shown excuses it.

use crate::facts::Cause;
use crate::finding::{Change, Finding};
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::rule::Rule;

use super::delay::THRESHOLD;
use super::event::Event;
use super::reasoning::{NothingOwed, Reasoning};

/// Notes whether the carrier is excused.
pub fn defence(
    event: Event,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    // Art 4 knows no such defence (C-22/11 Lassooy).
    if event == Event::DeniedBoarding {
        notes.met(Rule::DeniedBoarding, Finding::NoExcuseForDenial);
        return Ok(());
    }
    let facts = journey.facts;
    let Some(cause) = facts
        .cause
        .filter(|cause| facts.cause_proven && *cause != Cause::Unknown)
    else {
        notes.met(Rule::Extraordinary, Finding::CauseNotProven);
        notes.changes.push(Change::CauseProven);
        return Ok(());
    };
    if !cause.is_extraordinary() {
        notes.met(Rule::Extraordinary, Finding::CauseOwnRisk { cause });
        return Ok(());
    }
    if let Some(remaining) = rest(journey).filter(|rest| *rest >= THRESHOLD) {
        notes.met(Rule::MixedCauses, Finding::RestIsLongEnough { remaining });
        return Ok(());
    }
    match facts.measures_proven {
        Some(true) if delay_still_open(journey) => {}
        Some(true) => return notes.fails(Rule::Extraordinary, Finding::CauseExcuses { cause }),
        Some(false) => notes.met(Rule::Extraordinary, Finding::MeasuresNotTaken { cause }),
        None => {
            let finding = Finding::MeasuresOpen { cause };
            notes.open(Rule::Extraordinary, finding, MissingFact::MeasuresProven);
            notes.changes.push(Change::MeasuresProven);
        }
    }
    Ok(())
}

/// Minutes of the delay that are not extraordinary (C-315/15 Pešková).
fn rest(journey: &Journey<'_>) -> Option<i64> {
    let facts = journey.facts;
    let deducted = facts.extraordinary_minutes.and_then(|minutes| {
        journey
            .arrival_delay()
            .map(|delay| delay - i64::from(minutes))
    });
    match facts.extraordinary_minutes {
        Some(_) => deducted,
        None => facts.carrier_minutes.map(i64::from),
    }
}

/// With a part of the delay excused and the whole of it unknown, what remains
/// cannot be told yet.
fn delay_still_open(journey: &Journey<'_>) -> bool {
    journey.facts.extraordinary_minutes.is_some()
        && journey.arrival_delay().is_none()
        && super::event::of(journey).is_delay()
}
