//! Every airport stands where a second source has it, or is settled with its
//! reason; every zone is that of the position.

use std::collections::{BTreeMap, HashMap, HashSet};

use csv::StringRecord;
use jiff::civil::Date;

const AIRPORTS: &str = include_str!("../data/airports.csv");
const ADDITIONS: &str = include_str!("../data/airports-additions.csv");
const SECOND_SOURCE: &str = include_str!("../airports/second-source.csv");
const SETTLEMENTS: &str = include_str!("../airports/settlements.csv");
const CORRECTIONS: &str = include_str!("../airports/corrections.csv");
const CLOSED: &str = include_str!("../data/closed-airports.csv");

/// Positions further apart than this do not agree.
const AGREE_KM: f64 = 3.0;

type Row = HashMap<String, String>;

fn rows(file: &'static str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    let header: StringRecord = reader.headers().expect("a header").clone();
    let named = |row: StringRecord| {
        let cells = header.iter().zip(row.iter());
        cells.map(|(k, v)| (k.to_owned(), v.to_owned())).collect()
    };
    reader
        .records()
        .map(|row| named(row.expect("a row with every column")))
        .collect()
}

fn at(row: &Row) -> (f64, f64) {
    let degrees = |column: &str| row[column].parse().expect("degrees");
    (degrees("lat"), degrees("lon"))
}

/// Kilometres on a sphere, which is exact enough for three of them.
fn apart(a: (f64, f64), b: (f64, f64)) -> f64 {
    let half = |x: f64| (x.to_radians() / 2.0).sin().powi(2);
    let across = a.0.to_radians().cos() * b.0.to_radians().cos();
    let h = half(b.0 - a.0) + across * half(b.1 - a.1);
    2.0 * 6371.0 * h.min(1.0).sqrt().asin()
}

/// The rows of the base and of the additions, by code and last day.
fn all() -> BTreeMap<(String, String), Row> {
    let base = rows(AIRPORTS).into_iter();
    let base = base.map(|row| ((row["iata"].clone(), String::new()), row));
    let additions = rows(ADDITIONS).into_iter();
    let additions = additions.map(|row| ((row["iata"].clone(), row["valid_to"].clone()), row));
    base.chain(additions).collect()
}

/// The second source of each.
fn seconds() -> BTreeMap<(String, String), Row> {
    rows(SECOND_SOURCE)
        .into_iter()
        .map(|row| ((row["iata"].clone(), row["until"].clone()), row))
        .collect()
}

#[test]
fn every_position_agrees_within_three_kilometres_with_a_second_source_or_is_settled() {
    let (all, seconds) = (all(), seconds());
    let settled: HashSet<String> = rows(SETTLEMENTS)
        .into_iter()
        .filter(|row| row["take"] != "nothing")
        .map(|row| row["iata"].clone())
        .collect();
    assert!(all.len() > 8300);
    assert!(all.keys().eq(seconds.keys()), "run refresh-airports.py");
    for (key, row) in &all {
        let second = &seconds[key];
        let km = apart(at(row), at(second));
        assert!(km <= AGREE_KM, "{key:?} is {km:.1} km off");
        match second["source"].as_str() {
            "settled" => assert!(settled.contains(&key.0), "{key:?} is not settled"),
            // Its own position would agree with anything.
            "ourairports" => {
                assert_ne!(row.get("source").map(String::as_str), Some("o"), "{key:?}")
            }
            "airportsdata" => {
                assert_ne!(row.get("source").map(String::as_str), Some("a"), "{key:?}")
            }
            "ministry" | "opentraveldata" => {}
            other => panic!("{key:?}: {other} is no source"),
        }
    }
    let of_settled = seconds.values().filter(|row| row["source"] == "settled");
    assert_eq!(
        of_settled.count(),
        settled.len(),
        "a settlement nobody needs"
    );
}

