//! Which law the sum is of, and whose period and courts it has for that.

use serde_json::{Value, json};

use crate::support::{claim, entry, written};

/// A claim that nobody has sent yet.
fn unsent(origin: &str, destination: &str, carrier: &str, changes: &Value) -> Value {
    let mut facts = json!({ "origin": origin, "destination": destination, "carrier": carrier,
        "flight_day": "2026-06-10", "assessed_on": "2026-12-01", "claimant_home": null,
        "claim_sent": null, "deadline_in_demand": null, "filed_on": null });
    let map = facts.as_object_mut().expect("an object");
    for (key, value) in changes.as_object().expect("an object") {
        map.insert(key.clone(), value.clone());
    }
    written(&claim(&facts))
}

fn forums(answer: &Value) -> Vec<&str> {
    let forums = answer["forums"].as_array().expect("a list").iter();
    forums
        .map(|forum| forum["forum"].as_str().expect("a code"))
        .collect()
}

#[test]
fn what_no_regulation_covers_is_damages_with_two_years() {
    // Montreal Convention Art 33, 35: Regulation 261/2004 does not cover an American
    // airline from America (Art 3(1)); so 500 euro can only be proven loss.
    let euro = json!({ "sum": "500.00" });
    let told = unsent("JFK", "FRA", "UA", &euro);
    let given = unsent(
        "JFK",
        "FRA",
        "UA",
        &json!({ "sum": "500.00", "regime": "MC99" }),
    );
    assert_eq!(told, given);
    assert_eq!(told["recommended"]["forum"], "DE-AG");
    let closed = told["closed"].as_array().expect("a list");
    assert!(closed.contains(&json!({ "forum": "DE-ONLINE", "because": "other_duty" })));
    let days = &told["recommended"]["deadline"];
    assert_eq!(days["limitation_last_day"], "2028-06-10");
    // A Saturday.
    assert_eq!(days["safe_last_day"], "2028-06-09");
    assert_eq!(told["next_step"]["by"], "2028-06-09");
    // A Community carrier brings the Regulation, and the German three years.
    let covered = unsent("JFK", "FRA", "LH", &euro);
    assert_eq!(covered["next_step"]["by"], "2029-12-31");
    // So does a regime that is given.
    let given = json!({ "sum": "500.00", "regime": "MC99" });
    let damages = unsent("JFK", "FRA", "LH", &given);
    assert_eq!(damages["next_step"]["by"], "2028-06-09");
    // Whose licence nobody knows may be under either: the earlier day is the safe one.
    let unknown = unsent("JFK", "FRA", "ZZ", &euro);
    let days = &unknown["recommended"]["deadline"];
    assert_eq!(days["limitation_last_day"], "2029-12-31");
    assert_eq!(days["safe_last_day"], "2028-06-09");
}

#[test]
fn expenses_that_may_be_damages_are_safe_for_two_years_only() {
    let facts = |today: &str| {
        json!({ "sum": "600.00", "expenses": "800.00", "assessed_on": today,
            "claimant_home": "DE" })
    };
    let early = unsent("FRA", "JFK", "LH", &facts("2026-12-01"));
    let days = &early["recommended"]["deadline"];
    assert_eq!(days["limitation_last_day"], "2029-12-31");
    assert_eq!(days["safe_last_day"], "2028-06-09");
    assert_eq!(early["next_step"]["by"], "2028-06-09");
    // After them the fixed sum still lives.
    let later = unsent("FRA", "JFK", "LH", &facts("2028-06-12"));
    assert_eq!(later["next_step"]["by"], "2029-12-31");
    let depends = later["recommended"]["depends"].as_array().expect("a list");
    let named = |row: &str| depends.iter().any(|missing| missing["row"] == row);
    assert!(named("clock/montreal_action"));
}

