//! Bodies before a court, documents, and the next step.

use crate::support::{best, claim, entry, has, of, rows, written};
use serde_json::{Value, json};

#[test]
fn italian_expenses_go_to_conciliation_first_and_bring_a_duty() {
    let facts = json!({ "origin": "FCO", "destination": "CTA", "carrier": "AZ", "sum": "1000.00",
        "expenses": "200.00", "claimant_home": "IT", "persons": 4, "claim_sent": "2026-03-20" });
    let entry = best(&facts);
    assert_eq!(entry["body"]["id"], "IT-ART");
    assert_eq!(entry["body"]["compulsory"], true);
    assert_eq!(entry["body"]["open_from"], "2026-04-20");
    assert_eq!(entry["body"]["open_until"], "2027-03-20");
    assert_eq!(entry["fee"]["amount"], "98.00");
    assert_eq!(entry["fee"]["plus"], "27.00");
    let documents = entry["documents"].as_array().expect("a list").clone();
    assert!(
        documents.contains(&json!("conciliation_minutes"))
            && documents.contains(&json!("receipts"))
    );
    let duty = |sum: &str| {
        let facts = json!({ "origin": "FCO", "destination": "CTA", "carrier": "AZ", "sum": sum,
            "claimant_home": "IT" });
        best(&facts)["fee"]["plus"].clone()
    };
    assert_eq!(duty("1033.00"), Value::Null);
    assert_eq!(duty("1033.01"), "27.00");
}

#[test]
fn an_old_complaint_or_event_needs_no_mediator() {
    let compulsory = |flight: &str, sent: &str| {
        let facts = json!({ "origin": "CDG", "destination": "NCE", "carrier": "AF",
            "claimant_home": "FR", "flight_day": flight, "claim_sent": sent, "deadline_in_demand": null });
        let entry = best(&facts);
        let document = json!("mediator_outcome");
        let wanted = entry["documents"]
            .as_array()
            .expect("a list")
            .contains(&document);
        assert_eq!(entry["body"]["compulsory"], wanted);
        wanted
    };
    assert!(!compulsory("2025-07-01", "2025-08-06"));
    assert!(compulsory("2025-07-01", "2025-08-07"));
    assert!(!compulsory("2022-02-07", "2025-08-07"));
    assert!(compulsory("2022-02-08", "2025-08-07"));
}

#[test]
fn a_body_whose_time_would_outlast_the_claim_says_so_and_is_no_step() {
    let facts = json!({ "origin": "WAW", "destination": "JFK", "carrier": "LO", "claimant_home": "PL",
        "flight_day": "2026-01-17", "claim_sent": "2026-12-01", "refused_on": "2026-12-27",
        "deadline_in_demand": null, "filed_on": null, "assessed_on": "2026-12-27",
        "fx": { "PLN_per_EUR": "4.25" } });
    let answer = written(&claim(&facts));
    let body = &answer["recommended"]["body"];
    assert_eq!(body["id"], "PL-RPP");
    assert_eq!(body["by"], "refusal");
    assert_eq!(body["warning"], "before_limitation");
    assert_eq!(body["safe_until"], "2026-10-17");
    assert_eq!(answer["next_step"]["step"], "go_to_court");
    assert_eq!(answer["next_step"]["by"], "2027-01-15");
    let early = json!({ "origin": "WAW", "destination": "JFK", "carrier": "LO", "claimant_home": "PL",
        "flight_day": "2026-01-17", "claim_sent": "2026-02-01", "deadline_in_demand": null,
        "filed_on": null, "assessed_on": "2026-10-17", "fx": { "PLN_per_EUR": "4.25" } });
    let answer = written(&claim(&early));
    assert_eq!(answer["recommended"]["body"]["warning"], Value::Null);
    assert_eq!(answer["next_step"]["step"], "ask_body");
    assert_eq!(answer["next_step"]["by"], "2026-10-17");
}

#[test]
fn a_refusal_after_the_wait_opens_nothing_earlier() {
    let window = |refused: &str| {
        let entry = best(&json!({ "refused_on": refused }));
        (
            entry["body"]["by"].clone(),
            entry["body"]["open_from"].clone(),
        )
    };
    assert_eq!(
        window("2026-05-20"),
        (json!("refusal"), json!("2026-05-20"))
    );
    assert_eq!(
        window("2026-05-21"),
        (json!("silence"), json!("2026-05-21"))
    );
}

