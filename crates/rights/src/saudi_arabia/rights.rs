//! What is due beside the sum, and which no cause takes away.

use crate::assessment::Right;
use crate::case::Disruption;
use crate::journey::Journey;
use crate::reasoning::Reasoning;

use super::choice::{self, Choice};

/// Where the rights stand.
const DELAY: &str = "GACA, Flight Delays para 5, 7";
const CANCELLATION: &str = "GACA, Flight Cancellation para 2 to 6";
const DENIED_BOARDING: &str = "GACA, Denial of Boarding";
const BROUGHT_FORWARD: &str = "GACA, Bringing Flights Forward para 2, 4";

/// Refreshments from so many minutes at departure; a meal follows after three
/// hours.
const REFRESHMENTS_AFTER: i64 = 60;

/// A hotel from so many minutes. It stands so in the Article 7 that was in force
/// before, and sources say that it is the same today.
const HOTEL_AFTER: i64 = 360;

/// The passenger may end the contract after a delay of more than so many minutes.
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
            // Who ends the contract has no claim to care (para 4).
            if choice::of(journey) != Choice::Ended
                && facts.notice_days.is_none_or(|days| days == 0)
            {
                notes.grant(Right::Refreshments, CANCELLATION);
            }
        }
        Disruption::DeniedBoarding
            if !facts.denied_voluntarily && facts.refusal_grounds.is_none() =>
        {
            notes.grant(Right::RefundOrRerouting, DENIED_BOARDING);
            if choice::of(journey) != Choice::Ended {
                notes.grant(Right::Refreshments, DENIED_BOARDING);
            }
        }
        Disruption::BroughtForward => notes.grant(Right::RefundOrRerouting, BROUGHT_FORWARD),
        Disruption::Delay | Disruption::MissedConnection | Disruption::Diversion => {
            while_waiting(journey, notes);
        }
        Disruption::DeniedBoarding | Disruption::Downgrade | Disruption::Baggage => {}
    }
}

/// What a delay gives, by the wait at departure (para 5). A missed connection is a
/// wait at an airport too, and its length shows at the end.
fn while_waiting(journey: &Journey<'_>, notes: &mut Reasoning) {
    if !journey.facts.checked_in_on_time {
        return;
    }
    let at_departure = journey.departure_delay();
    match journey.longest_wait() {
        Some(wait) if wait >= HOTEL_AFTER => notes.grant(Right::Care, DELAY),
        Some(wait) if wait >= REFRESHMENTS_AFTER => notes.grant(Right::Refreshments, DELAY),
        _ => {}
    }
    if at_departure.is_some_and(|wait| wait > END_AFTER) {
        notes.grant(Right::FareBack, DELAY);
    }
}
