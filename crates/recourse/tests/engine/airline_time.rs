//! The airline's own time: nobody is sent to a court before it is over.

use crate::support::{claim, written};
use serde_json::{Value, json};

/// The next step of a claim of 10 November 2026, sent on the 30th with payment by
/// 21 December, on 1 December.
fn next_day(changes: &Value) -> Value {
    let mut facts = json!({ "flight_day": "2026-11-10", "claim_sent": "2026-11-30",
        "deadline_in_demand": "2026-12-21", "filed_on": null, "assessed_on": "2026-12-01" });
    let map = facts.as_object_mut().expect("an object");
    map.extend(changes.as_object().expect("an object").clone());
    written(&claim(&facts))["next_step"].clone()
}

/// A claim with the first day after the airline's time, and the body that opens then.
/// The states' times: Germany two months (LuftVG s57b(2)), Spain one (Orden
/// TMA/201/2022), Poland 30 days (Prawo lotnicze Art 205a), the form of the Commission
/// six weeks.
fn claims() -> Vec<(Value, &'static str, Option<&'static str>)> {
    let claim = |from: &str, to: &str, carrier: &str, home: &str| json!({ "origin": from, "destination": to, "carrier": carrier, "claimant_home": home });
    let with = |mut facts: Value, key: &str, value: Value| {
        facts[key] = value;
        facts
    };
    let business = with(
        claim("FRA", "MUC", "LH", "DE"),
        "private_trip",
        json!(false),
    );
    let baggage = with(
        claim("MAD", "BCN", "IB", "ES"),
        "disruption",
        json!("baggage"),
    );
    vec![
        (
            claim("PMI", "AMS", "HV", "NL"),
            "2026-12-31",
            Some("ES-AESA"),
        ),
        (
            claim("AGP", "DUB", "EI", "IE"),
            "2026-12-31",
            Some("ES-AESA"),
        ),
        (
            claim("CDG", "MAD", "IB", "ES"),
            "2027-01-31",
            Some("FR-MTV"),
        ),
        (
            claim("CDG", "FCO", "AZ", "IT"),
            "2027-01-31",
            Some("FR-MTV"),
        ),
        (claim("FCO", "WAW", "LO", "PL"), "2026-12-31", None),
        (claim("BRU", "ATH", "SN", "GR"), "2027-01-12", None),
        (business, "2027-01-31", None),
        (baggage, "2026-12-31", None),
    ]
}

#[test]
fn the_day_after_the_letter_the_airline_has_its_time_also_where_no_body_is_competent() {
    for (facts, from, body) in claims() {
        let step = next_day(&facts);
        assert_eq!(step["step"], "wait_for_airline", "{facts}");
        assert_eq!(step["from"], from, "{facts}");
        assert_eq!(step["body"], json!(body), "{facts}");
        assert_eq!(step["refusal_ends_wait"], true, "{facts}");
        let leads_to_court = step["courts"].as_array().is_some_and(|all| !all.is_empty());
        assert_eq!(leads_to_court, body.is_none(), "{facts}");
    }
}

#[test]
fn a_refusal_ends_the_time_and_so_does_its_last_day() {
    for (mut facts, from, body) in claims() {
        let now = if body.is_some() {
            "ask_body"
        } else {
            "go_to_court"
        };
        facts["assessed_on"] = json!(from);
        assert_eq!(next_day(&facts)["step"], now, "{facts}");
        facts["assessed_on"] = json!("2026-12-01");
        facts["refused_on"] = json!("2026-12-01");
        let refused = next_day(&facts);
        assert_eq!(refused["step"], now, "{facts}");
        assert_eq!(refused["from"], "2026-12-01", "{facts}");
    }
}

#[test]
fn a_day_in_the_demand_that_lies_later_than_the_states_time_counts() {
    // 14 February 2027 is a Sunday: payment on Monday is in time (BGB s193).
    let facts = |today: &str| {
        json!({ "origin": "FRA", "destination": "MUC", "carrier": "LH", "private_trip": false,
            "deadline_in_demand": "2027-02-14", "assessed_on": today })
    };
    let before = next_day(&facts("2027-02-15"));
    assert_eq!(before["step"], "wait_for_airline");
    assert_eq!(before["from"], "2027-02-16");
    assert_eq!(next_day(&facts("2027-02-16"))["step"], "go_to_court");
}

