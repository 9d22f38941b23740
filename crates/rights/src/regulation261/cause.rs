//! Extraordinary circumstances (Art 5(3)).

use crate::circumstances::Defence;
use crate::disruption::LegalDisruption;
use crate::facts::Cause;
use crate::finding::{Finding, reform};
use crate::journey::Journey;
use crate::reasoning::{NothingOwed, Reasoning};

use super::rule;
use super::scheme::{Scheme, Text};

/// The defence of Art 5(3). Who is excused for a part of the delay owes the sum
/// if what remains without it is late enough (C-315/15 Pešková).
const fn defence_of(scheme: &Scheme) -> Defence {
    Defence {
        rule: rule::EXTRAORDINARY,
        excuses: Cause::is_extraordinary,
        part: Some((rule::MIXED_CAUSES, scheme.late.first())),
    }
}

/// Notes whether the carrier is excused.
pub fn defence(
    scheme: &Scheme,
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
    if let Some(cause) = indirect(scheme, journey) {
        notes.met(
            rule::DIRECT_CAUSE,
            reform::Finding::CauseNotDirect { cause },
        );
        return Ok(());
    }
    defence_of(scheme).apply(journey, disruption == LegalDisruption::Delay, notes)
}

/// A cause that is shown, but of which it is known that it did not lead to the
/// disruption directly: as amended, such a one excuses nobody.
fn indirect(scheme: &Scheme, journey: &Journey<'_>) -> Option<Cause> {
    let facts = journey.facts;
    let asked = scheme.text == Text::Of2026 && facts.cause_proven;
    let cause = facts
        .cause
        .filter(|cause| asked && cause.is_extraordinary())?;
    (facts.direct_cause == Some(false)).then_some(cause)
}
