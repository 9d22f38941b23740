//! What is due beside the sum, and which no cause takes away.

use crate::assessment::Right;
use crate::disruption::LegalDisruption;
use crate::journey::Journey;
use crate::notice::IN_TIME;
use crate::reasoning::Reasoning;

use super::disruption;
use super::tariff::Band;

/// Where the rights stand.
const DELAY: &str = "SHY-YOLCU Art 7";
const LATE: &str = "SHY-YOLCU Art 7(3), 9";
const CANCELLATION: &str = "SHY-YOLCU Art 6 (RG 28131)";
const DENIED_BOARDING: &str = "SHY-YOLCU Art 5 (RG 28131)";

/// Minutes at departure from which the passenger may ask for the fare back.
const REFUND_AFTER: i64 = 300;

/// Grants care, refund and re-routing.
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
        LegalDisruption::DeniedBoarding if facts.denied_voluntarily => {
            notes.grant(Right::RefundOrRerouting, DENIED_BOARDING);
        }
        LegalDisruption::DeniedBoarding if facts.refusal_grounds.is_none() => {
            notes.grant(Right::RefundOrRerouting, DENIED_BOARDING);
            notes.grant(Right::Care, DENIED_BOARDING);
        }
        LegalDisruption::Delay | LegalDisruption::FarDiversion => while_waiting(journey, notes),
        LegalDisruption::BroughtForward => {
            if facts.notice_days.is_none_or(|days| days < IN_TIME) {
                notes.grant(Right::RefundOrRerouting, CANCELLATION);
            }
        }
        LegalDisruption::DeniedBoarding | LegalDisruption::Downgrade | LegalDisruption::Baggage => {
        }
    }
}

/// What a delay gives, by its length at departure. A missed connection is a
/// wait at an airport too, and its length shows at the end.
fn while_waiting(journey: &Journey<'_>, notes: &mut Reasoning) {
    if !journey.facts.checked_in_on_time {
        return;
    }
    let at_departure = journey.departure_delay();
    let after = Band::care_after(journey);
    if journey.longest_wait().is_some_and(|wait| wait >= after) {
        notes.grant(Right::Care, DELAY);
    }
    if disruption::late(journey) {
        // Art 8 and 9 are due side by side once the arrival is three hours late.
        notes.grant(Right::RefundOrRerouting, LATE);
    } else if at_departure.is_some_and(|wait| wait >= REFUND_AFTER) {
        notes.grant(Right::Refund, DELAY);
    }
}
