//! What to do now, and by when.

use crate::support::{claim, entry, step, written};
use rights::Coded;
use serde_json::{Value, json};

/// The claim of a flight whose passenger's home nobody asked for.
fn of_unknown_home(origin: &str, destination: &str, carrier: &str) -> Value {
    json!({ "origin": origin, "destination": destination, "carrier": carrier,
        "flight_day": "2026-11-10", "claim_sent": null, "deadline_in_demand": null,
        "filed_on": null, "assessed_on": "2026-11-20", "claimant_home": null,
        "fx": { "PLN_per_EUR": "4.25" } })
}

#[test]
fn without_a_known_home_the_court_of_departure_comes_before_the_european_procedure() {
    // Germany: 31 December 2029; the Netherlands: two years; Poland: one, whose
    // last day is a Wednesday.
    for (origin, destination, carrier, first, by) in [
        ("HAM", "PMI", "EW", "DE-ONLINE", "2029-12-31"),
        ("AMS", "AGP", "HV", "NL-KR", "2028-11-10"),
        ("WAW", "FRA", "LO", "PL-SR", "2027-11-10"),
        // The other way round the court of departure still comes first, and the day
        // of the state whose claims die first counts.
        ("AGP", "AMS", "HV", "ES-TI", "2028-11-10"),
    ] {
        let answer = written(&claim(&of_unknown_home(origin, destination, carrier)));
        let forums = answer["forums"].as_array().expect("a list");
        assert_eq!(answer["recommended"]["forum"], first, "{origin}");
        let european = forums.iter().position(|forum| forum["forum"] == "EU-ESCP");
        assert_eq!(european, Some(forums.len() - 1), "{origin}");
        for forum in forums {
            let missing = forum["depends"].as_array().expect("a list");
            let named = missing
                .iter()
                .any(|missing| missing["fact"] == "claimant_home");
            assert!(named, "{origin} {}", forum["forum"]);
        }
        assert_eq!(answer["next_step"]["step"], "write_to_airline", "{origin}");
        assert_eq!(answer["next_step"]["by"], by, "{origin}");
    }
    let known = json!({ "origin": "HAM", "claimant_home": "DE" });
    let known = written(&claim(&known))["recommended"]["depends"].clone();
    assert_eq!(known, json!([]));
}

#[test]
fn nobody_is_sent_to_a_court_that_is_open_only_to_some_homes() {
    // Lisbon to Funchal on a Portuguese airline: only Form A, and only from abroad.
    let mut facts = of_unknown_home("LIS", "FNC", "TP");
    facts["claim_sent"] = json!("2026-11-12");
    facts["refused_on"] = json!("2026-11-15");
    let unknown = step(&facts);
    assert_eq!(unknown["step"], "ask_person");
    assert_eq!(unknown["by"], "2029-11-02");
    facts["claimant_home"] = json!("DE");
    assert_eq!(step(&facts)["step"], "go_to_court");
}

#[test]
fn a_compulsory_body_that_would_outlast_the_claim_is_left_to_a_person() {
    // The French five years end on Wednesday 10 February 2027; the mediator opens on
    // 6 March.
    let facts = |sent: &str, today: &str| {
        json!({ "origin": "CDG", "destination": "NCE", "carrier": "AF", "claimant_home": "FR",
            "flight_day": "2022-02-10", "claim_sent": sent, "deadline_in_demand": null,
            "filed_on": null, "assessed_on": today })
    };
    let late = step(&facts("2027-01-05", "2027-01-10"));
    assert_eq!(late["step"], "ask_person");
    assert_eq!(late["by"], "2027-02-10");
    // 90 days before the last safe day: 12 November 2026.
    let wait = step(&facts("2026-09-11", "2026-11-01"));
    assert_eq!(wait["step"], "wait_for_airline");
    assert_eq!(wait["from"], "2026-11-12");
    assert_eq!(wait["by"], "2026-11-12");
    assert_eq!(
        step(&facts("2026-09-12", "2026-11-01"))["step"],
        "ask_person"
    );
}