#[test]
fn a_sum_of_another_countrys_law_has_that_countrys_period_and_no_court_of_the_tables() {
    // limitation.csv: Turkey two years, India two (Consumer Protection Act 2019 s69), Brazil
    // five (CDC Art 27), Israel not recorded, Saudi Arabia no period found. The earlier of
    // that country's and the court's day counts, a week before, as its free days are not
    // known.
    for (ends, sum, currency, regime, event, by) in [
        (
            ("IST", "FRA", "TK"),
            "400.00",
            "EUR",
            "TR-SHY",
            "delay",
            json!("2028-06-02"),
        ),
        (
            ("DEL", "FRA", "AI"),
            "10000.00",
            "INR",
            "IN-DGCA",
            "delay",
            json!("2028-06-02"),
        ),
        (
            ("RUH", "FRA", "SV"),
            "1600.00",
            "SAR",
            "SA-GACA",
            "delay",
            Value::Null,
        ),
        (
            ("TLV", "FRA", "LY"),
            "2450.00",
            "ILS",
            "IL-ASL",
            "delay",
            Value::Null,
        ),
        (
            ("GRU", "FRA", "LA"),
            "500.00",
            "XDR",
            "BR-ANAC400",
            "denied_boarding",
            json!("2029-12-31"),
        ),
        // Poland closes before Turkey.
        (
            ("IST", "WAW", "TK"),
            "400.00",
            "EUR",
            "TR-SHY",
            "delay",
            json!("2027-06-10"),
        ),
    ] {
        let plain = json!({ "sum": sum, "currency": currency, "disruption": event });
        let mut given = plain.clone();
        given["regime"] = json!(regime);
        let told = unsent(ends.0, ends.1, ends.2, &plain);
        assert_eq!(told, unsent(ends.0, ends.1, ends.2, &given), "{ends:?}");
        assert_eq!(told["recommended"], Value::Null, "{ends:?}");
        assert_eq!(forums(&told), [] as [&str; 0], "{ends:?}");
        assert_eq!(told["next_step"]["step"], "write_to_airline", "{ends:?}");
        assert_eq!(told["next_step"]["by"], by, "{ends:?}");
        // After its refusal only a person knows a court.
        given["claim_sent"] = json!("2026-06-20");
        given["refused_on"] = json!("2026-07-01");
        let refused = unsent(ends.0, ends.1, ends.2, &given);
        assert_eq!(refused["next_step"]["step"], "ask_person", "{ends:?}");
        assert_eq!(refused["next_step"]["by"], by, "{ends:?}");
        // A court at home does not know a later day, nor one where none is known.
        given["claimant_home"] = json!("DE");
        let at_home = unsent(ends.0, ends.1, ends.2, &given);
        assert_eq!(at_home["next_step"]["step"], "ask_person", "{ends:?}");
        assert_eq!(at_home["next_step"]["by"], by, "{ends:?}");
        // Who has filed somewhere waits for what comes of it.
        given["filed_on"] = json!("2026-11-01");
        let filed = unsent(ends.0, ends.1, ends.2, &given);
        assert_eq!(filed["next_step"]["step"], "await_answer", "{ends:?}");
    }
}

#[test]
fn who_has_a_sum_of_another_country_may_choose_the_regulation_where_it_covers_the_flight() {
    let turkish = json!({ "sum": "400.00", "regime": "TR-SHY", "claimant_home": "DE" });
    let answer = unsent("FRA", "IST", "TK", &turkish);
    assert_eq!(answer["recommended"], Value::Null);
    let germany = entry(&answer, "DE-ONLINE");
    assert_eq!(germany["other_law"], true);
    assert_eq!(germany["depends"][0]["fact"], "sum");
    // The same sum without a regime is one of the Regulation.
    let plain = unsent("FRA", "IST", "TK", &json!({ "sum": "400.00" }));
    assert_eq!(plain["recommended"]["forum"], "DE-ONLINE");
    assert_eq!(plain["recommended"]["other_law"], false);
}

#[test]
fn a_sum_in_drawing_rights_is_damages_but_for_boarding_refused_in_brazil() {
    let delay = unsent(
        "GRU",
        "LIS",
        "LA",
        &json!({ "sum": "500.00", "currency": "XDR" }),
    );
    assert!(forums(&delay).contains(&"EU-ESCP"));
    assert_eq!(delay["places"][0]["limitation_last_day"], "2028-06-10");
}