#[test]
fn a_body_that_is_not_competent_is_not_named() {
    let business = best(&json!({ "private_trip": false }));
    assert_eq!(business["body"], Value::Null);
    let expensive = best(&json!({ "sum": "5000.01" }));
    assert_eq!(expensive["body"], Value::Null);
    assert_eq!(
        best(&json!({ "carrier": "BA", "sum": "5000.00" }))["body"]["id"],
        "DE-BFJ"
    );
    // The Spanish agency hears of flights from Spain only; the German body is competent
    // where the flight began.
    let inbound =
        json!({ "origin": "FRA", "destination": "MAD", "carrier": "IB", "claimant_home": "ES" });
    let spain = entry(&written(&claim(&inbound)), "ES-TI");
    assert_eq!(spain["body"]["id"], "DE-BFJ");
}

#[test]
fn the_body_of_the_state_where_the_flight_began_is_asked_wherever_the_court_is() {
    // Each claim with the forum and its body. The Spanish agency hears anybody whose
    // flight left Spain and binds the airline (Orden TMA/469/2023); the Austrian one hears
    // of departures from Austria and summons the airline.
    for (origin, destination, carrier, home, forum, body) in [
        ("PMI", "AMS", "HV", "NL", "NL-KR", "ES-AESA"),
        ("AGP", "DUB", "EI", "IE", "IE-SCP", "ES-AESA"),
        ("PMI", "DUS", "EW", "DE", "DE-ONLINE", "ES-AESA"),
        ("VIE", "MAD", "IB", "ES", "ES-TI", "AT-APF"),
        // Two that settle and bind nobody: that of the court.
        ("VIE", "FRA", "OS", "DE", "DE-ONLINE", "DE-RV"),
        // One that only supervises gives way to one that settles.
        ("AMS", "FRA", "KL", "DE", "DE-ONLINE", "DE-RV"),
        // A French court hears nobody who has not asked the mediator.
        ("PMI", "CDG", "AF", "FR", "FR-TJ", "FR-MTV"),
        ("HAM", "PMI", "EW", "DE", "DE-ONLINE", "DE-RV"),
    ] {
        let facts = json!({ "origin": origin, "destination": destination, "carrier": carrier,
            "claimant_home": home, "flight_day": "2026-07-10", "claim_sent": "2026-07-20",
            "deadline_in_demand": null, "filed_on": null, "assessed_on": "2026-12-01" });
        let answer = written(&claim(&facts));
        let found = entry(&answer, forum)["body"]["id"].clone();
        assert_eq!(found, body, "{origin} {destination}");
        if body == "ES-AESA" {
            assert_eq!(answer["next_step"]["step"], "ask_body", "{origin}");
            assert_eq!(answer["next_step"]["body"], body, "{origin}");
            assert_eq!(answer["next_step"]["by"], "2027-07-20", "{origin}");
        }
    }
}

#[test]
fn a_body_whose_year_has_passed_gives_way_to_one_that_is_open() {
    let body = |today: &str, asked: Value| {
        let facts = json!({ "origin": "PMI", "destination": "DUS", "carrier": "EW",
            "flight_day": "2026-07-10", "claim_sent": "2026-07-20", "deadline_in_demand": null,
            "filed_on": null, "body_asked_on": asked, "assessed_on": today });
        entry(&written(&claim(&facts)), "DE-ONLINE")["body"]["id"].clone()
    };
    // One year from the complaint (Orden TMA/201/2022); the German body sets none.
    assert_eq!(body("2027-07-20", Value::Null), "ES-AESA");
    assert_eq!(body("2027-07-21", Value::Null), "DE-RV");
    // Who was asked in time stays the one that was asked.
    assert_eq!(body("2027-07-21", json!("2027-07-20")), "ES-AESA");
}

#[test]
fn a_body_abroad_is_compulsory_before_no_court_at_home() {
    // The Italian condition is one of Italian courts (Law 118/2022 Art 10).
    let facts = json!({ "origin": "FCO", "destination": "AMS", "carrier": "HV",
        "claimant_home": "NL", "expenses": "100.00", "deadline_in_demand": null });
    let answer = written(&claim(&facts));
    let body = entry(&answer, "NL-KR")["body"].clone();
    assert_eq!(
        (&body["id"], &body["compulsory"]),
        (&json!("IT-ART"), &json!(false))
    );
    // A sum of British law is none of a European body.
    let british = json!({ "origin": "PMI", "destination": "LGW", "carrier": "BA",
        "sum": "220.00", "currency": "GBP", "claimant_home": "GB-ENG",
        "airline_has_address_in": "GB-ENG", "deadline_in_demand": null });
    assert_eq!(
        entry(&written(&claim(&british)), "UK-EW-OCMC")["body"]["id"],
        "UK-ADR"
    );
}

