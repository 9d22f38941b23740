//! A statement as it is stored, read back for who judges it again.

use domain::claim_form::{Answers, Field, Statement};
use domain::statement::{DisruptionV1, StatementV1};
use jiff::civil::{DateTime, datetime};
use serde_json::{Value, json};

use crate::samples::{CANCELLATION, DELAY, TODAY, answers, context};

fn stated(answers: &Answers) -> Statement {
    Statement::parse(answers, &context()).unwrap()
}

/// What is in the database.
fn stored(statement: &Statement) -> Value {
    let snapshot = statement.snapshot(None, &reference::Embedded);
    serde_json::to_value(snapshot).unwrap()
}

fn read(stored: &Value) -> StatementV1 {
    StatementV1::read(stored).expect("a statement")
}

/// Every way a trip can have gone, and when the passenger arrived.
fn ways() -> Vec<(&'static str, Statement, Option<DateTime>)> {
    let late = datetime(2026, 3, 3, 18, 30, 0, 0);
    let instead = datetime(2026, 3, 5, 14, 35, 0, 0);
    let mut ways = vec![("late", stated(&answers(DELAY)), Some(late))];
    for (way, arrived) in [
        ("rerouted", Some(late)),
        ("own-way", Some(late)),
        ("money-back", None),
        ("gave-up", None),
    ] {
        let mut typed = answers(DELAY);
        typed.set(Field::NeverArrived, "yes");
        typed.set(Field::Instead, way);
        ways.push((way, stated(&typed), arrived));
    }
    for (way, arrived) in [
        ("taken", Some(instead)),
        ("refused", None),
        ("own-way", Some(instead)),
        ("nothing", None),
    ] {
        let mut typed = answers(CANCELLATION);
        typed.set(Field::Replacement, way);
        ways.push((way, stated(&typed), arrived));
    }
    ways
}

#[test]
fn what_was_stated_comes_back_as_it_was() {
    for (way, statement, arrived) in ways() {
        let read = read(&stored(&statement));
        assert_eq!(read.arrived(), arrived, "{way}");
        assert_eq!(read.to_statement().as_ref(), Some(&statement), "{way}");
    }
}

#[test]
fn a_cancellation_is_told_from_a_delay() {
    assert!(read(&stored(&stated(&answers(CANCELLATION)))).is_cancelled());
    assert!(!read(&stored(&stated(&answers(DELAY)))).is_cancelled());
}

#[test]
fn a_trip_of_one_airport_is_none() {
    let mut statement = read(&stored(&stated(&answers(CANCELLATION))));
    statement.airports.truncate(1);
    assert_eq!(statement.to_statement(), None);
    assert_eq!(
        StatementV1::read(&serde_json::to_value(statement).unwrap()),
        None
    );
}

#[test]
fn what_only_a_newer_release_knows_is_shown_and_not_judged() {
    let whole = stored(&stated(&answers(DELAY)));
    for (pointer, word) in [
        ("/disruption", json!({ "kind": "strike_of_the_moon" })),
        ("/disruption/arrival/way", json!("by_balloon")),
        ("/one_booking", json!("three")),
        ("/reason", json!("volcano")),
    ] {
        let mut newer = whole.clone();
        *newer.pointer_mut(pointer).expect(pointer) = word;
        let statement = read(&newer);
        assert_eq!(statement.to_statement(), None, "{pointer}");
        assert_eq!(
            serde_json::to_value(&statement)
                .unwrap()
                .pointer("/version"),
            Some(&json!(1))
        );
    }
    let mut newer = whole;
    newer["disruption"] = json!({ "kind": "strike_of_the_moon" });
    let statement = read(&newer);
    assert_eq!(statement.disruption, DisruptionV1::Unknown);
    assert_eq!(statement.arrived(), None);
}

#[test]
fn two_bookings_that_an_older_form_took_are_judged_as_two() {
    let mut older = stored(&stated(&answers(DELAY)));
    older["one_booking"] = json!("no");
    let statement = read(&older).to_statement().expect("a statement");
    assert!(!statement.to_case(TODAY).facts.single_booking);
}
