//! Canada and the United States, and a sum that is of one law.

use crate::support::{best, claim, closed, codes, entry, of, rows, step, written};
use serde_json::{Value, json};

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

#[test]
fn the_american_department_takes_a_complaint_at_once() {
    let facts = |sent: Value| {
        json!({ "origin": "JFK", "destination": "LAX", "carrier": "AA", "sum": "1200.00",
            "currency": "USD", "disruption": "denied_boarding", "claim_sent": sent,
            "deadline_in_demand": null, "filed_on": null, "assessed_on": "2026-03-21",
            "claimant_home": "US" })
    };
    let sent = written(&claim(&facts(json!("2026-03-20"))));
    assert_eq!(sent["recommended"]["body"]["open_from"], "2026-05-20");
    assert_eq!(sent["recommended"]["body"]["open_at_once"], true);
    assert_eq!(sent["next_step"]["step"], "ask_body");
    assert_eq!(sent["next_step"]["from"], "2026-03-21");
    assert_eq!(step(&facts(Value::Null))["step"], "write_to_airline");
}

#[test]
fn territories_are_of_the_united_states() {
    for (origin, destination) in [
        ("GUM", "NRT"),
        ("SJU", "NRT"),
        ("JFK", "NRT"),
        ("NRT", "JFK"),
    ] {
        let facts = json!({ "origin": origin, "destination": destination, "carrier": "UA",
            "sum": "1000.00", "currency": "USD", "disruption": "denied_boarding",
            "deadline_in_demand": null, "claimant_home": "US" });
        // The court of a state hears the rules of the country, and no other.
        assert_eq!(codes(&facts), ["US-DOT", "US-SC"], "{origin}");
    }
}