#[test]
fn the_limit_of_the_german_body_is_one_in_euro() {
    // LuftVG s57b(2): 5,000 euro, each traveller.
    let german = |sum: &str, currency: &str, persons: u32, rate: Value| {
        let facts = json!({ "origin": "FRA", "destination": "PRG", "carrier": "LH", "sum": sum,
            "currency": currency, "persons": persons, "fx": rate });
        entry(&written(&claim(&facts)), "DE-AG")
    };
    let crowns = json!({ "CZK_per_EUR": "25" });
    for (sum, currency, persons, rate, body) in [
        ("5000.01", "CZK", 1, crowns.clone(), json!("DE-RV")),
        ("10000.00", "CZK", 1, crowns.clone(), json!("DE-RV")),
        ("125000.00", "CZK", 1, crowns.clone(), json!("DE-RV")),
        ("125000.25", "CZK", 1, crowns.clone(), Value::Null),
        (
            "160000.00",
            "HUF",
            1,
            json!({ "HUF_per_EUR": "400" }),
            json!("DE-RV"),
        ),
        (
            "21250.00",
            "PLN",
            1,
            json!({ "PLN_per_EUR": "4.25" }),
            json!("DE-RV"),
        ),
        (
            "21250.05",
            "PLN",
            1,
            json!({ "PLN_per_EUR": "4.25" }),
            Value::Null,
        ),
        ("5000.00", "EUR", 1, Value::Null, json!("DE-RV")),
        ("5000.01", "EUR", 1, Value::Null, Value::Null),
        ("10000.00", "EUR", 2, Value::Null, json!("DE-RV")),
    ] {
        let found = german(sum, currency, persons, rate)["body"]["id"].clone();
        assert_eq!(found, body, "{sum} {currency}");
    }
    // Without a rate it is named, and the rate asked for.
    let unknown = german("10000.00", "CZK", 1, Value::Null);
    assert_eq!(unknown["body"]["id"], "DE-RV");
    assert_eq!(unknown["confidence"]["body"], "L");
    let missing = unknown["depends"].as_array().expect("a list");
    let asked = |missing: &Value| missing["part"] == "body" && missing["fact"] == "fx";
    assert!(missing.iter().any(asked), "{missing:?}");
}

#[test]
fn documents_at_hand_are_not_missing() {
    let held = json!({ "documents_held": ["booking_confirmation", "boarding_pass"] });
    let entry = best(&held);
    let missing = entry["documents_missing"]
        .as_array()
        .expect("a list")
        .clone();
    assert!(!missing.contains(&json!("boarding_pass")));
    assert!(missing.contains(&json!("computation")));
    let cancelled = best(&json!({ "disruption": "cancellation" }));
    assert!(
        !cancelled["documents"]
            .as_array()
            .expect("a list")
            .contains(&json!("boarding_pass"))
    );
}

