//! A case as JSON: what is refused, and where the fault is said to be.

mod limits;

use crate::support::Codes;
use jiff::civil::date;
use reference::Embedded;
use rights::contract::{Fault, answer, parse_case};
use rights::{Case, assess};
use serde_json::{Value, json};

fn valid() -> Value {
    json!({
        "legs": [{
            "flight": "AF1225",
            "origin": "BRE",
            "destination": "CDG",
            "scheduled_departure": "2026-11-02T06:30",
            "scheduled_arrival": "2026-11-02T08:15",
        }],
        "disruption": "delay",
    })
}

fn parse(value: &Value) -> Result<Case, Vec<Fault>> {
    parse_case(value.to_string().as_bytes(), date(2026, 11, 20), &Embedded)
}

/// The faults as `path code`.
fn faults(value: &Value) -> Vec<String> {
    let found = parse(value).expect_err("a fault");
    found
        .into_iter()
        .map(|fault| format!("{} {}", fault.path, fault.code))
        .collect()
}

/// The faults after one change of the valid case.
fn after(pointer: &str, value: Value) -> Vec<String> {
    let mut case = valid();
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    if parent.starts_with("/facts") && case["facts"].is_null() {
        case["facts"] = json!({});
    }
    case.pointer_mut(parent).expect("a place")[key] = value;
    faults(&case)
}

#[test]
fn a_plain_case_is_read_with_the_defaults_of_the_contract() {
    let case = parse(&valid()).expect("a case");
    assert_eq!(case.assessed_on, date(2026, 11, 20));
    assert!(case.facts.single_booking && case.facts.travelled && !case.facts.cause_proven);
    assert_eq!(case.legs[0].carrier().as_str(), "AF");
}

#[test]
fn a_leg_says_that_it_was_the_one_flown_in_a_lower_class() {
    let flight =
        |flight: &str, from: &str, to: &str, times: [&str; 2], downgraded: Option<bool>| {
            let mut leg = json!({
                "flight": flight, "origin": from, "destination": to,
                "scheduled_departure": times[0], "scheduled_arrival": times[1],
            });
            if let Some(downgraded) = downgraded {
                leg["downgraded"] = json!(downgraded);
            }
            leg
        };
    // 30 per cent of the short flight, 75 of the long one (Art 10(2)).
    let case = |disruption: &str, on: [Option<bool>; 2]| {
        json!({
            "legs": [
                flight("LH1", "MUC", "FRA", ["2026-06-10T08:00", "2026-06-10T09:00"], on[0]),
                flight("LH2", "FRA", "JFK", ["2026-06-10T11:00", "2026-06-10T14:00"], on[1]),
            ],
            "disruption": disruption,
            "facts": {"leg_fare": {"amount": "400.00", "currency": "EUR"}},
        })
    };
    let eu = |on| crate::support::eu(&parse(&case("downgrade", on)).expect("a case"));
    assert_eq!(eu([None, None]), "depends");
    assert_eq!(eu([Some(false), Some(false)]), "depends");
    assert_eq!(eu([Some(true), None]), "120.00");
    assert_eq!(eu([Some(false), Some(true)]), "300.00");
    let both = faults(&case("downgrade", [Some(true), Some(true)]));
    assert_eq!(both, ["legs[1].downgraded invalid_value"]);
    assert_eq!(
        after("/legs/0/downgraded", json!("yes")),
        ["legs[0].downgraded wrong_type"]
    );
    // Of another disruption times and statuses tell the leg.
    let late = parse(&case("delay", [Some(true), None])).expect("a case");
    assert_eq!(late.disrupted_leg, None);
}

