//! Fees, interest and lawyers on both sides of their limits.

use crate::support::{best, claim, closed, entry, has, of, written};
use serde_json::{Value, json};

#[test]
fn seventeen_friends_in_france_need_no_lawyer_and_a_family_does() {
    let facts = |relation: &str, sum: &str| {
        json!({ "origin": "CDG", "destination": "NRT", "carrier": "AF", "persons": 17,
            "relation": relation, "sum": sum, "claimant_home": "FR" })
    };
    let friends = best(&facts("friends", "10200.00"));
    assert_eq!(friends["fee"]["value"], "600.00");
    assert_eq!(friends["fee"]["amount"], "850.00");
    assert_eq!(friends["lawyer"], false);
    assert_eq!(best(&facts("family", "10000.00"))["lawyer"], false);
    // Above the limit of the court no family comes here at all.
    assert_eq!(
        closed(&facts("family", "10000.01"), "FR-TJ"),
        "value_too_high"
    );
}

#[test]
fn fees_are_compared_in_one_currency() {
    // 1,062.50 zloty cost 100, which is EUR 23.53; 1,700 cost 200, EUR 47.06; the
    // German court costs EUR 120 for both.
    let order = |sum: &str, rate: Value| {
        let facts = json!({ "origin": "WAW", "destination": "HAM", "carrier": "LO", "sum": sum,
            "claimant_home": "US", "fx": rate });
        let answer = written(&claim(&facts));
        let forums = answer["forums"].as_array().expect("a list").clone();
        let place = |forum: &str| forums.iter().position(|entry| entry["forum"] == forum);
        (place("PL-SR"), place("DE-AG"))
    };
    for sum in ["250.00", "400.00"] {
        let (poland, germany) = order(sum, json!({ "PLN_per_EUR": "4.25" }));
        assert!(poland < germany, "{sum}");
    }
    // A fee that cannot be compared comes last.
    let (poland, germany) = order("250.00", Value::Null);
    assert!(germany < poland);
}

#[test]
fn joint_claimants_pay_a_surcharge_in_austria_that_no_table_gives() {
    let facts = |persons: u32, assigned: bool| {
        json!({ "origin": "VIE", "destination": "BCN", "carrier": "OS", "persons": persons,
            "sum": "500.00", "claimant_home": "AT", "one_claims_for_all": assigned })
    };
    let joint = best(&facts(2, false));
    assert_eq!(joint["fee"]["amount"], "84.00");
    assert_eq!(joint["fee"]["plus"], "surcharge");
    assert_eq!(joint["status"], "depends");
    assert!(has(&joint, "fee_table/AT_TP1/surcharge", "missing"));
    let wants = |forum: &Value| {
        let documents = forum["documents"].as_array().expect("a list");
        documents.contains(&json!("assignments"))
    };
    assert!(!wants(&joint));
    let assigned = best(&facts(2, true));
    assert_eq!(assigned["fee"]["plus"], Value::Null);
    assert!(wants(&assigned));
    let alone = best(&facts(1, false));
    assert_eq!(alone["fee"]["plus"], Value::Null);
    assert!(!wants(&alone));
    // The German online procedure takes fellow travellers by assignment only.
    let two = |assigned: bool| json!({ "persons": 2, "one_claims_for_all": assigned });
    assert_eq!(closed(&two(false), "DE-ONLINE"), "several_claimants");
    assert_eq!(closed(&two(true), "DE-ONLINE"), Value::Null);
}

