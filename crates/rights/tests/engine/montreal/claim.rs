//! Time, payments and other laws (Art 35 and on).

use crate::support::{entry, late, time};
use jiff::ToSpan;
use jiff::civil::date;
use rights::{Case, Disruption, Outcome, Regime, Reroute};

use super::cases::*;

#[test]
fn two_years_from_arrival_art_35() {
    let mut case = delayed(frankfurt());
    for (day, expected) in [(date(2028, 6, 10), "500.00"), (date(2028, 6, 11), "none")] {
        case.assessed_on = day;
        assert_eq!(is(&case), expected, "{day}");
    }
    // It arrived a day later than booked.
    case.legs[0].actual_arrival = case.legs[0].scheduled_arrival.map(|at| at + 1.days());
    for (day, expected) in [(date(2028, 6, 11), "500.00"), (date(2028, 6, 12), "none")] {
        case.assessed_on = day;
        assert_eq!(is(&case), expected, "{day}");
    }
    let deadline = entry(&case, Regime::Mc99)
        .and_then(|entry| entry.deadline)
        .expect("a day");
    assert_eq!(
        (deadline.last_day, deadline.certain),
        (date(2028, 6, 11), true)
    );
    assert_eq!(deadline.forum.as_str(), "DE");
}

#[test]
fn what_was_paid_is_taken_off_the_sum_due() {
    let rows = [
        (sdr(500), Some(sdr(200)), "300.00"),
        (sdr(500), Some(sdr(500)), "none"),
        (sdr(10_000), Some(sdr(303)), "6000.00"),
        (sdr(500), Some(euro(600)), "500.00"),
        (euro(900), Some(euro(600)), "300.00"),
    ];
    for (loss, already_received, expected) in rows {
        let mut case = delayed(frankfurt());
        case.facts.proven_loss = Some(loss);
        case.facts.already_received = already_received;
        assert_eq!(is(&case), expected, "{loss}");
    }
}

#[test]
fn a_fixed_sum_and_damages_stand_side_by_side() {
    let case = delayed(frankfurt());
    let fixed = entry(&case, Regime::Eu261).expect("in scope");
    let damages = entry(&case, Regime::Mc99).expect("in scope");
    assert_eq!(fixed.outcome, Outcome::Eligible);
    assert_eq!(damages.outcome, Outcome::Eligible);
    assert!(!fixed.excludes.contains(&Regime::Mc99));
    assert!(damages.excludes.is_empty());
}

#[test]
fn several_airlines_on_a_ticket_are_remarked_art_36_39() {
    let told = |case: &Case| {
        let entry = entry(case, Regime::Mc99).expect("in scope");
        entry
            .steps
            .iter()
            .any(|step| step.rule.name == "SEVERAL_CARRIERS")
    };
    let mut case = delayed(frankfurt());
    assert!(!told(&case));
    case.legs[0].operating_carrier = "UA".parse().ok();
    assert!(told(&case));
}

#[test]
fn two_legs_of_one_airline_are_no_several_airlines_art_36_39() {
    let told = |second: &str| {
        let mut case = delayed(frankfurt());
        let onward = flight(second, "JFK", "ORD", "2026-06-11");
        case.legs.push(late(onward, 200));
        let steps = entry(&case, Regime::Mc99).expect("in scope").steps;
        steps
            .iter()
            .any(|step| step.rule.name == "SEVERAL_CARRIERS")
    };
    assert!(!told("LH402"));
    // Each flown under its own number, and yet by two airlines.
    assert!(told("UA402"));
}

#[test]
fn the_two_years_run_from_the_arrival_by_the_flight_that_was_taken_art_35() {
    let last_day = |accepted, self_arranged| {
        let mut case = delayed(frankfurt());
        case.facts.reroute = Some(Reroute {
            arrival: Some(time("2026-06-13T20:00")),
            accepted,
            self_arranged,
            ..Reroute::default()
        });
        let entry = entry(&case, Regime::Mc99).expect("in scope");
        entry.deadline.expect("a deadline").last_day
    };
    let (own, replaced) = (date(2028, 6, 10), date(2028, 6, 13));
    assert_eq!(last_day(Some(true), false), replaced);
    assert_eq!(last_day(None, false), replaced);
    // One that was declined brought nobody there; one that was bought did.
    assert_eq!(last_day(Some(false), false), own);
    assert_eq!(last_day(Some(false), true), replaced);
    assert_eq!(last_day(Some(true), true), replaced);
}

#[test]
fn as_long_as_the_arrival_is_asked_for_the_two_years_only_warn_art_35() {
    let of = |mut case: Case| {
        case.assessed_on = date(2029, 1, 1);
        let entry = entry(&case, Regime::Mc99).expect("in scope");
        let over = entry.steps.iter().any(|step| step.rule.name == "TWO_YEARS");
        (entry.outcome, over)
    };
    let unknown = costly(Disruption::Delay, vec![frankfurt()]);
    assert_eq!(of(unknown), (Outcome::Depends, true));
    assert_eq!(of(delayed(frankfurt())), (Outcome::NoCompensation, true));
    // Another gap does not keep the years open.
    let mut no_loss = delayed(frankfurt());
    no_loss.facts.proven_loss = None;
    assert_eq!(of(no_loss), (Outcome::NoCompensation, true));
}
