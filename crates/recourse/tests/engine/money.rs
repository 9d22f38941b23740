//! Fees, interest and lawyers on both sides of their limits.

use crate::support::{claim, entry, written};
use serde_json::{Value, json};

fn best(changes: &Value) -> Value {
    written(&claim(changes))["recommended"].clone()
}

fn of(changes: &Value, forum: &str) -> Value {
    entry(&written(&claim(changes)), forum)
}

fn closed(changes: &Value, forum: &str) -> Value {
    let answer = written(&claim(changes));
    let all = answer["closed"].as_array().expect("a list").clone();
    let found = all.into_iter().find(|closed| closed["forum"] == forum);
    found.map_or(Value::Null, |closed| closed["because"].clone())
}

/// What is missing, row or fact, with its reason.
fn missing(forum: &Value) -> Vec<(String, String)> {
    let all = forum["depends"].as_array().expect("a list").iter();
    all.map(|missing| {
        let key = missing["row"].as_str().or(missing["fact"].as_str());
        let because = missing["because"].as_str().expect("a reason");
        (key.expect("a key").to_owned(), because.to_owned())
    })
    .collect()
}

fn has(forum: &Value, key: &str, because: &str) -> bool {
    missing(forum).contains(&(key.to_owned(), because.to_owned()))
}

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
fn seventeen_friends_in_france_need_no_lawyer_and_a_family_does() {
    let facts = |relation: &str, sum: &str| {
        json!({ "origin": "CDG", "destination": "NRT", "carrier": "AF", "persons": 17,
            "relation": relation, "sum": sum, "claimant_home": "FR" })
    };
    let friends = best(&facts("friends", "10200.00"));
    assert_eq!(friends["fee"]["value"], "600.00");
    assert_eq!(friends["fee"]["amount"], "850.00");
    assert_eq!(friends["lawyer"], false);
    assert_eq!(best(&facts("family", "10000.00"))["lawyer"], false);
    // Above the limit of the court no family comes here at all.
    assert_eq!(
        closed(&facts("family", "10000.01"), "FR-TJ"),
        "value_too_high"
    );
}

#[test]
fn the_english_fee_goes_by_pounds_with_interest_in_pounds() {
    let facts = |filed: &str, rate: Value| {
        json!({ "origin": "TFS", "destination": "LGW", "carrier": "VY", "persons": 3,
            "sum": "1200.00", "claimant_home": "GB-ENG", "filed_on": filed, "fx": rate,
            "deadline_in_demand": null })
    };
    let rate = json!({ "GBP_per_EUR": "0.82" });
    // 984 pounds; 0.22 a day: 72 days to 999.84, 73 to 1,000.06.
    let below = of(&facts("2026-05-25", rate.clone()), "UK-EW-N1");
    assert_eq!(below["interest"]["currency"], "GBP");
    assert_eq!(below["interest"]["principal"], "984.00");
    assert_eq!(below["interest"]["amount"], "15.84");
    assert_eq!(below["fee"]["value"], "999.84");
    assert_eq!(below["fee"]["amount"], "70.00");
    let above = of(&facts("2026-05-26", rate), "UK-EW-N1");
    assert_eq!(above["fee"]["value"], "1000.06");
    assert_eq!(above["fee"]["amount"], "80.00");
    let unknown = of(&facts("2026-05-25", Value::Null), "UK-EW-N1");
    assert_eq!(unknown["fee"]["amount"], Value::Null);
    assert_eq!(unknown["interest"]["currency"], "EUR");
}