#[test]
fn a_court_is_not_open_to_who_let_the_year_of_the_mediator_pass() {
    let facts = |today: &str, asked: bool| {
        json!({ "origin": "CDG", "destination": "NCE", "carrier": "AF", "claimant_home": "FR",
            "flight_day": "2025-08-10", "claim_sent": "2025-09-01", "refused_on": "2025-10-01",
            "deadline_in_demand": null, "filed_on": null, "assessed_on": today,
            "body_asked_on": asked.then_some("2025-10-02") })
    };
    let last = written(&claim(&facts("2026-09-01", false)));
    assert_eq!(last["next_step"]["step"], "ask_body");
    assert_eq!(last["recommended"]["body"]["closed_since"], Value::Null);
    let over = written(&claim(&facts("2026-09-02", false)));
    let best = &over["recommended"];
    assert_eq!(best["forum"], "FR-TJ");
    assert_eq!(best["status"], "depends");
    assert_eq!(best["body"]["closed_since"], "2026-09-02");
    let missing = best["depends"].as_array().expect("a list");
    assert!(
        missing
            .iter()
            .any(|missing| missing["fact"] == "body_asked")
    );
    assert_eq!(over["next_step"]["step"], "ask_person");
    let asked = written(&claim(&facts("2026-09-02", true)));
    assert_eq!(asked["next_step"]["step"], "go_to_court");
    let mut excused = facts("2026-09-02", false);
    excused["mediation_excused"] = json!(true);
    assert_eq!(step(&excused)["step"], "go_to_court");
}

#[test]
fn a_body_whose_time_nobody_knows_is_asked_in_good_time() {
    // Ireland: six years end on 1 December 2026; 90 days before: 2 September.
    let facts = |today: &str| {
        json!({ "origin": "DUB", "destination": "AGP", "carrier": "EI", "claimant_home": "IE",
            "flight_day": "2020-12-01", "claim_sent": "2026-07-01", "refused_on": "2026-07-20",
            "deadline_in_demand": null, "filed_on": null, "assessed_on": today })
    };
    let early = written(&claim(&facts("2026-09-02")));
    let best = &early["recommended"];
    assert_eq!(best["body"]["id"], "IE-IAA");
    assert_eq!(best["body"]["warning"], Value::Null);
    assert_eq!(best["body"]["safe_until"], "2026-09-02");
    let missing = best["depends"].as_array().expect("a list");
    let row = "body/IE-IAA/decides_in_days";
    assert!(missing.iter().any(|missing| missing["row"] == row));
    assert_eq!(early["next_step"]["step"], "ask_body");
    let late = written(&claim(&facts("2026-09-03")));
    assert_eq!(late["recommended"]["body"]["warning"], "before_limitation");
    assert_eq!(late["next_step"]["step"], "go_to_court");
    assert_eq!(late["next_step"]["by"], "2026-12-01");
}

#[test]
fn that_a_body_may_stop_the_limitation_is_not_counted_on() {
    // Italy: two years end on Friday 10 July 2026, the days of its towns are not known: a
    // week earlier; conciliation takes 30 days.
    let italy = |today: &str| {
        json!({ "origin": "FCO", "destination": "CTA", "carrier": "AZ", "claimant_home": "IT",
            "expenses": "100.00", "flight_day": "2024-07-10", "claim_sent": "2026-05-01",
            "refused_on": "2026-05-20", "deadline_in_demand": null, "filed_on": null,
            "assessed_on": today })
    };
    assert_eq!(step(&italy("2026-06-03"))["step"], "ask_body");
    assert_eq!(step(&italy("2026-06-03"))["by"], "2026-06-03");
    assert_eq!(step(&italy("2026-06-04"))["step"], "ask_person");
    // Germany: 90 days before Monday 31 December 2029.
    let germany = |today: &str| {
        json!({ "claim_sent": "2029-01-02", "deadline_in_demand": null, "filed_on": null,
            "assessed_on": today })
    };
    assert_eq!(step(&germany("2029-10-02"))["step"], "ask_body");
    assert_eq!(step(&germany("2029-10-02"))["by"], "2029-10-02");
    assert_eq!(step(&germany("2029-10-03"))["step"], "go_to_court");
}

#[test]
fn a_window_that_has_closed_is_no_warning_of_the_limitation() {
    let facts = json!({ "origin": "MAD", "destination": "TFN", "carrier": "IB",
        "claimant_home": "ES", "flight_day": "2024-01-10", "claim_sent": "2024-02-01",
        "refused_on": "2024-02-15", "deadline_in_demand": null, "filed_on": null,
        "assessed_on": "2026-06-15" });
    let answer = written(&claim(&facts));
    let body = &answer["recommended"]["body"];
    assert_eq!(body["warning"], Value::Null);
    assert_eq!(body["open_until"], "2025-02-01");
    assert_eq!(body["closed_since"], "2025-02-02");
    assert_eq!(answer["next_step"]["step"], "go_to_court");
}

