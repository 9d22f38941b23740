//! Codes that moved, codes that changed, airports that closed.

use std::collections::HashMap;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use reference::{AirportRecord, Airports, Embedded, Size};
use rights::{Airport, ReferenceData, kilometres};

const ADDITIONS: &str = include_str!("../data/airports-additions.csv");
const CLOSED: &str = include_str!("../data/closed-airports.csv");

/// A day on which every code means what it means today.
const TODAY: Date = date(2026, 12, 1);

fn on(code: &str, day: Date) -> Airport {
    Embedded
        .airport(code.parse().expect("a code"), day)
        .unwrap_or_else(|| panic!("{code} is not known"))
}

fn record(code: &str) -> &'static AirportRecord {
    Airports::get(code.parse().expect("a code")).unwrap_or_else(|| panic!("{code} is not known"))
}

fn rows(file: &'static str) -> Vec<HashMap<String, String>> {
    let rows = csv::Reader::from_reader(file.as_bytes()).into_deserialize();
    rows.map(|row| row.expect("a row")).collect()
}

#[test]
fn a_code_that_moved_means_the_old_place_to_the_last_day_and_the_new_one_from_the_next() {
    let moved = rows(ADDITIONS)
        .into_iter()
        .filter(|row| row["former"] == "yes");
    let mut count = 0;
    for row in moved {
        count += 1;
        let code = row["iata"].as_str();
        let last: Date = row["valid_to"].parse().expect("a day");
        let next = last.checked_add(1.day()).expect("a day after");
        let (old, new) = (on(code, last), on(code, next));
        assert_eq!(old.name, row["name"], "{code}");
        assert_ne!(new.name, row["name"], "{code}");
        assert_eq!(on(code, date(2005, 1, 1)).name, old.name, "{code}");
        assert_eq!(on(code, TODAY).name, new.name, "{code}");
        assert!(kilometres(&old, &new) > 4.0, "{code} has not moved");
        // A code that another country took over would move thousands.
        let is_taken_over = ["AMI", "BKA"].contains(&code);
        assert_eq!(kilometres(&old, &new) > 100.0, is_taken_over, "{code}");
    }
    assert_eq!(count, 49);
}

#[test]
fn moved_codes_lie_where_they_lay() {
    for (code, day, name) in [
        ("IST", date(2019, 4, 5), "Atat"),
        ("IST", date(2019, 4, 6), "İstanbul Airport"),
        ("BKK", date(2006, 9, 27), "Don Mueang"),
        ("BKK", date(2006, 9, 28), "Suvarnabhumi"),
        ("KMG", date(2012, 6, 27), "Wujiaba"),
        ("KMG", date(2012, 6, 28), "Changshui"),
        ("SHO", date(2014, 9, 29), "Matsapha"),
        ("SHO", date(2014, 9, 30), "King Mswati"),
        ("DUR", date(2010, 4, 30), "Durban International"),
        ("DUR", date(2010, 5, 1), "King Shaka"),
        ("UIO", date(2013, 2, 19), "old"),
        ("ISB", date(2018, 5, 3), "Islamabad International"),
        ("TAO", date(2021, 8, 12), "Jiaodong"),
        ("GWD", date(2025, 1, 20), "New Gwadar"),
        ("BKA", date(2009, 10, 18), "Bykovo"),
        ("BKA", date(2009, 10, 19), "Baykit"),
        ("PHH", TODAY, "Pokhara International"),
        ("KTI", TODAY, "Techo"),
        ("HBT", TODAY, "Hambantota"),
    ] {
        let found = on(code, day);
        assert!(
            found.name.contains(name),
            "{code} on {day} is {}",
            found.name
        );
    }
}

#[test]
fn an_old_and_a_new_code_of_one_airport_are_one_place() {
    for (other, first) in [
        ("PBI", "DJT"),
        ("KIV", "RMO"),
        ("TSE", "NQZ"),
        ("FRU", "BSZ"),
        ("EAP", "BSL"),
        ("MLH", "BSL"),
        ("ALY", "HBE"),
    ] {
        for day in [date(2019, 6, 1), TODAY] {
            let (a, b) = (on(other, day), on(first, day));
            assert!(kilometres(&a, &b) < 3.0, "{other} {first}");
            assert_eq!(
                (a.zone, a.time_zone),
                (b.zone, b.time_zone),
                "{other} {first}"
            );
        }
        assert_eq!(record(other).alias_of, Some(record(first).code));
        assert!(
            !record(other).is_offered() && record(first).is_offered(),
            "{other} {first}"
        );
    }
}

