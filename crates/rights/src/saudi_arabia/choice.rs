//! What the passenger did with a flight that was cancelled, refused or brought
//! forward: took another flight of the carrier, or ended the contract. The first
//! gives the sums for the time lost, the second a share of the fare.

use crate::case::Disruption;
use crate::finding::Finding as Shared;
use crate::finding::saudi_arabia::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::reasoning::Reasoning;
use crate::rule::Rule;

use super::{delay, rule};

/// What the passenger chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Another flight of the carrier, or the one that was brought forward.
    Flew,
    /// The end of the contract, or the carrier offered nothing to take.
    Ended,
    /// Nobody says.
    Unknown,
}

/// The choice. Without an offer of the carrier none was made: what the passenger
/// arranged is none. Who flew a later flight of the booking did not end the contract.
pub fn of(journey: &Journey<'_>) -> Choice {
    let facts = journey.facts;
    if facts.refund_chosen {
        return Choice::Ended;
    }
    match journey.offer().map(|offer| offer.accepted) {
        Some(Some(true)) => Choice::Flew,
        Some(Some(false)) => Choice::Ended,
        Some(None) => Choice::Unknown,
        None if journey.flew_on_from().is_some() => Choice::Unknown,
        None if journey.disruption != Disruption::BroughtForward => Choice::Ended,
        None if facts.travelled => Choice::Flew,
        None => Choice::Unknown,
    }
}

/// Notes that nobody says what the passenger chose.
pub fn unknown(rule: Rule, notes: &mut Reasoning) {
    notes.open(rule, Finding::ChoiceUnknown, MissingFact::Reroute);
}

/// Minutes between the booked flight and the one that was taken, by arrival as for
/// a delay (Flight Delays para 6); earlier counts like later. Notes the gap, or
/// that departure and arrival of an earlier flight give different sums.
pub fn time_lost(journey: &Journey<'_>, notes: &mut Reasoning) -> Option<i64> {
    let offer = journey.offer();
    let arrival = offer.and_then(|offer| journey.arrives_late(&offer));
    let arrival = arrival.or_else(|| journey.arrival_delay());
    let early = offer.and_then(|offer| journey.leaves_early(&offer));
    let early = early.or_else(|| journey.departure_advance());
    match (arrival, early) {
        (Some(arrival), Some(early)) if arrival <= 0 && early > 0 => {
            if delay::same_sum(early, -arrival) {
                return Some(early.max(-arrival));
            }
            let finding = Finding::EarlyEndsDiffer {
                departure: early,
                arrival: -arrival,
            };
            notes.open(rule::WHICH_END, finding, MissingFact::DelayMeasure);
            None
        }
        (Some(arrival), None) if !delay::same_sum(-arrival, 0) => {
            let finding = Shared::DepartureUnknown;
            notes.open(rule::WHICH_END, finding, MissingFact::ActualDeparture);
            None
        }
        (Some(arrival), _) => Some(arrival),
        (None, _) => {
            notes.arrival_unknown(rule::THREE_HOURS, Shared::ArrivalUnknown, journey);
            None
        }
    }
}
