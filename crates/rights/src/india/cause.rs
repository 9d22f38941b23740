//! Extraordinary circumstances, which excuse the sum for a cancellation or a
//! missed connection, never that for a refused boarding.

use crate::circumstances::Defence;
use crate::facts::Cause;
use crate::journey::Journey;
use crate::reasoning::{NothingOwed, Reasoning};

use super::rule;

/// The defence. The text names force majeure, orders of the government, and whatever
/// lies beyond the airline's control, air traffic control, the weather and security
/// among it.
const DEFENCE: Defence = Defence {
    rule: rule::EXTRAORDINARY,
    excuses: Cause::is_extraordinary,
    part: None,
};

/// The same for strikes: the text names them and labour disputes, and makes no
/// difference between those of others and of the airline's own staff.
const STRIKE: Defence = Defence {
    rule: rule::OWN_STRIKE,
    excuses: |cause| cause == Cause::OwnStaffStrike,
    ..DEFENCE
};

/// Notes whether the carrier is excused.
pub fn defence(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    let own_strike = journey.facts.cause == Some(Cause::OwnStaffStrike);
    let defence = if own_strike { STRIKE } else { DEFENCE };
    defence.apply(journey, false, notes)
}
