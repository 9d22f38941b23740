//! How a booking falls into parts, which flight of it failed and who answers, where
//! little is told.

mod replaced;

use jiff::ToSpan;
use jiff::civil::date;
use rights::{Case, Disruption, Leg, LegStatus, Regime};

use crate::support::{cancelled, case, entry, eu, late, leg, with};

fn claim_from(case: &Case) -> String {
    let entry = entry(case, Regime::Eu261).expect("an entry");
    entry.claim_from.as_str().to_owned()
}

fn keys(case: &Case) -> Vec<&'static str> {
    let entry = entry(case, Regime::Eu261).expect("an entry");
    entry.steps.iter().map(|step| step.finding.key()).collect()
}

/// Frankfurt to Munich, Zurich and New York, each with another airline.
fn three() -> [Leg; 3] {
    [
        leg("LH1", "FRA", "MUC", "2026-06-10T06:00", "2026-06-10T07:00"),
        leg("LX2", "MUC", "ZRH", "2026-06-10T08:00", "2026-06-10T09:00"),
        leg("UA3", "ZRH", "JFK", "2026-06-10T11:00", "2026-06-10T14:00"),
    ]
}

/// The leg with its real departure alone.
fn left(mut leg: Leg, minutes: i64) -> Leg {
    leg.actual_departure = leg.scheduled_departure.map(|at| at + minutes.minutes());
    leg
}

#[test]
fn a_missed_flight_is_the_fault_of_the_one_before_unless_its_times_clear_it() {
    let of = |second: Leg| {
        let [first, _, third] = three();
        let legs = vec![late(first, 0), second, with(third, LegStatus::Missed)];
        claim_from(&case(Disruption::MissedConnection, legs))
    };
    let second = || three()[1].clone();
    // Nobody says when it came: it is the one that came too late.
    assert_eq!(of(second()), "LX");
    assert_eq!(of(late(second(), 1)), "LX");
    // It came in time, so that the next one is to blame.
    assert_eq!(of(late(second(), 0)), "UA");
}

#[test]
fn without_any_sign_the_last_flight_is_where_the_delay_showed() {
    let [first, _, third] = three();
    let mut second = first;
    second.destination = "ZRH".parse().expect("an airport");
    assert_eq!(
        claim_from(&case(Disruption::Delay, vec![second, third])),
        "UA"
    );
}

#[test]
fn a_flight_that_left_more_than_an_hour_early_is_the_one_that_failed_c_146_20() {
    let of = |minutes: i64| {
        let [first, second, _] = three();
        claim_from(&case(
            Disruption::BroughtForward,
            vec![left(first, -minutes), second],
        ))
    };
    assert_eq!(of(61), "LH");
    assert_eq!(of(62), "LH");
    assert_eq!(of(60), "LX");
}

#[test]
fn a_flight_that_left_on_time_and_came_late_is_held_against_its_arrival() {
    let of = |minutes: i64| {
        let [first, _, third] = three();
        let mut first = left(first, 0);
        first.destination = "ZRH".parse().expect("an airport");
        first.actual_arrival = first.scheduled_arrival.map(|at| at + minutes.minutes());
        let legs = vec![first, with(third, LegStatus::Cancelled)];
        claim_from(&case(Disruption::Cancellation, legs))
    };
    // Four hours were booked for the change (C-436/21).
    assert_eq!(of(239), "UA");
    assert_eq!(of(240), "LH");
}

#[test]
fn the_licence_that_counts_is_that_of_the_leg_that_failed() {
    let first = leg("QQZ1", "JFK", "BOS", "2026-06-10T08:00", "2026-06-10T09:00");
    let mut second = leg("QQZ2", "BOS", "CDG", "2026-06-10T12:00", "2026-06-11T01:00");
    second.carrier_licence = Some("FR".parse().expect("a country"));
    let legs = vec![late(first, 0), late(second, 300)];
    assert_eq!(eu(&case(Disruption::Delay, legs)), "600.00");
}

