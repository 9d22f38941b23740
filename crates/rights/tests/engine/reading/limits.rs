//! Both sides of what a case may hold: order of times, lengths, counts, sums.

use jiff::ToSpan;
use jiff::civil::DateTime;

use super::*;

/// A time as the contract writes it.
fn written(time: DateTime) -> Value {
    json!(time.strftime("%Y-%m-%dT%H:%M").to_string())
}

fn at(text: &str) -> DateTime {
    text.parse().expect("a time")
}

/// The faults after these changes of the first leg.
fn leg_faults(changes: &[(&str, &str)]) -> Vec<String> {
    let mut case = valid();
    for (key, time) in changes {
        case["legs"][0][key] = json!(time);
    }
    match parse(&case) {
        Ok(_) => Vec::new(),
        Err(_) => faults(&case),
    }
}

#[test]
fn a_flight_may_land_when_it_left_and_not_before() {
    let order = ["legs[0].scheduled_arrival wrong_order"];
    let booked = |arrival| leg_faults(&[("scheduled_arrival", arrival)]);
    assert_eq!(booked("2026-11-02T06:30"), [""; 0]);
    assert_eq!(booked("2026-11-02T06:29"), order);
    let flown = |arrival| {
        leg_faults(&[
            ("actual_departure", "2026-11-02T09:00"),
            ("actual_arrival", arrival),
        ])
    };
    assert_eq!(flown("2026-11-02T09:00"), [""; 0]);
    assert_eq!(
        flown("2026-11-02T08:59"),
        ["legs[0].actual_arrival wrong_order"]
    );
}

#[test]
fn six_hundred_thousand_minutes_are_the_most_between_booked_and_real() {
    let off = |key: &str, booked: &str, minutes: i64| {
        let mut case = valid();
        case["legs"][0][key] = written(at(booked) + minutes.minutes());
        match parse(&case) {
            Ok(_) => Vec::new(),
            Err(_) => faults(&case),
        }
    };
    for (key, booked) in [
        ("actual_departure", "2026-11-02T06:30"),
        ("actual_arrival", "2026-11-02T08:15"),
    ] {
        let fault = format!("legs[0].{key} invalid_time");
        for sign in [1, -1] {
            assert_eq!(off(key, booked, sign * 600_000), [""; 0], "{key} {sign}");
            assert_eq!(
                off(key, booked, sign * 600_001),
                [fault.as_str()],
                "{key} {sign}"
            );
        }
    }
    let replaced = |minutes: i64| {
        let arrival = at("2026-11-02T08:15") + minutes.minutes();
        let mut case = valid();
        case["facts"] = json!({"reroute": {"arrival": written(arrival)}});
        match parse(&case) {
            Ok(_) => Vec::new(),
            Err(_) => faults(&case),
        }
    };
    assert_eq!(replaced(600_000), [""; 0]);
    assert_eq!(replaced(600_001), ["facts.reroute.arrival invalid_time"]);
}

/// A second leg to New York that leaves at this time.
fn onward(departure: &str) -> Value {
    json!({
        "flight": "AF6", "origin": "CDG", "destination": "JFK",
        "scheduled_departure": departure, "scheduled_arrival": "2026-11-02T22:00",
    })
}

#[test]
fn a_leg_may_leave_with_the_one_before_and_not_before_it() {
    let of = |departure| {
        let mut case = valid();
        case["legs"]
            .as_array_mut()
            .expect("a list")
            .push(onward(departure));
        parse(&case).is_ok()
    };
    assert!(of("2026-11-02T06:30"));
    assert!(!of("2026-11-02T06:29"));
    // Past a leg without a fault of order the next one is held against the one before.
    let mut three = valid();
    three["legs"] = json!([valid()["legs"][0], onward("2026-11-02T10:00"), {
        "flight": "AA1", "origin": "JFK", "destination": "BOS",
        "scheduled_departure": "2026-11-02T03:59", "scheduled_arrival": "2026-11-02T06:00",
    }]);
    // 10:00 in Paris are 04:00 in New York.
    assert_eq!(faults(&three), ["legs[2].scheduled_departure wrong_order"]);
    three["legs"][2]["scheduled_departure"] = json!("2026-11-02T04:00");
    assert!(parse(&three).is_ok());
}

#[test]
fn a_replacement_may_arrive_when_it_leaves_the_nearest_airport_of_the_journey() {
    let of = |departure: &str, arrival: &str| {
        let mut case = valid();
        case["legs"]
            .as_array_mut()
            .expect("a list")
            .push(onward("2026-11-02T10:00"));
        case["facts"] = json!({"reroute": {"departure": departure, "arrival": arrival}});
        match parse(&case) {
            Ok(_) => Vec::new(),
            Err(_) => faults(&case),
        }
    };
    // Noon in Bremen and Paris are six in New York.
    assert_eq!(of("2026-11-02T12:00", "2026-11-02T06:00"), [""; 0]);
    let order = ["facts.reroute.arrival wrong_order"];
    assert_eq!(of("2026-11-02T12:00", "2026-11-02T05:59"), order);
}

