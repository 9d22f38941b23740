//! The words, numbers and keys of the contract, and reference data that tells little.

use jiff::civil::{Date, date};
use reference::Embedded;
use rights::contract::{CASE, Field, Kind, answer, capitals, decimal, disruption, parse_case};
use rights::rule::is_stale;
use rights::{
    Airport, ApprControl, Bodies, Carrier, CarrierCode, CarrierSize, Cause, Country, Disruption,
    Forum, Iata, Limitation, ReferenceData, RefusalGrounds, TreatyState, Zone, assess,
};

use crate::support::{Codes, case, frankfurt_new_york, late};

#[test]
fn a_decimal_is_read_to_its_last_place_and_no_further() {
    for (text, wanted) in [
        ("600.00", Some(60_000)),
        ("600", Some(60_000)),
        ("0.5", Some(50)),
        ("1234", Some(123_400)),
        ("12345", None),
        ("1.234", None),
        (".5", None),
        ("5.", None),
        ("-1", None),
        ("1,5", None),
        ("a.1", None),
        ("1.a", None),
        ("", None),
    ] {
        assert_eq!(decimal(text, 4, 2), wanted, "{text}");
    }
    assert_eq!(
        capitals::<Country>("DE")
            .map(|code| code.to_string())
            .as_deref(),
        Some("DE")
    );
    assert_eq!(capitals::<Country>("de"), None);
    assert_eq!(capitals::<Country>("D1"), None);
}

/// The words that can stand under a key.
fn words(fields: &[Field], key: &str) -> Vec<&'static str> {
    let field = fields.iter().find(|field| field.key == key).expect("a key");
    match field.kind {
        Kind::Word(words) => words(),
        _ => Vec::new(),
    }
}

#[test]
fn the_words_of_a_disruption_are_listed_and_read() {
    let listed = words(CASE, "disruption");
    assert_eq!(listed.len(), 8);
    for word in listed {
        assert!(disruption(word).is_some(), "{word}");
    }
    assert_eq!(disruption("delay"), Some(Disruption::Delay));
    assert_eq!(disruption("baggage"), Some(Disruption::Baggage));
    assert_eq!(disruption("boredom"), None);
    let required: Vec<&str> = CASE.iter().filter(|f| f.required).map(|f| f.key).collect();
    assert_eq!(required, ["legs", "disruption"]);
}

#[test]
fn words_of_the_facts_have_their_keys() {
    assert_eq!(Cause::BirdStrike.key(), "bird_strike");
    assert_eq!(ApprControl::OutsideControl.key(), "outside_control");
    assert_eq!(CarrierSize::Small.key(), "small");
    assert_eq!(RefusalGrounds::Security.key(), "security");
}

#[test]
fn a_rule_is_stale_once_so_many_days_have_passed() {
    let checked = date(2026, 11, 20);
    for (today, stale) in [
        (date(2026, 11, 20), false),
        (date(2026, 11, 29), false),
        (date(2026, 11, 30), true),
        (date(2027, 11, 30), true),
    ] {
        assert_eq!(is_stale(checked, today, 10), stale, "{today}");
        let rule = rights::Rule {
            checked,
            ..rights::rules(rights::Regime::Eu261)[0]
        };
        assert_eq!(rule.is_stale(today, 10), stale, "{today}");
    }
}

#[test]
fn kilometres_are_written_to_a_tenth() {
    let flight = frankfurt_new_york();
    let answered = assess(&case(Disruption::Delay, vec![late(flight, 300)]), &Embedded);
    let km = answered.distance.expect("a distance").km;
    let written = serde_json::to_value(answer(&answered, &Codes)).expect("JSON");
    let shown = written["distance"]["km"].as_f64().expect("a number");
    assert!((shown - km).abs() <= 0.05, "{shown} {km}");
    let places = |km: f64| {
        let text = km.to_string();
        text.split_once('.').map_or(0, |(_, rest)| rest.len())
    };
    assert!(places(shown) <= 1, "{shown}");
    // Stored, they keep a metre.
    let stored = rights::snapshot::AssessmentV1::of(
        &answered,
        date(2026, 11, 20),
        date(2026, 6, 20),
        &Embedded,
    );
    let stored = stored.distance.expect("a distance").km;
    assert!((stored - km).abs() <= 0.0005, "{stored} {km}");
    assert!(places(stored) <= 3, "{stored}");
}

#[test]
fn a_malformed_code_says_so() {
    let fault = "?".parse::<Iata>().expect_err("a fault");
    assert_eq!(fault.to_string(), "the code is malformed");
}

/// Reference data that knows what it must and no more.
struct Plain;

impl ReferenceData for Plain {
    fn airport(&self, code: Iata, on: Date) -> Option<Airport> {
        Embedded.airport(code, on)
    }
    fn carrier(&self, code: CarrierCode, on: Date) -> Option<Carrier> {
        Embedded.carrier(code, on)
    }
    fn zone(&self, country: Country, on: Date) -> Option<Zone> {
        Embedded.zone(country, on)
    }
    fn limitation(&self, forum: Forum) -> Option<Limitation> {
        Embedded.limitation(forum)
    }
    fn bodies(&self, country: Country) -> Option<Bodies> {
        Embedded.bodies(country)
    }
    fn treaty_state(&self, country: Country, on: Date) -> Option<TreatyState> {
        Embedded.treaty_state(country, on)
    }
}

#[test]
fn of_a_code_that_is_no_airport_nothing_need_be_known() {
    let text = r#"{"legs":[{"flight":"AF1","origin":"QQQ","destination":"CDG",
        "scheduled_departure":"2026-11-02T06:30","scheduled_arrival":"2026-11-02T08:15"}],
        "disruption":"delay"}"#;
    let faults = parse_case(text.as_bytes(), date(2026, 11, 20), &Plain).expect_err("a fault");
    assert_eq!(faults[0].message, "is no airport we know: QQQ");
    assert_eq!(Plain.no_airport("QQQ".parse().expect("a code")), None);
    let none = Plain.conciliation(
        Country::CH,
        "LX".parse().expect("an airline"),
        date(2026, 11, 20),
    );
    assert!(none.is_none());
}