#[test]
fn fees_are_compared_in_one_currency() {
    // 1,062.50 zloty cost 100, which is EUR 23.53; 1,700 cost 200, EUR 47.06; the
    // German court costs EUR 120 for both.
    let order = |sum: &str, rate: Value| {
        let facts = json!({ "origin": "WAW", "destination": "HAM", "carrier": "LO", "sum": sum,
            "claimant_home": "US", "fx": rate });
        let answer = written(&claim(&facts));
        let forums = answer["forums"].as_array().expect("a list").clone();
        let place = |forum: &str| forums.iter().position(|entry| entry["forum"] == forum);
        (place("PL-SR"), place("DE-AG"))
    };
    for sum in ["250.00", "400.00"] {
        let (poland, germany) = order(sum, json!({ "PLN_per_EUR": "4.25" }));
        assert!(poland < germany, "{sum}");
    }
    // A fee that cannot be compared comes last.
    let (poland, germany) = order("250.00", Value::Null);
    assert!(germany < poland);
}

#[test]
fn joint_claimants_pay_a_surcharge_in_austria_that_no_table_gives() {
    let facts = |persons: u32, assigned: bool| {
        json!({ "origin": "VIE", "destination": "BCN", "carrier": "OS", "persons": persons,
            "sum": "500.00", "claimant_home": "AT", "one_claims_for_all": assigned })
    };
    let joint = best(&facts(2, false));
    assert_eq!(joint["fee"]["amount"], "84.00");
    assert_eq!(joint["fee"]["plus"], "surcharge");
    assert_eq!(joint["status"], "depends");
    assert!(has(&joint, "fee_table/AT_TP1/surcharge", "missing"));
    let wants = |forum: &Value| {
        let documents = forum["documents"].as_array().expect("a list");
        documents.contains(&json!("assignments"))
    };
    assert!(!wants(&joint));
    let assigned = best(&facts(2, true));
    assert_eq!(assigned["fee"]["plus"], Value::Null);
    assert!(wants(&assigned));
    let alone = best(&facts(1, false));
    assert_eq!(alone["fee"]["plus"], Value::Null);
    assert!(!wants(&alone));
    // The German online procedure takes fellow travellers by assignment only.
    let two = |assigned: bool| json!({ "persons": 2, "one_claims_for_all": assigned });
    assert_eq!(closed(&two(false), "DE-ONLINE"), "several_claimants");
    assert_eq!(closed(&two(true), "DE-ONLINE"), Value::Null);
}

#[test]
fn nobody_files_online_in_england_for_somebody_else() {
    let facts = |key: &str, value: bool| {
        json!({ "origin": "LGW", "destination": "AGP", "carrier": "BA", "sum": "350.00",
            "currency": "GBP", "claimant_home": "GB-ENG", "airline_has_address_in": "GB-ENG",
            "deadline_in_demand": null, key: value })
    };
    for (key, because) in [("represented", "represented"), ("under_18", "under_age")] {
        assert_eq!(closed(&facts(key, true), "UK-EW-OCMC"), because);
        assert_eq!(best(&facts(key, true))["forum"], "UK-EW-N1");
        assert_eq!(best(&facts(key, false))["forum"], "UK-EW-OCMC");
    }
    let larger = |sum: &str| {
        let mut facts = facts("represented", false);
        facts["sum"] = json!(sum);
        best(&facts)["court"].clone()
    };
    let small = "County Court (online civil money claims), small claims track";
    assert_eq!(larger("10000.00"), small);
    assert_eq!(
        larger("10000.01"),
        "County Court (online civil money claims)"
    );
}

#[test]
fn a_limit_holds_from_its_day_on() {
    let facts = |filed: &str, sum: &str| {
        json!({ "origin": "CGN", "sum": sum, "flight_day": "2025-08-14",
            "claim_sent": "2025-08-20", "deadline_in_demand": null, "filed_on": filed })
    };
    let row = "forum/DE-AG/2025-12-31";
    let before = of(&facts("2025-12-31", "5000.01"), "DE-AG");
    assert!(has(&before, row, "not_yet"));
    assert_eq!(before["lawyer"], Value::Null);
    assert_eq!(before["status"], "depends");
    let small = of(&facts("2025-12-31", "5000.00"), "DE-AG");
    assert!(!has(&small, row, "not_yet"));
    assert_eq!(small["lawyer"], false);
    let today = of(&facts("2026-01-01", "5000.01"), "DE-AG");
    assert_eq!(today["status"], "open");
    assert_eq!(today["lawyer"], false);
    let ontario = |filed: &str| {
        let facts = json!({ "origin": "YYZ", "destination": "YVR", "carrier": "AC",
            "sum": "35000.01", "currency": "CAD", "flight_day": "2025-08-14",
            "claim_sent": "2025-08-20", "deadline_in_demand": null, "filed_on": filed,
            "claimant_home": "CA-ON" });
        of(&facts, "CA-ON-SCC")
    };
    let row = "forum/CA-ON-SCC/2025-09-30";
    assert!(has(&ontario("2025-09-30"), row, "not_yet"));
    assert!(!has(
        &ontario("2025-10-01"),
        "forum/CA-ON-SCC/2025-10-01",
        "not_yet"
    ));
}

