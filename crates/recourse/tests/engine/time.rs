//! Limitation: when a claim lives, when only a person can say so, and when it is dead.

use crate::support::{claim, entry, of, rows, step, written};
use serde_json::{Value, json};

#[test]
fn a_last_day_that_is_free_leaves_the_claim_to_a_person_until_the_next_open_day() {
    // BGB 193: 31 December 2028 is a Sunday, 1 January a holiday.
    let answer = |filed: &str| {
        written(&claim(
            &json!({ "origin": "DUS", "destination": "MUC", "carrier": "LH",
            "flight_day": "2025-06-01", "claim_sent": "2025-07-01", "deadline_in_demand": null,
            "filed_on": filed }),
        ))
    };
    let last = entry(&answer("2028-12-29"), "DE-AG");
    assert_ne!(last["status"], "late");
    assert!(!rows(&last).contains(&"limitation/DE".to_owned()));
    let moved = answer("2029-01-02");
    let best = &moved["recommended"];
    assert_eq!(best["status"], "depends");
    assert!(rows(best).contains(&"limitation/DE".to_owned()));
    assert_eq!(best["deadline"]["limitation_last_day"], "2028-12-31");
    assert_eq!(best["deadline"]["longest_last_day"], "2029-01-02");
    assert_eq!(moved["next_step"]["step"], "ask_person");
    let dead = answer("2029-01-03");
    assert_eq!(dead["recommended"], Value::Null);
    assert_eq!(dead["next_step"]["step"], "too_late");
}

#[test]
fn the_polish_monday_after_a_last_sunday_is_not_late() {
    // KC 115.
    let status = |filed: &str| {
        let facts = json!({ "origin": "KRK", "destination": "STN", "carrier": "FR",
            "flight_day": "2026-01-17", "claim_sent": "2026-01-20", "filed_on": filed,
            "deadline_in_demand": null, "claimant_home": "PL", "fx": { "PLN_per_EUR": "4.25" } });
        entry(&written(&claim(&facts)), "PL-SR")["status"].clone()
    };
    assert_eq!(status("2027-01-18"), "depends");
    assert_eq!(status("2027-01-19"), "late");
}

#[test]
fn nobody_is_rejected_before_the_longest_period() {
    // Italy: two years by the code, 26 months by some lists (20 April 2026).
    let answer = |filed: &str| {
        written(&claim(
            &json!({ "origin": "FCO", "destination": "CTA", "carrier": "AZ",
            "flight_day": "2024-02-20", "claim_sent": "2024-03-01", "deadline_in_demand": null,
            "filed_on": filed, "claimant_home": "IT" }),
        ))
    };
    let in_time = answer("2026-02-20");
    assert!(!rows(&in_time["recommended"]).contains(&"limitation/IT".to_owned()));
    for filed in ["2026-02-21", "2026-03-15", "2026-04-20"] {
        let open = answer(filed);
        let best = &open["recommended"];
        assert_eq!(best["forum"], "IT-GDP", "{filed}");
        assert_eq!(best["status"], "depends", "{filed}");
        assert!(rows(best).contains(&"limitation/IT".to_owned()), "{filed}");
        assert_eq!(best["deadline"]["limitation_last_day"], "2026-02-20");
        assert_eq!(open["next_step"]["step"], "ask_person", "{filed}");
    }
    assert_eq!(answer("2026-04-21")["recommended"], Value::Null);
}

