//! Bodies before a court, documents, and the next step.

use crate::support::{claim, entry, written};
use serde_json::{Value, json};

fn best(changes: &Value) -> Value {
    written(&claim(changes))["recommended"].clone()
}

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
fn a_refusal_opens_canada_no_earlier_than_thirty_days() {
    let facts = |refused: Value| {
        json!({ "origin": "YYZ", "destination": "YVR", "carrier": "AC", "sum": "700.00",
            "currency": "CAD", "claimant_home": "CA-ON", "refused_on": refused, "deadline_in_demand": null })
    };
    let early = best(&facts(json!("2026-03-25")));
    assert_eq!(early["body"]["open_from"], "2026-04-20");
    assert_eq!(early["body"]["by"], "silence");
    assert_eq!(early["alternatives"], json!(["CA-ON-SCC"]));
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
