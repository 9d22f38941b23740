//! The form from what was typed to the case, with the real airports, and its
//! parsers on whatever anybody may type.

use domain::intake::{
    AirportDirectory, AirportMatch, Answers, Arrival, Email, Field, Happening, Instead, Journey,
    PassengerName, Replacement, Statement, Step, StepContext, check_step, parse_time,
};
use jiff::civil::{Date, date, datetime};
use proptest::prelude::*;
use reference::Resolution;
use rights::{Disruption, LegStatus, Outcome};

/// The airports of the reference data.
struct Airports;

impl AirportDirectory for Airports {
    fn find(&self, text: &str) -> AirportMatch {
        match reference::Airports::resolve(text) {
            Resolution::One(record) => AirportMatch::One(record.code),
            Resolution::Several(_) => AirportMatch::Several,
            Resolution::None => AirportMatch::None,
        }
    }
}

const TODAY: Date = date(2026, 3, 20);

fn context() -> StepContext<'static> {
    StepContext {
        today: TODAY,
        airports: &Airports,
    }
}

fn answers(typed: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::default();
    for (name, text) in typed {
        answers.set(Field::from_name(name).expect(name), text);
    }
    answers
}

const DELAY: &[(&str, &str)] = &[
    ("event", "delay"),
    ("origin", "Bremen"),
    ("stop-1", "CDG"),
    ("stop-2", "GRU"),
    ("destination", "ASU"),
    ("one-booking", "yes"),
    ("flight-1", "AF 1225"),
    ("flight-2", "af454"),
    ("flight-3", "LA1302"),
    ("operated-by-3", "PZ"),
    ("flight-day", "2"),
    ("flight-month", "March"),
    ("flight-year", "2026"),
    ("trouble-leg", "2"),
    ("booked-arrival-day", "3"),
    ("booked-arrival-month", "3"),
    ("booked-arrival-year", "26"),
    ("booked-arrival-time", "7:30"),
    ("actual-arrival-day", "3"),
    ("actual-arrival-month", "3"),
    ("actual-arrival-year", "2026"),
    ("actual-arrival-time", "18h30"),
    ("reason", "technical"),
    ("passenger-1", "Marta Brandt"),
    ("email", "marta@example.org"),
    ("is-true", "yes"),
    ("may-act", "yes"),
];

const CANCELLATION: &[(&str, &str)] = &[
    ("event", "cancellation"),
    ("origin", "FRA"),
    ("destination", "MAD"),
    ("flight-1", "LH1112"),
    ("flight-day", "5"),
    ("flight-month", "3"),
    ("flight-year", "2026"),
    ("notice", "less"),
    ("booked-departure-day", "5"),
    ("booked-departure-month", "3"),
    ("booked-departure-year", "2026"),
    ("booked-departure-time", "10:00"),
    ("booked-arrival-day", "5"),
    ("booked-arrival-month", "3"),
    ("booked-arrival-year", "2026"),
    ("booked-arrival-time", "12:35"),
    ("replacement", "taken"),
    ("replacement-departure-day", "5"),
    ("replacement-departure-month", "3"),
    ("replacement-departure-year", "2026"),
    ("replacement-departure-time", "10:00"),
    ("replacement-arrival-day", "5"),
    ("replacement-arrival-month", "3"),
    ("replacement-arrival-year", "2026"),
    ("replacement-arrival-time", "14:35"),
    ("reason", "crew"),
    ("passenger-1", "Jürgen Schäfer"),
    ("email", "juergen@example.org"),
    ("is-true", "yes"),
    ("may-act", "yes"),
];

#[test]
fn a_delay_with_stops_becomes_a_case_with_a_leg_each() {
    let statement = Statement::parse(&answers(DELAY), &context()).unwrap();
    let arrived = datetime(2026, 3, 3, 18, 30, 0, 0);
    assert_eq!(statement.happening, Happening::Late(Arrival::At(arrived)));
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
        matches!(statement.happening, Happening::Late(Arrival::At(_))),
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
            // The verdict asks nothing, so what is behind it is open with it.
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
    typed.set(Field::Event, "other");
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
