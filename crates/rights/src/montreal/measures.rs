//! The defence of Art 19: the carrier took all measures that could reasonably
//! be required, or could take none. It holds for delay only, of passengers and
//! of baggage.

use crate::facts::Cause;
use crate::finding::montreal::Finding;
use crate::finding::{Change, Finding as Shared};
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::reasoning::{NothingOwed, Reasoning};

use super::rule;

/// Notes whether the carrier is excused. The proof is the carrier's: without
/// one the damage is owed. It has two parts, what happened and that all was done
/// against it; measures against a cause that nobody has shown prove nothing. Any
/// cause will do, for Art 19 names none. Where one that can lie beyond control is
/// shown and the measures are open, a person decides.
pub fn defence(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    let facts = journey.facts;
    let named = facts.cause.filter(|cause| *cause != Cause::Unknown);
    let shown = named.filter(|_| facts.cause_proven);
    match (facts.measures_proven, shown) {
        (Some(true), Some(_)) => notes.fails(rule::ALL_MEASURES, Finding::AllMeasuresShown),
        (Some(true), None) => {
            notes.met(rule::ALL_MEASURES, Finding::MeasuresWithoutCause);
            notes.changes.push(Change::CauseProven);
            Ok(())
        }
        (None, Some(cause)) if cause.is_extraordinary() => {
            let finding = Shared::MeasuresOpen { cause };
            notes.open(rule::ALL_MEASURES, finding, MissingFact::MeasuresProven);
            notes.changes.push(Change::MeasuresProven);
            Ok(())
        }
        _ => {
            notes.met(rule::ALL_MEASURES, Finding::MeasuresNotShown);
            Ok(())
        }
    }
}
