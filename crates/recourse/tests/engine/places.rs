//! The states whose courts may hear a claim: none of them is forgotten because no forum
//! there stands in the tables. The periods are those of `limitation.csv`, which the tests
//! read for themselves.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use reference::Embedded;
use rights::Regime;
use serde_json::{Value, json};

use crate::support::{claim, entry, written};

/// The facts that the pages give: no home, no letter.
fn page(origin: &str, destination: &str, carrier: &str, flight: &str, today: &str) -> Value {
    json!({ "origin": origin, "destination": destination, "carrier": carrier,
        "flight_day": flight, "assessed_on": today, "claimant_home": null,
        "claim_sent": null, "deadline_in_demand": null, "filed_on": null })
}

fn with(facts: &Value, changes: &Value) -> Value {
    let mut facts = facts.clone();
    let map = facts.as_object_mut().expect("an object");
    for (key, value) in changes.as_object().expect("an object") {
        map.insert(key.clone(), value.clone());
    }
    facts
}

fn step(facts: &Value) -> Value {
    written(&claim(facts))["next_step"].clone()
}

fn day(value: &Value) -> Date {
    value.as_str().expect("a day").parse().expect("a day")
}

/// The end of the shortest period of a state for a flight of 10 November 2026.
fn shortest(state: &str) -> Date {
    let table = include_str!("../../../reference/data/limitation.csv");
    let row = table
        .lines()
        .find(|line| line.starts_with(&format!("{state},")))
        .expect("a state");
    let columns: Vec<&str> = row.split(',').collect();
    let years: i32 = columns[1].parse().expect("years");
    let start = match columns[3] {
        "year_end" => date(2026, 12, 31),
        _ => date(2026, 11, 10),
    };
    start.saturating_add(years.years())
}

#[test]
fn the_step_goes_by_the_earliest_day_of_departure_arrival_and_seat() {
    // Each flight with the state whose courts close first: BE one year (Law of 25 August
    // 1891 Art 9), BG one to five, LV, HR, CH and IS two, NO three.
    for (origin, destination, carrier, first) in [
        ("BRU", "ATH", "SN", "BE"),
        ("BRU", "CDG", "SN", "BE"),
        ("BRU", "FRA", "SN", "BE"),
        ("BRU", "AGP", "TB", "BE"),
        ("BRU", "LHR", "SN", "BE"),
        ("BRU", "BCN", "VY", "BE"),
        ("SOF", "MAD", "FB", "BG"),
        ("RIX", "BCN", "BT", "LV"),
        ("ZAG", "CDG", "OU", "HR"),
        ("ZRH", "PMI", "LX", "CH"),
        ("ZRH", "HAM", "LX", "CH"),
        ("ZRH", "JFK", "LX", "CH"),
        ("KEF", "CDG", "FI", "IS"),
        ("KEF", "JFK", "FI", "IS"),
        ("OSL", "LPA", "DY", "NO"),
        ("WAW", "LHR", "LO", "PL"),
        ("CDG", "WAW", "LO", "PL"),
        // The seat alone: a Polish airline between two Baltic states.
        ("TLL", "VNO", "LO", "PL"),
    ] {
        let facts = page(origin, destination, carrier, "2026-11-10", "2026-12-01");
        let answer = written(&claim(&facts));
        let step = &answer["next_step"];
        let name = format!("{origin}-{destination} {carrier}: {step}");
        assert_eq!(step["step"], "write_to_airline", "{name}");
        let last = shortest(first);
        // The courts' free days are not known everywhere: up to a week and a weekend
        // earlier.
        let by = day(&step["by"]);
        assert!(by <= last && by >= last.saturating_sub(10.days()), "{name}");
        let places = answer["places"].as_array().expect("a list");
        let place = places.iter().find(|place| place["state"] == first);
        let place = place.unwrap_or_else(|| panic!("{name}: no {first}"));
        assert_eq!(day(&place["limitation_last_day"]), last, "{name}");
    }
}

