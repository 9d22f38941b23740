//! Extraordinary circumstances, which excuse the sum for a cancellation or a
//! missed connection, never that for a refused boarding.

use crate::circumstances::Defence;
use crate::facts::Cause;
use crate::finding::india::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::reasoning::{NothingOwed, Reasoning};

use super::rule;

/// The defence. The text names force majeure and whatever lies beyond the
/// airline's control, air traffic control, the weather and security among it.
const DEFENCE: Defence = Defence {
    rule: rule::EXTRAORDINARY,
    excuses: Cause::is_extraordinary,
    part: None,
};

/// Notes whether the carrier is excused. Strikes stand in the text; whether it
/// means those of the airline's own staff, a person has to say, unless the
/// airline could have avoided the result anyway.
pub fn defence(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    let facts = journey.facts;
    let own_strike = facts.cause == Some(Cause::OwnStaffStrike) && facts.cause_proven;
    if own_strike && facts.measures_proven != Some(false) {
        let finding = Finding::OwnStrikeOpen;
        notes.open(rule::OWN_STRIKE, finding, MissingFact::UnconfirmedRule);
        return Ok(());
    }
    DEFENCE.apply(journey, false, notes)
}