#[test]
fn counts_and_sums_have_a_largest_one() {
    let fits = |key: &str, value: Value| {
        let mut case = valid();
        case["facts"] = json!({ key: value });
        parse(&case).is_ok()
    };
    assert!(fits("notice_days", json!(0)));
    assert!(fits("notice_days", json!(1000)));
    assert!(!fits("notice_days", json!(1001)));
    assert!(fits("extraordinary_minutes", json!(600_000)));
    assert!(!fits("carrier_minutes", json!(600_001)));
    let fare = |amount: &str| {
        let sum = json!({"amount": amount, "currency": "EUR"});
        fits("leg_fare", sum)
    };
    assert!(fare("89999999999999999.99"));
    assert!(!fare("90000000000000000.00"));
    assert!(!fare("100000000000000000"));
    assert!(fare("0") && fare("1.5"));
    assert!(!fare("1.555"));
}

#[test]
fn eight_legs_are_read() {
    let mut case = valid();
    let there = case["legs"][0].clone();
    let mut back = there.clone();
    (back["origin"], back["destination"]) = (json!("CDG"), json!("BRE"));
    case["legs"] = json!([there, back, there, back, there, back, there, back]);
    let read = parse(&case).map(|case| case.legs.len());
    // All of them leave at the same time, which is their order.
    assert_eq!(read, Ok(8));
}

#[test]
fn legs_and_facts_of_another_type_are_refused() {
    assert_eq!(after("/legs", json!({})), ["legs wrong_type"]);
    assert_eq!(after("/facts", json!([])), ["facts wrong_type"]);
    assert_eq!(
        after("/facts/reroute", json!(1)),
        ["facts.reroute wrong_type"]
    );
    assert_eq!(
        after("/facts/leg_fare", json!(1)),
        ["facts.leg_fare wrong_type"]
    );
    assert_eq!(after("/facts/note", json!(1)), ["facts.note wrong_type"]);
}

#[test]
fn courts_and_landing_places_that_there_are_are_read() {
    let mut case = valid();
    case["facts"] = json!({"forum": "GB-SCT", "landed_at": "ORY"});
    let facts = parse(&case).expect("a case").facts;
    assert_eq!(
        facts.forum.map(|forum| forum.to_string()).as_deref(),
        Some("GB-SCT")
    );
    assert_eq!(
        facts.landed_at.map(|at| at.to_string()).as_deref(),
        Some("ORY")
    );
    case["facts"] = json!({"forum": "FR"});
    let facts = parse(&case).expect("a case").facts;
    assert_eq!(
        facts.forum.map(|forum| forum.to_string()).as_deref(),
        Some("FR")
    );
}

#[test]
fn every_fact_is_read_from_its_own_key() {
    let mut case = valid();
    case["assessed_on"] = json!("2026-12-01");
    case["facts"] = json!({
        "reroute": {
            "departure": "2026-11-02T09:00", "arrival": "2026-11-02T12:00",
            "accepted": true, "self_arranged": true,
        },
        "baggage": {"kind": "lost", "reported_after_days": 3},
        "leg_fare": {"amount": "1.00", "currency": "EUR"},
        "proven_loss": {"amount": "2.00", "currency": "SDR"},
        "already_received": {"amount": "3.00", "currency": "GBP"},
        "direct_cause": false, "measures_proven": true, "oversold": false,
    });
    let case = parse(&case).expect("a case");
    assert_eq!(case.assessed_on, date(2026, 12, 1));
    let facts = case.facts;
    let reroute = facts.reroute.expect("a replacement");
    assert_eq!(reroute.departure, Some(at("2026-11-02T09:00")));
    assert_eq!(reroute.arrival, Some(at("2026-11-02T12:00")));
    assert_eq!(reroute.accepted, Some(true));
    assert!(reroute.self_arranged);
    let baggage = facts.baggage.expect("baggage");
    assert_eq!(baggage.reported_after_days, Some(3));
    let sums = [facts.leg_fare, facts.proven_loss, facts.already_received];
    let sums = sums.map(|sum| sum.expect("a sum").to_string());
    assert_eq!(sums, ["1.00 EUR", "2.00 SDR", "3.00 GBP"]);
    let flags = [facts.direct_cause, facts.measures_proven, facts.oversold];
    assert_eq!(flags, [Some(false), Some(true), Some(false)]);
}