#[test]
fn a_state_without_a_forum_in_the_list_is_named_with_its_day() {
    let facts = page("ZRH", "PMI", "LX", "2026-11-10", "2026-12-01");
    let answer = written(&claim(&facts));
    let places = &answer["places"];
    assert_eq!(places[0]["state"], "CH");
    assert_eq!(places[0]["grounds"], json!(["departure", "seat"]));
    assert_eq!(places[0]["listed"], false);
    assert_eq!(places[0]["limitation_last_day"], "2028-11-10");
    assert_eq!(places[0]["safe_last_day"], "2028-11-03");
    assert_eq!(places[1]["state"], "ES");
    assert_eq!(places[1]["listed"], true);
    let missing = entry(&answer, "ES-TI")["depends"].clone();
    let row = json!({ "part": "order", "row": "forum/CH", "because": "missing" });
    assert!(
        missing.as_array().expect("a list").contains(&row),
        "{missing}"
    );
}

#[test]
fn who_has_a_court_at_home_of_which_nothing_is_known_asks_a_person_in_its_time() {
    // Belgium, one year, to 10 December 2026, a week earlier because its free days are not
    // known. Form A in Athens would be open until 2030.
    let refused = json!({ "claim_sent": "2026-06-20", "refused_on": "2026-07-01" });
    let belgian = with(
        &page("BRU", "ATH", "SN", "2025-12-10", "2026-12-01"),
        &with(&refused, &json!({ "claimant_home": "BE" })),
    );
    let step_of = step(&belgian);
    assert_eq!(step_of["step"], "ask_person");
    assert_eq!(step_of["by"], "2026-12-03");
    let swiss = with(
        &page("ZRH", "PMI", "LX", "2026-06-10", "2026-12-01"),
        &json!({ "claim_sent": "2026-06-20", "refused_on": "2026-07-01",
            "claimant_home": "CH" }),
    );
    let step_of = step(&swiss);
    assert_eq!(step_of["step"], "ask_person");
    assert_eq!(step_of["by"], "2028-06-02");
    // Who lives elsewhere has the Spanish court.
    let german = with(&swiss, &json!({ "claimant_home": "DE" }));
    assert_eq!(step(&german)["step"], "go_to_court");
}

#[test]
fn too_late_is_said_only_when_every_state_is_closed() {
    let facts = |ends: (&str, &str, &str), today: &str, changes: Value| {
        with(&page(ends.0, ends.1, ends.2, "2025-06-10", today), &changes)
    };
    // Poland and Belgium closed in June 2026; Denmark and Norway have three years, England
    // six (Limitation Act 1980 s9; UK261 Art 3(1)(b) covers what flies in from the Union).
    for (ends, by) in [
        (("WAW", "CPH", "LO"), "2028-06-02"),
        (("WAW", "OSL", "LO"), "2028-06-02"),
        (("WAW", "LHR", "LO"), "2031-06-10"),
        (("BRU", "LHR", "SN"), "2031-06-10"),
    ] {
        let open = step(&facts(ends, "2026-12-01", json!({})));
        assert_eq!(open["step"], "ask_person", "{ends:?}");
        assert_eq!(open["by"], by, "{ends:?}");
        let home = json!({ "claimant_home": "DK" });
        assert_eq!(
            step(&facts(ends, "2026-12-01", home))["step"],
            "ask_person",
            "{ends:?}"
        );
        let closed = step(&facts(ends, "2031-06-11", json!({})));
        assert_eq!(closed["step"], "too_late", "{ends:?}");
        assert_eq!(closed["by"], Value::Null, "{ends:?}");
    }
    // The last day of the English six years is a Tuesday.
    let last = step(&facts(("WAW", "LHR", "LO"), "2031-06-10", json!({})));
    assert_eq!(last["step"], "ask_person");
    // Who lives there has the court there.
    let english = json!({ "claimant_home": "GB-ENG", "fx": { "GBP_per_EUR": "0.86" } });
    let english = step(&facts(("BRU", "LHR", "SN"), "2026-12-01", english));
    assert_eq!(english["step"], "write_to_airline");
    assert_eq!(english["by"], "2031-06-10");
    // Malta has no sure end: nobody is told that it is over.
    let malta = step(&facts(("WAW", "MLA", "LO"), "2090-01-04", json!({})));
    assert_eq!(malta["step"], "ask_person");
}