#[test]
fn a_limit_holds_from_its_day_on() {
    let facts = |filed: &str, sum: &str| {
        json!({ "origin": "CGN", "sum": sum, "flight_day": "2025-08-14",
            "claim_sent": "2025-08-20", "deadline_in_demand": null, "filed_on": filed })
    };
    let row = "forum/DE-AG/2025-12-31";
    let before = of(&facts("2025-12-31", "5000.01"), "DE-AG");
    assert!(has(&before, row, "not_yet"));
    assert_eq!(before["lawyer"], Value::Null);
    assert_eq!(before["status"], "depends");
    let small = of(&facts("2025-12-31", "5000.00"), "DE-AG");
    assert!(!has(&small, row, "not_yet"));
    assert_eq!(small["lawyer"], false);
    let today = of(&facts("2026-01-01", "5000.01"), "DE-AG");
    assert_eq!(today["status"], "open");
    assert_eq!(today["lawyer"], false);
    let ontario = |filed: &str| {
        let facts = json!({ "origin": "YYZ", "destination": "YVR", "carrier": "AC",
            "sum": "35000.01", "currency": "CAD", "flight_day": "2025-08-14",
            "claim_sent": "2025-08-20", "deadline_in_demand": null, "filed_on": filed,
            "claimant_home": "CA-ON" });
        of(&facts, "CA-ON-SCC")
    };
    let row = "forum/CA-ON-SCC/2025-09-30";
    assert!(has(&ontario("2025-09-30"), row, "not_yet"));
    assert!(!has(
        &ontario("2025-10-01"),
        "forum/CA-ON-SCC/2025-10-01",
        "not_yet"
    ));
}

#[test]
fn the_french_stamp_has_a_first_day_and_legal_aid_none() {
    let facts = |filed: &str, aid: bool| {
        json!({ "origin": "CDG", "destination": "NCE", "carrier": "AF", "claimant_home": "FR",
            "flight_day": "2025-07-01", "claim_sent": "2025-07-15", "deadline_in_demand": null,
            "filed_on": filed, "legal_aid": aid })
    };
    let stamp = |forum: &Value| {
        let documents = forum["documents"].as_array().expect("a list");
        documents.contains(&json!("stamp_50"))
    };
    for (filed, aid, amount, letter) in [
        ("2026-02-28", false, "0.00", "M"),
        ("2026-03-01", false, "50.00", "M"),
        ("2026-04-30", false, "50.00", "M"),
        ("2026-05-01", false, "50.00", "H"),
        ("2026-05-01", true, "0.00", "H"),
    ] {
        let forum = best(&facts(filed, aid));
        assert_eq!(forum["fee"]["amount"], amount, "{filed}");
        assert_eq!(forum["confidence"]["fee"], letter, "{filed}");
        assert_eq!(stamp(&forum), amount == "50.00", "{filed}");
        assert_eq!(forum["fee"]["plus"], "writ");
    }
    // A table that begins later has not lapsed.
    let early = of(
        &json!({ "flight_day": "2025-01-14", "claim_sent": "2025-01-20",
            "deadline_in_demand": null, "filed_on": "2025-05-31", "origin": "CGN" }),
        "DE-AG",
    );
    assert!(has(&early, "fee_table/DE_GKG30/2025-05-31", "not_yet"));
}

#[test]
fn mediation_is_due_by_the_day_of_filing() {
    let compulsory = |filed: &str| {
        let facts = json!({ "origin": "CDG", "destination": "NCE", "carrier": "AF",
            "claimant_home": "FR", "flight_day": "2025-09-01", "claim_sent": "2025-09-10",
            "deadline_in_demand": null, "filed_on": filed, "assessed_on": "2026-03-01" });
        best(&facts)["body"]["compulsory"].clone()
    };
    assert_eq!(compulsory("2026-02-06"), false);
    assert_eq!(compulsory("2026-02-07"), true);
}

#[test]
fn the_rate_of_another_currency_can_be_given() {
    let facts =
        |currency: &str, rate: Value| json!({ "sum": "500.00", "currency": currency, "fx": rate });
    let francs = written(&claim(&facts("CHF", json!({ "CHF_per_EUR": "0.9400" }))));
    assert_eq!(francs["not_used"], Value::Null);
    assert_eq!(entry(&francs, "DE-AG")["fee"]["value"], "531.91");
    let zloty = of(&facts("PLN", json!({ "PLN_per_EUR": "4.25" })), "DE-AG");
    assert_eq!(zloty["fee"]["value"], "117.65");
    let unknown = of(&facts("CHF", Value::Null), "DE-AG");
    assert!(has(&unknown, "fx", "missing"));
    assert_eq!(unknown["lawyer"], Value::Null);
}

