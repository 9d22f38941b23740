//! Airlines by what people type: a list whose answers were decided beforehand,
//! and one of our own.

use jiff::civil::{Date, date};
use reference::{CarrierRecord, Carriers, Embedded, FlightMeaning, FlownBy, carrier_record};
use rights::ReferenceData;

/// Written by others, with its answers, before the search was.
const GIVEN: &str = include_str!("carriers/words.tsv");

/// Of our own, in the same columns.
const OWN: &str = include_str!("carriers/own.tsv");

/// How the answer to a text stands to the expected one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Right,
    /// Asked, with the right one in first place.
    Soft,
    /// Not found, or not refused, or asked about something else.
    Miss,
    /// Another airline was taken without a question, or one where a question is due.
    Silent,
}

/// `\u00a0` and the like, as the list writes them.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_at(4);
        plain.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
        plain.push_str(rest);
    }
    plain
        .replace("\\t", "\t")
        .replace("\\n", "\n")
        .replace("\\\\", "\\")
}

/// An answer in the words of the list.
fn answer(text: &str, place: &str, day: Date) -> (String, Vec<&'static CarrierRecord>) {
    match place {
        "flown-by" => match Carriers::flown_by(text, day) {
            FlownBy::One(record) => (record.code.to_string(), Vec::new()),
            FlownBy::Ask(found) | FlownBy::Unheld(_, found) => ("ask".to_owned(), found),
            FlownBy::NoOther => ("none".to_owned(), Vec::new()),
            FlownBy::NoAirline => ("refuse".to_owned(), Vec::new()),
        },
        "flight" => match Carriers::flight(text, day) {
            FlightMeaning::One(_, record) => (record.code.to_string(), Vec::new()),
            // Here the list asks whose number it is; who flew, `companies` does.
            FlightMeaning::Shared(_, companies) => (companies[0].code.to_string(), companies),
            FlightMeaning::Ask(found) => ("ask".to_owned(), found),
            FlightMeaning::None => ("refuse".to_owned(), Vec::new()),
        },
        "companies" => match Carriers::flight(text, day) {
            FlightMeaning::Shared(_, companies) => {
                let codes: Vec<String> = companies.iter().map(|r| r.code.to_string()).collect();
                (codes.join(" "), companies)
            }
            FlightMeaning::One(_, record) => (record.code.to_string(), Vec::new()),
            _ => ("refuse".to_owned(), Vec::new()),
        },
        other => panic!("{other}"),
    }
}

fn mark(found: &str, offered: &[&CarrierRecord], expected: &str) -> Mark {
    let first = offered.first().map(|record| record.code.to_string());
    match (found, expected) {
        (found, expected) if found == expected => Mark::Right,
        ("ask", expected) if first.as_deref() == Some(expected) => Mark::Soft,
        ("ask" | "refuse", _) => Mark::Miss,
        _ => Mark::Silent,
    }
}

/// Every row with its mark; what is not right as a sentence.
fn marked(list: &str) -> Vec<(Mark, String)> {
    let rows = list.lines().skip(1).filter(|line| !line.is_empty());
    rows.map(|line| {
        let columns: Vec<&str> = line.split('\t').collect();
        let [text, expected, place, day, why] = columns[..] else {
            panic!("{line}")
        };
        let (found, offered) = answer(&unescaped(text), place, day.parse().expect(line));
        let mark = mark(&found, &offered, expected);
        let offered: Vec<_> = offered.iter().map(|record| record.code).collect();
        (mark, format!("{mark:?}: {text:?} ({place}, {day}): {found} {offered:?}, expected {expected}: {why}"))
    })
    .collect()
}

fn held(list: &str) {
    let marked = marked(list);
    let count = |mark| marked.iter().filter(|(found, _)| *found == mark).count();
    for (_, sentence) in marked.iter().filter(|(mark, _)| *mark != Mark::Right) {
        println!("{sentence}");
    }
    println!(
        "{} of {} right, {} soft",
        count(Mark::Right),
        marked.len(),
        count(Mark::Soft)
    );
    assert_eq!(count(Mark::Silent), 0, "taken without a question");
    assert!(
        count(Mark::Right) * 100 >= marked.len() * 98,
        "fewer than 98 in 100"
    );
}

