//! Reading facts: what is refused, and where.

use crate::support::{TODAY, claim, written};
use recourse::contract::{FACTS, parse_facts};
use reference::Embedded;
use rights::contract::{Fault, Kind};
use serde_json::{Value, json};

fn faults(json: &str) -> Vec<Fault> {
    match parse_facts(json.as_bytes(), TODAY, &Embedded) {
        Ok(given) => panic!("was read: {given:?}"),
        Err(faults) => faults,
    }
}

fn places(facts: &Value) -> Vec<(String, &'static str)> {
    let all = faults(&facts.to_string());
    all.into_iter()
        .map(|fault| (fault.path, fault.code))
        .collect()
}

/// The one fault of a claim with a change.
fn fault(key: &str, value: Value) -> (String, &'static str) {
    let all = places(&claim(&json!({ key: value })));
    assert_eq!(all.len(), 1, "{all:?}");
    all.into_iter().next().expect("a fault")
}

#[test]
fn every_fault_is_named_in_one_reading() {
    let facts = claim(&json!({
        "origin": "Hamburg", "destination": "QQQ", "persons": 0, "sum": "1,00",
        "currency": "EURO", "flight_day": "2026-02-30", "disruption": "rain",
    }));
    let mut found = places(&facts);
    found.sort();
    let wanted = [
        ("currency", "invalid_value"),
        ("destination", "unknown_airport"),
        ("disruption", "invalid_value"),
        ("flight_day", "invalid_date"),
        ("origin", "invalid_value"),
        ("persons", "invalid_number"),
        ("sum", "invalid_number"),
    ];
    let found: Vec<_> = found
        .iter()
        .map(|(path, code)| (path.as_str(), *code))
        .collect();
    assert_eq!(found, wanted);
}

#[test]
fn what_must_be_there_is_missed_at_its_place() {
    let mut found = places(&json!({}));
    found.sort();
    let required: Vec<_> = FACTS.iter().filter(|field| field.required).collect();
    assert_eq!(found.len(), required.len());
    for field in required {
        assert!(
            found.contains(&(field.key.to_owned(), "missing")),
            "{}",
            field.key
        );
        assert_eq!(
            fault(field.key, Value::Null),
            (field.key.to_owned(), "missing")
        );
    }
}

