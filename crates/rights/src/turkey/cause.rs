//! Force majeure.

use crate::circumstances::{Defence, rest_of};
use crate::disruption::LegalDisruption;
use crate::facts::Cause;
use crate::finding::Finding as Shared;
use crate::finding::turkey::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::reasoning::{NothingOwed, Reasoning};

use super::disruption::LATE_FROM;
use super::rule;

/// The defence. Its causes are those of Regulation 261/2004, which this law follows,
/// without a hidden defect: technical and operational reasons are never force
/// majeure (circular HUD-2015/3 para 2).
const DEFENCE: Defence = Defence {
    rule: rule::FORCE_MAJEURE,
    excuses: |cause| cause.is_extraordinary() && cause != Cause::HiddenDefect,
    part: None,
};

/// The same for a delay, which may have several causes.
const DELAY_DEFENCE: Defence = Defence {
    part: Some((rule::MIXED_CAUSES, LATE_FROM)),
    ..DEFENCE
};

/// Notes whether the carrier is excused. A refused boarding knows no excuse.
pub fn defence(
    disruption: LegalDisruption,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    if disruption == LegalDisruption::DeniedBoarding {
        notes.met(rule::DENIED_BOARDING, Shared::NoExcuseForDenial);
        return Ok(());
    }
    let late = disruption == LegalDisruption::Delay;
    if own_strike_is_open(late, journey) {
        let finding = Finding::OwnStrikeOpen;
        notes.open(rule::OWN_STRIKE, finding, MissingFact::CauseExcuses);
        return Ok(());
    }
    let defence = if late { DELAY_DEFENCE } else { DEFENCE };
    defence.apply(journey, late, notes)
}

/// A strike of the carrier's own staff that is shown: no source says whether it
/// is force majeure. It does not matter where the carrier could have avoided
/// the result, or where three hours of a delay remain without it.
fn own_strike_is_open(late: bool, journey: &Journey<'_>) -> bool {
    let facts = journey.facts;
    let shown = facts.cause_proven && facts.cause == Some(Cause::OwnStaffStrike);
    let rest = rest_of(journey.arrival_delay(), journey).filter(|_| late);
    let avoidable = facts.measures_proven == Some(false);
    shown && !avoidable && rest.is_none_or(|minutes| minutes < LATE_FROM)
}
