//! The form from what was typed to the case, with the real airports, and its
//! parsers on whatever anybody may type.

use domain::claim_form::{
    AirportDirectory, Answers, Arrival, Email, Field, Journey, PassengerName, Replacement,
    StatedDisruption, Statement, Step, check_step, parse_time,
};
use jiff::civil::{date, datetime};
use proptest::prelude::*;
use rights::{Disruption, LegStatus};

mod arrival;
mod days;
mod fields;
mod legs;
mod samples;
mod stored;
mod trip;

use samples::{Airports, CANCELLATION, DELAY, TODAY, answers, context};

#[test]
fn a_delay_with_stops_becomes_a_case_with_a_leg_each() {
    let statement = Statement::parse(&answers(DELAY), &context()).unwrap();
    let arrived = datetime(2026, 3, 3, 18, 30, 0, 0);
    assert_eq!(
        statement.disruption,
        StatedDisruption::Late(Arrival::At(arrived))
    );
    let case = statement.to_case(TODAY);
    assert_eq!(case.disruption, Disruption::Delay);
    assert_eq!(case.disrupted_leg, Some(1));
    assert_eq!(case.departure_day, Some(date(2026, 3, 2)));
    assert_eq!(case.assessed_on, TODAY);
    assert!(case.facts.single_booking);
    let route: Vec<String> = case
        .legs
        .iter()
        .map(|leg| format!("{}-{}", leg.origin, leg.destination))
        .collect();
    assert_eq!(route, ["BRE-CDG", "CDG-GRU", "GRU-ASU"]);
    assert!(
        case.legs
            .iter()
            .all(|leg| leg.status == LegStatus::Operated)
    );
    let [first, second, last] = &case.legs[..] else {
        panic!("three legs");
    };
    // Times are only known at the end of the trip.
    assert_eq!(
        (first.scheduled_arrival, second.actual_arrival),
        (None, None)
    );
    let booked = datetime(2026, 3, 3, 7, 30, 0, 0);
    assert_eq!(last.scheduled_arrival, Some(booked));
    assert_eq!(last.actual_arrival, Some(arrived));
    assert_eq!(
        last.operating_carrier.map(|code| code.to_string()),
        Some("PZ".into())
    );

    let assessment = rights::assess(&case, &reference::Embedded);
    let best = assessment.best().expect("a law applies");
    assert_eq!(best.compensation.expect("a sum").amount.minor, 60_000);
}

#[test]
fn a_cancellation_becomes_a_case_with_its_replacement() {
    let statement = Statement::parse(&answers(CANCELLATION), &context()).unwrap();
    let case = statement.to_case(TODAY);
    assert_eq!(case.disruption, Disruption::Cancellation);
    assert_eq!(case.legs[0].status, LegStatus::Cancelled);
    assert_eq!(case.facts.notice_days, Some(0));
    let reroute = case.facts.reroute.expect("another flight");
    assert_eq!(reroute.arrival, Some(datetime(2026, 3, 5, 14, 35, 0, 0)));
    assert_eq!(reroute.accepted, Some(true));
    let assessment = rights::assess(&case, &reference::Embedded);
    let best = assessment.best().expect("a law applies");
    assert_eq!(best.compensation.expect("a sum").amount.minor, 12_500);
}

#[test]
fn what_was_offered_instead_is_told_as_it_was_taken() {
    for (choice, accepted, own, refund) in [
        ("taken", Some(true), Some(false), false),
        ("refused", Some(false), Some(false), true),
        ("own-way", Some(false), Some(true), false),
        ("nothing", None, None, false),
    ] {
        let mut typed = answers(CANCELLATION);
        typed.set(Field::Replacement, choice);
        let statement = Statement::parse(&typed, &context()).unwrap();
        let facts = statement.to_case(TODAY).facts;
        assert_eq!(
            facts.reroute.and_then(|reroute| reroute.accepted),
            accepted,
            "{choice}"
        );
        assert_eq!(
            facts.reroute.map(|reroute| reroute.self_arranged),
            own,
            "{choice}"
        );
        assert_eq!(facts.refund_chosen, refund, "{choice}");
    }
    assert_eq!(Replacement::VALUES.len(), 4);
}