#[test]
fn a_key_that_stands_twice_is_refused_at_its_place() {
    let facts = claim(&json!({})).to_string();
    let twice = facts.replacen('{', r#"{"sum":"1.00","#, 1);
    let found = faults(&twice);
    assert_eq!(
        (found[0].path.as_str(), found[0].code),
        ("sum", "duplicate_key")
    );
    let inner = claim(&json!({ "fx": {} })).to_string();
    let inner = inner.replace(
        r#""fx":{}"#,
        r#""fx":{"PLN_per_EUR":"4.25","PLN_per_EUR":"4.30"}"#,
    );
    let found = faults(&inner);
    assert_eq!(
        (found[0].path.as_str(), found[0].code),
        ("fx.PLN_per_EUR", "duplicate_key")
    );
}

#[test]
fn a_slip_is_refused_and_another_fact_is_named_as_not_used() {
    assert_eq!(
        fault("refused_no", json!("2026-05-10")),
        ("refused_no".to_owned(), "unknown_key")
    );
    let answer = written(&claim(&json!({ "voucher_signed": true })));
    assert_eq!(answer["not_used"], json!(["voucher_signed"]));
    assert!(written(&claim(&json!({})))["not_used"].is_null());
    let rates = written(&claim(&json!({ "fx": { "CZK_per_EUR": "25" } })));
    assert_eq!(rates["not_used"], json!(["fx.CZK_per_EUR"]));
}

#[test]
fn null_is_as_if_the_fact_were_not_there() {
    assert_eq!(
        written(&claim(
            &json!({ "refused_on": null, "fx": null, "relation": null })
        )),
        written(&claim(&json!({}))),
    );
}

#[test]
fn days_lie_in_order_and_in_the_years_that_are_read() {
    let wrong = |key: &str, day: &str| fault(key, json!(day)).1;
    assert_eq!(wrong("refused_on", "2026-03-19"), "wrong_order");
    assert_eq!(wrong("deadline_in_demand", "2026-03-19"), "wrong_order");
    assert_eq!(wrong("served_on", "2026-06-14"), "wrong_order");
    assert_eq!(wrong("body_asked_on", "2026-03-19"), "wrong_order");
    assert_eq!(wrong("body_ended_on", "2026-03-19"), "wrong_order");
    let both = claim(&json!({ "body_asked_on": "2026-06-20", "body_ended_on": "2026-06-19" }));
    assert_eq!(places(&both), [("body_ended_on".to_owned(), "wrong_order")]);
    assert_eq!(wrong("filed_on", "2026-03-13"), "wrong_order");
    assert_eq!(wrong("interest_to", "1989-12-31"), "invalid_date");
    assert_eq!(wrong("interest_to", "2101-01-01"), "invalid_date");
    for right in ["2026-03-20", "2100-12-31"] {
        written(&claim(&json!({ "refused_on": right })));
    }
}

#[test]
fn a_notice_comes_after_the_filing_and_an_answer_after_the_notice() {
    assert_eq!(fault("start_notice", json!("2026-06-14")).1, "wrong_order");
    written(&claim(&json!({ "start_notice": "2026-06-15" })));
    let both = claim(&json!({ "start_notice": "2026-06-20", "airline_answered_on": "2026-06-19" }));
    assert_eq!(
        places(&both),
        [("airline_answered_on".to_owned(), "wrong_order")]
    );
}

#[test]
fn money_is_in_a_currency_of_iso_4217() {
    for code in ["SDR", "XTS", "EURO", "eur", "ZZZ"] {
        assert_eq!(fault("currency", json!(code)).1, "invalid_value", "{code}");
    }
    for code in ["EUR", "XDR", "PLN", "CHF"] {
        written(&claim(&json!({ "currency": code })));
    }
    let found = FACTS.iter().find(|field| field.key == "currency");
    let Some(Kind::Word(words)) = found.map(|field| field.kind) else {
        panic!("no list of currencies")
    };
    assert!(words().contains(&"EUR") && !words().contains(&"SDR") && !words().contains(&"XTS"));
}

#[test]
fn a_rate_is_above_zero_and_at_most_a_thousand() {
    let reads = |rate: &str| {
        let facts = claim(&json!({ "fx": { "PLN_per_EUR": rate } })).to_string();
        parse_facts(facts.as_bytes(), TODAY, &Embedded).is_ok()
    };
    for right in [
        "4.25",
        "4",
        "0.85",
        "0.8500",
        "0.0001",
        "0.0010",
        "999.9999",
        "1000",
        "1000.0",
        "1000.0000",
        "10.5",
    ] {
        assert!(reads(right), "{right}");
    }
    for wrong in [
        "0",
        "0.0",
        "0.0000",
        "1000.0001",
        "1001",
        "04.25",
        "00.5",
        "4.",
        ".5",
        "4.12345",
        "-1",
        "1e3",
        "",
    ] {
        assert!(!reads(wrong), "{wrong}");
    }
    // Null is as if the rate were not there.
    written(&claim(&json!({ "fx": { "PLN_per_EUR": null } })));
}

#[test]
fn codes_and_amounts_are_bounded() {
    assert_eq!(fault("carrier", json!("ew")).1, "invalid_value");
    assert_eq!(fault("claimant_home", json!("DEU")).1, "invalid_value");
    assert_eq!(fault("claimant_home", json!("QQ")).1, "unknown_country");
    assert_eq!(fault("sum", json!("10000000000")).1, "invalid_number");
    assert_eq!(fault("sum", json!(250)).1, "wrong_type");
    assert_eq!(fault("persons", json!(101)).1, "invalid_number");
    assert_eq!(
        fault("fx", json!({ "PLN_per_EUR": "0" })).0,
        "fx.PLN_per_EUR"
    );
    assert_eq!(fault("documents_held", json!([1])).0, "documents_held[0]");
    let many: Vec<String> = (0..51).map(|number| number.to_string()).collect();
    assert_eq!(fault("documents_held", json!(many)).1, "wrong_count");
}

#[test]
fn what_is_no_object_is_refused() {
    for (text, code) in [
        ("", "invalid_json"),
        ("{", "invalid_json"),
        ("[]", "wrong_type"),
        ("null", "wrong_type"),
        ("{\"facts\": 1}", "wrong_type"),
    ] {
        assert_eq!(faults(text)[0].code, code, "{text}");
    }
    let beside = json!({ "facts": claim(&json!({})), "surprise": 1 });
    assert_eq!(places(&beside), [("surprise".to_owned(), "unknown_key")]);
    let inside = json!({ "facts": claim(&json!({ "sum": "x" })) });
    assert_eq!(
        places(&inside),
        [("facts.sum".to_owned(), "invalid_number")]
    );
}

#[test]
fn every_key_says_what_it_means() {
    for field in FACTS {
        assert!(field.meaning.ends_with('.'), "{}", field.key);
        if let Kind::Code(_, pattern) = field.kind {
            assert!(
                pattern.starts_with('^') && pattern.ends_with('$'),
                "{pattern}"
            );
        }
        if let Kind::Word(words) = field.kind {
            assert!(!words().is_empty(), "{}", field.key);
        }
    }
}

#[test]
fn fifty_keys_are_named_as_not_used_and_no_more() {
    let with = |count: usize| {
        let keys = (0..count).map(|number| (format!("unheard_of_thing_{number}"), json!(1)));
        written(&claim(&Value::Object(keys.collect())))["not_used"].clone()
    };
    assert_eq!(with(50).as_array().expect("a list").len(), 50);
    assert_eq!(with(51).as_array().expect("a list").len(), 50);
}

#[test]
fn what_only_the_assessment_looks_at_is_read_by_its_own_rules() {
    written(&claim(
        &json!({ "one_way_fare": "300.00", "delay_minutes": 200, "arrival_after_minutes": 180 }),
    ));
    assert_eq!(fault("one_way_fare", json!(300)).1, "wrong_type");
    assert_eq!(fault("one_way_fare", json!("3,00")).1, "invalid_number");
    assert_eq!(fault("delay_minutes", json!("200")).1, "wrong_type");
}
