//! Which part of a booking a replacement stands for, and what it is held against.

use rights::Reroute;

use super::*;
use crate::support::{judge, munich_frankfurt_new_york, time};

/// A replacement the carrier offered and the passenger took.
fn offered(departure: Option<&str>, arrival: &str) -> Option<Reroute> {
    Some(Reroute {
        departure: departure.map(time),
        arrival: Some(time(arrival)),
        accepted: Some(true),
        self_arranged: false,
    })
}

#[test]
fn a_replacement_from_the_start_is_held_against_the_start_art_5_1_c() {
    let of = |departure| {
        let [first, second] = munich_frankfurt_new_york();
        let legs = vec![first, with(second, LegStatus::Cancelled)];
        let mut case = case(Disruption::Cancellation, legs);
        case.facts.notice_days = Some(10);
        case.facts.reroute = offered(Some(departure), "2026-06-10T15:00");
        eu(&case)
    };
    // Before anybody could have been in Frankfurt: half an hour after the booked start.
    assert_eq!(of("2026-06-10T06:59"), "none");
    // From Frankfurt, three hours before the flight that was cancelled.
    assert_eq!(of("2026-06-10T07:00"), "300.00 half");
}

#[test]
fn a_replacement_is_that_of_the_flight_with_the_fate_told_of() {
    let out = leg("UA1", "FRA", "JFK", "2026-06-10T10:00", "2026-06-10T13:00");
    let back = leg("UA2", "JFK", "FRA", "2026-06-20T18:00", "2026-06-21T08:00");
    let legs = vec![
        with(out, LegStatus::Cancelled),
        with(back, LegStatus::Denied),
    ];
    let mut case = case(Disruption::DeniedBoarding, legs);
    case.facts.notice_days = Some(0);
    case.facts.reroute = offered(None, "2026-06-21T12:00");
    // It stands for the way back; nothing was offered for the way out.
    assert!(keys(&case).contains(&"NoOffer"));
    assert_eq!(eu(&case), "600.00");
}

#[test]
fn a_status_of_another_booking_leaves_the_replacement_to_nobody() {
    let mut silent = case(
        Disruption::Delay,
        vec![
            leg("LH1", "FRA", "MAD", "2026-06-10T08:00", "2026-06-10T10:30"),
            with(
                leg("TP2", "MAD", "LIS", "2026-06-10T14:00", "2026-06-10T14:20"),
                LegStatus::Missed,
            ),
        ],
    );
    silent.facts.single_booking = false;
    silent.facts.reroute = offered(None, "2026-06-10T14:00");
    assert_eq!(eu(&silent), "depends");
    // Nor does who missed a flight of another booking wait at the carrier's cost.
    let apart = vec![
        late(
            leg("UA1", "JFK", "FRA", "2026-06-09T18:00", "2026-06-10T08:00"),
            0,
        ),
        with(
            leg("LH1", "FRA", "MAD", "2026-06-10T12:00", "2026-06-10T14:30"),
            LegStatus::Missed,
        ),
    ];
    let mut missed = case(Disruption::Delay, apart);
    missed.facts.single_booking = false;
    missed.facts.reroute = offered(None, "2026-06-10T20:00");
    let found = entry(&missed, Regime::Eu261).expect("an entry");
    assert_eq!(found.other_rights, []);
}

#[test]
fn of_three_parts_the_replacement_days_later_stands_for_the_last_before_it() {
    let legs = [
        ("LH1", "FRA", "MAD", "2026-06-01"),
        ("TP2", "MAD", "LIS", "2026-06-10"),
        ("AF3", "LIS", "CDG", "2026-06-20"),
    ];
    let legs = legs.map(|(flight, from, to, day)| {
        let (departure, arrival) = (format!("{day}T08:00"), format!("{day}T10:30"));
        leg(flight, from, to, &departure, &arrival)
    });
    let mut case = case(Disruption::Delay, legs.into());
    case.facts.reroute = offered(None, "2026-06-15T12:00");
    let answer = judge(&case);
    assert_eq!(claim_from(&case), "TP");
    // Five days and an hour and a half after the booked end in Lisbon.
    assert_eq!(answer.delay_minutes, Some(5 * 24 * 60 + 90));
    // On the day of the last one it stands for that one.
    case.facts.reroute = offered(None, "2026-06-20T15:00");
    assert_eq!(claim_from(&case), "AF");
}

#[test]
fn the_part_that_its_own_times_show_to_have_failed_goes_before_the_nearest() {
    let out = late(
        leg("FR1", "DUS", "PMI", "2026-09-01T06:00", "2026-09-01T08:25"),
        360,
    );
    let back = late(
        leg("FR2", "PMI", "DUS", "2026-09-08T09:00", "2026-09-08T11:30"),
        0,
    );
    let mut case = case(Disruption::Delay, vec![out, back]);
    // A day before the way back, and yet in place of the way out.
    case.facts.reroute = offered(None, "2026-09-07T12:25");
    assert_eq!(judge(&case).delay_minutes, Some(6 * 24 * 60 + 240));
}

#[test]
fn a_replacement_within_a_day_before_the_booked_end_stands_for_that_part() {
    let of = |arrival| {
        let out = leg("FR1", "DUS", "PMI", "2026-09-01T06:00", "2026-09-01T08:25");
        let back = leg("VY2", "PMI", "DUS", "2026-09-08T09:00", "2026-09-08T11:30");
        let mut case = case(Disruption::Cancellation, vec![out, back]);
        case.facts.notice_days = Some(3);
        case.facts.reroute = offered(None, arrival);
        claim_from(&case)
    };
    assert_eq!(of("2026-09-08T09:30"), "VY");
    assert_eq!(of("2026-09-07T11:30"), "VY");
    // More than a day before it is late for the way out.
    assert_eq!(of("2026-09-07T11:29"), "FR");
}
