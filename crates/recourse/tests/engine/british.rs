//! The courts of the United Kingdom.

use crate::support::{best, closed, codes, of};
use serde_json::{Value, json};

#[test]
fn several_travellers_in_england_use_the_paper_form() {
    let facts = |persons: u32, address: Value| {
        json!({ "origin": "LGW", "destination": "AGP", "carrier": "BA", "sum": "350.00",
            "currency": "GBP", "persons": persons, "claimant_home": "GB-ENG",
            "airline_has_address_in": address, "deadline_in_demand": null })
    };
    assert_eq!(best(&facts(1, json!("GB-WLS")))["forum"], "UK-EW-OCMC");
    assert_eq!(best(&facts(2, json!("GB-ENG")))["forum"], "UK-EW-N1");
    assert_eq!(best(&facts(1, json!("ES")))["forum"], "UK-EW-N1");
    let unknown = best(&facts(1, Value::Null));
    assert_eq!(unknown["forum"], "UK-EW-OCMC");
    assert_eq!(unknown["depends"][0]["fact"], "airline_has_address_in");
}

#[test]
fn scotland_has_its_own_court_time_and_table() {
    let facts = |filed: &str| {
        json!({ "origin": "EDI", "destination": "AGP", "carrier": "U2", "sum": "350.00",
            "currency": "GBP", "claimant_home": "GB-SCT", "filed_on": filed,
            "airline_has_address_in": "GB-ENG", "deadline_in_demand": null })
    };
    let entry = best(&facts("2026-03-31"));
    assert_eq!(entry["forum"], "UK-SCT-SP");
    assert_eq!(entry["court"], "Edinburgh Sheriff Court");
    assert_eq!(entry["fee"]["amount"], "112.00");
    assert_eq!(entry["deadline"]["limitation_last_day"], "2031-03-14");
    // The table of fees ends with March 2026.
    let lapsed = best(&facts("2026-04-01"));
    assert_eq!(lapsed["fee"]["amount"], Value::Null);
    assert_eq!(lapsed["status"], "depends");
    let row = "fee_table/SCT_SP/2026-04-01";
    let missing = lapsed["depends"].as_array().expect("a list").clone();
    assert!(
        missing
            .iter()
            .any(|missing| missing["row"] == row && missing["because"] == "lapsed")
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
fn a_flight_of_northern_ireland_has_its_own_court_and_that_of_the_airlines_address() {
    let forums = |origin: &str, home: &str, address: Value| {
        let facts = json!({ "origin": origin, "destination": "AGP", "carrier": "U2",
            "sum": "350.00", "currency": "GBP", "claimant_home": home,
            "airline_has_address_in": address, "deadline_in_demand": null });
        codes(&facts)
    };
    assert_eq!(
        forums("BFS", "GB-NIR", Value::Null),
        ["UK-NI-SC".to_owned()]
    );
    assert_eq!(
        forums("BFS", "GB-NIR", json!("GB-ENG")),
        ["UK-NI-SC".to_owned(), "UK-EW-OCMC".to_owned()]
    );
    assert_eq!(
        forums("BFS", "GB-NIR", json!("GB-SCT")),
        ["UK-NI-SC".to_owned(), "UK-SCT-SP".to_owned()]
    );
    // Scotland has its own court, and that of the airline's address beside it.
    assert_eq!(
        forums("EDI", "GB-SCT", Value::Null),
        ["UK-SCT-SP".to_owned()]
    );
    assert_eq!(
        forums("EDI", "GB-SCT", json!("GB-ENG")),
        ["UK-SCT-SP".to_owned(), "UK-EW-OCMC".to_owned()]
    );
    assert_eq!(
        forums("LGW", "GB-ENG", Value::Null),
        ["UK-EW-OCMC".to_owned()]
    );
}

#[test]
fn between_england_and_scotland_the_home_decides_and_then_the_departure() {
    let first = |origin: &str, destination: &str, home: Value| {
        let facts = json!({ "origin": origin, "destination": destination, "carrier": "BA",
            "sum": "350.00", "currency": "GBP", "claimant_home": home,
            "airline_has_address_in": "GB-ENG", "deadline_in_demand": null });
        best(&facts)
    };
    for (origin, destination) in [("EDI", "LHR"), ("LHR", "EDI")] {
        let scottish = first(origin, destination, json!("GB-SCT"));
        assert_eq!(scottish["forum"], "UK-SCT-SP", "{origin}");
        // The sheriff is that of the Scottish airport, wherever the flight starts.
        assert_eq!(scottish["court"], "Edinburgh Sheriff Court", "{origin}");
        for home in ["GB-ENG", "GB-WLS"] {
            let english = first(origin, destination, json!(home));
            assert_eq!(english["forum"], "UK-EW-OCMC", "{origin} {home}");
        }
    }
    for home in [json!("US"), json!("GB-NIR"), Value::Null] {
        let from = |origin, destination| first(origin, destination, home.clone())["forum"].clone();
        assert_eq!(from("EDI", "LHR"), "UK-SCT-SP", "{home}");
        assert_eq!(from("LHR", "EDI"), "UK-EW-OCMC", "{home}");
    }
}

#[test]
fn an_airline_outside_the_schemes_is_complained_of_to_the_authority() {
    let body = |in_scheme: Value| {
        let facts = json!({ "origin": "LGW", "destination": "AGP", "carrier": "BA",
            "sum": "350.00", "currency": "GBP", "claimant_home": "GB-ENG",
            "airline_has_address_in": "GB-ENG", "airline_in_scheme": in_scheme,
            "deadline_in_demand": null });
        best(&facts)["body"]["id"].clone()
    };
    assert_eq!(body(json!(false)), "UK-PACT");
    assert_eq!(body(json!(true)), "UK-ADR");
    assert_eq!(body(Value::Null), "UK-ADR");
}

#[test]
fn a_british_home_opens_british_courts_to_a_flight_of_the_country_only() {
    let british = |destination: &str, home: &str| {
        let facts = json!({ "destination": destination, "claimant_home": home,
            "airline_has_address_in": "GB-ENG" });
        let is_british = |forum: &String| forum.starts_with("UK-");
        codes(&facts).iter().any(is_british)
    };
    assert!(british("LGW", "GB-ENG"));
    assert!(!british("LGW", "DE"));
    assert!(!british("PMI", "GB-ENG"));
}
