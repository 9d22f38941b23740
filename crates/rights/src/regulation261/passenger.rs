//! The passenger: whom the law leaves out, and what is due beside the sum.

use crate::assessment::Right;
use crate::case::Disruption;
use crate::finding::Finding;
use crate::journey::Journey;

use super::event::Event;
use super::rule;
use super::scheme::Band;
use crate::reasoning::{NothingOwed, Reasoning};

/// Minutes at departure from which the passenger may ask for the fare back
/// (Art 6(1)(iii)).
const REFUND_AFTER: i64 = 300;

/// Fares that are not open to the public are left out (Art 3(3)).
pub fn fare(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    if journey.facts.fare_available_to_public {
        return Ok(());
    }
    notes.fails(rule::PUBLIC_FARE, Finding::FareNotPublic)
}

/// Grants care, refund, re-routing and transfer; no cause takes them away.
pub fn rights(journey: &Journey<'_>, event: Event, band: Band, notes: &mut Reasoning) {
    let facts = journey.facts;
    if journey.undisturbed {
        return;
    }
    match event {
        Event::Cancellation | Event::BroughtForward | Event::FarDiversion => {
            notes.grant(Right::RefundOrRerouting, "Art 5(1)(a), 8");
            // Two weeks ahead nobody waits at the airport.
            if facts.notice_days.is_none_or(|days| days < 14) {
                notes.grant(Right::Care, "Art 5(1)(b), 9");
            }
        }
        Event::DeniedBoarding if facts.denied_voluntarily => {
            notes.grant(Right::RefundOrRerouting, "Art 4(1), 8");
        }
        Event::DeniedBoarding if facts.refusal_grounds.is_none() => {
            notes.grant(Right::RefundOrRerouting, "Art 4(3), 8");
            notes.grant(Right::Care, "Art 4(3), 9");
        }
        Event::DeniedBoarding => {}
        Event::Delay => while_waiting(journey, band, notes),
    }
    if journey.event == Disruption::Diversion {
        notes.grant(Right::Transfer, "Art 8(3); C-826/19");
    }
}

/// What a delay gives, by its length at departure (Art 6). A missed connection
/// is a wait at an airport too, and its length shows at the end.
fn while_waiting(journey: &Journey<'_>, band: Band, notes: &mut Reasoning) {
    if !journey.facts.checked_in_on_time {
        return;
    }
    let missed = journey.event == Disruption::MissedConnection;
    let at_end = missed.then(|| journey.arrival_delay()).flatten();
    let Some(minutes) = journey.departure_delay().max(at_end) else {
        return;
    };
    if minutes >= band.care_after() {
        notes.grant(Right::Care, "Art 6(1), 9");
    }
    if journey
        .departure_delay()
        .is_some_and(|minutes| minutes >= REFUND_AFTER)
    {
        notes.grant(Right::Refund, "Art 6(1)(iii), 8(1)(a)");
    }
}