#[test]
fn baggage_has_two_years_and_no_court_of_departure() {
    // Montreal Convention Art 33, 35: HAM-PMI on a German airline.
    let facts = |filed: &str, event: &str| {
        json!({ "disruption": event, "sum": "800.00", "filed_on": filed, "assessed_on": filed,
            "deadline_in_demand": null })
    };
    let answer = written(&claim(&facts("2028-03-14", "baggage")));
    for forum in ["DE-AG", "ES-TI", "EU-ESCP"] {
        let found = entry(&answer, forum);
        assert_eq!(
            found["deadline"]["limitation_last_day"], "2028-03-14",
            "{forum}"
        );
        assert_eq!(
            found["deadline"]["suspended_by"],
            json!(["claim"]),
            "{forum}"
        );
        assert_ne!(found["status"], "late", "{forum}");
        for court in found["courts"].as_array().expect("a list") {
            let grounds = court["grounds"].as_array().expect("a list");
            assert!(!grounds.contains(&json!("departure")), "{court}");
        }
    }
    let closed = answer["closed"].as_array().expect("a list");
    assert!(closed.contains(&json!({ "forum": "DE-ONLINE", "because": "other_duty" })));
    let dead = written(&claim(&facts("2028-03-15", "baggage")));
    assert_eq!(dead["recommended"], Value::Null);
    assert_eq!(dead["next_step"]["step"], "too_late");
    let delay = entry(&written(&claim(&facts("2028-03-15", "delay"))), "DE-AG");
    assert_eq!(delay["deadline"]["limitation_last_day"], "2029-12-31");
    // A state with a shorter period keeps it: Poland, one year.
    let poland = json!({ "origin": "WAW", "destination": "KRK", "carrier": "LO",
        "disruption": "baggage", "claimant_home": "PL", "deadline_in_demand": null });
    let poland = entry(&written(&claim(&poland)), "PL-SR");
    assert_eq!(poland["deadline"]["limitation_last_day"], "2027-03-14");
    // From Germany to the Netherlands on a Dutch airline there is no German court.
    let dutch = json!({ "origin": "HAM", "destination": "AMS", "carrier": "HV",
        "disruption": "baggage", "deadline_in_demand": null });
    let dutch = written(&claim(&dutch));
    let has = |forum: &str| {
        let all = dutch["forums"].as_array().expect("a list");
        all.iter().any(|entry| entry["forum"] == forum)
    };
    assert!(!has("DE-AG") && has("NL-KR"));
}

#[test]
fn expenses_may_be_damages_with_two_years() {
    let key = "clock/montreal_action".to_owned();
    let facts = |expenses: &str| entry(&written(&claim(&json!({ "expenses": expenses }))), "DE-AG");
    assert!(rows(&facts("0.01")).contains(&key));
    assert!(!rows(&facts("0.00")).contains(&key));
}

#[test]
fn a_canadian_claim_reaches_the_airline_before_the_first_anniversary() {
    // APPR s19(3): before the first anniversary; summaries of it count the day itself in.
    let answer = |sent: Value, today: &str| {
        written(&claim(
            &json!({ "origin": "YYZ", "destination": "YVR", "carrier": "AC",
            "sum": "700.00", "currency": "CAD", "flight_day": "2025-01-10", "claim_sent": sent,
            "deadline_in_demand": null, "filed_on": null, "assessed_on": today,
            "claimant_home": "CA-ON" }),
        ))
    };
    let in_time = answer(json!("2026-01-09"), "2026-04-01");
    assert_eq!(in_time["recommended"]["forum"], "CA-CTA");
    assert_eq!(in_time["next_step"]["step"], "ask_body");
    let days = &in_time["recommended"]["deadline"];
    assert_eq!(days["claim_to_airline_last_day"], "2026-01-10");
    assert_eq!(days["claim_to_airline_safe_day"], "2026-01-09");
    // On the anniversary only a person can say, and has the two years of the provinces.
    let on_it = answer(json!("2026-01-10"), "2026-04-01");
    let agency = entry(&on_it, "CA-CTA");
    assert_eq!(agency["status"], "depends");
    assert!(rows(&agency).contains(&"clock/ca_claim_to_airline".to_owned()));
    assert_eq!(on_it["next_step"]["step"], "ask_person");
    let late = answer(json!("2026-01-11"), "2026-04-01");
    assert_eq!(entry(&late, "CA-CTA")["status"], "late");
    assert_eq!(late["recommended"]["forum"], "CA-ON-SCC");
    assert_eq!(late["next_step"]["step"], "ask_person");
    assert_eq!(late["next_step"]["by"], "2027-01-08");
    let to_write = answer(Value::Null, "2026-01-09");
    assert_eq!(to_write["next_step"]["step"], "write_to_airline");
    assert_eq!(to_write["next_step"]["by"], "2026-01-09");
    assert_eq!(
        answer(Value::Null, "2026-01-10")["next_step"]["step"],
        "ask_person"
    );
}

