//! Interest to a day: its rate, its first and its last day.

use crate::support::{best, has, missing, of};
use serde_json::{Value, json};

#[test]
fn interest_after_service_runs_to_the_day_of_the_question() {
    let interest = |today: Value, served: &str| {
        let facts = json!({ "origin": "DUS", "persons": 2, "sum": "500.00",
            "claim_sent": "2026-03-20", "deadline_in_demand": "2026-04-03",
            "filed_on": "2026-09-20", "served_on": served, "assessed_on": today });
        of(&facts, "DE-ONLINE")
    };
    // 6 October to 20 November: 46 days of 6.52 % on 500, 4.1085.
    let autumn = interest(json!("2026-11-20"), "2026-10-05");
    assert_eq!(autumn["interest"]["rule"], "DE_291");
    assert_eq!(autumn["interest"]["last_day"], "2026-11-20");
    assert_eq!(autumn["interest"]["amount"], "4.11");
    assert_eq!(missing(&autumn), []);
    // The rate of 2027 is not known: to 31 December, 87 days, 7.7704, and the row.
    let next_year = interest(json!("2027-02-01"), "2026-10-05");
    assert_eq!(next_year["interest"]["last_day"], "2026-12-31");
    assert_eq!(next_year["interest"]["amount"], "7.77");
    assert!(has(
        &next_year,
        "interest_rate/DE_BASE/2027-01-01",
        "lapsed"
    ));
    let last = interest(json!("2026-12-31"), "2026-10-05");
    assert_eq!(last["interest"]["amount"], "7.77");
    assert_eq!(missing(&last), []);
    // What starts after the last known rate has no amount.
    let unknown = interest(json!("2027-02-01"), "2027-01-05");
    assert_eq!(unknown["interest"]["amount"], Value::Null);
    assert!(has(&unknown, "interest_rate/DE_BASE/2027-01-06", "lapsed"));
}

#[test]
fn a_polish_airline_is_in_default_after_thirty_days_at_the_latest() {
    let interest = |term: Value| {
        let facts = json!({ "origin": "KRK", "destination": "STN", "carrier": "FR", "persons": 2,
            "sum": "500.00", "flight_day": "2026-01-17", "claim_sent": "2026-01-20",
            "deadline_in_demand": term, "filed_on": "2026-06-30", "claimant_home": "PL",
            "fx": { "PLN_per_EUR": "4.25" } });
        of(&facts, "PL-SR")["interest"].clone()
    };
    // 13 days of 9.50 % and 118 of 9.25 %: 16.6438.
    for term in [json!("2026-02-19"), json!("2026-03-20"), Value::Null] {
        assert_eq!(interest(term.clone())["start"], "2026-02-19", "{term}");
        assert_eq!(interest(term)["amount"], "16.64");
    }
    assert_eq!(interest(json!("2026-02-18"))["start"], "2026-02-18");
}

#[test]
fn a_rate_that_is_not_known_gives_no_interest_and_names_the_row() {
    let facts = json!({ "origin": "CDG", "destination": "NCE", "carrier": "AF", "claimant_home": "FR",
        "filed_on": "2026-07-02" });
    let entry = best(&facts);
    assert_eq!(entry["interest"]["amount"], Value::Null);
    let missing = entry["depends"].as_array().expect("a list").clone();
    assert!(
        missing
            .iter()
            .any(|missing| missing["row"] == "interest_rate/FR_PRIV/2026-07-01")
    );
}

#[test]
fn a_payment_day_on_a_saturday_moves_in_germany_poland_and_austria() {
    let start = |origin: &str, home: &str, carrier: &str| {
        // Saturday 18 April 2026.
        let facts = json!({ "origin": origin, "destination": "JFK", "carrier": carrier,
            "claimant_home": home, "deadline_in_demand": "2026-04-18", "fx": { "PLN_per_EUR": "4" } });
        best(&facts)["interest"]["start"].clone()
    };
    assert_eq!(start("HAM", "DE", "LH"), "2026-04-20");
    assert_eq!(start("WAW", "PL", "LO"), "2026-04-20");
    // ABGB s903 with Art 5 of the European Convention on the Calculation of Time-Limits.
    assert_eq!(start("VIE", "AT", "OS"), "2026-04-20");
}

