//! The European procedure, and courts of several states.

use crate::support::{best, claim, closed, codes, entry, has, of, written};
use serde_json::{Value, json};

#[test]
fn what_is_dead_in_poland_may_live_in_france() {
    let facts = |filed: &str| {
        json!({ "origin": "WAW", "destination": "CDG", "carrier": "LO", "claimant_home": "PL",
            "flight_day": "2025-03-10", "claim_sent": "2025-09-01", "deadline_in_demand": null,
            "filed_on": filed, "fx": { "PLN_per_EUR": "4.25" } })
    };
    let answer = written(&claim(&facts("2026-03-11")));
    assert_eq!(entry(&answer, "PL-SR")["status"], "late");
    let best = &answer["recommended"];
    assert_eq!(best["forum"], "EU-ESCP");
    assert_eq!(best["court"], "tribunal de proximité d’Aulnay-sous-Bois");
    assert_eq!(best["deadline"]["limitation_last_day"], "2030-03-10");
    assert_eq!(best["interest"]["rule"], "FR_LEGAL");
    assert!(
        best["documents"]
            .as_array()
            .expect("a list")
            .contains(&json!("form_a"))
    );
    // In time; which district court it is stands in no table.
    let answer = written(&claim(&facts("2026-03-10")));
    let poland = entry(&answer, "PL-SR");
    assert_eq!(poland["status"], "depends");
    let rows: Vec<&Value> = poland["depends"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|missing| &missing["row"])
        .collect();
    assert_eq!(rows, [&json!("airport_court/WAW")]);
}

#[test]
fn a_foreign_airline_brings_form_a_where_a_writ_or_two_homes_are_needed() {
    let netherlands = json!({ "origin": "EIN", "destination": "DUB", "carrier": "FR",
        "sum": "250.00", "claimant_home": "NL" });
    let entry = best(&netherlands);
    assert_eq!(entry["forum"], "EU-ESCP");
    assert_eq!(entry["court"], "Rechtbank Oost-Brabant, kanton, Eindhoven");
    assert_eq!(entry["fee"]["table"], "NL_KANTON");
    assert_eq!(entry["fee"]["plus"], Value::Null);
    let ireland = json!({ "origin": "DUB", "destination": "LIS", "carrier": "TP",
        "sum": "250.00", "claimant_home": "IE" });
    let entry = best(&ireland);
    assert_eq!(entry["forum"], "EU-ESCP");
    assert_eq!(entry["fee"]["amount"], "25.00");
    assert_eq!(closed(&ireland, "IE-SCP"), "sides_not_both_there");
}