#[test]
fn flight_numbers_come_in_three_forms() {
    for (text, carrier) in [
        ("AF1225", "AF"),
        ("AF 1225", "AF"),
        ("AFR1225", "AFR"),
        ("4U9445", "4U"),
        ("U21A", "U2"),
    ] {
        let mut case = valid();
        case["legs"][0]["flight"] = json!(text);
        assert_eq!(
            parse(&case).expect("a case").legs[0].carrier().as_str(),
            carrier,
            "{text}"
        );
    }
    for text in [
        "", "1225", "AF", "AF12255", "AFRA1225", "AF-1225", "äF1225", "11225",
    ] {
        assert_eq!(
            after("/legs/0/flight", json!(text)),
            ["legs[0].flight invalid_value"],
            "{text}"
        );
    }
}

#[test]
fn each_fault_names_its_place() {
    let table = [
        (
            "/legs/0/origin",
            json!("bre"),
            "legs[0].origin invalid_value",
        ),
        (
            "/legs/0/origin",
            json!("QQQ"),
            "legs[0].origin unknown_airport",
        ),
        (
            "/legs/0/origin",
            json!("CDG"),
            "legs[0].destination invalid_value",
        ),
        ("/legs/0/origin", json!(7), "legs[0].origin wrong_type"),
        (
            "/legs/0/scheduled_departure",
            json!("2026-11-02 06:30"),
            "legs[0].scheduled_departure invalid_time",
        ),
        (
            "/legs/0/scheduled_departure",
            json!("2026-02-30T06:30"),
            "legs[0].scheduled_departure invalid_time",
        ),
        (
            "/legs/0/scheduled_departure",
            json!("2026-11-02T06:30:00"),
            "legs[0].scheduled_departure invalid_time",
        ),
        (
            "/legs/0/scheduled_departure",
            json!("2026-11-02T08:16"),
            "legs[0].scheduled_arrival wrong_order",
        ),
        (
            "/legs/0/carrier_licence",
            json!("QQ"),
            "legs[0].carrier_licence unknown_country",
        ),
        (
            "/legs/0/status",
            json!("flown"),
            "legs[0].status invalid_value",
        ),
        ("/legs/0/seat", json!("1A"), "legs[0].seat unknown_key"),
        ("/disruption", json!("boredom"), "disruption invalid_value"),
        (
            "/assessed_on",
            json!("20.11.2026"),
            "assessed_on invalid_date",
        ),
        (
            "/facts/notice_days",
            json!(-1),
            "facts.notice_days invalid_number",
        ),
        (
            "/facts/notice_days",
            json!(1.5),
            "facts.notice_days invalid_number",
        ),
        (
            "/facts/notice_days",
            json!("3"),
            "facts.notice_days wrong_type",
        ),
        (
            "/facts/travelled",
            json!("yes"),
            "facts.travelled wrong_type",
        ),
        (
            "/facts/cause",
            json!("gremlins"),
            "facts.cause invalid_value",
        ),
        ("/facts/forum", json!("QQ"), "facts.forum unknown_country"),
        (
            "/facts/landed_at",
            json!("QQQ"),
            "facts.landed_at unknown_airport",
        ),
        (
            "/facts/already_received",
            json!({"amount": "-1.00", "currency": "EUR"}),
            "facts.already_received.amount invalid_number",
        ),
        (
            "/facts/already_received",
            json!({"amount": "1.00"}),
            "facts.already_received.currency missing",
        ),
        (
            "/facts/reroute",
            json!({"arival": "2026-11-02T08:15"}),
            "facts.reroute.arival unknown_key",
        ),
        (
            "/facts/reroute",
            json!({"departure": "2026-11-02T10:00", "arrival": "2026-11-02T09:59"}),
            "facts.reroute.arrival wrong_order",
        ),
        ("/facts/baggage", json!({}), "facts.baggage.kind missing"),
        ("/note", json!("hello"), "note unknown_key"),
    ];
    for (pointer, value, expected) in table {
        assert_eq!(
            after(pointer, value.clone()),
            [expected],
            "{pointer} {value}"
        );
    }
}

