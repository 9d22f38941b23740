//! What exempts the carrier: special circumstances, strikes, the Sabbath and holidays,
//! special periods.

use crate::circumstances::{Defence, rest_of};
use crate::disruption::LegalDisruption;
use crate::facts::Cause;
use crate::finding::israel::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::reasoning::{NothingOwed, Reasoning};

use super::disruption::LEFT_LATE_FROM;
use super::rule;

/// Days of notice that are enough in a special period (72 hours).
const SPECIAL_NOTICE: u32 = 3;

/// Years for which declared special periods could not be confirmed.
const UNCONFIRMED_YEARS: [i16; 2] = [2025, 2026];

/// The defence.
const DEFENCE: Defence = Defence {
    rule: rule::EXEMPTIONS,
    excuses: is_exempt,
    part: None,
};

/// The causes: those of Regulation 261/2004 and, beyond them, any strike or
/// protected stoppage, also of the carrier's own staff, and that the Sabbath or a
/// holiday would have been broken.
fn is_exempt(cause: Cause) -> bool {
    cause.is_extraordinary() || matches!(cause, Cause::OwnStaffStrike | Cause::ReligiousRest)
}

/// Notes whether the carrier is exempt.
pub fn defence(
    disruption: LegalDisruption,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    let facts = journey.facts;
    let shown = facts.cause_proven && facts.cause.is_some_and(is_exempt);
    if shown
        && disruption == LegalDisruption::DeniedBoarding
        && facts.measures_proven != Some(false)
    {
        let finding = Finding::DenialExcuseOpen;
        notes.open(rule::DENIAL_EXCUSE, finding, MissingFact::CauseExcuses);
        return Ok(());
    }
    let rest = rest_of(journey.departure_delay(), journey);
    let left = rest
        .filter(|rest| shown && disruption == LegalDisruption::Delay && *rest >= LEFT_LATE_FROM);
    if let Some(remaining) = left {
        notes.met(rule::MIXED_CAUSES, Finding::RestLongEnough { remaining });
        return Ok(());
    }
    // The sum hangs on the departure, and never on the end of the journey.
    DEFENCE.apply(journey, false, notes)
}

/// Remarks a cancellation whose notice would be enough in a special period. That
/// one was declared would only help the carrier: unproven, it takes nothing away.
pub fn special_period(disruption: LegalDisruption, journey: &Journey<'_>, notes: &mut Reasoning) {
    let told = journey.facts.notice_days;
    let enough = told.filter(|days| *days >= SPECIAL_NOTICE);
    let possible = UNCONFIRMED_YEARS.contains(&journey.day.year());
    if let Some(days) = enough.filter(|_| possible && disruption == LegalDisruption::Cancellation) {
        let finding = Finding::SpecialPeriodOpen { days };
        notes.unmet(rule::SPECIAL_PERIOD, finding);
    }
}
