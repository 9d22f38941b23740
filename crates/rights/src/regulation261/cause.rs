//! Extraordinary circumstances (Art 5(3)).

use crate::circumstances::Defence;
use crate::disruption::LegalDisruption;
use crate::facts::Cause;
use crate::finding::Finding;
use crate::journey::Journey;
use crate::reasoning::{NothingOwed, Reasoning};

use super::delay::THRESHOLD;
use super::rule;

/// The defence of Art 5(3). Who is excused for a part of the delay owes the sum
/// if three hours remain without it (C-315/15 Pešková).
const DEFENCE: Defence = Defence {
    rule: rule::EXTRAORDINARY,
    excuses: Cause::is_extraordinary,
    part: Some((rule::MIXED_CAUSES, THRESHOLD)),
};

/// Notes whether the carrier is excused.
pub fn defence(
    disruption: LegalDisruption,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    // Art 4 knows no such defence (C-22/11 Lassooy).
    match disruption {
        LegalDisruption::DeniedBoarding => {
            notes.met(rule::DENIED_BOARDING, Finding::NoExcuseForDenial);
            return Ok(());
        }
        // Nor does Art 10; Art 5(3) is about the sum of Art 7 for a cancellation.
        LegalDisruption::Downgrade => {
            notes.met(
                rule::NO_DEFENCE_FOR_DOWNGRADE,
                Finding::NoExcuseForDowngrade,
            );
            return Ok(());
        }
        _ => {}
    }
    DEFENCE.apply(journey, disruption == LegalDisruption::Delay, notes)
}
