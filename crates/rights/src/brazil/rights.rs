//! Care and the choice between another flight and the fare (Art 12, 21, 26, 27).

use crate::assessment::Right;
use crate::case::Disruption;
use crate::journey::Journey;
use crate::notice::minutes_early;
use crate::reasoning::Reasoning;

use crate::finding::brazil::Finding;

use super::rule;
use super::scope::in_brazil;

/// Care begins with communication after more than one hour; food follows after
/// two, a bed and the way to it after four (Art 27).
const CARE_AFTER: i64 = 60;

/// More than four hours give the choice of Art 21.
const CHOICE_AFTER: i64 = 240;

/// A flight within Brazil may be moved by so many minutes (Art 12).
const SMALL_DOMESTIC: i64 = 30;

/// Any other flight by so many.
const SMALL_INTERNATIONAL: i64 = 60;

/// A change told less than 72 hours before is told late (Art 12).
const TOLD_DAYS: u32 = 3;

/// Grants what is due beside the sum.
pub fn grant(journey: &Journey<'_>, notes: &mut Reasoning) {
    let facts = journey.facts;
    if journey.undisturbed {
        return;
    }
    match journey.disruption {
        Disruption::Delay => {
            // A later flight that was told in advance is a changed schedule, too.
            let told = facts.notice_days.is_some_and(|days| days > 0);
            if !while_waiting(journey, notes) && told {
                after_a_change(journey.departure_delay(), journey, notes);
            }
        }
        Disruption::Cancellation => {
            notes.grant(Right::RefundOrRerouting, "ANAC 400, Art 21 II");
            // Days ahead nobody waits at the airport.
            if facts.notice_days.is_none_or(|days| days < TOLD_DAYS) {
                notes.grant(Right::Care, "ANAC 400, Art 26 II, 27");
            }
        }
        Disruption::MissedConnection => {
            notes.grant(Right::RefundOrRerouting, "ANAC 400, Art 21 IV");
            notes.grant(Right::Care, "ANAC 400, Art 26, 27");
        }
        Disruption::Diversion => {
            notes.grant(Right::RefundOrRerouting, "ANAC 400, Art 21 II");
            notes.grant(Right::Care, "ANAC 400, Art 26 III, 27");
        }
        Disruption::DeniedBoarding if facts.refusal_grounds.is_none() => {
            notes.grant(Right::RefundOrRerouting, "ANAC 400, Art 21 III, 24");
            notes.grant(Right::Care, "ANAC 400, Art 26 IV, 27");
        }
        Disruption::BroughtForward => after_a_change(minutes_early(journey), journey, notes),
        Disruption::Downgrade => {
            notes.grant(Right::FareDifference, "Law 8.078/1990, Art 20 III");
        }
        Disruption::DeniedBoarding | Disruption::Baggage => {}
    }
}

/// What a delay gives, by the time of waiting; whether that is the choice.
fn while_waiting(journey: &Journey<'_>, notes: &mut Reasoning) -> bool {
    let longest = journey.departure_delay().max(journey.arrival_delay());
    let waited = longest.filter(|_| journey.facts.checked_in_on_time);
    let Some(minutes) = waited else {
        return false;
    };
    if minutes > CARE_AFTER {
        notes.grant(Right::Care, "ANAC 400, Art 26 I, 27");
    }
    if minutes > CHOICE_AFTER {
        notes.grant(Right::RefundOrRerouting, "ANAC 400, Art 21 I");
    }
    minutes > CHOICE_AFTER
}

/// What a flight gives that was moved by so many minutes, earlier or later: the
/// choice, where the change was told late or is not small (Art 12).
fn after_a_change(minutes: Option<i64>, journey: &Journey<'_>, notes: &mut Reasoning) {
    let within = in_brazil(journey.origin()) && in_brazil(journey.destination());
    let small = if within {
        SMALL_DOMESTIC
    } else {
        SMALL_INTERNATIONAL
    };
    let told_late = journey
        .facts
        .notice_days
        .is_some_and(|days| days < TOLD_DAYS);
    if let Some(minutes) = minutes.filter(|minutes| *minutes > 0) {
        let limit = small;
        notes.met(
            rule::SCHEDULE_CHANGE,
            Finding::ScheduleMoved { minutes, limit },
        );
    }
    if told_late || minutes.is_some_and(|minutes| minutes > small) {
        notes.grant(Right::RefundOrRerouting, "ANAC 400, Art 12");
    }
}
