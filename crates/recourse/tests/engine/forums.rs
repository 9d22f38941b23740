//! Which forums are open, and in what order.

use crate::support::{claim, entry, written};
use serde_json::{Value, json};

fn best(changes: &Value) -> Value {
    written(&claim(changes))["recommended"].clone()
}

fn closed(changes: &Value, forum: &str) -> Value {
    let answer = written(&claim(changes));
    let all = answer["closed"].as_array().expect("a list").clone();
    let found = all.into_iter().find(|closed| closed["forum"] == forum);
    found.map_or(Value::Null, |closed| closed["because"].clone())
}

#[test]
fn without_an_airport_of_the_trial_the_ordinary_track_is_open() {
    let cologne = json!({ "origin": "CGN" });
    let entry = best(&cologne);
    assert_eq!(entry["forum"], "DE-AG");
    assert_eq!(entry["court"], "AG Köln");
    assert_eq!(entry["fee"]["amount"], "120.00");
    assert_eq!(closed(&cologne, "DE-ONLINE"), "no_pilot_court");
    // The airport of arrival serves too, and that of departure goes first.
    assert_eq!(
        best(&json!({ "origin": "PMI", "destination": "MUC" }))["court"],
        "AG Erding"
    );
    assert_eq!(
        best(&json!({ "destination": "MUC" }))["court"],
        "AG Hamburg"
    );
}

#[test]
fn whoever_lives_abroad_files_on_paper() {
    let abroad =
        json!({ "claimant_home": "US", "origin": "FRA", "destination": "JFK", "carrier": "LH" });
    assert_eq!(best(&abroad)["forum"], "DE-AG");
    assert_eq!(closed(&abroad, "DE-ONLINE"), "no_identity_card");
    assert_eq!(closed(&abroad, "EU-ESCP"), "no_cross_border");
    let with_card = json!({
        "claimant_home": "US", "origin": "FRA", "destination": "JFK", "carrier": "LH", "german_eid": true,
    });
    assert_eq!(best(&with_card)["forum"], "DE-ONLINE");
}

#[test]
fn a_claim_of_a_firm_or_of_an_old_flight_is_not_for_the_online_track() {
    assert_eq!(
        closed(&json!({ "assigned_to_firm": true }), "DE-ONLINE"),
        "assigned_to_firm"
    );
    let flight = json!({ "flight_day": "2022-06-14", "claim_sent": "2022-07-01", "deadline_in_demand": null });
    assert_eq!(closed(&flight, "DE-ONLINE"), "flight_too_long_ago");
    let flight = json!({ "flight_day": "2022-06-15", "claim_sent": "2022-07-01", "deadline_in_demand": null });
    assert_eq!(closed(&flight, "DE-ONLINE"), Value::Null);
}

#[test]
fn german_limitation_runs_from_the_end_of_the_year() {
    let last_day = |flight: &str| {
        let facts = json!({ "flight_day": flight, "claim_sent": null, "deadline_in_demand": null });
        best(&facts)["deadline"].clone()
    };
    assert_eq!(last_day("2026-01-01")["limitation_last_day"], "2029-12-31");
    assert_eq!(last_day("2025-12-31")["limitation_last_day"], "2028-12-31");
    // 31 December 2028 is a Sunday.
    assert_eq!(last_day("2025-12-31")["safe_last_day"], "2028-12-29");
}

#[test]
fn a_court_takes_so_much_and_not_a_cent_more() {
    let sum = |sum: &str| json!({ "sum": sum });
    assert_eq!(closed(&sum("10000.00"), "DE-AG"), Value::Null);
    assert_eq!(closed(&sum("10000.01"), "DE-AG"), "value_too_high");
    assert_eq!(
        closed(&json!({ "sum": "9999.99", "expenses": "0.02" }), "DE-AG"),
        "value_too_high"
    );
}

#[test]
fn a_higher_bracket_begins_a_cent_above_the_lower() {
    let fee = |sum: &str| {
        let facts = json!({ "origin": "VIE", "destination": "BCN", "carrier": "OS", "sum": sum,
            "claimant_home": "AT", "persons": 4 });
        best(&facts)["fee"]["amount"].clone()
    };
    assert_eq!(fee("700.00"), "84.00");
    assert_eq!(fee("700.01"), "140.00");
    assert_eq!(fee("2000.00"), "140.00");
    assert_eq!(fee("2000.01"), "224.00");
}

#[test]
fn spain_and_italy_want_a_lawyer_above_a_joint_sum() {
    let spain = |sum: &str| {
        best(
            &json!({ "origin": "MAD", "destination": "JFK", "carrier": "IB", "sum": sum,
            "claimant_home": "ES", "persons": 4 }),
        )
    };
    assert_eq!(spain("2000.00")["lawyer"], false);
    let above = spain("2000.01");
    assert_eq!(above["lawyer"], true);
    let documents = above["documents"].as_array().expect("a list").clone();
    assert!(documents.contains(&json!("lawyer_and_procurador")));
    let italy = |sum: &str| {
        best(
            &json!({ "origin": "FCO", "destination": "CTA", "carrier": "AZ", "sum": sum,
            "claimant_home": "IT", "persons": 4 }),
        )
    };
    assert_eq!(italy("1100.00")["lawyer"], false);
    assert_eq!(italy("1100.01")["lawyer"], true);
}