#[test]
fn form_a_in_ireland_costs_the_same_above_the_national_limit() {
    let fee = |sum: &str| {
        let facts = json!({ "origin": "DUB", "destination": "LIS", "carrier": "TP", "persons": 6,
            "sum": sum, "claimant_home": "IE", "deadline_in_demand": null });
        best(&facts)["fee"].clone()
    };
    for sum in ["2000.00", "2000.01", "2400.00", "5000.00"] {
        assert_eq!(fee(sum)["amount"], "25.00", "{sum}");
    }
    let facts = |persons: u32| {
        json!({ "origin": "LIS", "destination": "FRA", "carrier": "TP", "sum": "2625.00",
            "persons": persons })
    };
    assert_eq!(closed(&facts(20), "EU-ESCP"), Value::Null);
    assert_eq!(closed(&facts(21), "EU-ESCP"), "too_many_claimants");
}

#[test]
fn the_french_stamp_has_a_first_day_and_legal_aid_none() {
    let facts = |filed: &str, aid: bool| {
        json!({ "origin": "CDG", "destination": "NCE", "carrier": "AF", "claimant_home": "FR",
            "flight_day": "2025-07-01", "claim_sent": "2025-07-15", "deadline_in_demand": null,
            "filed_on": filed, "legal_aid": aid })
    };
    let stamp = |forum: &Value| {
        let documents = forum["documents"].as_array().expect("a list");
        documents.contains(&json!("stamp_50"))
    };
    for (filed, aid, amount, letter) in [
        ("2026-02-28", false, "0.00", "M"),
        ("2026-03-01", false, "50.00", "M"),
        ("2026-04-30", false, "50.00", "M"),
        ("2026-05-01", false, "50.00", "H"),
        ("2026-05-01", true, "0.00", "H"),
    ] {
        let forum = best(&facts(filed, aid));
        assert_eq!(forum["fee"]["amount"], amount, "{filed}");
        assert_eq!(forum["confidence"]["fee"], letter, "{filed}");
        assert_eq!(stamp(&forum), amount == "50.00", "{filed}");
        assert_eq!(forum["fee"]["plus"], "writ");
    }
    // A table that begins later has not lapsed.
    let early = of(
        &json!({ "flight_day": "2025-01-14", "claim_sent": "2025-01-20",
            "deadline_in_demand": null, "filed_on": "2025-05-31", "origin": "CGN" }),
        "DE-AG",
    );
    assert!(has(&early, "fee_table/DE_GKG30/2025-05-31", "not_yet"));
}

#[test]
fn mediation_is_due_by_the_day_of_filing() {
    let compulsory = |filed: &str| {
        let facts = json!({ "origin": "CDG", "destination": "NCE", "carrier": "AF",
            "claimant_home": "FR", "flight_day": "2025-09-01", "claim_sent": "2025-09-10",
            "deadline_in_demand": null, "filed_on": filed, "assessed_on": "2026-03-01" });
        best(&facts)["body"]["compulsory"].clone()
    };
    assert_eq!(compulsory("2026-02-06"), false);
    assert_eq!(compulsory("2026-02-07"), true);
}

