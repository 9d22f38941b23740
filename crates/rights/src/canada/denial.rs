//! Refused boarding: against the will of a passenger who presented in time, for
//! want of a seat (s1(3)).

use crate::facts::Cause;
use crate::finding::Finding as Shared;
use crate::finding::canada::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::reasoning::{NothingOwed, Reasoning};

use super::rule;

/// Notes whether the passenger was refused in the sense of the law.
pub fn refused(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    let facts = journey.facts;
    if facts.denied_voluntarily {
        return notes.fails(rule::VOLUNTEERS, Shared::Volunteered);
    }
    if let Some(ground) = facts.refusal_grounds {
        return notes.fails(rule::REFUSAL_GROUNDS, Shared::RefusedWithGround { ground });
    }
    if !facts.checked_in_on_time {
        return notes.fails(rule::CHECK_IN, Shared::NotCheckedIn);
    }
    oversold(journey, notes)
}

/// Notes whether there were more passengers than seats. A carrier that names
/// overbooking as the cause says as much against itself.
fn oversold(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    let named = (journey.facts.cause == Some(Cause::Overbooking)).then_some(true);
    match journey.facts.oversold.or(named) {
        Some(true) => notes.met(rule::DENIED_BOARDING, Finding::Oversold),
        Some(false) => return notes.fails(rule::DENIED_BOARDING, Finding::NotOversold),
        None => {
            let finding = Finding::OversoldUnknown;
            notes.open(rule::DENIED_BOARDING, finding, MissingFact::Oversold);
        }
    }
    Ok(())
}