#[test]
fn all_faults_are_found_at_once() {
    let case = json!({
        "legs": [
            {"flight": "AF1225", "origin": "QQQ", "destination": "CDG",
             "scheduled_departure": "2026-11-02T06:30", "scheduled_arrival": "2026-11-02T08:15"},
            {"flight": "?", "origin": "CDG", "destination": "GRU"},
        ],
        "facts": {"single_booking": "maybe"},
        "colour": "red",
    });
    let mut found = faults(&case);
    found.sort();
    assert_eq!(
        found,
        [
            "colour unknown_key",
            "disruption missing",
            "facts.single_booking wrong_type",
            "legs[0].origin unknown_airport",
            "legs[1].flight invalid_value",
            "legs[1].scheduled_arrival missing",
            "legs[1].scheduled_departure missing",
        ]
    );
}

#[test]
fn one_to_eight_legs_in_their_order() {
    assert_eq!(
        faults(&json!({"legs": [], "disruption": "delay"})),
        ["legs wrong_count"]
    );
    let mut nine = valid();
    let leg = nine["legs"][0].clone();
    nine["legs"] = json!(vec![leg; 9]);
    assert_eq!(faults(&nine), ["legs wrong_count"]);
    let mut swapped = valid();
    swapped["legs"].as_array_mut().expect("a list").push(json!({
        "flight": "AF454", "origin": "CDG", "destination": "GRU",
        "scheduled_departure": "2026-11-01T10:30", "scheduled_arrival": "2026-11-01T18:00",
    }));
    assert_eq!(
        faults(&swapped),
        ["legs[1].scheduled_departure wrong_order"]
    );
}

#[test]
fn times_are_of_the_years_1990_to_2100() {
    for (text, fits) in [
        ("1989-12-31T23:59", false),
        ("1990-01-01T00:00", true),
        ("2100-12-31T23:59", true),
        ("2101-01-01T00:00", false),
    ] {
        let mut case = valid();
        case["facts"] = json!({"reroute": {"departure": text}});
        assert_eq!(parse(&case).is_ok(), fits, "{text}");
    }
}

#[test]
fn what_is_unknown_is_left_out_and_null_is_a_fault() {
    for (pointer, fault) in [
        ("/legs/0/origin", "legs[0].origin wrong_type"),
        ("/legs/0/status", "legs[0].status wrong_type"),
        ("/facts", "facts wrong_type"),
        ("/facts/leg_fare", "facts.leg_fare wrong_type"),
        ("/assessed_on", "assessed_on wrong_type"),
    ] {
        assert_eq!(after(pointer, Value::Null), [fault]);
    }
}

#[test]
fn over_the_date_line_a_flight_may_land_before_it_left() {
    let mut case = valid();
    case["legs"][0] = json!({
        "flight": "NZ1", "origin": "AKL", "destination": "LAX",
        "scheduled_departure": "2026-06-10T19:30", "scheduled_arrival": "2026-06-10T12:30",
    });
    assert!(parse(&case).is_ok());
}

#[test]
fn what_is_no_json_or_no_object_is_refused() {
    for text in ["", "{", "[]", "null", "\u{0}", "{\"legs\": "] {
        assert!(
            parse_case(text.as_bytes(), date(2026, 11, 20), &Embedded).is_err(),
            "{text}"
        );
    }
    assert!(parse_case(&[0xff, 0xfe], date(2026, 11, 20), &Embedded).is_err());
}

#[test]
fn the_answer_has_the_shape_of_the_contract() {
    let mut value = valid();
    value["legs"][0]["actual_arrival"] = json!("2026-11-02T11:15");
    let case = parse(&value).expect("a case");
    let answer = serde_json::to_value(answer(&assess(&case, &Embedded), &Codes)).expect("JSON");
    let entry = &answer["assessments"][0];
    assert_eq!(answer["rules"], "2026-12-03");
    assert_eq!(answer["delay_minutes"], 180);
    assert_eq!(answer["distance"]["origin"], "BRE");
    assert_eq!(
        entry["compensation"],
        json!({"amount": "250.00", "currency": "EUR", "reduced": false})
    );
    assert_eq!(entry["claim_from"], "AF");
    assert_eq!(
        entry["steps"][0],
        json!({
            "rule": "Art 3(1)(a)",
            "confidence": "sure",
            "checked": "2026-11-20",
            "met": true,
            "because": "StartsInEu",
            "values": {"airport": "BRE"},
        })
    );
    assert_eq!(answer["recommended"], "EU261");
    assert!(answer.get("out_of_scope").is_none());
}

