//! The fare back for what was cancelled or changed and not taken, and other
//! refunds (14 CFR part 260; 49 USC 42305).

use jiff::civil::{Date, date};

use crate::assessment::Right;
use crate::case::Disruption;
use crate::facts::BaggageKind;
use crate::journey::Journey;
use crate::reasoning::Reasoning;

use super::scope;

/// Since this day the law says from how many hours a change is significant.
const CHANGES_SINCE: Date = date(2024, 5, 16);

/// Since this day part 260 applies: refunds without asking, and the fee for a bag
/// that comes much too late.
const PART_260_SINCE: Date = date(2024, 10, 28);

/// Grants what is owed beside a sum.
pub fn grant(journey: &Journey<'_>, notes: &mut Reasoning) {
    while_waiting(journey, notes);
    match journey.disruption {
        Disruption::Baggage => baggage_fee(journey, notes),
        Disruption::Downgrade => notes.grant(Right::FareDifference, "14 CFR 250.6(c), 260"),
        Disruption::Cancellation if !journey.undisturbed && !took_substitute(journey) => {
            // Before part 260 a carrier that kept the fare acted unfairly.
            let basis = if journey.day >= PART_260_SINCE {
                "14 CFR 260"
            } else {
                "49 USC 41712"
            };
            notes.grant(Right::RefundAfterChange, basis);
        }
        Disruption::DeniedBoarding if refused(journey) && declined(journey) => {
            notes.grant(Right::RefundAfterChange, "49 USC 41712");
        }
        Disruption::Delay
        | Disruption::MissedConnection
        | Disruption::BroughtForward
        | Disruption::Diversion
            if !journey.undisturbed && declined(journey) && is_significant(journey) =>
        {
            notes.grant(Right::RefundAfterChange, "49 USC 42305; 14 CFR 260");
        }
        _ => {}
    }
}

/// What a long wait gives: to leave an aircraft that stands on the ground for three
/// hours, on an international flight four (14 CFR 259.4), and what the carrier has
/// promised to the Department for what lies within its control.
fn while_waiting(journey: &Journey<'_>, notes: &mut Reasoning) {
    if journey.undisturbed {
        return;
    }
    let hours = if scope::is_domestic(journey) { 3 } else { 4 };
    let delayed = matches!(
        journey.disruption,
        Disruption::Delay | Disruption::Diversion | Disruption::MissedConnection
    );
    let waited = journey.departure_delay().max(journey.arrival_delay());
    if delayed && waited.is_some_and(|minutes| minutes >= hours * 60) {
        notes.grant(Right::LeaveAircraft, "14 CFR 259.4");
    }
    if delayed || journey.disruption == Disruption::Cancellation {
        notes.grant(Right::CarrierCommitments, "14 CFR 259.5; 49 USC 41712");
    }
}

/// Whether the passenger was refused without a ground and against the will.
fn refused(journey: &Journey<'_>) -> bool {
    let facts = journey.facts;
    let willing = facts.denied_voluntarily || facts.refusal_grounds.is_some();
    !journey.undisturbed && !willing && facts.checked_in_on_time
}

/// Whether the passenger did not take what the flight had become.
fn declined(journey: &Journey<'_>) -> bool {
    let facts = journey.facts;
    let refused_offer = journey
        .offer()
        .is_some_and(|offer| offer.accepted == Some(false));
    facts.refund_chosen || !facts.travelled || refused_offer
}

/// Whether the passenger went with what the carrier offered, or flew on by its later
/// flight.
fn took_substitute(journey: &Journey<'_>) -> bool {
    let accepted = journey
        .offer()
        .is_some_and(|offer| offer.accepted == Some(true));
    (accepted || journey.flew_on_from().is_some()) && !declined(journey)
}

/// Three hours on a domestic journey, six on an international one: an earlier
/// departure or a later arrival (14 CFR 260.2); landing elsewhere is significant by
/// itself. As long as the arrival is not known the delay at departure stands for it,
/// and a change of unknown length is left to the passenger to show.
fn is_significant(journey: &Journey<'_>) -> bool {
    let hours = if scope::is_domestic(journey) { 3 } else { 6 };
    let later = journey
        .arrival_delay()
        .or_else(|| journey.departure_delay());
    let longest = later.max(journey.departure_advance());
    let long_enough = longest.is_none_or(|minutes| minutes >= hours * 60);
    journey.day >= CHANGES_SINCE && (long_enough || journey.disruption == Disruption::Diversion)
}

/// The fee for a bag that was lost, or came twelve hours late (on international
/// journeys fifteen or thirty).
fn baggage_fee(journey: &Journey<'_>, notes: &mut Reasoning) {
    let kind = journey.facts.baggage.map(|baggage| baggage.kind);
    let lost = matches!(kind, Some(BaggageKind::Lost | BaggageKind::Delayed));
    if lost && journey.day >= PART_260_SINCE {
        notes.grant(Right::BaggageFee, "14 CFR 260");
    }
}