#[test]
fn of_the_given_texts_98_in_100_are_right_and_none_is_taken_for_another() {
    held(GIVEN);
}

#[test]
fn of_our_own_texts_98_in_100_are_right_and_none_is_taken_for_another() {
    held(OWN);
}

/// The state of the licence behind a code on a day.
fn licence(code: &str, day: &str) -> Option<String> {
    let record = carrier_record(code.parse().unwrap(), day.parse().unwrap());
    record.map(|record| record.licence.to_string())
}

#[test]
fn carriers_of_overseas_territories_are_of_those_and_not_of_france() {
    for (code, territory) in [
        ("PJ", "PM"),
        ("SPM", "PM"),
        ("PV", "BL"),
        ("SB", "NC"),
        ("TN", "PF"),
    ] {
        assert_eq!(
            licence(code, "2026-06-10").as_deref(),
            Some(territory),
            "{code}"
        );
    }
}

#[test]
fn a_carrier_is_known_from_its_first_day_to_its_last() {
    for (code, before, first) in [
        ("H8", "2019-04-07", "2019-04-08"),
        ("JZ", "2022-06-21", "2022-06-22"),
        ("KT", "2024-05-01", "2024-05-02"),
        ("B4", "2023-11-08", "2023-11-09"),
        ("KI", "2022-01-24", "2022-01-25"),
        ("TMT", "2022-10-31", "2022-11-01"),
    ] {
        assert_eq!(licence(code, before), None, "{code}");
        assert!(licence(code, first).is_some(), "{code}");
    }
    assert_eq!(licence("EUK", "2026-03-31").as_deref(), Some("GB"));
    assert_eq!(licence("EUK", "2026-04-01"), None);
    assert_eq!(licence("TMT", "2026-06-10").as_deref(), Some("MT"));
}

#[test]
fn an_airline_has_the_german_body_it_is_with_and_whoever_held_its_code_before_none() {
    let body = |code: &str, day: Date| {
        let found = Embedded.conciliation("DE".parse().unwrap(), code.parse().unwrap(), day);
        found.map(|body| (body.code, body.name))
    };
    let private = Some(("DE-RV", "Schlichtungsstelle Reise & Verkehr"));
    let public = Some((
        "DE-BFJ",
        "Schlichtungsstelle Luftverkehr beim Bundesamt für Justiz",
    ));
    let today = date(2026, 6, 10);
    assert_eq!(body("LH", today), private);
    assert_eq!(body("FR", today), private);
    assert_eq!(body("A3", today), public);
    assert_eq!(body("DI", today), public);
    // Norwegian Air UK held the code of Marabu.
    assert_eq!(body("DI", date(2019, 6, 10)), None);
    assert_eq!(body("ZZ", today), None);
    let french = Embedded.conciliation("FR".parse().unwrap(), "LH".parse().unwrap(), today);
    assert_eq!(french, None);
}

#[test]
fn a_code_that_nobody_held_is_told_from_a_word_that_means_nothing() {
    let day = date(2026, 6, 10);
    let unheld = |text: &str| match Carriers::flown_by(text, day) {
        FlownBy::Unheld(code, former) => Some((code.to_string(), former.len())),
        _ => None,
    };
    assert_eq!(unheld("ZZ"), Some(("ZZ".to_owned(), 0)));
    assert_eq!(unheld("zz"), Some(("ZZ".to_owned(), 0)));
    assert_eq!(unheld("QZZ"), Some(("QZZ".to_owned(), 0)));
    // Bonza and airberlin held it.
    assert_eq!(unheld("AB"), Some(("AB".to_owned(), 2)));
    for other in ["qzz", "yes", "OK", "TUI", "ZZ?", "LH", "NO", "BUS"] {
        assert_eq!(unheld(other), None, "{other}");
    }
}
