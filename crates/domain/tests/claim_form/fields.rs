//! One field, and what it may hold: both sides of every boundary.

use domain::claim_form::{
    AirportDirectory, AirportMatch, Answers, Email, Fault, FaultKind, Field, Flights, MAX_PEOPLE,
    MAX_STOPS, PassengerName, Statement, Step, StepContext, check_step,
};

use rights::Cause;

use crate::samples::{CANCELLATION, DELAY, TODAY, answers, context};

/// A browser, which does not carry the list of airports.
struct Browser;

impl AirportDirectory for Browser {
    fn find(&self, _: &str) -> AirportMatch {
        AirportMatch::CannotTell
    }
}

fn in_the_browser() -> StepContext<'static> {
    StepContext::new(TODAY, &Browser)
}

/// What is wrong with a page.
fn faults(step: Step, typed: &Answers) -> Vec<Fault> {
    match check_step(step, typed, &context()) {
        Ok(()) => Vec::new(),
        Err(faults) => faults.list().to_vec(),
    }
}

/// The flights of a whole story.
fn flights(typed: &Answers) -> Flights {
    Statement::parse(typed, &context()).unwrap().flights
}

fn with(story: &[(&str, &str)], field: Field, text: &str) -> Answers {
    let mut typed = answers(story);
    typed.set(field, text);
    typed
}

#[test]
fn an_address_is_refused_for_every_character_that_none_has() {
    for odd in "<>()[]\\,;:\"@ \t\u{1}\u{7f}\u{a0}".chars() {
        let text = format!("a{odd}b@example.org");
        assert_eq!(Email::parse(&text), Err(FaultKind::Email), "{text:?}");
    }
    for domain in [
        "-a.org", "a-.org", "a_b.org", "a b.org", "a..org", ".org", "org.",
    ] {
        let text = format!("ada@{domain}");
        assert_eq!(Email::parse(&text), Err(FaultKind::Email), "{text}");
    }
    for local in ["", ".a", "a.", "a..b"] {
        let text = format!("{local}@example.org");
        assert_eq!(Email::parse(&text), Err(FaultKind::Email), "{text}");
    }
    for good in ["a.b+c@my-host.example.org", "a@1.de", "o'hara@example.org"] {
        assert_eq!(Email::parse(good).unwrap().to_string(), good);
    }
}

#[test]
fn an_address_has_at_most_254_bytes() {
    let of = |length: usize| format!("{}@example.org", "a".repeat(length - 12));
    assert!(Email::parse(&of(254)).is_ok());
    assert_eq!(Email::parse(&of(255)), Err(FaultKind::Email));
}

#[test]
fn both_boxes_have_to_be_ticked() {
    for field in [Field::IsTrue, Field::MayAct] {
        for text in ["", "on", "no"] {
            let found = faults(Step::Check, &with(DELAY, field, text));
            let kind = FaultKind::NotTicked;
            assert_eq!(found, [Fault { field, kind }], "{text}");
        }
    }
    assert_eq!(faults(Step::Check, &answers(DELAY)), []);
}

#[test]
fn answers_are_empty_until_something_is_typed() {
    let mut typed = Answers::default();
    assert!(typed.is_empty());
    typed.set(Field::Disruption, "delay");
    assert!(!typed.is_empty());
    typed.set(Field::Disruption, " ");
    assert!(typed.is_empty());
}

#[test]
fn what_the_browser_cannot_tell_is_no_fault_and_no_answer() {
    let refused = check_step(Step::Trip, &answers(DELAY), &in_the_browser()).unwrap_err();
    assert_eq!(refused.list(), []);
}

#[test]
fn the_browser_asks_for_as_many_flights_as_there_are_stops() {
    for stops in 0..=MAX_STOPS {
        let mut typed = answers(CANCELLATION);
        for stop in 1..=stops {
            typed.set(Field::Stop(stop), "somewhere");
        }
        let missing: Vec<Field> = match check_step(Step::Flights, &typed, &in_the_browser()) {
            Ok(()) => Vec::new(),
            Err(faults) => faults.list().iter().map(|fault| fault.field).collect(),
        };
        let mut expected: Vec<Field> = (2..=stops + 1).map(Field::Flight).collect();
        if stops > 0 {
            expected.push(Field::DisruptedLeg);
        }
        assert_eq!(missing, expected, "{stops} stops");
    }
}

#[test]
fn the_flight_that_went_wrong_is_one_of_the_trip() {
    for (text, outcome) in [
        ("1", Ok(0)),
        ("3", Ok(2)),
        ("", Err(FaultKind::Missing)),
        ("0", Err(FaultKind::NotOffered)),
        ("4", Err(FaultKind::NotOffered)),
        ("two", Err(FaultKind::NotOffered)),
    ] {
        let typed = with(DELAY, Field::DisruptedLeg, text);
        match outcome {
            Ok(disrupted) => assert_eq!(flights(&typed).disrupted, disrupted, "{text}"),
            Err(kind) => {
                let field = Field::DisruptedLeg;
                let found = faults(Step::Flights, &typed);
                assert_eq!(found, [Fault { field, kind }], "{text}");
            }
        }
    }
    // A direct flight is not asked.
    let typed = with(CANCELLATION, Field::DisruptedLeg, "7");
    assert_eq!(flights(&typed).disrupted, 0);
}