#[test]
fn damages_under_the_convention_are_heard_at_the_destination_and_the_seat_everywhere() {
    // Art 33(1): Toronto, and London for the airline's seat.
    let facts = json!({ "sum": "900.00", "currency": "CAD", "regime": "MC99",
        "claimant_home": "CA-ON" });
    let answer = unsent("LHR", "YYZ", "BA", &facts);
    let states: Vec<&str> = answer["places"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|place| place["state"].as_str().expect("a state"))
        .collect();
    assert_eq!(states, ["CA", "GB"]);
    for forum in answer["forums"].as_array().expect("a list") {
        let last = &forum["deadline"]["limitation_last_day"];
        assert_eq!(last, "2028-06-10", "{}", forum["forum"]);
        let year = &forum["deadline"]["claim_to_airline_last_day"];
        assert_eq!(*year, Value::Null, "{}", forum["forum"]);
    }
    assert!(forums(&answer).contains(&"CA-ON-SCC"));
    // Who lives in the United States is heard there before Paris.
    let facts = json!({ "sum": "900.00", "currency": "USD", "regime": "MC99",
        "claimant_home": "US" });
    let answer = unsent("CDG", "JFK", "AF", &facts);
    assert_eq!(forums(&answer)[..2], ["US-SC", "FR-TJ"]);
    assert_eq!(entry(&answer, "US-DOT")["other_law"], true);
    assert_eq!(answer["next_step"]["by"], "2028-06-09");
}

#[test]
fn a_member_state_is_one_on_the_day_of_filing() {
    // Withdrawal Agreement Art 67: proceedings begun by 31 December 2020. The flight of 20
    // December 2020 is one of the Regulation; no English court takes Form A since 2021, and
    // its own procedure is open, for six years.
    let facts = |today: &str| {
        json!({ "flight_day": "2020-12-20", "claim_sent": "2020-12-21",
            "refused_on": "2020-12-22", "assessed_on": today, "claimant_home": "DE",
            "fx": { "GBP_per_EUR": "0.86" } })
    };
    let today = unsent("LHR", "CDG", "BA", &facts("2026-12-01"));
    assert_eq!(today["recommended"]["forum"], "UK-EW-OCMC");
    assert_eq!(today["next_step"]["step"], "go_to_court");
    assert_eq!(today["next_step"]["by"], "2026-12-18");
    for forum in today["forums"].as_array().expect("a list") {
        let courts = forum["courts"].as_array().expect("a list");
        let british = courts.iter().any(|court| court["state"] == "GB");
        assert!(!british || forum["forum"] != "EU-ESCP");
    }
    let then = unsent("LHR", "CDG", "BA", &facts("2020-12-31"));
    let courts = entry(&then, "EU-ESCP")["courts"].clone();
    let british = |courts: &Value| {
        let courts = courts.as_array().expect("a list");
        courts.iter().any(|court| court["state"] == "GB")
    };
    assert!(british(&courts));
    let after = unsent("LHR", "CDG", "BA", &facts("2021-01-01"));
    assert!(!british(&entry(&after, "EU-ESCP")["courts"]));
}

#[test]
fn baggage_paid_in_euro_is_heard_at_a_destination_outside_europe_too() {
    // Montreal Convention Art 33(1): the court of the destination.
    let facts = json!({ "origin": "FRA", "destination": "JFK", "carrier": "TK",
        "disruption": "baggage", "sum": "600.00", "currency": "EUR", "claimant_home": "US",
        "flight_day": "2026-06-10", "claim_sent": "2026-06-15", "deadline_in_demand": null,
        "filed_on": null, "assessed_on": "2026-12-01" });
    let answer = written(&claim(&facts));
    let court = entry(&answer, "US-SC");
    assert_eq!(court["deadline"]["limitation_last_day"], "2028-06-10");
}
