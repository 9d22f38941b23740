//! What is due beside the sum, and which no cause takes away.

use crate::assessment::Right;
use crate::disruption::LegalDisruption;
use crate::journey::Journey;
use crate::notice::{IN_TIME, minutes_early};
use crate::reasoning::Reasoning;

/// Where the rights stand.
const DELAY: &str = "Aviation Services Law 2012, delay";
const EARLY: &str = "Aviation Services Law 2012, early departure";
const CANCELLATION: &str = "Aviation Services Law 2012, cancellation";
const DENIED_BOARDING: &str = "Aviation Services Law 2012, denied boarding";

/// Minutes at departure from which food, drink and calls are owed.
const REFRESHMENTS_AFTER: i64 = 120;

/// Minutes, late or early, from which the passenger need not fly.
const CHOICE_AFTER: i64 = 300;

/// Grants assistance, refund and replacement.
pub fn grant(disruption: LegalDisruption, journey: &Journey<'_>, notes: &mut Reasoning) {
    let facts = journey.facts;
    if journey.undisturbed {
        return;
    }
    match disruption {
        LegalDisruption::Cancellation => {
            notes.grant(Right::RefundOrRerouting, CANCELLATION);
            // Two weeks ahead nobody waits at the airport.
            if facts.notice_days.is_none_or(|days| days < IN_TIME) {
                notes.grant(Right::Care, CANCELLATION);
            }
        }
        LegalDisruption::DeniedBoarding
            if facts.denied_voluntarily || facts.refusal_grounds.is_some() => {}
        LegalDisruption::DeniedBoarding => {
            notes.grant(Right::RefundOrRerouting, DENIED_BOARDING);
            notes.grant(Right::Care, DENIED_BOARDING);
        }
        LegalDisruption::BroughtForward => {
            if minutes_early(journey).is_some_and(|early| early >= CHOICE_AFTER) {
                notes.grant(Right::FareBack, EARLY);
            }
        }
        LegalDisruption::Delay | LegalDisruption::FarDiversion => while_waiting(journey, notes),
        LegalDisruption::Downgrade | LegalDisruption::Baggage => {}
    }
}

/// What a delay gives, by its length at departure. A missed connection is a
/// wait at an airport too, and its length shows at the end.
fn while_waiting(journey: &Journey<'_>, notes: &mut Reasoning) {
    if !journey.facts.checked_in_on_time {
        return;
    }
    let at_departure = journey.departure_delay();
    let wait = journey.longest_wait();
    if wait.is_some_and(|wait| wait >= REFRESHMENTS_AFTER) {
        notes.grant(Right::Refreshments, DELAY);
    }
    if at_departure.is_some_and(|wait| wait >= CHOICE_AFTER) {
        notes.grant(Right::RefundOrRerouting, DELAY);
    }
}