#[test]
fn who_supervises_only_is_no_step_and_the_wait_names_the_court() {
    let facts = |today: &str| {
        json!({ "origin": "AMS", "destination": "AGP", "carrier": "HV", "claimant_home": "NL",
            "deadline_in_demand": null, "filed_on": null, "assessed_on": today })
    };
    let wait = step(&facts("2026-05-01"));
    assert_eq!(wait["step"], "wait_for_airline");
    assert_eq!(wait["body"], Value::Null);
    assert_eq!(wait["name"], "Rechtbank Noord-Holland, kanton, Haarlem");
    assert_eq!(wait["from"], "2026-05-02");
    assert_eq!(wait["by"], "2028-03-14");
    assert_eq!(step(&facts("2026-05-02"))["step"], "go_to_court");
}

#[test]
fn a_forum_that_has_the_claim_is_waited_for() {
    assert_eq!(step(&json!({ "in_court": true }))["step"], "await_answer");
    let canada = json!({ "origin": "YYZ", "destination": "CDG", "carrier": "AF",
        "in_court": true, "claimant_home": "FR" });
    let canada = step(&canada);
    assert_eq!(canada["step"], "await_answer");
    assert_eq!(canada["forum"], Value::Null);
    let filed = |today: &str| step(&json!({ "filed_on": "2026-06-15", "assessed_on": today }));
    assert_eq!(filed("2026-06-16")["step"], "await_answer");
    assert_eq!(filed("2026-06-15")["step"], "ask_body");
}

#[test]
fn past_the_last_safe_day_nothing_ends_before_it_begins() {
    // 31 December 2028 is a Sunday; the last safe day is the Friday before.
    let facts = |sent: Value, today: &str| {
        json!({ "flight_day": "2025-06-01", "claim_sent": sent, "deadline_in_demand": null,
            "filed_on": null, "assessed_on": today, "body_asked": true })
    };
    let friday = step(&facts(json!("2025-07-01"), "2028-12-29"));
    assert_eq!(friday["step"], "go_to_court");
    assert_eq!(friday["by"], "2028-12-29");
    let saturday = step(&facts(json!("2025-07-01"), "2028-12-30"));
    assert_eq!(saturday["step"], "go_to_court");
    assert_eq!(saturday["by"], Value::Null);
    assert_eq!(
        step(&facts(Value::Null, "2028-12-29"))["step"],
        "write_to_airline"
    );
    assert_eq!(
        step(&facts(Value::Null, "2028-12-30"))["step"],
        "ask_person"
    );
}

#[test]
fn what_runs_and_what_follows_is_told_of_each_forum() {
    let clocks = |forum: &Value| -> Vec<String> {
        let all = forum["periods"].as_array().expect("a list").iter();
        all.map(|period| period["clock"].as_str().expect("a name").to_owned())
            .collect()
    };
    let england = json!({ "origin": "LGW", "destination": "AGP", "carrier": "BA", "sum": "350.00",
        "currency": "GBP", "claimant_home": "GB-ENG", "airline_has_address_in": "GB-ENG",
        "deadline_in_demand": null });
    let england = written(&claim(&england))["recommended"].clone();
    assert_eq!(
        clocks(&england),
        [
            "uk_response",
            "uk_more_time",
            "uk_pay_now",
            "uk_paid_reply",
            "uk_mediation",
            "airline_answer_uk"
        ]
    );
    assert_eq!(england["fee"]["hearing"], "59.00");
    let silence = england["outcomes"]["silence"].as_str().expect("words");
    assert!(
        silence.starts_with("default judgment on request"),
        "{silence}"
    );
    let canada = json!({ "origin": "YYZ", "destination": "YVR", "carrier": "AC", "sum": "700.00",
        "currency": "CAD", "deadline_in_demand": null, "claimant_home": "CA-ON" });
    let canada = entry(&written(&claim(&canada)), "CA-CTA");
    assert_eq!(
        clocks(&canada),
        [
            "airline_answer_ca",
            "cta_airline",
            "cta_reply",
            "cta_decision",
            "ca_claim_to_airline"
        ]
    );
    assert_eq!(canada["fee"]["hearing"], Value::Null);
}