#[test]
fn the_anniversary_of_a_leap_day_is_the_earlier_one() {
    let facts = json!({ "origin": "YYZ", "destination": "YVR", "carrier": "AC",
        "sum": "400.00", "currency": "CAD", "flight_day": "2028-02-29", "claim_sent": null,
        "deadline_in_demand": null, "filed_on": null, "assessed_on": "2028-03-10",
        "claimant_home": null });
    assert_eq!(written(&claim(&facts))["next_step"]["by"], "2029-02-27");
}

#[test]
fn the_canadian_year_is_set_for_delays_and_cancellations_only() {
    // APPR s19(3) speaks of these; s20 sets no such day for refused boarding.
    let status = |event: &str| {
        let facts = json!({ "origin": "YYZ", "destination": "YVR", "carrier": "AC",
            "sum": "900.00", "currency": "CAD", "flight_day": "2026-01-31",
            "disruption": event, "claim_sent": "2027-02-01", "deadline_in_demand": null,
            "filed_on": null, "assessed_on": "2027-04-10", "claimant_home": "CA-ON" });
        let answer = written(&claim(&facts));
        let agency = entry(&answer, "CA-CTA");
        let year = agency["deadline"]["claim_to_airline_last_day"].clone();
        (
            agency["status"].clone(),
            year.is_null(),
            answer["next_step"]["step"].clone(),
        )
    };
    for event in [
        "delay",
        "cancellation",
        "missed_connection",
        "diversion",
        "brought_forward",
    ] {
        let (late, no_year, step) = status(event);
        assert_eq!((late, no_year), (json!("late"), false), "{event}");
        assert_eq!(step, "ask_person", "{event}");
    }
    for event in ["denied_boarding", "downgrade"] {
        let (open, no_year, step) = status(event);
        assert_eq!((open, no_year), (json!("open"), true), "{event}");
        assert_eq!(step, "ask_body", "{event}");
    }
}

#[test]
fn the_safe_day_is_no_holiday_of_a_region() {
    // Code du travail L3134-13: Good Friday 2027 and 26 December in Alsace-Moselle; L3422-2:
    // the abolition of slavery overseas. Spain and Italy: a week earlier, for La Mercè (24
    // September, Barcelona) and Saint Ambrose (7 December, Milan), or any other patron.
    for (origin, destination, carrier, flight, forum, legal, safe) in [
        (
            "BSL",
            "NCE",
            "AF",
            "2022-03-26",
            "FR-TJ",
            "2027-03-26",
            "2027-03-25",
        ),
        (
            "NCE",
            "SXB",
            "AF",
            "2022-03-26",
            "FR-TJ",
            "2027-03-26",
            "2027-03-25",
        ),
        (
            "CDG",
            "NCE",
            "AF",
            "2022-03-26",
            "FR-TJ",
            "2027-03-26",
            "2027-03-26",
        ),
        (
            "MLH",
            "NCE",
            "AF",
            "2024-12-26",
            "FR-TJ",
            "2029-12-26",
            "2029-12-24",
        ),
        (
            "ORY",
            "RUN",
            "AF",
            "2022-12-20",
            "FR-TJ",
            "2027-12-20",
            "2027-12-17",
        ),
        (
            "FDF",
            "ORY",
            "AF",
            "2023-05-22",
            "FR-TJ",
            "2028-05-22",
            "2028-05-19",
        ),
        (
            "PTP",
            "ORY",
            "AF",
            "2021-05-27",
            "FR-TJ",
            "2026-05-27",
            "2026-05-26",
        ),
        (
            "CAY",
            "ORY",
            "AF",
            "2021-06-10",
            "FR-TJ",
            "2026-06-10",
            "2026-06-09",
        ),
        (
            "BCN",
            "MAD",
            "IB",
            "2021-09-24",
            "ES-TI",
            "2026-09-24",
            "2026-09-17",
        ),
        (
            "MXP",
            "CTA",
            "AZ",
            "2024-12-07",
            "IT-GDP",
            "2026-12-07",
            "2026-11-30",
        ),
    ] {
        let facts = json!({ "origin": origin, "destination": destination, "carrier": carrier,
            "flight_day": flight, "claim_sent": null, "deadline_in_demand": null,
            "filed_on": null, "assessed_on": "2025-01-10", "claimant_home": null,
            "persons": 1 });
        let found = entry(&written(&claim(&facts)), forum);
        let days = &found["deadline"];
        assert_eq!(days["limitation_last_day"], legal, "{origin}");
        assert_eq!(days["safe_last_day"], safe, "{origin}");
    }
}