#[test]
fn the_last_safe_day_comes_before_the_airlines_time() {
    // A Polish claim dies on Sunday 20 December 2026 (KC Art 778): Friday is safe.
    let facts = |flight: &str| {
        json!({ "origin": "FCO", "destination": "WAW", "carrier": "LO", "claimant_home": "PL",
            "flight_day": flight })
    };
    let step = next_day(&facts("2025-12-20"));
    assert_eq!(step["step"], "go_to_court");
    assert_eq!(step["by"], "2026-12-18");
    // The time is over on Thursday 31 December, the last safe day of the next flight.
    let step = next_day(&facts("2025-12-31"));
    assert_eq!(step["step"], "wait_for_airline");
    assert_eq!(
        (&step["from"], &step["by"]),
        (&json!("2026-12-31"), &json!("2026-12-31"))
    );
}

#[test]
fn a_demand_that_gives_more_time_than_the_claim_has_leaves_four_weeks_for_the_court() {
    // A Polish claim dies on Wednesday 10 November 2027 (KC Art 778).
    let facts = |today: &str| {
        json!({ "origin": "FCO", "destination": "WAW", "carrier": "LO", "claimant_home": "PL",
            "deadline_in_demand": "2028-06-30", "assessed_on": today })
    };
    let before = next_day(&facts("2027-10-12"));
    assert_eq!(before["step"], "wait_for_airline");
    assert_eq!(before["from"], "2027-10-13");
    assert_eq!(before["by"], "2027-11-10");
    let then = next_day(&facts("2027-10-13"));
    assert_eq!(then["step"], "go_to_court");
    assert_eq!(then["by"], "2027-11-10");
}

#[test]
fn a_refusal_or_a_receipt_shows_that_the_airline_was_asked() {
    // LuftVG s57b(2): the refusal opens the German body.
    let facts = |changes: Value| {
        let mut facts = json!({ "origin": "DUS", "flight_day": "2026-07-10", "claim_sent": null,
            "deadline_in_demand": null });
        let map = facts.as_object_mut().expect("an object");
        map.extend(changes.as_object().expect("an object").clone());
        facts
    };
    let refused = next_day(&facts(json!({ "refused_on": "2026-09-01" })));
    assert_eq!(refused["step"], "ask_body");
    assert_eq!(refused["body"], "DE-RV");
    let received = next_day(&facts(json!({ "demand_received": "2026-11-20" })));
    assert_eq!(received["step"], "wait_for_airline");
    assert_eq!(received["from"], "2027-01-21");
    // Six weeks of the Austrian body, from the receipt where no letter is known.
    let austria = json!({ "origin": "VIE", "destination": "BCN", "carrier": "OS",
        "claimant_home": "AT", "demand_received": "2026-11-20" });
    assert_eq!(next_day(&facts(austria))["from"], "2027-01-02");
    assert_eq!(next_day(&facts(json!({})))["step"], "write_to_airline");
    // Whether a refusal ends the thirty days in Canada is not known: they count from it.
    let canada = json!({ "origin": "YYZ", "destination": "YVR", "carrier": "AC",
        "sum": "700.00", "currency": "CAD", "claimant_home": "CA-ON",
        "refused_on": "2026-11-20" });
    let canada = next_day(&facts(canada));
    assert_eq!(canada["step"], "wait_for_airline");
    assert_eq!(canada["from"], "2026-12-21");
    assert_eq!(canada["refusal_ends_wait"], Value::Null);
}

#[test]
fn without_the_letter_the_year_of_a_body_is_not_sure() {
    // Spain: one year from the complaint (Orden TMA/201/2022), which came no earlier than
    // the flight.
    let facts = json!({ "origin": "MAD", "destination": "TFN", "carrier": "IB",
        "claimant_home": "ES", "flight_day": "2026-07-10", "claim_sent": null,
        "deadline_in_demand": null, "refused_on": "2026-09-01", "filed_on": null,
        "assessed_on": "2026-12-01" });
    let answer = written(&claim(&facts));
    let best = &answer["recommended"];
    assert_eq!(best["body"]["open_until"], "2027-07-10");
    let missing = best["depends"].as_array().expect("a list");
    let asked = |missing: &Value| missing["part"] == "body" && missing["fact"] == "claim_sent";
    assert!(missing.iter().any(asked), "{missing:?}");
}