#[test]
fn every_period_runs_before_a_forum_or_a_body() {
    let known = |code: &str| {
        recourse::ForumId::from_code(code).is_some() || recourse::BodyId::from_code(code).is_some()
    };
    let table = include_str!("../../data/clock.csv");
    let mut rows = 0;
    for line in table.lines().skip(1) {
        let scope = line.split(',').nth(1).expect("a scope");
        rows += 1;
        assert!(scope == "baggage" || scope.split(' ').all(known), "{line}");
    }
    assert!(rows > 25);
}

#[test]
fn a_step_names_forum_body_and_days() {
    // Refused on 1 April: the German body hears it at once, until 90 days before the end
    // of 2029.
    let refused = json!({
        "refused_on": "2026-04-01", "filed_on": null, "assessed_on": "2026-04-10",
    });
    assert_eq!(
        written(&claim(&refused))["next_step"],
        json!({
            "step": "ask_body", "forum": "DE-ONLINE", "body": "DE-RV",
            "name": "Schlichtungsstelle Reise & Verkehr",
            "from": "2026-04-10", "by": "2029-10-02",
        })
    );
    // The airline is asked before that, at once.
    let unasked = json!({
        "claim_sent": null, "deadline_in_demand": null, "filed_on": null,
        "assessed_on": "2026-04-10",
    });
    assert_eq!(
        written(&claim(&unasked))["next_step"],
        json!({
            "step": "write_to_airline", "forum": "DE-ONLINE", "body": null, "name": null,
            "from": "2026-04-10", "by": "2029-12-31",
        })
    );
}

#[test]
fn a_body_that_opens_after_the_last_safe_day_of_any_home_is_no_step() {
    // From Spain, whose claims live five years, to the Netherlands, whose die on 10
    // November 2028. The Spanish body opens a month and a day after the complaint.
    let facts = |sent: &str, today: &str| {
        let mut facts = of_unknown_home("AGP", "AMS", "HV");
        facts["claim_sent"] = json!(sent);
        facts["assessed_on"] = json!(today);
        facts
    };
    let last = step(&facts("2028-10-09", "2028-10-20"));
    assert_eq!(last["step"], "wait_for_airline");
    assert_eq!(last["from"], "2028-11-10");
    assert_eq!(last["by"], "2028-11-10");
    let late = step(&facts("2028-10-10", "2028-10-20"));
    assert_eq!(late["step"], "go_to_court");
    assert_eq!(late["forum"], "ES-TI");
    assert_eq!(late["by"], "2028-11-10");
}

#[test]
fn a_step_to_a_court_names_it_and_its_days() {
    let asked = json!({ "filed_on": null, "assessed_on": "2026-05-21", "body_asked": true,
        "body_ended_on": "2026-05-20" });
    assert_eq!(
        step(&asked),
        json!({
            "step": "go_to_court", "forum": "DE-ONLINE", "body": null, "name": "AG Hamburg",
            "courts": [{ "state": "DE", "name": "AG Hamburg", "city": "Hamburg",
                "grounds": ["departure"], "limitation_last_day": "2029-12-31" }],
            "from": "2026-05-21", "by": "2029-12-31",
        })
    );
    // Where the court of the airport is not confirmed, the forum's own name stands.
    let poland = json!({ "origin": "WAW", "destination": "KRK", "carrier": "LO",
        "claimant_home": "PL", "filed_on": null, "assessed_on": "2026-05-21",
        "body_asked": true, "body_ended_on": "2026-05-20",
        "fx": { "PLN_per_EUR": "4.25" } });
    assert_eq!(step(&poland)["name"], "Sąd Rejonowy");
    // The private German body's wait, where nothing came back so far.
    let waiting = json!({ "filed_on": null, "assessed_on": "2026-04-10" });
    assert_eq!(
        step(&waiting),
        json!({
            "step": "wait_for_airline", "forum": "DE-ONLINE", "body": "DE-RV",
            "name": "Schlichtungsstelle Reise & Verkehr",
            "refusal_ends_wait": true, "from": "2026-05-21", "by": "2029-10-02",
        })
    );
}