#[test]
fn where_nobody_knows_the_free_days_the_safe_day_lies_a_week_earlier() {
    // 25 April is free in Portugal.
    let facts = json!({ "origin": "LIS", "destination": "FNC", "carrier": "FR",
        "flight_day": "2026-04-25", "claim_sent": "2026-05-01", "deadline_in_demand": null,
        "claimant_home": "PT" });
    let court = entry(&written(&claim(&facts)), "EU-ESCP");
    assert_eq!(court["deadline"]["limitation_last_day"], "2029-04-25");
    assert_eq!(court["deadline"]["safe_last_day"], "2029-04-18");
    assert!(rows(&court).contains(&"calendar/PT".to_owned()));
    assert!(rows(&court).contains(&"body/PT".to_owned()));
    assert_eq!(court["body"], Value::Null);
    assert_eq!(court["confidence"]["body"], "L");
    assert_eq!(court["language"], "pt");
    let german = entry(&written(&claim(&json!({ "private_trip": false }))), "DE-AG");
    assert_eq!(german["confidence"]["body"], "H");
    assert!(!rows(&german).contains(&"calendar/DE".to_owned()));
}

#[test]
fn a_period_of_one_reading_has_no_longer_one() {
    // 31 December 2029 is a Monday.
    let germany = of(&json!({}), "DE-AG")["deadline"].clone();
    assert_eq!(germany["limitation_last_day"], "2029-12-31");
    assert_eq!(germany["longest_last_day"], Value::Null);
}

#[test]
fn the_two_years_of_montreal_end_a_doubtful_period_too() {
    // Bulgaria: one year by some lists, five by others; baggage dies after two at the
    // latest (Art 35), on Tuesday 14 March 2028.
    let facts = |filed: &str| {
        json!({ "origin": "FRA", "destination": "SOF", "carrier": "FB", "carrier_licence": "BG",
            "disruption": "baggage", "sum": "800.00", "claimant_home": "DE",
            "filed_on": filed, "assessed_on": filed, "deadline_in_demand": null })
    };
    let forum = |filed: &str| of(&facts(filed), "EU-ESCP");
    let last = forum("2028-03-14");
    assert_eq!(last["deadline"]["limitation_last_day"], "2027-03-14");
    assert_eq!(last["deadline"]["longest_last_day"], "2028-03-14");
    assert_eq!(last["status"], "depends");
    assert_eq!(forum("2028-03-15")["status"], "late");
}

#[test]
fn an_answer_is_due_where_the_rules_of_the_court_set_a_day() {
    // Austria: four weeks from service of the order (ZPO 248), 6 July to 3 August.
    let due = |changes: Value, forum: &str| of(&changes, forum)["deadline"]["answer_due"].clone();
    let austria = |served: &str| {
        json!({ "origin": "VIE", "destination": "BCN", "carrier": "OS", "claimant_home": "AT",
            "served_on": served })
    };
    assert_eq!(due(austria("2026-07-06"), "AT-BG"), "2026-08-03");
    // 28 September is followed by Monday 26 October, the national day.
    assert_eq!(due(austria("2026-09-28"), "AT-BG"), "2026-10-27");
    // Ireland: fifteen days; 4 July to Sunday 19 July, which moves to Monday.
    let ireland = json!({ "origin": "DUB", "destination": "AGP", "carrier": "EI",
        "claimant_home": "IE", "served_on": "2026-07-04" });
    assert_eq!(due(ireland, "IE-SCP"), "2026-07-20");
}

#[test]
fn on_the_last_legal_day_a_claim_is_in_time() {
    // Poland: Wednesday 10 November 2027.
    let facts = |today: &str| {
        json!({ "origin": "WAW", "destination": "KRK", "carrier": "LO", "claimant_home": "PL",
            "flight_day": "2026-11-10", "claim_sent": "2026-12-01", "deadline_in_demand": null,
            "filed_on": null, "assessed_on": today, "body_asked": true,
            "fx": { "PLN_per_EUR": "4.25" } })
    };
    let last = step(&facts("2027-11-10"));
    assert_eq!(last["step"], "go_to_court");
    assert_eq!(last["by"], "2027-11-10");
    assert_eq!(step(&facts("2027-11-11"))["step"], "too_late");
}