#[test]
fn a_share_of_the_value_is_the_fee_above_the_brackets() {
    // UKSC Art 13(2): above 20,000 zloty 5 %; Art 21: up to the full zloty.
    let poland = |zloty: &str| {
        let facts = json!({ "origin": "KRK", "destination": "STN", "carrier": "FR",
            "sum": "5000.00", "claimant_home": "PL", "fx": { "per_person_PLN": zloty } });
        of(&facts, "PL-SR")["fee"].clone()
    };
    assert_eq!(poland("20000.00")["amount"], "1000.00");
    assert_eq!(poland("20000.40")["amount"], "1001.00");
    assert_eq!(poland("30000.00")["amount"], "1500.00");
    assert_eq!(poland("30000.00")["currency"], "PLN");
}

#[test]
fn a_fee_that_is_not_known_says_in_what_currency_it_will_be() {
    let poland = json!({ "origin": "KRK", "destination": "STN", "carrier": "FR",
        "claimant_home": "PL" });
    let poland = of(&poland, "PL-SR");
    assert_eq!(poland["fee"]["amount"], Value::Null);
    assert_eq!(poland["fee"]["currency"], "PLN");
    let asked = json!({ "part": "fee", "fact": "fx", "because": "missing" });
    assert!(
        poland["depends"]
            .as_array()
            .expect("a list")
            .contains(&asked)
    );
}

#[test]
fn a_german_court_of_the_trial_tells_the_fee_of_its_other_track() {
    // 250 euro: 80 online, 120 on paper (GKG annex 2, KV 1210 and the trial's 2.0).
    let track = |origin: &str, carrier: &str, home: &str, forum: &str| {
        let facts = json!({ "origin": origin, "destination": "PMI", "carrier": carrier,
            "claimant_home": home });
        of(&facts, forum)["fee"].clone()
    };
    let online = track("HAM", "VY", "DE", "DE-ONLINE");
    assert_eq!(online["ordinary_track"], "120.00");
    assert_eq!(online["online_track"], Value::Null);
    let paper = track("HAM", "VY", "DE", "DE-AG");
    assert_eq!(paper["ordinary_track"], Value::Null);
    assert_eq!(paper["online_track"], Value::Null);
    let european = track("HAM", "VY", "DE", "EU-ESCP");
    assert_eq!(european["amount"], "120.00");
    assert_eq!(european["online_track"], "80.00");
    // Cologne takes no part in the trial.
    let cologne = track("CGN", "VY", "DE", "EU-ESCP");
    assert_eq!(cologne["amount"], "120.00");
    assert_eq!(cologne["online_track"], Value::Null);
    // Nor does a Spanish court, on a flight that started at Hamburg.
    let spanish = track("HAM", "EW", "ES", "EU-ESCP");
    assert_eq!(spanish["table"], "ES_0");
    assert_eq!(spanish["online_track"], Value::Null);
}

#[test]
fn one_irish_claimant_pays_one_sure_fee() {
    let fee = |persons: u32, sum: &str| {
        let facts = json!({ "origin": "DUB", "destination": "AGP", "carrier": "EI", "sum": sum,
            "persons": persons, "claimant_home": "IE" });
        let forum = of(&facts, "IE-SCP");
        (
            forum["fee"]["amount"].clone(),
            forum["confidence"]["fee"].clone(),
        )
    };
    assert_eq!(fee(1, "400.00"), (json!("25.00"), json!("H")));
    // That two pay twice is not sure.
    assert_eq!(fee(2, "800.00"), (json!("50.00"), json!("M")));
}

#[test]
fn no_surcharge_is_due_where_the_table_has_none() {
    let two = json!({ "persons": 2, "sum": "500.00", "one_claims_for_all": false });
    let fee = of(&two, "DE-AG")["fee"].clone();
    assert_eq!(fee["amount"], "120.00");
    assert_eq!(fee["plus"], Value::Null);
}