#[test]
fn the_day_from_which_interest_runs_is_asked_for() {
    // The default of a Dutch airline begins with the term of the demand (BW 6:119), that
    // of a French one with the demand (CC 1231-6), and Scottish interest with service.
    let lacks = |changes: Value, forum: &str, fact: &str| {
        let forum = of(&changes, forum);
        assert!(has(&forum, fact, "missing"), "{fact}");
        assert_eq!(forum["interest"]["amount"], Value::Null, "{fact}");
        let part = forum["depends"].as_array().expect("a list").iter();
        let mut part = part.filter(|missing| missing["fact"] == fact);
        assert!(part.all(|missing| missing["part"] == "interest"), "{fact}");
    };
    lacks(
        json!({ "origin": "AMS", "destination": "AGP", "carrier": "HV", "claimant_home": "NL",
            "deadline_in_demand": null }),
        "NL-KR",
        "deadline_in_demand",
    );
    lacks(
        json!({ "origin": "CDG", "destination": "NCE", "carrier": "AF", "claimant_home": "FR",
            "claim_sent": null, "deadline_in_demand": null }),
        "FR-TJ",
        "claim_sent",
    );
    lacks(
        json!({ "origin": "EDI", "destination": "AGP", "carrier": "U2", "currency": "GBP",
            "claimant_home": "GB-SCT", "deadline_in_demand": null }),
        "UK-SCT-SP",
        "served_on",
    );
}

#[test]
fn a_claim_served_on_the_last_day_of_a_known_rate_has_no_amount() {
    // BGB s291: interest begins on 1 January 2027, whose rate is not known.
    let facts = json!({ "filed_on": "2026-12-01", "served_on": "2026-12-31",
        "assessed_on": "2027-02-01", "deadline_in_demand": null });
    let forum = of(&facts, "DE-ONLINE");
    assert_eq!(forum["interest"]["start"], "2026-12-31");
    assert_eq!(forum["interest"]["amount"], Value::Null);
    assert!(has(&forum, "interest_rate/DE_BASE/2027-01-01", "lapsed"));
}

#[test]
fn a_payment_day_moves_over_the_holiday_of_the_land() {
    // All Saints, Friday 1 November 2024, is free in Cologne and not in Hamburg (BGB
    // s193).
    let start = |origin: &str| {
        let facts = json!({ "origin": origin, "flight_day": "2024-09-01",
            "claim_sent": "2024-10-01", "deadline_in_demand": "2024-11-01",
            "filed_on": "2026-06-15" });
        of(&facts, "DE-AG")["interest"]["start"].clone()
    };
    assert_eq!(start("CGN"), "2024-11-04");
    assert_eq!(start("HAM"), "2024-11-01");
}

#[test]
fn dutch_interest_bears_interest_after_every_full_year() {
    // From 1 January 2020 to 30 December 2022 at 2 % (BW 6:119(2)). The days that count
    // begin on 2 January: 366 of them on 20,300.00, 407.1123; 365 on 20,707.1123,
    // 414.1422; then 363 on 21,121.2545, 420.1104. In all 1,241.3650, and a bit.
    let facts = json!({ "origin": "AMS", "destination": "AGP", "carrier": "HV", "persons": 40,
        "sum": "20300.00", "claimant_home": "NL", "flight_day": "2019-12-01",
        "claim_sent": "2019-12-10", "deadline_in_demand": "2020-01-01",
        "interest_to": "2022-12-30" });
    let interest = of(&facts, "NL-KR")["interest"].clone();
    assert_eq!(interest["rule"], "NL_6119");
    assert_eq!(interest["amount"], "1241.37");
}

#[test]
fn a_rate_is_sure_as_far_as_it_was_seen() {
    // The Polish rate of March 2026 was seen to hold until 31 July.
    let letter = |to: &str| {
        let facts = json!({ "origin": "KRK", "destination": "STN", "carrier": "FR",
            "flight_day": "2026-01-17", "claim_sent": "2026-01-20", "claimant_home": "PL",
            "deadline_in_demand": "2026-03-10", "filed_on": "2026-08-20",
            "interest_to": to, "fx": { "PLN_per_EUR": "4.25" } });
        of(&facts, "PL-SR")["confidence"]["interest"].clone()
    };
    assert_eq!(letter("2026-07-31"), "M");
    assert_eq!(letter("2026-08-01"), "L");
}

#[test]
fn the_interest_of_another_law_has_its_rule_and_no_amount() {
    let facts = json!({ "origin": "YYZ", "destination": "CDG", "carrier": "AF",
        "sum": "1000.00", "currency": "CAD", "claimant_home": "CA-ON",
        "deadline_in_demand": null });
    let france = of(&facts, "FR-TJ");
    assert_eq!(france["interest"]["rule"], "FR_LEGAL");
    assert_eq!(france["interest"]["amount"], Value::Null);
    let asked = |part: &str| json!({ "part": part, "fact": "sum", "because": "missing" });
    let depends = france["depends"].as_array().expect("a list");
    for part in ["forum", "fee", "interest"] {
        assert!(depends.contains(&asked(part)), "{part}");
    }
}