#[test]
fn more_than_the_fixed_sum_needs_conciliation_in_italy() {
    let body = |event: &str, expenses: &str| {
        let facts = json!({ "origin": "FCO", "destination": "CTA", "carrier": "AZ",
            "disruption": event, "sum": "300.00", "expenses": expenses, "claimant_home": "IT",
            "deadline_in_demand": null });
        let forum = best(&facts);
        let documents = forum["documents"].as_array().expect("a list").clone();
        let minutes = documents.contains(&json!("conciliation_minutes"));
        assert_eq!(forum["body"]["compulsory"], minutes);
        forum["body"]["id"].clone()
    };
    assert_eq!(body("delay", "0.00"), "IT-ENAC");
    assert_eq!(body("delay", "0.01"), "IT-ART");
    assert_eq!(body("downgrade", "0.00"), "IT-ART");
    assert_eq!(body("baggage", "0.00"), "IT-ART");
}

#[test]
fn an_airline_is_with_one_german_body_in_one_table() {
    let body = |carrier: &str| {
        let forum = best(&json!({ "carrier": carrier, "flight_day": "2026-03-14" }));
        let letter = forum["confidence"]["body"].clone();
        (forum["body"]["id"].clone(), letter)
    };
    for carrier in ["X3", "AL", "EW", "FR"] {
        assert_eq!(body(carrier), (json!("DE-RV"), json!("H")), "{carrier}");
    }
    for carrier in ["VY", "TB", "CJ"] {
        assert_eq!(body(carrier), (json!("DE-BFJ"), json!("H")), "{carrier}");
    }
    // Codes of the list that other airlines hold today are in no list.
    for carrier in ["0B", "2F", "IV"] {
        assert_eq!(body(carrier), (json!("DE-BFJ"), json!("M")), "{carrier}");
    }
}

#[test]
fn an_unknown_seat_is_asked_for() {
    let facts = |licence: Value| {
        json!({ "origin": "NCE", "destination": "CDG", "carrier": "ZZ", "claimant_home": "FR",
            "carrier_licence": licence })
    };
    assert_eq!(closed(&facts(json!("FR")), "EU-ESCP"), "no_cross_border");
    let unknown = of(&facts(Value::Null), "EU-ESCP");
    assert!(has(&unknown, "carrier_licence", "missing"));
    assert_eq!(closed(&facts(json!("DE")), "EU-ESCP"), Value::Null);
    // From outside the Irish authority hears of Community carriers only.
    let inbound = |licence: Value| {
        of(
            &json!({ "origin": "JFK", "destination": "DUB", "carrier": "ZZ",
                "claimant_home": "IE", "carrier_licence": licence, "deadline_in_demand": null }),
            "IE-SCP",
        )
    };
    assert_eq!(inbound(json!("IE"))["body"]["id"], "IE-IAA");
    let unknown = inbound(Value::Null);
    assert_eq!(unknown["body"], Value::Null);
    assert_eq!(unknown["confidence"]["body"], "L");
    let asked = |part: &Value| part["part"] == "body" && part["fact"] == "carrier_licence";
    assert!(
        unknown["depends"]
            .as_array()
            .expect("a list")
            .iter()
            .any(asked)
    );
}

#[test]
fn the_rate_of_another_currency_can_be_given() {
    let facts =
        |currency: &str, rate: Value| json!({ "sum": "500.00", "currency": currency, "fx": rate });
    let francs = written(&claim(&facts("CHF", json!({ "CHF_per_EUR": "0.9400" }))));
    assert_eq!(francs["not_used"], Value::Null);
    assert_eq!(entry(&francs, "DE-AG")["fee"]["value"], "531.91");
    let zloty = of(&facts("PLN", json!({ "PLN_per_EUR": "4.25" })), "DE-AG");
    assert_eq!(zloty["fee"]["value"], "117.65");
    let unknown = of(&facts("CHF", Value::Null), "DE-AG");
    assert!(has(&unknown, "fx", "missing"));
    assert_eq!(unknown["lawyer"], Value::Null);
}