/// The faults of a text, which need not be what `serde_json` would write.
fn faults_of(text: &str) -> Vec<Fault> {
    parse_case(text.as_bytes(), date(2026, 11, 20), &Embedded).expect_err("a fault")
}

#[test]
fn a_key_that_stands_twice_is_a_fault_at_its_place() {
    let text = valid().to_string();
    for (once, twice, path) in [
        (
            "\"flight\":",
            "\"flight\":\"LH400\",\"flight\":",
            "legs[0].flight",
        ),
        (
            "\"disruption\":",
            "\"disruption\":\"delay\",\"disruption\":",
            "disruption",
        ),
        (
            "\"legs\":",
            "\"facts\":{\"note\":\"a\",\"note\":\"a\"},\"legs\":",
            "facts.note",
        ),
    ] {
        let found = faults_of(&text.replacen(once, twice, 1));
        let found: Vec<_> = found
            .iter()
            .map(|fault| (&*fault.path, fault.code))
            .collect();
        assert_eq!(found, [(path, "duplicate_key")]);
    }
}

#[test]
fn what_is_said_of_faults_is_bounded_whatever_is_sent() {
    let keys: Vec<String> = (0..6_000).map(|n| format!("\"k{n}\":0")).collect();
    let found = faults_of(&format!("{{{}}}", keys.join(",")));
    assert_eq!(found.len(), 201);
    let last = found.last().expect("a fault");
    assert_eq!((&*last.path, last.code), ("", "too_many_faults"));
    assert_eq!(last.message, "has 5802 more faults");
    let long = "ä".repeat(30_000);
    let mut case = valid();
    case["legs"][0]["flight"] = json!(long);
    case["disruption"] = json!(long);
    case[&long] = json!(0);
    for fault in parse(&case).expect_err("faults") {
        assert!(fault.path.len() + fault.message.len() < 400, "{fault}");
    }
}

#[test]
fn a_currency_is_one_that_there_is() {
    let with = |currency: &str| {
        let mut case = valid();
        let sum = json!({"amount": "100", "currency": currency});
        case["facts"] = json!({"already_received": sum});
        parse(&case).is_ok()
    };
    for currency in ["EUR", "SDR", "XDR", "XTS", "JPY", "BGN"] {
        assert!(with(currency), "{currency}");
    }
    // The last code but one is what ISO 4217 writes where there is no currency.
    for currency in ["ABC", "QQQ", "eur", "EURO", "", "XXX", "€"] {
        assert!(!with(currency), "{currency}");
    }
}

#[test]
fn a_time_outside_of_air_travel_or_far_from_what_was_booked_is_a_slip() {
    for (time, codes) in [
        (
            "0000-01-01T00:00",
            vec!["legs[0].actual_arrival invalid_time"],
        ),
        (
            "1899-12-31T23:59",
            vec!["legs[0].actual_arrival invalid_time"],
        ),
        (
            "2100-01-01T00:00",
            vec!["legs[0].actual_arrival invalid_time"],
        ),
        (
            "2028-11-02T08:15",
            vec!["legs[0].actual_arrival invalid_time"],
        ),
        (
            "2024-11-02T08:15",
            vec!["legs[0].actual_arrival invalid_time"],
        ),
    ] {
        assert_eq!(
            after("/legs/0/actual_arrival", json!(time)),
            codes,
            "{time}"
        );
    }
    let mut case = valid();
    case["legs"][0]["actual_arrival"] = json!("2027-11-01T08:15");
    assert!(parse(&case).is_ok(), "a year less a day");
}