#[test]
fn french_friends_sue_one_by_one_and_a_family_together() {
    let france = |relation: &str| {
        best(
            &json!({ "origin": "CDG", "destination": "PTP", "carrier": "AF", "persons": 2,
            "sum": "800.00", "relation": relation, "claimant_home": "FR" }),
        )
    };
    let friends = france("friends");
    assert_eq!(friends["fee"]["times"], 2);
    assert_eq!(friends["fee"]["amount"], "100.00");
    assert_eq!(friends["fee"]["value"], "400.00");
    let couple = france("couple");
    assert_eq!(couple["fee"]["times"], 1);
    assert_eq!(couple["fee"]["amount"], "50.00");
    let proof = json!("proof_of_family");
    assert!(
        couple["documents"]
            .as_array()
            .expect("a list")
            .contains(&proof)
    );
    assert!(
        !friends["documents"]
            .as_array()
            .expect("a list")
            .contains(&proof)
    );
    let unknown = best(
        &json!({ "origin": "CDG", "destination": "PTP", "carrier": "AF", "persons": 2,
        "sum": "800.00", "claimant_home": "FR" }),
    );
    assert_eq!(unknown["status"], "depends");
    assert_eq!(unknown["depends"][0]["fact"], "relation");
}

#[test]
fn each_polish_traveller_counts_alone_in_zloty() {
    let fee = |rate: Value| {
        let facts = json!({ "origin": "KRK", "destination": "STN", "carrier": "FR", "persons": 2,
            "sum": "500.00", "claimant_home": "PL", "fx": rate });
        entry(&written(&claim(&facts)), "PL-SR")
    };
    assert_eq!(
        fee(json!({ "PLN_per_EUR": "2.0" }))["fee"]["amount"],
        "60.00"
    );
    assert_eq!(
        fee(json!({ "PLN_per_EUR": "2.0001" }))["fee"]["amount"],
        "200.00"
    );
    assert_eq!(
        fee(json!({ "per_person_PLN": "1500.01" }))["fee"]["amount"],
        "400.00"
    );
    let unknown = fee(Value::Null);
    assert_eq!(unknown["fee"]["amount"], Value::Null);
    assert_eq!(unknown["status"], "depends");
    assert!(
        unknown["depends"]
            .as_array()
            .expect("a list")
            .iter()
            .any(|d| d["fact"] == "fx")
    );
}

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
fn dead_everywhere_is_told_and_nothing_is_recommended() {
    let facts = json!({ "origin": "WAW", "destination": "JFK", "carrier": "LO", "claimant_home": "PL",
        "flight_day": "2024-03-10", "claim_sent": "2024-04-01", "deadline_in_demand": null,
        "filed_on": "2026-03-11", "fx": { "PLN_per_EUR": "4.25" }, "carrier_licence": "US" });
    let answer = written(&claim(&facts));
    assert_eq!(entry(&answer, "PL-SR")["status"], "late");
    // The American department hears of any flight of its country, and awards nothing.
    assert_eq!(entry(&answer, "US-DOT")["status"], "open");
    assert_eq!(answer["recommended"], Value::Null);
    assert_eq!(answer["next_step"]["step"], "too_late");
    let inside = json!({ "origin": "WAW", "destination": "KRK", "carrier": "LO", "claimant_home": "PL",
        "flight_day": "2024-03-10", "claim_sent": "2024-04-01", "deadline_in_demand": null,
        "filed_on": "2026-03-11", "fx": { "PLN_per_EUR": "4.25" } });
    let answer = written(&claim(&inside));
    assert_eq!(answer["recommended"], Value::Null);
    assert_eq!(answer["next_step"]["step"], "too_late");
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
fn two_irish_claimants_pay_twice_and_the_limit_is_each_ones() {
    let facts = |sum: &str, persons: u32| {
        json!({ "origin": "DUB", "destination": "AGP", "carrier": "EI", "sum": sum,
            "persons": persons, "claimant_home": "IE" })
    };
    assert_eq!(best(&facts("4000.00", 2))["fee"]["amount"], "50.00");
    assert_eq!(closed(&facts("2000.01", 1), "IE-SCP"), "value_too_high");
}

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
fn the_small_claims_track_is_no_limit_of_the_english_court() {
    // 10,000 pounds allocate a claim to the track (CPR 26.9); the County Court hears more
    // (County Courts Act 1984 s15), for five per cent.
    let facts = |sum: &str| {
        json!({ "origin": "WMI", "destination": "STN", "carrier": "FR", "sum": sum,
            "currency": "GBP", "persons": 17, "claimant_home": "AT",
            "flight_day": "2024-09-25", "claim_sent": "2024-10-01", "deadline_in_demand": null,
            "filed_on": null, "assessed_on": "2026-07-21" })
    };
    let small = best(&facts("10000.00"));
    assert_eq!(small["forum"], "UK-EW-N1");
    assert_eq!(small["court"], "County Court (form N1), small claims track");
    let larger = best(&facts("10200.00"));
    assert_eq!(larger["forum"], "UK-EW-N1");
    assert_eq!(larger["court"], "County Court (form N1)");
    assert_eq!(larger["deadline"]["limitation_last_day"], "2030-09-25");
    assert_eq!(larger["fee"]["hearing"], Value::Null);
}

#[test]
fn northern_ireland_has_the_bodies_and_the_six_years_of_the_kingdom() {
    // Limitation (Northern Ireland) Order 1989 Art 4: six years; which fee its court takes
    // stands in no table.
    for (origin, destination, home) in [
        ("BFS", "AGP", json!("GB-NIR")),
        ("AGP", "BHD", json!("GB-NIR")),
        ("BFS", "AGP", Value::Null),
    ] {
        let answer = written(&claim(
            &json!({ "origin": origin, "destination": destination,
            "carrier": "U2", "sum": "350.00", "currency": "GBP", "claimant_home": home,
            "flight_day": "2026-06-10", "claim_sent": "2026-06-20", "refused_on": "2026-07-01",
            "deadline_in_demand": null, "filed_on": null, "assessed_on": "2026-12-01" }),
        ));
        let court = &answer["recommended"];
        assert_eq!(court["forum"], "UK-NI-SC", "{origin}");
        assert_eq!(court["body"]["id"], "UK-ADR", "{origin}");
        assert_eq!(court["deadline"]["limitation_last_day"], "2032-06-10");
        assert_eq!(court["status"], "depends");
        let missing = court["depends"].as_array().expect("a list");
        let named = missing
            .iter()
            .any(|missing| missing["row"] == "fee_table/UK-NI-SC");
        assert!(named, "{missing:?}");
        assert_eq!(answer["next_step"]["step"], "ask_body", "{origin}");
    }
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
fn an_empty_bracket_or_court_is_named() {
    let facts = json!({ "origin": "AMS", "destination": "AGP", "carrier": "HV", "sum": "500.01",
        "claimant_home": "NL", "persons": 2 });
    let entry = best(&facts);
    assert_eq!(entry["fee"]["amount"], Value::Null);
    assert_eq!(
        entry["depends"][0]["row"],
        "fee_table/NL_KANTON/2026-06-15/500.01"
    );
    assert_eq!(entry["depends"][0]["because"], "empty");
    let orly = best(
        &json!({ "origin": "ORY", "destination": "NCE", "carrier": "AF", "claimant_home": "FR" }),
    );
    assert_eq!(orly["court"], Value::Null);
    assert_eq!(orly["depends"][0]["row"], "airport_court/ORY");
    assert_eq!(orly["depends"][0]["because"], "empty");
    assert_eq!(orly["confidence"]["court"], "L");
    assert_eq!(orly["confidence"]["weakest"], "L");
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
fn one_sum_is_of_one_law() {
    let canadian = best(
        &json!({ "origin": "YYZ", "destination": "CDG", "carrier": "AF",
        "sum": "1000.00", "currency": "CAD", "claimant_home": "CA-ON", "deadline_in_demand": null }),
    );
    assert_eq!(canadian["forum"], "CA-CTA");
    assert_eq!(canadian["body"]["binding"], "yes");
    // The other law is a choice, with a sum that is not the Canadian one.
    let other = written(&claim(
        &json!({ "origin": "YYZ", "destination": "CDG", "carrier": "AF",
        "sum": "1000.00", "currency": "CAD", "claimant_home": "CA-ON", "deadline_in_demand": null }),
    ));
    let france = entry(&other, "FR-TJ");
    assert_eq!(france["status"], "depends");
    assert_eq!(france["depends"][0]["fact"], "sum");
    assert_eq!(france["interest"]["amount"], Value::Null);
    let own = written(&claim(
        &json!({ "origin": "YYZ", "destination": "CDG", "carrier": "AC",
        "sum": "1000.00", "currency": "CAD", "claimant_home": "CA-ON", "deadline_in_demand": null }),
    ));
    assert!(
        own["forums"]
            .as_array()
            .expect("a list")
            .iter()
            .all(|forum| forum["forum"] != "FR-TJ")
    );
    let european = written(&claim(
        &json!({ "origin": "CDG", "destination": "YYZ", "carrier": "AF",
        "sum": "600.00", "claimant_home": "FR" }),
    ));
    assert_eq!(european["recommended"]["forum"], "FR-TJ");
    assert_eq!(
        european["forums"]
            .as_array()
            .expect("a list")
            .last()
            .expect("one")["forum"],
        "CA-CTA"
    );
}
