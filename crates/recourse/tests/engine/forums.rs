//! Which forums are open, and in what order.

use crate::support::{best, claim, closed, codes, entry, of, written};
use serde_json::{Value, json};

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
fn two_irish_claimants_pay_twice_and_the_limit_is_each_ones() {
    let facts = |sum: &str, persons: u32| {
        json!({ "origin": "DUB", "destination": "AGP", "carrier": "EI", "sum": sum,
            "persons": persons, "claimant_home": "IE" })
    };
    assert_eq!(best(&facts("4000.00", 2))["fee"]["amount"], "50.00");
    assert_eq!(closed(&facts("2000.01", 1), "IE-SCP"), "value_too_high");
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
    // From Spain its authority comes first, which binds the airline.
    for (origin, destination, home, body) in [
        ("BFS", "AGP", json!("GB-NIR"), "UK-ADR"),
        ("AGP", "BHD", json!("GB-NIR"), "ES-AESA"),
        ("BFS", "AGP", Value::Null, "UK-ADR"),
    ] {
        let answer = written(&claim(
            &json!({ "origin": origin, "destination": destination,
            "carrier": "U2", "sum": "350.00", "currency": "GBP", "claimant_home": home,
            "flight_day": "2026-06-10", "claim_sent": "2026-06-20", "refused_on": "2026-07-01",
            "deadline_in_demand": null, "filed_on": null, "assessed_on": "2026-12-01" }),
        ));
        let court = &answer["recommended"];
        assert_eq!(court["forum"], "UK-NI-SC", "{origin}");
        assert_eq!(court["body"]["id"], body, "{origin}");
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
fn a_court_that_has_the_claim_closes_the_others_and_no_regulator() {
    let facts = json!({ "origin": "CDG", "destination": "YYZ", "carrier": "AF",
        "claimant_home": "FR", "in_court": true });
    assert_eq!(closed(&facts, "FR-TJ"), "in_court");
    assert_eq!(codes(&facts), ["CA-CTA".to_owned()]);
    // What closes a forum by itself is told first.
    let lapsed = json!({ "in_court": true, "assigned_to_firm": true });
    assert_eq!(closed(&lapsed, "DE-ONLINE"), "assigned_to_firm");
    assert_eq!(closed(&lapsed, "DE-AG"), "in_court");
}

#[test]
fn a_place_in_the_list_that_is_open_holds_no_forum_up() {
    // Nobody knows where the claimant lives: which court comes first is open, not whether
    // the court takes the claim.
    let unknown = of(&json!({ "claimant_home": null }), "DE-AG");
    assert_eq!(unknown["depends"][0]["part"], "order");
    assert_eq!(unknown["status"], "open");
}

#[test]
fn whoever_travels_alone_assigns_nothing() {
    let alone = json!({ "persons": 1, "one_claims_for_all": false });
    assert_eq!(best(&alone)["forum"], "DE-ONLINE");
}

#[test]
fn a_court_says_why_it_has_the_claim() {
    // Brussels Ia Art 4 and 7(1)(b); before the online procedure the place of the trial's
    // airport alone.
    let grounds = |changes: &Value, forum: &str| of(changes, forum)["courts"][0]["grounds"].clone();
    let home = json!({});
    assert_eq!(grounds(&home, "DE-AG"), json!(["departure", "seat"]));
    assert_eq!(grounds(&home, "DE-ONLINE"), json!(["departure"]));
    let inland = json!({ "origin": "HAJ", "destination": "MUC" });
    assert_eq!(
        grounds(&inland, "DE-AG"),
        json!(["departure", "arrival", "seat"])
    );
    assert_eq!(grounds(&inland, "DE-ONLINE"), json!(["arrival"]));
}

#[test]
fn the_trial_takes_the_first_of_its_airports_and_the_other_track_the_first_of_all() {
    let inland = json!({ "origin": "HAJ", "destination": "MUC" });
    assert_eq!(of(&inland, "DE-ONLINE")["court"], "AG Erding");
    assert_eq!(of(&inland, "DE-AG")["court"], "AG Hannover");
    // Damages for baggage are heard at the destination (Montreal Convention Art 33(1)).
    let baggage = json!({ "destination": "MUC", "disruption": "baggage" });
    assert_eq!(of(&baggage, "DE-AG")["court"], "AG Erding");
    assert_eq!(of(&baggage, "DE-AG")["courts"][0]["city"], "Munich");
}

#[test]
fn against_an_airline_from_outside_the_union_only_german_law_is_sure_of_the_place() {
    // Brussels Ia Art 6(1); ZPO s29.
    let letter = |origin: &str, carrier: &str, home: &str, forum: &str| {
        let facts = json!({ "origin": origin, "destination": "JFK", "carrier": carrier,
            "claimant_home": home });
        of(&facts, forum)["confidence"]["court"].clone()
    };
    assert_eq!(letter("FRA", "AA", "DE", "DE-AG"), "H");
    assert_eq!(letter("FRA", "LH", "DE", "DE-AG"), "H");
    assert_eq!(letter("MAD", "AA", "ES", "ES-TI"), "M");
    assert_eq!(letter("MAD", "IB", "ES", "ES-TI"), "H");
}
