//! Events whose sums the sources do not settle: a person decides, and nothing
//! is promised.

use crate::code::Currency;
use crate::facts::BaggageKind;
use crate::finding::saudi_arabia::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::money::Money;
use crate::passenger::downgrade_is_open;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::sum::full;

use super::rule;

/// Riyal for lost baggage, and the most for delayed baggage.
const BAGGAGE: i64 = 6568;
/// Riyal for the first day without baggage.
const FIRST_DAY: i64 = 740;
/// Riyal for each further day.
const FURTHER_DAY: i64 = 300;
/// Riyal for a stop that was not booked, about.
const STOP: i64 = 500;

/// A flight that landed elsewhere.
pub fn diverted(notes: &mut Reasoning) {
    let amount = riyal(STOP);
    let finding = Finding::UnscheduledStopOpen { amount };
    notes.open(rule::UNSCHEDULED_STOP, finding, MissingFact::DiversionSum);
}

/// A lower class: a share of the fare.
pub fn downgraded(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    let open = (rule::DOWNGRADE, Finding::DowngradeOpen);
    downgrade_is_open(rule::SAME_CLASS, open, journey, notes)
}

/// Baggage.
pub fn baggage(journey: &Journey<'_>, notes: &mut Reasoning) {
    let limit: Money = riyal(BAGGAGE);
    match journey.facts.baggage.map(|baggage| baggage.kind) {
        Some(BaggageKind::Lost) => {
            notes.at_stake = Some(full(limit));
            let finding = Finding::BaggageLostOpen { amount: limit };
            notes.open(rule::BAGGAGE, finding, MissingFact::BaggageSum);
        }
        Some(BaggageKind::Damaged) => {
            let finding = Finding::BaggageDamagedOpen;
            notes.open(rule::BAGGAGE, finding, MissingFact::BaggageSum);
        }
        Some(BaggageKind::Delayed) => {
            let (first, further) = (riyal(FIRST_DAY), riyal(FURTHER_DAY));
            // One day at least; more is not shown.
            notes.at_stake = Some(full(first));
            let finding = Finding::BaggageLateOpen {
                first,
                further,
                limit,
            };
            notes.open(rule::LATE_BAGGAGE, finding, MissingFact::BaggageDays);
        }
        None => {
            let finding = Finding::BaggageUnknown;
            notes.open(rule::BAGGAGE, finding, MissingFact::BaggageSum);
        }
    }
}

/// A sum in riyal.
fn riyal(units: i64) -> Money {
    Money::new(units * 100, Currency::SAR)
}
