//! The airports of a trip: what is one journey and what is not.

use domain::claim_form::{
    AirportDirectory, AirportMatch, Answers, FaultKind, Field, Journey, OneBooking, Statement,
    Step, StepContext, check_step,
};
use jiff::civil::datetime;

use crate::samples::{CANCELLATION, DELAY, TODAY, answers, context};

fn faults(typed: &[(&str, &str)]) -> Vec<(Field, FaultKind)> {
    let faults = check_step(Step::Trip, &answers(typed), &context());
    let faults = faults.err().unwrap_or_default();
    let list = faults.list().iter();
    list.map(|fault| (fault.field, fault.kind)).collect()
}

#[test]
fn a_flight_goes_somewhere_else() {
    let there = [("origin", "FRA"), ("destination", "FRA")];
    assert_eq!(
        faults(&there),
        [(Field::Destination, FaultKind::SameAirport)]
    );
}

#[test]
fn an_airport_twice_in_a_row_is_told_at_the_second() {
    let typed = [
        ("origin", "FRA"),
        ("stop-1", "FRA"),
        ("destination", "MAD"),
        ("one-booking", "yes"),
    ];
    assert_eq!(
        faults(&typed),
        [(Field::Stop(1), FaultKind::RepeatedAirport)]
    );
    // The same airport again later on the way is a trip like any other.
    let typed = [
        ("origin", "FRA"),
        ("stop-1", "CDG"),
        ("stop-2", "LHR"),
        ("stop-3", "CDG"),
        ("destination", "MAD"),
        ("one-booking", "yes"),
    ];
    assert_eq!(faults(&typed), []);
}

#[test]
fn there_and_back_are_two_journeys() {
    let typed = [
        ("origin", "FRA"),
        ("stop-1", "MAD"),
        ("destination", "FRA"),
        ("one-booking", "yes"),
    ];
    assert_eq!(
        faults(&typed),
        [(Field::Destination, FaultKind::ReturnTrip)]
    );
    let typed = [
        ("origin", "FRA"),
        ("stop-1", "MAD"),
        ("destination", "CDG"),
        ("one-booking", "yes"),
    ];
    assert_eq!(faults(&typed), []);
}

#[test]
fn who_changed_is_asked_for_the_booking_and_nobody_else() {
    assert_eq!(faults(&[("origin", "FRA"), ("destination", "MAD")]), []);
    // What stays of a stop that was taken back is not asked about.
    let direct = [
        ("origin", "FRA"),
        ("destination", "MAD"),
        ("one-booking", "no"),
    ];
    assert_eq!(faults(&direct), []);
    let changed = [("origin", "FRA"), ("stop-1", "CDG"), ("destination", "MAD")];
    assert_eq!(faults(&changed), [(Field::OneBooking, FaultKind::Missing)]);
    let two = [
        ("origin", "FRA"),
        ("stop-1", "CDG"),
        ("destination", "MAD"),
        ("one-booking", "no"),
    ];
    assert_eq!(
        faults(&two),
        [(Field::OneBooking, FaultKind::SeparateBookings)]
    );
}

#[test]
fn a_trip_of_one_flight_is_one_booking() {
    let statement = Statement::parse(&answers(CANCELLATION), &context()).unwrap();
    assert_eq!(statement.trip.one_booking, OneBooking::Yes);
    assert_eq!(statement.trip.leg_count(), 1);
    let mut typed = answers(DELAY);
    typed.set(Field::OneBooking, "unknown");
    let statement = Statement::parse(&typed, &context()).unwrap();
    assert_eq!(statement.trip.one_booking, OneBooking::Unknown);
    // Who does not know is not taken to have had two.
    assert!(statement.to_case(TODAY).facts.single_booking);
}

/// As in the browser, which has no list of airports.
struct Blind;

impl AirportDirectory for Blind {
    fn find(&self, _text: &str) -> AirportMatch {
        AirportMatch::CannotTell
    }
}

#[test]
fn what_only_the_server_can_tell_is_neither_right_nor_wrong() {
    let context = StepContext::new(TODAY, &Blind);
    let typed = answers(&[("origin", "FRA"), ("destination", "MAD")]);
    let faults = check_step(Step::Trip, &typed, &context).unwrap_err();
    assert_eq!(faults.list(), []);
    let at = ("FRA".parse().unwrap(), datetime(2026, 3, 5, 10, 0, 0, 0));
    assert_eq!(Blind.minutes_between(at, at), None);
}

#[test]
fn a_page_says_what_is_wrong_with_it() {
    let (nothing, context) = (Answers::default(), context());
    let journey = Journey::new(&nothing, &context);
    let faults = journey.check(Step::WhatWentWrong).unwrap_err();
    assert_eq!(faults.list().len(), 1);
    let (all, context) = (answers(DELAY), context);
    let journey = Journey::new(&all, &context);
    assert!(Step::ALL.iter().all(|step| {
        let is_on_the_way = journey.can_visit(*step);
        !is_on_the_way || journey.check(*step).is_ok()
    }));
}
