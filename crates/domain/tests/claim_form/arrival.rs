//! Whom the booked flights did not take there: what happened instead decides.

use domain::claim_form::{Arrival, Field, Instead, StatedDisruption, Statement, Step, check_step};
use rights::Outcome;

use crate::samples::{CANCELLATION, DELAY, TODAY, answers, context};

/// A delay whose flights did not take the passenger there.
fn did_not_get_there(instead: Instead) -> Statement {
    let mut typed = answers(DELAY);
    typed.set(Field::NeverArrived, "yes");
    typed.set(Field::Instead, instead.value());
    Statement::parse(&typed, &context()).unwrap()
}

#[test]
fn who_did_not_get_there_is_asked_what_happened_instead() {
    let mut typed = answers(DELAY);
    typed.set(Field::NeverArrived, "yes");
    assert_eq!(
        Statement::parse(&typed, &context()),
        Err(Step::Arrival),
        "the tick alone says nothing"
    );
    typed.set(Field::NeverArrived, "");
    typed.set(Field::Instead, "gave-up");
    let statement = Statement::parse(&typed, &context()).unwrap();
    assert!(
        matches!(statement.disruption, StatedDisruption::Late(Arrival::At(_))),
        "without the tick the arrival counts"
    );
    for (instead, needs_time) in [
        (Instead::MoneyBack, false),
        (Instead::GaveUp, false),
        (Instead::Rerouted, true),
        (Instead::OwnWay, true),
    ] {
        typed.set(Field::NeverArrived, "yes");
        typed.set(Field::Instead, instead.value());
        typed.set(Field::from_name("actual-arrival-time").unwrap(), "");
        let read = check_step(Step::Arrival, &typed, &context());
        assert_eq!(read.is_err(), needs_time, "{instead:?}");
    }
}

#[test]
fn who_gave_up_or_took_the_fare_back_is_owed_no_sum_for_a_delay() {
    for (instead, refund, travelled) in [
        (Instead::MoneyBack, true, true),
        (Instead::GaveUp, false, false),
    ] {
        let case = did_not_get_there(instead).to_case(TODAY);
        assert_eq!(case.facts.refund_chosen, refund);
        assert_eq!(case.facts.travelled, travelled);
        assert_eq!(case.facts.reroute, None);
        let assessment = rights::assess(&case, &reference::Embedded);
        let best = assessment.best().expect("a law applies");
        assert_eq!(best.outcome, Outcome::NoCompensation, "{instead:?}");
        assert!(best.missing_facts.is_empty(), "nothing is left to ask");
    }
}

#[test]
fn who_got_there_another_way_is_as_late_as_that_way() {
    for (instead, own) in [(Instead::Rerouted, false), (Instead::OwnWay, true)] {
        let case = did_not_get_there(instead).to_case(TODAY);
        let reroute = case.facts.reroute.expect("another way");
        assert_eq!(reroute.self_arranged, own);
        assert_eq!(reroute.accepted, Some(!own));
        let assessment = rights::assess(&case, &reference::Embedded);
        assert_eq!(assessment.delay_minutes, Some(660));
        let best = assessment.best().expect("a law applies");
        assert_eq!(best.compensation.expect("a sum").amount.minor, 60_000);
    }
}

#[test]
fn after_a_cancellation_the_sum_does_not_hang_on_travelling() {
    for choice in ["refused", "nothing", "own-way"] {
        let mut typed = answers(CANCELLATION);
        typed.set(Field::Replacement, choice);
        let case = Statement::parse(&typed, &context()).unwrap().to_case(TODAY);
        let assessment = rights::assess(&case, &reference::Embedded);
        let best = assessment.best().expect("a law applies");
        assert_eq!(best.outcome, Outcome::Eligible, "{choice}");
    }
}
