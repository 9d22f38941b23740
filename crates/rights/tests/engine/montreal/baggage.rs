//! Baggage (Art 17, 31).

use crate::support::{late, leg, with};
use rights::{BaggageKind, Leg, LegStatus};

use super::cases::*;

#[test]
fn baggage_is_complained_of_in_time_art_31() {
    let rows = [
        (BaggageKind::Damaged, Some(7), "500.00"),
        (BaggageKind::Damaged, Some(8), "none"),
        (BaggageKind::Damaged, None, "depends"),
        (BaggageKind::Delayed, Some(21), "500.00"),
        (BaggageKind::Delayed, Some(22), "none"),
        (BaggageKind::Delayed, None, "depends"),
        (BaggageKind::Lost, None, "500.00"),
        (BaggageKind::Lost, Some(400), "500.00"),
    ];
    for (kind, days, expected) in rows {
        assert_eq!(is(&bag(kind, days)), expected, "{kind:?} {days:?}");
    }
    let mut no_loss = bag(BaggageKind::Damaged, Some(8));
    no_loss.facts.proven_loss = None;
    assert_eq!(is(&no_loss), "none", "goes before a missing loss");
}

#[test]
fn baggage_may_be_that_of_any_of_several_bookings_art_17() {
    let inland = || flight("AA1", "ORD", "JFK", "2026-06-10");
    let abroad = || {
        leg(
            "AA100",
            "JFK",
            "LHR",
            "2026-06-10T22:00",
            "2026-06-11T10:00",
        )
    };
    let of = |legs: Vec<Leg>| {
        let mut case = bag(BaggageKind::Lost, None);
        case.legs = legs;
        case.facts.single_booking = false;
        case
    };
    // Who lost a bag does not say on which flight: the best one counts.
    assert_eq!(
        is(&of(vec![late(inland(), 0), late(abroad(), 0)])),
        "500.00"
    );
    assert_eq!(is(&of(vec![inland(), abroad()])), "500.00");
    assert_eq!(
        is(&of(vec![late(abroad(), 0), late(inland(), 0)])),
        "500.00"
    );
    let missed = with(abroad(), LegStatus::Missed);
    assert_eq!(is(&of(vec![late(frankfurt(), 0), missed])), "500.00");
    // Unless the passenger names it.
    let mut named = of(vec![late(inland(), 0), late(abroad(), 0)]);
    named.disrupted_leg = Some(1);
    assert_eq!(is(&named), "500.00");
    named.disrupted_leg = Some(0);
    assert_eq!(is(&named), "none");
}