#[test]
fn the_canadian_agency_counts_from_its_notice() {
    // 14 days for the airline, 4 for the reply, 90 for the decision.
    let facts = json!({ "origin": "YYZ", "destination": "YVR", "carrier": "AC", "sum": "700.00",
        "currency": "CAD", "deadline_in_demand": null, "filed_on": "2026-04-20",
        "start_notice": "2026-06-01", "airline_answered_on": "2026-06-12",
        "assessed_on": "2026-06-15", "claimant_home": "CA-ON" });
    let answer = written(&claim(&facts));
    let days = &entry(&answer, "CA-CTA")["deadline"];
    assert_eq!(days["answer_due"], "2026-06-15");
    assert_eq!(days["reply_due"], "2026-06-16");
    assert_eq!(days["decision_due"], "2026-08-30");
    assert_eq!(answer["next_step"]["step"], "await_answer");
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
fn a_canadian_agency_needs_no_limitation_and_a_court_of_ontario_has_a_doubtful_one() {
    let facts = json!({ "origin": "YYZ", "destination": "YVR", "carrier": "AC",
        "sum": "700.00", "currency": "CAD", "deadline_in_demand": null,
        "claimant_home": "CA-ON" });
    let agency = of(&facts, "CA-CTA");
    assert_eq!(agency["status"], "open");
    assert_eq!(agency["depends"], json!([]));
    let court = of(&facts, "CA-ON-SCC");
    assert_eq!(court["courts"][0]["state"], "CA");
    // Two years in most provinces.
    assert_eq!(court["deadline"]["limitation_last_day"], "2028-03-14");
    assert_eq!(court["confidence"]["deadline"], "L");
    assert_eq!(court["fee"]["amount"], "108.00");
}

#[test]
fn ontario_has_a_link_by_an_airport_or_by_the_home() {
    let forums = |origin: &str, home: &str| {
        codes(
            &json!({ "origin": origin, "destination": "YVR", "carrier": "AC",
            "sum": "700.00", "currency": "CAD", "deadline_in_demand": null,
            "claimant_home": home }),
        )
    };
    let both = ["CA-CTA".to_owned(), "CA-ON-SCC".to_owned()];
    assert_eq!(forums("YYZ", "CA-BC"), both);
    assert_eq!(forums("YUL", "CA-ON"), both);
    assert_eq!(forums("YUL", "CA-QC"), both[..1]);
    assert_eq!(forums("YUL", "US"), both[..1]);
}

#[test]
fn canadian_and_american_documents_go_by_the_event() {
    let documents = |changes: &Value, forum: &str| {
        let forum = of(changes, forum);
        forum["documents"].as_array().expect("a list").clone()
    };
    let canada = |event: &str, represented: bool| {
        let facts = json!({ "origin": "YYZ", "destination": "YVR", "carrier": "AC",
            "disruption": event, "sum": "700.00", "currency": "CAD",
            "deadline_in_demand": null, "claimant_home": "CA-ON", "represented": represented });
        documents(&facts, "CA-CTA")
    };
    let offer = json!("bump_offer");
    assert!(canada("denied_boarding", false).contains(&offer));
    assert!(!canada("delay", false).contains(&offer));
    let authority = json!("authority");
    assert!(canada("delay", true).contains(&authority));
    assert!(!canada("delay", false).contains(&authority));
}

#[test]
fn an_american_court_hears_of_boarding_and_refunds_and_of_no_delay() {
    let facts = |event: &str| {
        json!({ "origin": "JFK", "destination": "LAX", "carrier": "AA", "disruption": event,
            "sum": "500.00", "currency": "USD", "claimant_home": "US",
            "deadline_in_demand": null })
    };
    for event in ["denied_boarding", "cancellation", "downgrade", "baggage"] {
        let court = of(&facts(event), "US-SC");
        // Which court and which period is a matter of the state.
        assert_eq!(court["courts"], json!([]), "{event}");
        assert_eq!(court["status"], "depends", "{event}");
        let lacks = rows(&court);
        for row in ["limitation/US-SC", "fee_table/US-SC", "interest_rule/US-SC"] {
            assert!(lacks.contains(&row.to_owned()), "{event} {row}");
        }
    }
    assert_eq!(closed(&facts("delay"), "US-SC"), "other_duty");
    let department = of(&facts("delay"), "US-DOT");
    assert_eq!(department["status"], "open");
    assert_eq!(department["depends"], json!([]));
}

#[test]
fn a_sum_in_a_currency_of_a_country_the_flight_does_not_touch_is_european() {
    for currency in ["GBP", "CAD", "USD"] {
        let forums = codes(&json!({ "currency": currency }));
        assert_eq!(forums[0], "DE-ONLINE", "{currency}");
        let elsewhere = |forum: &&String| {
            ["UK-", "CA-", "US-"]
                .iter()
                .any(|country| forum.starts_with(country))
        };
        assert_eq!(forums.iter().find(elsewhere), None, "{currency}");
    }
    // So it is the sum the court decides on, at the rate given: 250 pounds at 0.85.
    let pounds = json!({ "currency": "GBP", "fx": { "GBP_per_EUR": "0.85" } });
    assert_eq!(of(&pounds, "DE-AG")["fee"]["value"], "294.12");
}

#[test]
fn the_day_of_another_law_does_not_hurry_the_claim_of_this_one() {
    // APPR s19(3): before the first anniversary of Saturday 17 January 2026. The Polish court is a road of
    // another law; its last safe day is the Friday before.
    let facts = json!({ "origin": "YYZ", "destination": "WAW", "carrier": "LO",
        "sum": "1000.00", "currency": "CAD", "flight_day": "2026-01-17", "claim_sent": null,
        "deadline_in_demand": null, "filed_on": null, "assessed_on": "2026-02-01",
        "claimant_home": null, "fx": { "PLN_per_EUR": "4.25" } });
    let answer = written(&claim(&facts));
    assert_eq!(answer["recommended"]["forum"], "CA-CTA");
    let poland = entry(&answer, "PL-SR");
    assert_eq!(poland["deadline"]["safe_last_day"], "2027-01-15");
    assert_eq!(answer["next_step"]["step"], "write_to_airline");
    assert_eq!(answer["next_step"]["by"], "2027-01-16");
}