#[test]
fn a_closed_airport_is_read_and_not_offered_and_what_replaced_it_is_open() {
    let closed = rows(CLOSED);
    for row in &closed {
        let record = record(&row["iata"]);
        assert!(
            record.closed && !record.scheduled && !record.is_offered(),
            "{row:?}"
        );
        assert_eq!(on(&row["iata"], TODAY).name, record.name);
        if let Some(instead) = record.replaced_by {
            let instead = Airports::get(instead).expect("a known airport");
            assert!(instead.is_offered(), "{row:?}");
            assert_eq!(instead.country, record.country, "{row:?}");
        }
    }
    let marked = Airports::all().filter(|record| record.closed).count();
    assert_eq!(marked, closed.len());
    for (code, instead) in [
        ("TXL", "BER"),
        ("SXF", "BER"),
        ("PNH", "KTI"),
        ("REP", "SAI"),
        ("ADA", "COV"),
        ("ISL", "IST"),
        ("NAY", "PKX"),
        ("DKR", "DSS"),
        ("DAX", "DZH"),
        ("TIP", "MJI"),
    ] {
        let replaced_by = record(code).replaced_by.map(|code| code.to_string());
        assert_eq!(replaced_by.as_deref(), Some(instead), "{code}");
    }
    for code in ["BER", "IST", "SHO", "DMK", "LHR", "UAK", "VLY"] {
        assert!(record(code).is_offered(), "{code}");
    }
}

#[test]
fn a_zone_is_that_of_the_place() {
    for (code, zone) in [
        ("ECN", "Asia/Famagusta"),
        ("GEC", "Asia/Famagusta"),
        ("LCA", "Asia/Nicosia"),
        ("GIB", "Europe/Gibraltar"),
        ("FNC", "Atlantic/Madeira"),
        ("KTN", "America/Sitka"),
        ("BUA", "Pacific/Bougainville"),
        ("LST", "Australia/Hobart"),
        ("MQL", "Australia/Melbourne"),
        ("URC", "Asia/Shanghai"),
        ("HAN", "Asia/Ho_Chi_Minh"),
        ("PHH", "Asia/Kathmandu"),
        ("DTW", "America/Detroit"),
        ("MAM", "America/Matamoros"),
        ("LYR", "Arctic/Longyearbyen"),
    ] {
        assert_eq!(on(code, TODAY).time_zone, zone, "{code}");
    }
}

#[test]
fn a_heliport_is_no_airport_for_aeroplanes() {
    for code in ["MCM", "JCU", "VRY", "GZM", "PZE", "OBY"] {
        assert!(on(code, TODAY).helicopters_only, "{code}");
    }
    for code in ["LHR", "JJU", "GOH", "ISC", "NCE", "ZNA"] {
        assert!(!on(code, TODAY).helicopters_only, "{code}");
    }
}

#[test]
fn what_was_missing_is_there_and_has_its_size() {
    for (code, city, size) in [
        ("TVT", "Tashkent", Size::Medium),
        ("SAG", "Shirdi", Size::Medium),
        ("REW", "Rewa", Size::Medium),
        ("KVO", "Kraljevo", Size::Medium),
        ("FYJ", "Fuyuan", Size::Medium),
        ("BRU", "Brussels", Size::Large),
        ("NOC", "Knock", Size::Medium),
        ("MFX", "Méribel", Size::Small),
        ("GAT", "Gap", Size::Small),
        ("QXB", "Aix-en-Provence", Size::Small),
        ("ALD", "Alerta", Size::Small),
        ("USH", "Ushuaia", Size::Medium),
    ] {
        let record = record(code);
        assert_eq!((record.city.as_str(), record.size), (city, size), "{code}");
    }
    for code in ["BBQ", "SPR", "DHX", "SQG", "RKZ", "DJT", "FZL"] {
        assert!(!record(code).city.is_empty(), "{code}");
    }
    let count = |size| Airports::all().filter(|record| record.size == size).count();
    assert!((400..700).contains(&count(Size::Large)));
    assert!(Airports::all().filter(|record| record.scheduled).count() > 4000);
    for (code, icao) in [
        ("BRU", "EBBR"),
        ("LHR", "EGLL"),
        ("JFK", "KJFK"),
        ("KMG", "ZPPP"),
    ] {
        assert_eq!(record(code).icao, icao);
    }
}