#[test]
fn a_court_that_takes_no_claim_as_high_is_still_a_place_with_its_day() {
    // The seat, Ireland: six years, whoever the claimant is (Brussels Ia Art 4).
    let scottish = with(
        &page("BER", "VIE", "FR", "2025-12-24", "2030-07-08"),
        &json!({ "claimant_home": "GB-SCT", "claim_sent": "2026-01-10" }),
    );
    let answer = written(&claim(&scottish));
    assert_eq!(answer["recommended"], Value::Null);
    assert_eq!(answer["next_step"]["step"], "ask_person");
    assert_eq!(answer["next_step"]["by"], "2031-12-24");
    // Seventeen travellers, 10,200 euro: each may claim 600 alone.
    let many = with(
        &page("FRA", "JFK", "LH", "2026-06-10", "2026-12-01"),
        &json!({ "persons": 17, "sum": "10200.00", "claimant_home": "DE",
            "claim_sent": "2026-06-20", "refused_on": "2026-07-01" }),
    );
    let answer = written(&claim(&many));
    assert_eq!(answer["recommended"], Value::Null);
    assert_eq!(answer["next_step"]["step"], "ask_person");
    assert_eq!(answer["next_step"]["by"], "2029-12-31");
}

#[test]
fn a_regulator_of_another_law_keeps_no_claim_alive_and_takes_no_courts_place() {
    // Damages for baggage, two years (Montreal Convention Art 35), in France and at the
    // American department alike.
    let baggage = with(
        &page("JFK", "CDG", "AF", "2026-05-10", "2029-09-12"),
        &json!({ "disruption": "baggage", "persons": 4, "sum": "1400.00",
            "relation": "friends", "claim_sent": "2026-08-25" }),
    );
    let answer = written(&claim(&baggage));
    assert_eq!(answer["recommended"], Value::Null);
    assert_eq!(answer["next_step"]["step"], "too_late");
    let department = entry(&answer, "US-DOT");
    assert_eq!(department["other_law"], true);
    assert_eq!(department["status"], "late");
    assert_eq!(department["deadline"]["limitation_last_day"], "2028-05-10");
    // Poland, one year.
    let warsaw = page("WAW", "ORD", "LO", "2025-06-10", "2026-12-01");
    let answer = written(&claim(&warsaw));
    assert_eq!(answer["recommended"], Value::Null);
    assert_eq!(answer["next_step"]["step"], "too_late");
    assert_eq!(entry(&answer, "US-DOT")["other_law"], true);
}

#[test]
fn who_may_still_go_somewhere_is_told_until_when() {
    // No forum of the tables is open to a flight between two states, or inside one, whose
    // courts the tables do not have, or whose small claims procedure wants both sides at
    // home: Ireland six years, Norway and Portugal three, Switzerland two.
    for (ends, home, by) in [
        (("DUB", "LHR", "BA"), "IE", "2032-06-10"),
        (("OSL", "BGO", "DY"), "NO", "2029-06-01"),
        (("GVA", "LHR", "U2"), "CH", "2028-06-02"),
        (("LIS", "FNC", "TP"), "PT", "2029-06-01"),
    ] {
        let facts = with(
            &page(ends.0, ends.1, ends.2, "2026-06-10", "2026-12-01"),
            &json!({ "claim_sent": "2026-06-20", "refused_on": "2026-07-01",
                "claimant_home": home }),
        );
        let person = step(&facts);
        assert_eq!(person["step"], "ask_person", "{ends:?}");
        assert_eq!(person["by"], by, "{ends:?}");
        let unasked = with(&facts, &json!({ "claim_sent": null, "refused_on": null }));
        let first = step(&unasked);
        assert_eq!(first["step"], "write_to_airline", "{ends:?}");
        assert_eq!(first["by"], by, "{ends:?}");
    }
}

/// The day that the assessment of the same flight names, four hours late, for Regulation
/// 261/2004.
fn day_of_assessment(origin: &str, destination: &str, carrier: &str) -> Date {
    let case = json!({
        "legs": [{
            "flight": format!("{carrier}123"), "operating_carrier": carrier,
            "origin": origin, "destination": destination,
            "scheduled_departure": "2026-11-10T08:00", "scheduled_arrival": "2026-11-10T21:00",
            "actual_departure": "2026-11-10T13:00", "actual_arrival": "2026-11-11T02:00",
            "status": "operated",
        }],
        "disruption": "delay", "facts": {}, "assessed_on": "2026-12-01",
    });
    let json = case.to_string();
    let case = rights::contract::parse_case(json.as_bytes(), date(2026, 12, 1), &Embedded)
        .unwrap_or_else(|faults| panic!("{faults:?}"));
    let assessment = rights::assess(&case, &Embedded);
    let entry = assessment
        .entries
        .iter()
        .find(|entry| entry.regime == Regime::Eu261);
    let deadline = entry.and_then(|entry| entry.deadline);
    deadline.expect("a deadline").last_day
}

