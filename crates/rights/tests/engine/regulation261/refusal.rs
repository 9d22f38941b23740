//! Refused boarding.

use jiff::ToSpan;
use rights::{Cause, Disruption, Leg, LegStatus, Right};

use super::flights::{basis, connection, entry_eu, flight, long, short};
use crate::support::{case, eu, late, replacement, uk, with};

#[test]
fn refused_boarding_pays_at_once_and_halves_by_rerouting_art_4_3() {
    let refused = |late: Option<i64>| {
        let mut case = case(
            Disruption::DeniedBoarding,
            vec![with(long(), LegStatus::Denied)],
        );
        case.facts.reroute = late.map(|late| replacement(&long(), (0, late)));
        case.facts.cause = Some(Cause::Weather);
        case.facts.cause_proven = true;
        case.facts.measures_proven = Some(true);
        eu(&case)
    };
    assert_eq!(refused(None), "600.00");
    assert_eq!(refused(Some(240)), "300.00 half");
    assert_eq!(refused(Some(241)), "600.00");
}

#[test]
fn who_was_refused_must_have_presented_unless_told_before_c_238_22() {
    let mut case = case(
        Disruption::DeniedBoarding,
        vec![with(short(), LegStatus::Denied)],
    );
    case.facts.checked_in_on_time = false;
    assert_eq!(eu(&case), "none");
    case.facts.notice_days = Some(16);
    assert_eq!(eu(&case), "250.00");
}

#[test]
fn a_refusal_announced_two_weeks_before_still_pays_c_238_22() {
    let mut case = case(
        Disruption::DeniedBoarding,
        vec![with(flight("LH1", "FRA", "MAD"), LegStatus::Denied)],
    );
    case.facts.notice_days = Some(17);
    assert_eq!(eu(&case), "250.00");
}

/// Refused on one flight of a connection, `minutes` late at the end of it.
fn refused_on(leg: usize, minutes: i64) -> Vec<Leg> {
    let mut legs = connection(("IB1", "LPA", "MAD"), ("IB2", "MAD", "FRA"));
    legs[leg] = with(legs[leg].clone(), LegStatus::Denied);
    let end = legs[1].scheduled_arrival;
    legs[1].actual_arrival = end.map(|at| at + minutes.minutes());
    legs
}

#[test]
fn refused_on_a_connection_and_on_time_at_its_end_gives_no_sum_c_191_19() {
    for leg in [0, 1] {
        let sum = |minutes| eu(&case(Disruption::DeniedBoarding, refused_on(leg, minutes)));
        assert_eq!(sum(-10), "none");
        assert_eq!(sum(0), "none");
        assert_eq!(sum(1), "400.00");
    }
    // Care and its cost are owed all the same (Art 4(3), 9); another way is spent for who
    // is there, and owed by a minute late.
    let of = |minutes, right| {
        let case = case(Disruption::DeniedBoarding, refused_on(0, minutes));
        basis(&entry_eu(&case), right)
    };
    assert_eq!(of(0, Right::RefundOrRerouting), None);
    assert_eq!(of(1, Right::RefundOrRerouting), Some("Art 4(3), 8"));
    for minutes in [0, 1] {
        assert_eq!(of(minutes, Right::Care), Some("Art 4(3), 9"));
        assert!(of(minutes, Right::Expenses).is_some());
    }
}

#[test]
fn the_same_holds_under_the_british_text_c_191_19() {
    let mut legs = connection(("BA1", "LHR", "MAD"), ("IB2", "MAD", "LIS"));
    legs[0] = with(legs[0].clone(), LegStatus::Denied);
    legs[1] = late(legs[1].clone(), 0);
    assert_eq!(uk(&case(Disruption::DeniedBoarding, legs.clone())), "none");
    legs[1] = late(legs[1].clone(), 1);
    assert_eq!(uk(&case(Disruption::DeniedBoarding, legs)), "350.00");
}

#[test]
fn on_a_single_flight_the_refusal_pays_at_once_art_4_3() {
    for minutes in [-5, 0] {
        let mut direct = with(short(), LegStatus::Denied);
        direct.actual_arrival = direct.scheduled_arrival.map(|at| at + minutes.minutes());
        assert_eq!(
            eu(&case(Disruption::DeniedBoarding, vec![direct])),
            "250.00"
        );
    }
    // Nor does it matter to who arrived on time but was told nothing of when.
    let mut legs = refused_on(0, 0);
    legs[1].actual_arrival = None;
    assert_eq!(eu(&case(Disruption::DeniedBoarding, legs)), "400.00");
    // Flights of separate bookings are no connection.
    let mut apart = case(Disruption::DeniedBoarding, refused_on(0, 0));
    apart.facts.single_booking = false;
    assert_eq!(eu(&apart), "400.00");
}
