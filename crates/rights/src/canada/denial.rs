//! Refused boarding: against the will of a passenger who presented in time, for
//! want of a seat (s1(3)).

use crate::finding::canada::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::passenger::{RefusalRules, oversold};
use crate::reasoning::{NothingOwed, Reasoning};

use super::rule;

/// What is asked of the passenger.
const REFUSAL: RefusalRules = RefusalRules {
    check_in: rule::CHECK_IN,
    grounds: rule::REFUSAL_GROUNDS,
    volunteers: rule::VOLUNTEERS,
    unless_told: false,
};

/// Notes whether the passenger was refused in the sense of the law: there were more
/// passengers than seats.
pub fn refused(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    REFUSAL.against_the_will(journey, notes)?;
    match oversold(journey) {
        Some(true) => notes.met(rule::DENIED_BOARDING, Finding::Oversold),
        Some(false) => return notes.fails(rule::DENIED_BOARDING, Finding::NotOversold),
        None => {
            let finding = Finding::OversoldUnknown;
            notes.open(rule::DENIED_BOARDING, finding, MissingFact::Oversold);
        }
    }
    Ok(())
}