#[test]
fn the_step_and_the_assessment_name_one_day() {
    // The step's day is the last safe one: up to a week and a weekend before the legal one
    // of the assessment, and no day later. The assessment does not look at the seat.
    for (origin, destination, carrier) in [
        ("BRU", "ATH", "SN"),
        ("SOF", "MAD", "FB"),
        ("ZRH", "PMI", "LX"),
        ("KEF", "CDG", "FI"),
        ("OSL", "LPA", "DY"),
        ("WAW", "CPH", "LO"),
        ("AMS", "LHR", "KL"),
        ("HAM", "PMI", "EW"),
        ("FCO", "CDG", "AZ"),
        ("DUB", "AGP", "FR"),
        ("FRA", "JFK", "LH"),
        ("JFK", "FRA", "LH"),
        ("RIX", "HEL", "BT"),
        ("LIS", "LUX", "TP"),
    ] {
        let facts = page(origin, destination, carrier, "2026-11-10", "2026-12-01");
        let by = day(&step(&facts)["by"]);
        let told = day_of_assessment(origin, destination, carrier);
        let earliest = told.saturating_sub(10.days());
        assert!(
            by <= told && by >= earliest,
            "{origin}-{destination}: {by}, {told}"
        );
    }
}

#[test]
fn of_two_courts_that_are_named_the_earlier_day_counts() {
    // Form A against an Irish airline: who lives in Greece has the courts of both ends,
    // Belgium's with one year and Greece's with five, and so has who lives in Germany,
    // though the court where the flight starts comes first there.
    let facts = |origin: &str, destination: &str, home: &str| {
        with(
            &page(origin, destination, "FR", "2026-06-10", "2026-12-01"),
            &json!({ "claimant_home": home, "claim_sent": "2026-06-20",
                "refused_on": "2026-07-01" }),
        )
    };
    let both = written(&claim(&facts("BRU", "ATH", "GR")));
    let name = both["recommended"]["court"].as_str().expect("a name");
    assert_eq!(
        name,
        "court at Athens (arrival) or court at Brussels (departure)"
    );
    assert_eq!(both["next_step"]["step"], "go_to_court");
    assert_eq!(both["next_step"]["by"], "2027-06-03");
    let athens = written(&claim(&facts("ATH", "BRU", "DE")));
    assert_eq!(athens["next_step"]["step"], "go_to_court");
    assert_eq!(athens["next_step"]["by"], "2027-06-03");
}

#[test]
fn a_state_whose_day_has_passed_hurries_nobody_to_another_ones_court() {
    // Madrid to Zurich on Eurowings: the two Swiss years end today, and their last safe day
    // has passed; the German three run to the end of 2025, the Spanish five longer.
    let facts = with(
        &page("MAD", "ZRH", "EW", "2022-08-25", "2024-08-25"),
        &json!({ "claim_sent": "2024-08-25", "deadline_in_demand": "2024-09-08" }),
    );
    let next = step(&facts);
    assert_ne!(next["step"], "go_to_court");
    assert_eq!(next["by"], "2025-12-31");
}

#[test]
fn a_court_whose_own_safe_day_has_passed_gets_no_later_one_from_another_state() {
    // Rome to Frankfurt: the shortest Italian period, two years, ends on 25 August 2026, and
    // a week less is safe; the German end of 2027 is none for an Italian court.
    let facts = with(
        &page("FCO", "FRA", "LH", "2024-08-25", "2026-08-22"),
        &json!({ "claim_sent": "2026-08-10" }),
    );
    let next = step(&facts);
    assert_eq!(next["forum"], "IT-GDP", "{next}");
    assert_eq!(next["by"], Value::Null, "{next}");
}

#[test]
fn nobody_goes_to_a_court_that_waits_for_a_body_because_that_body_opens_too_late() {
    // Paris to Warsaw: the French mediator opens after the Polish year has ended, and no
    // French court hears who has not asked it (décret 2025-772).
    let facts = with(
        &page("CDG", "WAW", "LO", "2026-06-10", "2027-04-20"),
        &json!({ "claim_sent": "2027-04-15" }),
    );
    let next = step(&facts);
    assert_eq!(next["step"], "ask_person", "{next}");
}