#[test]
fn a_journey_opens_page_by_page_in_its_order() {
    for typed in [DELAY, CANCELLATION] {
        let whole = answers(typed);
        let steps = Journey::new(&whole, &context()).steps();
        assert_eq!(steps.first(), Some(&Step::WhatWentWrong));
        assert_eq!(steps.last(), Some(&Step::Check));
        // The law is told before anybody is asked for a name.
        let place = |step| steps.iter().position(|known| *known == step).unwrap();
        assert!(place(Step::Result) < place(Step::People));
        let mut so_far = Answers::default();
        for (number, step) in steps.iter().enumerate() {
            let context = context();
            let journey = Journey::new(&so_far, &context);
            assert!(journey.can_visit(*step), "{step:?}");
            let next = steps.get(number + 1);
            let opens_next = next.is_some_and(|next| journey.can_visit(*next));
            // The assessment asks nothing, so what is behind it is open with it.
            assert_eq!(opens_next, *step == Step::Result, "{step:?}");
            for (name, text) in typed {
                let field = Field::from_name(name).unwrap();
                if field.step() == *step {
                    so_far.set(field, text);
                }
            }
            assert_eq!(check_step(*step, &so_far, &context), Ok(()), "{step:?}");
            let journey = Journey::new(&so_far, &context);
            assert_eq!(journey.next(*step), steps.get(number + 1).copied());
            let before = number.checked_sub(1).map(|before| steps[before]);
            assert_eq!(journey.previous(*step), before);
        }
    }
}

#[test]
fn the_first_page_that_is_wrong_is_where_a_statement_fails() {
    for (field, step) in [
        ("event", Step::WhatWentWrong),
        ("destination", Step::Trip),
        ("flight-2", Step::Flights),
        ("trouble-leg", Step::Flights),
        ("booked-arrival-time", Step::Schedule),
        ("actual-arrival-day", Step::Arrival),
        ("reason", Step::Reason),
    ] {
        let mut typed = answers(DELAY);
        typed.set(Field::from_name(field).unwrap(), "");
        assert_eq!(Statement::parse(&typed, &context()), Err(step), "{field}");
    }
    let mut typed = answers(CANCELLATION);
    typed.set(Field::Notice, "yesterday");
    assert_eq!(Statement::parse(&typed, &context()), Err(Step::Notice));
    typed.set(Field::Disruption, "other");
    assert_eq!(Statement::parse(&typed, &context()), Err(Step::Result));
}

/// Names of fields, some that are none, and texts of every kind.
fn typed() -> impl Strategy<Value = Vec<(String, String)>> {
    let known: Vec<String> = [DELAY, CANCELLATION]
        .concat()
        .iter()
        .map(|(name, _)| (*name).to_owned())
        .collect();
    let values: Vec<String> = [DELAY, CANCELLATION]
        .concat()
        .iter()
        .map(|(_, text)| (*text).to_owned())
        .collect();
    let name = prop_oneof![4 => prop::sample::select(known), 1 => any::<String>()];
    let text = prop_oneof![
        2 => prop::sample::select(values),
        1 => any::<String>(),
        1 => "[0-9]{0,6}",
        1 => "-?[0-9]{1,2}[:.hH ]?[0-9]{0,3}( ?[ap]m)?",
        1 => Just("🛫".to_owned()),
    ];
    prop::collection::vec((name, text), 0..40)
}

proptest! {
    // Each case reads every page several times, airports included.
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn no_answers_make_a_parser_panic(typed in typed()) {
        let mut answers = Answers::default();
        // Half of the time everything else is answered well, to get further.
        let base = if typed.len() % 2 == 0 { DELAY } else { CANCELLATION };
        for (name, text) in base {
            answers.set(Field::from_name(name).unwrap(), text);
        }
        for (name, text) in &typed {
            if let Some(field) = Field::from_name(name) {
                answers.set(field, text);
            }
        }
        let context = context();
        let journey = Journey::new(&answers, &context);
        let furthest = journey.furthest();
        prop_assert!(journey.can_visit(furthest));
        for step in Step::ALL {
            if let Err(faults) = check_step(step, &answers, &context) {
                for fault in faults.list() {
                    prop_assert_eq!(fault.field.step(), step);
                    prop_assert_eq!(Field::from_name(&fault.field.name()), Some(fault.field));
                }
            }
        }
        if let Ok(statement) = Statement::parse(&answers, &context) {
            let assessment = rights::assess(&statement.to_case(TODAY), &reference::Embedded);
            prop_assert!(!assessment.rules.is_empty());
        }
        // What is stored reads back as it was.
        prop_assert_eq!(Answers::from(answers.to_map()), answers);
    }

    #[test]
    fn no_text_makes_a_reader_of_one_field_panic(text in any::<String>()) {
        let _ = parse_time(&text);
        let _ = Field::from_name(&text);
        let _ = Step::from_slug(&text);
        let _ = Airports.find(&text);
        if let Ok(name) = PassengerName::parse(&text) {
            prop_assert_eq!(PassengerName::parse(name.as_str()), Ok(name));
        }
        if let Ok(email) = Email::parse(&text) {
            prop_assert_eq!(Email::parse(email.as_str()), Ok(email));
        }
    }
}
