//! What codes meant on a day, and what people type.

use jiff::civil::{Date, date};
use reference::{Airports, Embedded, Language, Resolution};
use rights::{Forum, ReferenceData, Zone};

fn zone(code: &str, on: Date) -> Zone {
    Embedded
        .airport(code.parse().expect("a code"), on)
        .expect("an airport")
        .zone
}

#[test]
fn an_airport_stands_where_it_stood_on_the_day() {
    let today = date(2026, 11, 20);
    for (code, expected) in [
        ("BRE", Zone::Eu),
        ("TFS", Zone::EuOutermost),
        ("RUN", Zone::EuOutermostFrench),
        ("OSL", Zone::Eea),
        ("GVA", Zone::Switzerland),
        ("LHR", Zone::UnitedKingdom),
        ("LYR", Zone::Review),
        ("JER", Zone::Outside),
        ("ECN", Zone::Outside),
        ("SBH", Zone::Outside),
    ] {
        assert_eq!(zone(code, today), expected, "{code}");
    }
    assert_eq!(zone("LHR", date(2020, 12, 31)), Zone::Eu);
    assert_eq!(zone("ZAG", date(2013, 6, 30)), Zone::Outside);
    assert_eq!(zone("GVA", date(2006, 11, 30)), Zone::Outside);
    assert_eq!(zone("DZA", date(2013, 12, 31)), Zone::Outside);
    assert_eq!(zone("SBH", date(2011, 12, 31)), Zone::EuOutermost);
    assert_eq!(zone("JER", date(2019, 6, 1)), Zone::Outside);
}

#[test]
fn istanbul_moved_and_closed_airports_stay_known() {
    let on = |code: &str, day| {
        Embedded
            .airport(code.parse().expect("a code"), day)
            .expect("an airport")
    };
    assert!(on("IST", date(2019, 4, 5)).longitude > 28.8);
    assert!(on("IST", date(2019, 4, 6)).longitude < 28.8);
    assert_eq!(on("SXF", date(2018, 1, 1)).city, "Berlin");
    assert_eq!(on("KIV", date(2019, 5, 29)).time_zone, "Europe/Chisinau");
    assert!(on("MCM", date(2026, 1, 1)).helicopters_only);
}

#[test]
fn a_carrier_code_passes_from_one_airline_to_another() {
    let on = |code: &str, day| {
        Embedded
            .carrier(code.parse().expect("a code"), day)
            .expect("a carrier")
    };
    assert_eq!(on("EC", date(2017, 7, 19)).licence.as_str(), "FR");
    assert_eq!(on("EC", date(2017, 7, 20)).licence.as_str(), "AT");
    assert_eq!(on("AFR", date(2026, 1, 1)).code.as_str(), "AF");
}

#[test]
fn courts_overseas_follow_the_state() {
    let of = |forum: &str| Embedded.limitation(forum.parse::<Forum>().expect("a forum"));
    assert_eq!(of("RE"), of("FR"));
    assert_eq!(of("IT").and_then(|period| period.longest_months), Some(26));
    assert_eq!(
        of("GB-SCT").and_then(|period| period.shortest_months),
        Some(60)
    );
    assert_eq!(of("MT").and_then(|period| period.longest_months), None);
    // Each state of the United States has a period of its own: none can be named.
    assert_eq!(of("US").and_then(|period| period.shortest_months), None);
    assert!(of("JP").is_none());
    assert!(
        Embedded
            .bodies("FR".parse().expect("a country"))
            .is_some_and(|bodies| bodies.wait_days == 62)
    );
}

fn first(query: &str) -> String {
    Airports::search(query, 1)
        .first()
        .map_or_else(String::new, |record| record.code.to_string())
}

#[test]
fn search_puts_the_likely_airport_first() {
    for (query, code) in [
        ("BRE", "BRE"),
        ("bre", "BRE"),
        ("Bremen", "BRE"),
        ("brem", "BRE"),
        ("brême", "BRE"),
        ("london", "LHR"),
        ("Londres", "LHR"),
        ("lisbonne", "LIS"),
        ("varsovie", "WAW"),
        ("bruxelles", "BRU"),
        ("le caire", "CAI"),
        ("heathrow", "LHR"),
        ("london gatwick", "LGW"),
        ("paris", "CDG"),
        ("PAR", "CDG"),
        ("sao paulo", "GRU"),
        ("são paulo", "GRU"),
        ("istanbul", "IST"),
        ("new york", "JFK"),
        ("dusseldorf", "DUS"),
        ("asuncion", "ASU"),
        ("orly", "ORY"),
        ("gdansk", "GDN"),
    ] {
        assert_eq!(first(query), code, "{query}");
    }
    assert!(Airports::search("", 5).is_empty());
    assert!(Airports::search("zzzzzz", 5).is_empty());
    assert_eq!(Airports::search("a", 7).len(), 7);
}

fn resolved(text: &str) -> String {
    match Airports::resolve(text) {
        Resolution::One(record) => record.code.to_string(),
        Resolution::Several(records, _) => format!("{}…", records[0].code),
        Resolution::None(_) => "none".to_owned(),
    }
}

#[test]
fn a_typed_text_means_one_airport_or_several_or_none() {
    for text in [
        "BRE",
        "bre",
        " bre ",
        "Bremen",
        "Bremen (BRE)",
        "Bremen, Germany (BRE)",
        "Bremen, Germany",
        "Brême, Allemagne",
    ] {
        assert_eq!(resolved(text), "BRE", "{text}");
    }
    assert_eq!(resolved("London"), "LHR…");
    assert_eq!(resolved("LON"), "LHR…");
    assert_eq!(resolved("DXB"), "DXB");
    assert_eq!(resolved("qwxyz"), "none");
    assert_eq!(resolved(""), "none");
    for record in Airports::all() {
        for language in [Language::English, Language::French] {
            assert_eq!(resolved(&record.label(language)), record.code.as_str());
        }
    }
}

#[test]
fn scottish_airports_are_marked() {
    let scottish = |code: &str| {
        Embedded
            .airport(code.parse().expect("a code"), date(2026, 11, 20))
            .expect("an airport")
            .scottish
    };
    for code in [
        "ABZ", "EDI", "GLA", "PIK", "INV", "DND", "KOI", "LSI", "SYY", "BRR", "TRE", "ILY", "CAL",
        "WIC", "BEB", "LWK", "NRL", "PPW", "SOY", "WRY",
    ] {
        assert!(scottish(code), "{code}");
    }
    for code in ["LHR", "BFS", "CWL", "NCL", "CAX", "IOM", "DUB", "BFF"] {
        assert!(!scottish(code), "{code}");
    }
}

#[test]
fn the_code_of_a_city_or_a_station_is_said_to_be_one() {
    let meaning = |code: &str| Embedded.no_airport(code.parse().expect("a code"));
    let city = meaning("LON").expect("a city");
    assert!(
        city.starts_with("is the code of a city, whose airports are LHR, LGW, STN"),
        "{city}"
    );
    assert_eq!(
        meaning("ZYR").as_deref(),
        Some("is the code of a railway or bus station; the airport there is BRU")
    );
    assert_eq!(meaning("BRE"), None);
    assert_eq!(meaning("QQZ"), None);
}