#[test]
fn the_half_that_is_known_to_have_come_in_time_did_not_fail_where_nobody_tells_c_173_07() {
    let out = leg("LH1", "FRA", "JFK", "2026-06-10T10:00", "2026-06-10T13:00");
    let back = leg("UA2", "JFK", "FRA", "2026-06-20T18:00", "2026-06-21T08:00");
    let of = |out: Leg| {
        let mut case = case(Disruption::Cancellation, vec![out, back.clone()]);
        case.facts.notice_days = Some(0);
        eu(&case)
    };
    // The way back on an airline from elsewhere is none of this law.
    assert_eq!(of(late(out.clone(), 0)), "none");
    assert_eq!(of(out), "600.00");
}

#[test]
fn a_case_without_times_goes_by_its_day() {
    let mut untimed = cancelled(three()[0].clone(), 0, None);
    untimed.legs[0].scheduled_departure = None;
    untimed.legs[0].scheduled_arrival = None;
    untimed.departure_day = Some(date(2026, 6, 10));
    assert_eq!(eu(&untimed), "250.00");
    untimed.departure_day = Some(date(2005, 2, 16));
    assert_eq!(eu(&untimed), "out");
}

#[test]
fn a_change_at_a_hub_beyond_both_ends_is_no_return() {
    let first = leg("LH1", "MUC", "LHR", "2026-06-10T06:00", "2026-06-10T07:00");
    let second = leg("LH2", "LHR", "FRA", "2026-06-10T09:00", "2026-06-10T11:30");
    let case = case(Disruption::Delay, vec![first, late(second, 300)]);
    assert!(keys(&case).contains(&"OneBooking"));
    assert_eq!(eu(&case), "250.00");
}

#[test]
fn out_by_a_hub_and_back_is_a_return_as_well_c_173_07() {
    let legs = vec![
        late(
            leg("LH1", "FRA", "MUC", "2026-06-10T06:00", "2026-06-10T07:00"),
            0,
        ),
        late(
            leg("LH2", "MUC", "ATH", "2026-06-10T09:00", "2026-06-10T12:30"),
            0,
        ),
        late(
            leg("LH3", "ATH", "FRA", "2026-06-10T18:00", "2026-06-10T20:00"),
            200,
        ),
    ];
    let case = case(Disruption::Delay, legs);
    assert!(keys(&case).contains(&"OutboundAndReturn"));
    // From Athens 1,800 km, and nothing from Frankfurt to Frankfurt.
    assert_eq!(eu(&case), "400.00");
}

#[test]
fn near_the_start_only_the_way_back_to_the_same_airport_is_a_return() {
    let of = |end: &str| {
        let legs = vec![
            late(
                leg("BA1", "LGW", "LHR", "2026-06-10T06:00", "2026-06-10T07:00"),
                0,
            ),
            late(
                leg("BA2", "LHR", end, "2026-06-10T09:00", "2026-06-10T10:00"),
                200,
            ),
        ];
        let found = entry(&case(Disruption::Delay, legs), Regime::Uk261).expect("an entry");
        let mut steps = found.steps.iter().map(|step| step.finding.key());
        steps.any(|key| key == "OutboundAndReturn")
    };
    assert!(of("LGW"));
    // Gatwick to the City by way of Heathrow goes on and does not come back.
    assert!(!of("LCY"));
}

#[test]
fn of_a_single_flight_the_word_goes_before_its_status() {
    let mut late_flight = case(
        Disruption::Delay,
        vec![with(late(three()[0].clone(), 200), LegStatus::Cancelled)],
    );
    late_flight.facts.single_booking = false;
    assert_eq!(eu(&late_flight), "250.00");
    let mut gone = cancelled(three()[0].clone(), 0, None);
    gone.facts.single_booking = false;
    assert_eq!(eu(&gone), "250.00");
}