#[test]
fn before_the_claim_is_sent_the_first_step_is_to_write() {
    let facts = json!({ "claim_sent": null, "deadline_in_demand": null, "filed_on": null });
    let answer = written(&claim(&facts));
    assert_eq!(answer["next_step"]["step"], "write_to_airline");
    assert_eq!(
        answer["next_step"]["by"],
        answer["recommended"]["deadline"]["safe_last_day"]
    );
    let waiting = json!({ "filed_on": null, "assessed_on": "2026-05-20" });
    let answer = written(&claim(&waiting));
    assert_eq!(answer["next_step"]["step"], "wait_for_airline");
    assert_eq!(answer["next_step"]["from"], "2026-05-21");
    let open = json!({ "filed_on": null, "assessed_on": "2026-05-21" });
    assert_eq!(written(&claim(&open))["next_step"]["step"], "ask_body");
    let asked = json!({ "filed_on": null, "assessed_on": "2026-06-21",
        "body_asked_on": "2026-05-21", "body_ended_on": "2026-06-20" });
    assert_eq!(written(&claim(&asked))["next_step"]["step"], "go_to_court");
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
fn the_austrian_body_hears_what_its_form_says() {
    // Departs Austria; from the Union to Austria; an Austrian carrier within the Union or
    // into it; from outside to Austria on a Community carrier.
    let hears = |origin: &str, destination: &str, carrier: &str| {
        let facts = json!({ "origin": origin, "destination": destination, "carrier": carrier,
            "claimant_home": "AT", "deadline_in_demand": null });
        of(&facts, "AT-BG")["body"]["id"] == "AT-APF"
    };
    assert!(hears("VIE", "JFK", "AA"));
    // From Spain the Spanish body comes first, which binds the airline.
    assert!(hears("BRU", "VIE", "SN"));
    assert!(hears("JFK", "VIE", "LH"));
    assert!(!hears("JFK", "VIE", "AA"));
    assert!(hears("FRA", "BCN", "OS"));
    assert!(hears("JFK", "FRA", "OS"));
    assert!(!hears("FRA", "JFK", "OS"));
}

#[test]
fn an_italian_body_goes_by_the_place_and_by_what_is_claimed() {
    // Conciliation for more than the fixed sum: from Italy, or to it on a Community
    // carrier (Regulation 261/2004 Art 3(1)).
    let body = |origin: &str, destination: &str, carrier: &str, expenses: &str| {
        let facts = json!({ "origin": origin, "destination": destination, "carrier": carrier,
            "expenses": expenses, "claimant_home": "IT", "deadline_in_demand": null });
        of(&facts, "IT-GDP")["body"]["id"].clone()
    };
    assert_eq!(body("FCO", "JFK", "AA", "10.00"), "IT-ART");
    assert_eq!(body("CDG", "FCO", "AF", "10.00"), "IT-ART");
    assert_eq!(body("JFK", "FCO", "AZ", "10.00"), "IT-ART");
    assert_eq!(body("JFK", "FCO", "AA", "10.00"), Value::Null);
    // An airline with its seat in Italy alone brings no body there; that of the departure
    // is heard wherever the court lies.
    assert_eq!(body("CDG", "JFK", "AZ", "10.00"), "FR-MTV");
    // Supervision goes by the place where it happened (Art 16).
    assert_eq!(body("FCO", "JFK", "AA", "0.00"), "IT-ENAC");
    assert_eq!(body("JFK", "FCO", "AZ", "0.00"), "IT-ENAC");
    assert_eq!(body("CDG", "FCO", "AF", "0.00"), "FR-MTV");
}

#[test]
fn spain_decides_on_no_baggage_and_on_no_flight_before_its_order() {
    // Orden TMA/201/2022: flights since 2 June 2023.
    let body = |event: &str, flight: &str| {
        let facts = json!({ "origin": "MAD", "destination": "TFN", "carrier": "IB",
            "disruption": event, "flight_day": flight, "claim_sent": "2023-07-01",
            "deadline_in_demand": null, "filed_on": "2023-10-01", "claimant_home": "ES" });
        of(&facts, "ES-TI")["body"]["id"].clone()
    };
    assert_eq!(body("delay", "2023-06-02"), "ES-AESA");
    assert_eq!(body("delay", "2023-06-01"), Value::Null);
    assert_eq!(body("baggage", "2023-06-02"), Value::Null);
}

#[test]
fn from_outside_a_body_hears_of_community_carriers_only() {
    let netherlands = |origin: &str, carrier: &str| {
        let facts = json!({ "origin": origin, "destination": "AMS", "carrier": carrier,
            "claimant_home": "NL" });
        let forum = of(&facts, "NL-KR");
        let asked = has(&forum, "carrier_licence", "missing");
        let letter = forum["confidence"]["body"].clone();
        (forum["body"]["id"].clone(), letter, asked)
    };
    let none = |letter: &str, asked| (Value::Null, json!(letter), asked);
    assert_eq!(netherlands("JFK", "KL").0, "NL-ILT");
    assert_eq!(netherlands("JFK", "AA"), none("H", false));
    assert_eq!(netherlands("JFK", "ZZ"), none("L", true));
    // From inside the body of the departure is competent, whatever the licence.
    let french = (json!("FR-MTV"), json!("M"), false);
    assert_eq!(netherlands("CDG", "ZZ"), french);
}

#[test]
fn the_german_limit_is_each_travellers_own() {
    // LuftVG s57b: up to 5,000 a person.
    let body = |persons: u32, sum: &str| {
        let facts = json!({ "persons": persons, "sum": sum });
        of(&facts, "DE-AG")["body"]["id"].clone()
    };
    assert_eq!(body(1, "5000.00"), "DE-RV");
    assert_eq!(body(1, "5000.01"), Value::Null);
    assert_eq!(body(2, "10000.00"), "DE-RV");
    assert_eq!(body(2, "6000.00"), "DE-RV");
}

#[test]
fn a_refusal_opens_a_body_as_surely_as_its_own_page_says() {
    let letter = |changes: Value| best(&changes)["confidence"]["body"].clone();
    let refused = "2026-05-10";
    // The private German body's page is silent on it, the federal one's is not.
    assert_eq!(letter(json!({ "refused_on": refused })), "M");
    assert_eq!(
        letter(json!({ "refused_on": refused, "carrier": "VY" })),
        "H"
    );
    let france = json!({ "origin": "CDG", "destination": "NCE", "carrier": "AF",
        "claimant_home": "FR", "deadline_in_demand": null, "refused_on": refused });
    assert_eq!(letter(france), "H");
}

#[test]
fn the_wait_counts_from_receipt_where_the_body_says_so() {
    // Two months in Germany from receipt, six weeks in Austria from sending.
    let opens = |origin: &str, carrier: &str, home: &str| {
        let facts = json!({ "origin": origin, "destination": "BCN", "carrier": carrier,
            "claimant_home": home, "demand_received": "2026-03-25" });
        best(&facts)["body"]["open_from"].clone()
    };
    assert_eq!(opens("HAM", "EW", "DE"), "2026-05-26");
    assert_eq!(opens("VIE", "OS", "AT"), "2026-05-02");
}

#[test]
fn who_only_supervises_has_no_time_to_be_told() {
    let facts = json!({ "origin": "AMS", "destination": "AGP", "carrier": "HV",
        "claimant_home": "NL" });
    let forum = of(&facts, "NL-KR");
    assert_eq!(forum["body"]["id"], "NL-ILT");
    assert!(!rows(&forum).contains(&"body/NL-ILT/decides_in_days".to_owned()));
    assert_eq!(forum["status"], "open");
}

#[test]
fn a_body_that_may_still_be_asked_is_not_asked_about() {
    let asked = |forum: &Value| has(forum, "body_asked", "missing");
    // The French year of the mediator ends on 1 September 2026.
    let france = |today: &str| {
        best(
            &json!({ "origin": "CDG", "destination": "NCE", "carrier": "AF",
            "claimant_home": "FR", "flight_day": "2025-08-10", "claim_sent": "2025-09-01",
            "deadline_in_demand": null, "filed_on": null, "assessed_on": today }),
        )
    };
    assert!(!asked(&france("2026-09-01")));
    assert!(asked(&france("2026-09-02")));
    // The Spanish one binds the airline, but nobody has to ask it.
    let spain = best(
        &json!({ "origin": "MAD", "destination": "TFN", "carrier": "IB", "claimant_home": "ES",
        "flight_day": "2024-01-10", "claim_sent": "2024-02-01", "deadline_in_demand": null }),
    );
    assert_eq!(spain["body"]["closed_since"], "2025-02-02");
    assert!(!asked(&spain));
}

#[test]
fn documents_go_by_who_claims_for_whom() {
    let wants = |changes: &Value, forum: &str, document: &str| {
        let forum = of(changes, forum);
        let documents = forum["documents"].as_array().expect("a list").clone();
        documents.contains(&json!(document))
    };
    let austria = |persons: u32| {
        json!({ "origin": "VIE", "destination": "BCN", "carrier": "OS", "claimant_home": "AT",
            "persons": persons, "one_claims_for_all": true })
    };
    assert!(!wants(&austria(1), "AT-BG", "assignments"));
    assert!(wants(&austria(2), "AT-BG", "assignments"));
    let france = |persons: u32| {
        json!({ "origin": "CDG", "destination": "NCE", "carrier": "AF", "claimant_home": "FR",
            "persons": persons, "relation": "family" })
    };
    assert!(!wants(&france(1), "FR-TJ", "proof_of_family"));
    assert!(wants(&france(2), "FR-TJ", "proof_of_family"));
}
