//! Baggage that came late, damaged or never (Art 17, 19), and the complaint in
//! time (Art 31).

use crate::facts::{Baggage, BaggageKind};
use crate::finding::montreal::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::value::Days;

use super::{measures, rule};

/// Days for a complaint of damage, from the receipt of the baggage.
const DAMAGED: Days = 7;

/// Days for a complaint of delay, from the day the baggage was handed over.
const DELAYED: Days = 21;

/// Notes what happened to the baggage, and whether the passenger complained in
/// time.
pub fn harmed(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    let Some(baggage) = journey.facts.baggage else {
        notes.open(rule::BAGGAGE, Finding::BaggageUnknown, MissingFact::Baggage);
        return Ok(());
    };
    match baggage.kind {
        BaggageKind::Lost => {
            notes.met(rule::COMPLAINT, Finding::BaggageLost);
            notes.met(rule::BAGGAGE, Finding::NoExcuseForBaggage);
            Ok(())
        }
        BaggageKind::Damaged => {
            complaint(baggage, DAMAGED, notes)?;
            notes.met(rule::BAGGAGE, Finding::NoExcuseForBaggage);
            Ok(())
        }
        BaggageKind::Delayed => {
            complaint(baggage, DELAYED, notes)?;
            measures::defence(journey, notes)
        }
    }
}

/// Without a complaint in time there is no action, fraud apart (Art 31(4)).
fn complaint(baggage: Baggage, limit: Days, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    match baggage.reported_after_days {
        Some(days) if days > limit => {
            notes.fails(rule::COMPLAINT, Finding::ComplaintLate { days, limit })
        }
        Some(days) => {
            notes.met(rule::COMPLAINT, Finding::ComplaintInTime { days, limit });
            Ok(())
        }
        None => {
            let finding = Finding::ComplaintUnknown { limit };
            notes.open(rule::COMPLAINT, finding, MissingFact::ReportedAfterDays);
            Ok(())
        }
    }
}
