//! A body that was asked: its time, its end, and what comes then.

use crate::support::{claim, written};
use serde_json::{Value, json};

fn answer(facts: &Value, changes: &Value) -> Value {
    let mut facts = facts.clone();
    let map = facts.as_object_mut().expect("an object");
    map.extend(changes.as_object().expect("an object").clone());
    written(&claim(&facts))
}

fn step(facts: &Value, changes: &Value) -> Value {
    answer(facts, changes)["next_step"].clone()
}

/// Paris to Nice, refused on 29 November 2026.
fn france() -> Value {
    json!({ "origin": "CDG", "destination": "NCE", "carrier": "AF", "claimant_home": "FR",
        "flight_day": "2026-06-10", "claim_sent": "2026-07-01", "refused_on": "2026-11-29",
        "deadline_in_demand": null, "filed_on": null, "assessed_on": "2026-12-01" })
}

#[test]
fn a_french_court_hears_nobody_while_the_mediation_goes_on() {
    // Decree 2025-772: the claim is inadmissible before the mediation has ended.
    let unknown = answer(&france(), &json!({ "body_asked": true }));
    assert_eq!(unknown["next_step"]["step"], "ask_person");
    assert_eq!(unknown["next_step"]["by"], "2031-06-10");
    assert_eq!(unknown["recommended"]["status"], "depends");
    let missing = unknown["recommended"]["depends"]
        .as_array()
        .expect("a list");
    assert!(
        missing
            .iter()
            .any(|missing| missing["fact"] == "body_asked_on"),
        "{missing:?}"
    );
    // Ninety days from 30 November end on 28 February.
    let asked = |today: &str| {
        step(
            &france(),
            &json!({ "body_asked_on": "2026-11-30", "assessed_on": today }),
        )
    };
    let waits = asked("2026-12-01");
    assert_eq!(waits["step"], "await_answer");
    assert_eq!(waits["body"], "FR-MTV");
    assert_eq!(waits["from"], "2027-03-01");
    assert_eq!(waits["by"], "2031-06-10");
    assert_eq!(asked("2027-02-28")["step"], "await_answer");
    assert_eq!(asked("2027-03-01")["step"], "go_to_court");
    let ended = |today: &str| {
        step(
            &france(),
            &json!({ "body_asked_on": "2026-11-30", "body_ended_on": "2026-12-15",
            "assessed_on": today }),
        )
    };
    assert_eq!(ended("2026-12-14")["step"], "await_answer");
    assert_eq!(ended("2026-12-15")["step"], "go_to_court");
    // A day that has not come yet is a plan.
    assert_eq!(
        step(&france(), &json!({ "body_asked_on": "2026-12-02" }))["step"],
        "ask_body"
    );
}

#[test]
fn the_last_safe_day_comes_before_a_bodys_answer() {
    // France: five years end on Monday 15 March 2027, the mediator's time on 28 March.
    let asked = json!({ "flight_day": "2022-03-15", "body_asked_on": "2026-12-28",
        "assessed_on": "2027-01-04" });
    let waits = step(&france(), &asked);
    assert_eq!(waits["step"], "ask_person");
    assert_eq!(waits["by"], "2027-03-15");
    // Poland: one year ends on Friday 15 January 2027, and nobody must ask the ombudsman.
    let poland = json!({ "origin": "WAW", "destination": "FRA", "carrier": "LO",
        "claimant_home": "PL", "flight_day": "2026-01-15", "claim_sent": "2026-02-01",
        "body_asked_on": "2026-11-30", "fx": { "PLN_per_EUR": "4.25" } });
    let at_once = step(&france(), &poland);
    assert_eq!(at_once["step"], "go_to_court");
    assert_eq!(at_once["by"], "2027-01-15");
}

#[test]
fn an_answer_that_binds_the_airline_is_read_before_a_court_is_named() {
    // AESA: ninety days from the full file, binding for the airline (Orden TMA/469/2023).
    let spain = json!({ "origin": "MAD", "destination": "TFN", "carrier": "IB",
        "claimant_home": "ES", "claim_sent": "2026-11-01", "refused_on": "2026-11-15" });
    let of = |changes: Value| {
        let mut all = spain.clone();
        let map = all.as_object_mut().expect("an object");
        map.extend(changes.as_object().expect("an object").clone());
        step(&france(), &all)
    };
    let waits = of(json!({ "body_asked_on": "2026-11-20" }));
    assert_eq!(waits["step"], "await_answer");
    assert_eq!(waits["from"], "2027-02-19");
    // Without a day it was asked on that of the refusal at the earliest.
    let undated = of(json!({ "body_asked": true }));
    assert_eq!(undated["step"], "await_answer");
    assert_eq!(undated["from"], "2027-02-14");
    let silent = json!({ "body_asked_on": "2026-11-20", "assessed_on": "2027-02-19" });
    assert_eq!(of(silent)["step"], "go_to_court");
    assert_eq!(
        of(json!({ "body_ended_on": "2026-11-30" }))["step"],
        "ask_person"
    );
}

#[test]
fn an_italian_court_hears_of_expenses_after_the_conciliation() {
    // Law 118/2022 Art 10, delibera 21/2023: thirty days.
    let italy = |changes: Value| {
        let mut all = json!({ "origin": "FCO", "destination": "CTA", "carrier": "AZ",
            "claimant_home": "IT", "expenses": "100.00" });
        let map = all.as_object_mut().expect("an object");
        map.extend(changes.as_object().expect("an object").clone());
        step(&france(), &all)
    };
    let waits = italy(json!({ "body_asked_on": "2026-11-30" }));
    assert_eq!(waits["step"], "await_answer");
    assert_eq!(waits["from"], "2026-12-31");
    let undated = json!({ "body_asked": true });
    assert_eq!(italy(undated)["step"], "ask_person");
    let ended = json!({ "body_ended_on": "2026-12-01" });
    assert_eq!(italy(ended)["step"], "go_to_court");
}

#[test]
fn a_german_conciliation_is_not_broken_off() {
    // LuftSchlichtV: what is pending before a court is not conciliated.
    let germany = |today: &str| {
        step(
            &claim(&json!({ "filed_on": null })),
            &json!({ "body_asked_on": "2026-05-21",
            "assessed_on": today }),
        )
    };
    assert_eq!(germany("2026-05-22")["step"], "await_answer");
    assert_eq!(germany("2026-05-22")["from"], "2026-08-20");
    assert_eq!(germany("2026-08-20")["step"], "go_to_court");
}

#[test]
fn the_canadian_agency_has_the_claim_once_it_was_asked() {
    let canada = json!({ "origin": "YYZ", "destination": "YVR", "carrier": "AC", "sum": "700.00",
        "currency": "CAD", "claimant_home": "CA-ON", "deadline_in_demand": null, "filed_on": null });
    let asked = json!({ "body_asked_on": "2026-05-20", "assessed_on": "2026-05-21" });
    assert_eq!(step(&canada, &asked)["step"], "await_answer");
}
