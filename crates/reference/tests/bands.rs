//! The band of every pair of airports, held against the German ministry's
//! service for passengers' claims: its 3,269 airports, its positions and its way
//! of measuring. Where the two differ, `airports/band-differences.csv` names the
//! pair and the reason.
//!
//! The service measures on a sphere with the radius of the equator and rounds
//! to ten metres; the engine measures on the ellipsoid (docs/data.md).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jiff::civil::{Date, date};
use reference::Embedded;
use rights::regulation261::Scheme;
use rights::{Airport, ReferenceData};

const MINISTRY: &str = include_str!("../airports/ministry.csv");
const DIFFERENCES: &str = include_str!("../airports/band-differences.csv");

/// The day for which the codes are read; the ministry's list is of 2026.
const DAY: Date = date(2026, 12, 1);

/// How many pairs are tried each time.
const SAMPLE: usize = 20_000;

/// An airport as the engine has it, and as the ministry has it.
struct Both {
    ours: Airport,
    theirs: Airport,
}

/// Why two bands differ.
fn reason(a: &Both, b: &Both) -> Option<String> {
    let ours = |from, to| rights::kilometres(from, to);
    let differ = |x: f64, y: f64| Scheme::EU.band(x, false) != Scheme::EU.band(y, false);
    let (about, there) = (
        on_the_sphere(&a.ours, &b.ours),
        on_the_sphere(&a.theirs, &b.theirs),
    );
    // No line on the ellipsoid is 2 % longer or shorter than on the sphere.
    if !differ(about, there) && !is_near_a_limit(about) {
        return None;
    }
    let here = ours(&a.ours, &b.ours);
    if !differ(here, there) {
        return None;
    }
    // With the ministry's positions the engine would say the same as before.
    if !differ(here, ours(&a.theirs, &b.theirs)) {
        return Some("the sphere".to_owned());
    }
    // With the ministry's position of this one it would not.
    let name = if differ(here, ours(&a.theirs, &b.ours)) {
        a.ours.code.to_string()
    } else if differ(here, ours(&a.ours, &b.theirs)) {
        b.ours.code.to_string()
    } else {
        return Some(format!("where {} and {} are", a.ours.code, b.ours.code));
    };
    Some(format!("where {name} is"))
}

/// Whether a distance is within 2 % of a limit of the bands.
fn is_near_a_limit(km: f64) -> bool {
    [1500.0, 3500.0]
        .iter()
        .any(|limit| (km / limit - 1.0).abs() < 0.02)
}

/// Kilometres as the service computes them.
fn on_the_sphere(a: &Airport, b: &Airport) -> f64 {
    let half = |x: f64| (x.to_radians() / 2.0).sin().powi(2);
    let across = a.latitude.to_radians().cos() * b.latitude.to_radians().cos();
    let h = half(b.latitude - a.latitude) + across * half(b.longitude - a.longitude);
    let km = 2.0 * 6378.137 * h.sqrt().atan2((1.0 - h).sqrt());
    (km * 100.0).round() / 100.0
}

/// The ministry's airports, by code.
fn airports() -> Vec<Both> {
    let rows = csv::Reader::from_reader(MINISTRY.as_bytes()).into_deserialize();
    rows.map(|row| {
        let (code, _, latitude, longitude): (String, String, f64, f64) = row.expect("a row");
        let code = code.parse().expect("a code");
        let airport = || Embedded.airport(code, DAY).expect("an airport we know");
        let theirs = Airport {
            latitude,
            longitude,
            ..airport()
        };
        Both {
            ours: airport(),
            theirs,
        }
    })
    .collect()
}

/// What the list says, by pair.
fn listed() -> BTreeMap<(String, String), String> {
    let rows = csv::Reader::from_reader(DIFFERENCES.as_bytes()).into_deserialize();
    rows.map(|row| {
        let (from, to, reason): (String, String, String) = row.expect("a row");
        ((from, to), reason)
    })
    .collect()
}

fn pair(a: &Both, b: &Both) -> (String, String) {
    (a.ours.code.to_string(), b.ours.code.to_string())
}

#[test]
fn of_a_sample_of_pairs_every_difference_in_band_is_explained() {
    let (airports, listed) = (airports(), listed());
    assert_eq!(airports.len(), 3269);
    let pairs = airports.len() * (airports.len() - 1) / 2;
    let step = pairs / SAMPLE;
    let mut tried = 0;
    let mut number = 0;
    for (index, a) in airports.iter().enumerate() {
        for b in &airports[index + 1..] {
            number += 1;
            if number % step == 0 {
                tried += 1;
                let pair = pair(a, b);
                assert_eq!(reason(a, b).as_ref(), listed.get(&pair), "{pair:?}");
            }
        }
    }
    assert!(tried >= SAMPLE);
}

#[test]
fn every_difference_that_is_listed_is_there_and_has_that_reason() {
    let airports = airports();
    let by_code: BTreeMap<_, _> = airports
        .iter()
        .map(|a| (a.ours.code.to_string(), a))
        .collect();
    let listed = listed();
    assert!(listed.len() > 2000);
    for ((from, to), why) in &listed {
        let found = reason(by_code[from], by_code[to]);
        assert_eq!(found.as_ref(), Some(why), "{from} {to}");
    }
}

#[test]
fn brussels_murcia_is_over_1500_km_and_charleroi_vilnius_is_under() {
    let km = |from: &str, to: &str| {
        let airport = |code: &str| Embedded.airport(code.parse().expect("a code"), DAY);
        rights::kilometres(&airport(from).expect("known"), &airport(to).expect("known"))
    };
    for (from, to, low, high) in [
        ("BRU", "RMU", 1518.0, 1526.0),
        ("CRL", "VNO", 1477.0, 1485.0),
        ("LUX", "RRS", 1472.0, 1480.0),
        ("LGG", "AGP", 1739.0, 1747.0),
    ] {
        let km = km(from, to);
        assert!((low..high).contains(&km), "{from} {to}: {km:.1} km");
    }
}

/// Five million pairs: `make bands`. What it finds is written beside what was
/// built, so that a refresh can be compared with the list and put in its place.
#[test]
#[ignore = "takes a minute; make bands runs it"]
fn of_all_pairs_every_difference_in_band_is_explained() {
    let airports = airports();
    let mut found = "from,to,reason\n".to_owned();
    for (index, a) in airports.iter().enumerate() {
        for b in &airports[index + 1..] {
            if let Some(reason) = reason(a, b) {
                let (from, to) = pair(a, b);
                found.push_str(&format!("{from},{to},{reason}\n"));
            }
        }
    }
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("band-differences.csv");
    fs::write(&file, &found).expect("a file to write");
    let differences = found.lines().count() - 1;
    println!("{differences} differences, in {}", file.display());
    assert!(
        found == DIFFERENCES,
        "compare {} with the list",
        file.display()
    );
}
