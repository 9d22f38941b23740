//! What is due beside the sum, and which no cause takes away.

use crate::assessment::Right;
use crate::case::Disruption;
use crate::journey::Journey;
use crate::reasoning::Reasoning;

use super::delay::LIMIT;

/// Where the rights stand.
const DELAY: &str = "GACA passenger rights regulations, delay";
const CANCELLATION: &str = "GACA passenger rights regulations, cancellation";
const DENIED_BOARDING: &str = "GACA passenger rights regulations, denied boarding";

/// The passenger may end the contract after a delay of more than so many
/// minutes.
const END_AFTER: i64 = 120;

/// Grants refund, care and hotel.
pub fn grant(journey: &Journey<'_>, notes: &mut Reasoning) {
    let facts = journey.facts;
    if journey.undisturbed {
        return;
    }
    match journey.disruption {
        Disruption::Cancellation => {
            notes.grant(Right::RefundOrRerouting, CANCELLATION);
        }
        Disruption::DeniedBoarding
            if !facts.denied_voluntarily && facts.refusal_grounds.is_none() =>
        {
            notes.grant(Right::RefundOrRerouting, DENIED_BOARDING);
        }
        Disruption::Delay | Disruption::MissedConnection | Disruption::Diversion => {
            while_waiting(journey, notes);
        }
        Disruption::DeniedBoarding
        | Disruption::Downgrade
        | Disruption::BroughtForward
        | Disruption::Baggage => {}
    }
}

/// What a delay gives, by the longer of its two ends.
fn while_waiting(journey: &Journey<'_>, notes: &mut Reasoning) {
    let wait = journey.departure_delay().max(journey.arrival_delay());
    if !journey.facts.checked_in_on_time {
        return;
    }
    if wait.is_some_and(|wait| wait > LIMIT) {
        notes.grant(Right::Care, DELAY);
    }
    let at_departure = journey.departure_delay();
    if at_departure.is_some_and(|wait| wait > END_AFTER) {
        notes.grant(Right::FareBack, DELAY);
    }
}