#[test]
fn every_airport_has_the_zone_in_which_it_lies() {
    let corrected: HashSet<String> = rows(CORRECTIONS)
        .into_iter()
        .filter(|row| row["column"] == "tz")
        .map(|row| row["iata"].clone())
        .collect();
    let seconds = seconds();
    for (key, row) in all() {
        // Flights in Xinjiang are sold, shown and flown by Beijing's clock, and
        // the north of Vietnam has had Saigon's since 1975.
        let lying = seconds[&key]["zone"].as_str();
        let zone = match (row["country"].as_str(), lying) {
            ("CN", "Asia/Urumqi") => "Asia/Shanghai",
            ("VN", "Asia/Bangkok") => "Asia/Ho_Chi_Minh",
            _ => lying,
        };
        assert!(
            row["tz"] == zone || corrected.contains(&key.0),
            "{key:?} lies in {zone}"
        );
    }
}

#[test]
fn every_settlement_and_every_correction_has_its_reason_and_its_day() {
    for row in rows(SETTLEMENTS).iter().chain(&rows(CORRECTIONS)) {
        assert!(row["reason"].len() > 8, "{row:?}");
        assert!(row["checked"].parse::<Date>().is_ok(), "{row:?}");
    }
    let base: HashMap<_, _> = rows(AIRPORTS)
        .into_iter()
        .map(|row| (row["iata"].clone(), row))
        .collect();
    for row in rows(CORRECTIONS) {
        let (code, column) = (&row["iata"], &row["column"]);
        assert_eq!(base[code][column], row["value"], "{code} {column}");
    }
    for row in rows(SETTLEMENTS) {
        assert_eq!(
            row["take"] != "nothing",
            base.contains_key(&row["iata"]),
            "{row:?}"
        );
    }
}

#[test]
fn what_the_base_says_is_a_code_a_kind_and_a_source() {
    for row in rows(AIRPORTS) {
        assert!(["a", "o", "s"].contains(&row["source"].as_str()), "{row:?}");
        assert!(["", "yes"].contains(&row["scheduled"].as_str()), "{row:?}");
        assert!(
            ["", "large", "medium", "small", "heliport", "seaplane"]
                .contains(&row["kind"].as_str()),
            "{row:?}"
        );
        assert!(!row["city"].is_empty(), "{row:?}");
        assert!(row["icao"].is_empty() || row["icao"].len() == 4, "{row:?}");
        for said in ["construction", "unknown", "[closed]"] {
            assert!(!row["name"].to_lowercase().contains(said), "{row:?}");
        }
    }
}

#[test]
fn a_code_has_one_former_meaning_at_most_and_it_has_ended() {
    let base: HashSet<_> = rows(AIRPORTS)
        .into_iter()
        .map(|r| r["iata"].clone())
        .collect();
    let mut seen = HashSet::new();
    for row in rows(ADDITIONS) {
        let code = row["iata"].clone();
        let is_former = row["former"] == "yes";
        assert_eq!(is_former, base.contains(&code), "{row:?}");
        assert!(
            !is_former || row["valid_to"].parse::<Date>().is_ok(),
            "{row:?}"
        );
        assert!(seen.insert(code), "{row:?}");
    }
}

#[test]
fn what_closed_has_no_scheduled_flights_and_the_same_last_day_everywhere() {
    let closed: HashMap<_, _> = rows(CLOSED)
        .into_iter()
        .map(|row| (row["iata"].clone(), row))
        .collect();
    for row in rows(AIRPORTS)
        .iter()
        .filter(|row| closed.contains_key(&row["iata"]))
    {
        assert_eq!(row["scheduled"], "", "{row:?}");
    }
    for row in rows(ADDITIONS) {
        // Neither a former meaning nor an old code of the same airport.
        let is_closed =
            row["former"].is_empty() && row["alias_of"].is_empty() && !row["valid_to"].is_empty();
        let known = closed.get(&row["iata"]);
        assert_eq!(is_closed, known.is_some(), "{row:?}");
        if let Some(known) = known {
            assert_eq!(known["last_day"], row["valid_to"], "{row:?}");
        }
    }
}