#[test]
fn the_european_procedure_takes_so_much_without_interest() {
    let facts = |sum: &str| json!({ "origin": "LIS", "destination": "FRA", "carrier": "TP", "sum": sum, "persons": 20 });
    assert_eq!(closed(&facts("5000.00"), "EU-ESCP"), Value::Null);
    assert_eq!(closed(&facts("5000.01"), "EU-ESCP"), "value_too_high");
    let denmark =
        json!({ "origin": "CPH", "destination": "JFK", "carrier": "LH", "claimant_home": "DK" });
    let answer = written(&claim(&denmark));
    let courts = entry(&answer, "EU-ESCP")["courts"].clone();
    assert!(
        courts
            .as_array()
            .expect("a list")
            .iter()
            .all(|court| court["state"] != "DK")
    );
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
fn a_french_court_may_ask_for_the_mediator_before_form_a_too() {
    // Decree 2025-772 speaks of the French court alone; whether it binds Form A is open,
    // so the mediator's word is a document and no condition.
    let outcome = json!("mediator_outcome");
    let wants = |forum: &Value| {
        let documents = forum["documents"].as_array().expect("a list");
        documents.contains(&outcome)
    };
    let facts = |origin: &str, destination: &str, carrier: &str, home: &str, sent: &str| {
        json!({ "origin": origin, "destination": destination, "carrier": carrier,
            "claimant_home": home, "claim_sent": sent, "flight_day": "2025-07-01",
            "deadline_in_demand": null })
    };
    let france = of(&facts("CDG", "MAD", "IB", "FR", "2025-08-07"), "EU-ESCP");
    assert_eq!(france["courts"][0]["state"], "FR");
    assert!(wants(&france));
    assert_eq!(france["body"]["id"], "FR-MTV");
    assert_eq!(france["body"]["compulsory"], false);
    let old = of(&facts("CDG", "MAD", "IB", "FR", "2025-08-06"), "EU-ESCP");
    assert!(!wants(&old));
    let spain = of(&facts("CDG", "MAD", "AF", "ES", "2025-08-07"), "EU-ESCP");
    assert_eq!(spain["courts"][0]["state"], "ES");
    assert!(!wants(&spain));
}

#[test]
fn the_court_at_home_is_the_first_of_form_a_wherever_the_flight_starts() {
    let facts = json!({ "origin": "PMI", "destination": "MUC", "carrier": "VY" });
    let european = of(&facts, "EU-ESCP");
    let states = |forum: &Value| -> Vec<Value> {
        let courts = forum["courts"].as_array().expect("a list").iter();
        courts.map(|court| court["state"].clone()).collect()
    };
    assert_eq!(states(&european), ["DE", "ES"]);
    assert_eq!(
        european["court"],
        "AG Erding (arrival) or court at Palma de Mallorca (departure, seat)"
    );
    assert_eq!(european["language"], "de");
    // From home there is one court to go to.
    let outbound = of(&json!({ "carrier": "VY" }), "EU-ESCP");
    assert_eq!(states(&outbound), ["DE", "ES"]);
    assert_eq!(outbound["court"], "AG Hamburg");
}

#[test]
fn a_foreign_airline_alone_does_not_send_a_german_to_form_a() {
    // The flight starts at home and the court takes a letter: no shorter road.
    let forums = codes(&json!({ "carrier": "VY" }));
    let first = ["DE-ONLINE", "DE-AG", "EU-ESCP"];
    assert_eq!(forums[..3], first.map(str::to_owned));
}

#[test]
fn danish_courts_have_no_form_a() {
    // Regulation 861/2007 Art 2(3): nothing the claimant's home could change.
    let facts = |home: Value| {
        json!({ "origin": "CPH", "destination": "AAL", "carrier": "DX", "carrier_licence": "DK",
            "claimant_home": home })
    };
    assert_eq!(closed(&facts(Value::Null), "EU-ESCP"), "no_cross_border");
    assert_eq!(closed(&facts(json!("DK")), "EU-ESCP"), "no_cross_border");
    // In Portugal it could.
    let portugal = |home: Value| json!({ "origin": "LIS", "destination": "FNC", "carrier": "TP", "claimant_home": home });
    let unknown = of(&portugal(Value::Null), "EU-ESCP");
    let depends = unknown["depends"].as_array().expect("a list");
    let of_home = depends
        .iter()
        .filter(|missing| missing["fact"] == "claimant_home");
    let parts: Vec<&Value> = of_home.map(|missing| &missing["part"]).collect();
    // It is the only forum, so that no order is left open.
    assert_eq!(parts, ["forum"]);
    assert_eq!(closed(&portugal(json!("PT")), "EU-ESCP"), "no_cross_border");
}

#[test]
fn a_claim_whose_first_state_may_be_too_late_goes_by_the_state_where_it_lives() {
    // Poland: the year ends on Sunday 17 January 2027; Monday is a question for a person
    // (KC 115). The German period ends on Monday 31 December 2029, but as long as the home is
    // not known the earliest state counts: Portugal, the seat, with three years, and a week
    // less since its free days are not known.
    let facts = json!({ "origin": "WAW", "destination": "FRA", "carrier": "TP",
        "flight_day": "2026-01-17", "claim_sent": "2026-02-01", "deadline_in_demand": null,
        "filed_on": null, "assessed_on": "2027-01-18", "claimant_home": null,
        "body_asked": true, "german_eid": true, "fx": { "PLN_per_EUR": "4.25" } });
    let answer = written(&claim(&facts));
    assert_eq!(entry(&answer, "PL-SR")["status"], "depends");
    let european = entry(&answer, "EU-ESCP");
    assert_eq!(european["court"], "AG Frankfurt am Main");
    assert_eq!(answer["recommended"]["forum"], "DE-ONLINE");
    assert_eq!(answer["next_step"]["step"], "go_to_court");
    assert_eq!(answer["next_step"]["by"], "2029-01-10");
}