#[test]
fn flight_numbers_are_read_with_what_people_put_between() {
    let field = Field::Flight(1);
    for text in ["LH1112", "lh 1112", "LH-1112", " L H 1 1 1 2 "] {
        let typed = with(CANCELLATION, field, text);
        let number = flights(&typed).booked[0].number;
        assert_eq!(number.to_string(), "LH 1112", "{text}");
    }
    for (text, kind) in [
        ("", FaultKind::Missing),
        ("-", FaultKind::Missing),
        ("LH", FaultKind::FlightNumber),
        ("LH/1112", FaultKind::FlightNumber),
    ] {
        let found = faults(Step::Flights, &with(CANCELLATION, field, text));
        assert_eq!(found, [Fault { field, kind }], "{text:?}");
    }
}

#[test]
fn who_flew_is_read_by_code_and_by_name_and_asked_about_where_it_is_not_clear() {
    let field = Field::OperatedBy(1);
    let flown_by = |text: &str| {
        let statement = Statement::parse(&with(CANCELLATION, field, text), &context());
        let code = statement.unwrap().flights.booked[0].operated_by;
        code.map(|code| code.to_string())
    };
    for (text, code) in [
        ("EI", Some("EI")),
        ("ein", Some("EI")),
        ("Aer Lingus", Some("EI")),
        ("operated by Aer Lingus", Some("EI")),
        // A code that nobody holds is that of an airline we do not know.
        ("ZZ", Some("ZZ")),
        ("no", None),
        ("the same", None),
        ("-", None),
        ("", None),
    ] {
        assert_eq!(flown_by(text).as_deref(), code, "{text}");
    }
    for text in [
        "easyJet",
        "TUI",
        "Lufthansa or Swiss",
        "not sure",
        "FlixBus",
        "?",
    ] {
        let found = faults(Step::Flights, &with(CANCELLATION, field, text));
        let kind = FaultKind::CarrierCode;
        assert_eq!(found, [Fault { field, kind }], "{text}");
    }
}

#[test]
fn without_a_list_of_airlines_a_name_is_no_fault_and_no_airline() {
    let read = |text: &str| {
        let typed = with(CANCELLATION, Field::OperatedBy(1), text);
        check_step(Step::Flights, &typed, &in_the_browser())
    };
    assert_eq!(read("EI"), Ok(()));
    assert!(read("Aer Lingus").unwrap_err().list().is_empty());
}

#[test]
fn a_numbered_field_ends_where_the_form_does() {
    for (stem, most) in [
        ("stop", MAX_STOPS),
        ("flight", MAX_STOPS + 1),
        ("operated-by", MAX_STOPS + 1),
        ("passenger", MAX_PEOPLE),
    ] {
        for number in [1, most] {
            assert!(Field::from_name(&format!("{stem}-{number}")).is_some());
        }
        for number in [0, most + 1] {
            let name = format!("{stem}-{number}");
            assert_eq!(Field::from_name(&name), None, "{name}");
        }
    }
}

#[test]
fn a_notice_is_as_long_as_its_window_and_a_reason_is_a_cause_in_law() {
    let facts = |field, text: &str| {
        let statement = Statement::parse(&with(CANCELLATION, field, text), &context());
        statement.unwrap().to_case(TODAY).facts
    };
    // The windows of Article 5(1)(c).
    for (text, days) in [
        ("14-days", Some(14)),
        ("7-days", Some(7)),
        ("less", Some(0)),
        ("unknown", None),
    ] {
        assert_eq!(facts(Field::Notice, text).notice_days, days, "{text}");
    }
    for (text, cause) in [
        ("none", None),
        ("technical", Some(Cause::TechnicalFault)),
        ("crew", Some(Cause::CrewShortage)),
        ("late-inbound", Some(Cause::LateInbound)),
        ("own-strike", Some(Cause::OwnStaffStrike)),
        ("other-strike", Some(Cause::ThirdPartyStrike)),
        ("weather", Some(Cause::Weather)),
        ("air-traffic-control", Some(Cause::AirTrafficControl)),
        ("security", Some(Cause::Security)),
        ("other", Some(Cause::Unknown)),
    ] {
        assert_eq!(facts(Field::Reason, text).cause, cause, "{text}");
    }
}

#[test]
fn a_name_has_at_most_a_hundred_characters() {
    let name = |length: usize| "é".repeat(length);
    assert!(PassengerName::parse(&name(100)).is_ok());
    assert_eq!(
        PassengerName::parse(&name(101)),
        Err(FaultKind::NameTooLong)
    );
}
