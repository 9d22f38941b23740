//! What people type for an airport, with the right answer decided beforehand, in
//! `data/typed-airports.tsv`: text, language or kind, what is expected, why.
//!
//! Expected is a code, which is to be taken without a question; `ask:A,B`, which
//! is to be asked about with both among the first eight; or `none`, which is not
//! to be taken for any airport.

use reference::{Airports, Doubt, Language, Resolution};

/// What became of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Right,
    /// Asked, with the right airport first, where it could have been taken.
    Asked,
    /// Not found, or not among what was asked.
    Missed,
    /// Taken for another airport, or taken where a question is due.
    TakenWrongly,
}

/// Codes of one airport.
const EQUAL: [&[&str]; 5] = [
    &["BSL", "MLH", "EAP"],
    &["RMO", "KIV"],
    &["NQZ", "TSE"],
    &["BSZ", "FRU"],
    &["PBI", "DJT"],
];

/// How many of those offered are looked at.
const OFFERED: usize = 8;

fn same(one: &str, other: &str) -> bool {
    let both = |codes: &&[&str]| codes.contains(&one) && codes.contains(&other);
    one == other || EQUAL.iter().any(both)
}

/// `\u2011` in the file is that character.
fn typed(text: &str) -> String {
    let mut typed = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match (letter == '\\').then(|| letters.next()).flatten() {
            Some('t') => typed.push('\t'),
            Some('n') => typed.push('\n'),
            Some('u') => {
                let digits: String = letters.by_ref().take(4).collect();
                let number = u32::from_str_radix(&digits, 16).expect("a character");
                typed.push(char::from_u32(number).expect("a character"));
            }
            Some(other) => typed.push(other),
            None => typed.push(letter),
        }
    }
    typed
}

fn outcome(text: &str, expected: &str) -> (Outcome, String) {
    let resolution = Airports::resolve(text);
    let (taken, offered) = match &resolution {
        Resolution::One(record) => (Some(record.code.to_string()), vec![]),
        Resolution::Several(records, _) => {
            let codes = records.iter().map(|record| record.code.to_string());
            (None, codes.take(OFFERED).collect())
        }
        Resolution::None(_) => (None, vec![]),
    };
    let said = match &resolution {
        Resolution::One(record) => record.code.to_string(),
        Resolution::Several(_, doubt) => format!("{doubt:?} {}", offered.join(",")),
        Resolution::None(doubt) => format!("none {doubt:?}"),
    };
    let outcome = match (expected.strip_prefix("ask:"), taken) {
        (Some(codes), None) => {
            let has = |code: &str| offered.iter().any(|other| same(code, other));
            if codes.split(',').all(has) {
                Outcome::Right
            } else {
                Outcome::Missed
            }
        }
        (None, None) if expected == "none" => Outcome::Right,
        (None, Some(code)) if same(expected, &code) => Outcome::Right,
        (None, None) if offered.first().is_some_and(|code| same(expected, code)) => Outcome::Asked,
        (None, None) => Outcome::Missed,
        (_, Some(_)) => Outcome::TakenWrongly,
    };
    (outcome, said)
}

/// How many of each outcome there are; what is not right is printed.
fn count<'a>(rows: impl Iterator<Item = (&'a str, &'a str)>) -> [usize; 4] {
    let mut counts = [0; 4];
    for (text, expected) in rows {
        let (outcome, said) = outcome(&typed(text), expected);
        if outcome != Outcome::Right {
            println!("{outcome:?}\t{text}\t{expected} (said: {said})");
        }
        counts[outcome as usize] += 1;
    }
    let [right, asked, missed, wrong] = counts;
    println!("{right} right, {asked} asked, {missed} missed, {wrong} taken wrongly");
    counts
}

#[test]
fn what_people_type_is_taken_for_the_airport_they_mean() {
    let lines = include_str!("data/typed-airports.tsv").lines().skip(1);
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows.len(), 343);
    let [right, _, _, wrong] = count(rows.iter().map(|row| (row[0], row[2])));
    assert_eq!(wrong, 0, "taken silently for another");
    assert!(right * 100 >= rows.len() * 99, "{right} right");
}

#[test]
fn names_of_the_tables_mean_what_they_were_written_for() {
    let lines = include_str!("data/own-airports.tsv").lines().skip(1);
    let rows: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once('\t')).collect();
    assert!(rows.len() > 1000, "{}", rows.len());
    let [_, asked, missed, wrong] = count(rows.into_iter());
    assert_eq!([asked, missed, wrong], [0; 3]);
}

/// An airport as lists, tickets and mails name it.
fn spellings(record: &reference::AirportRecord) -> Vec<String> {
    let (city, name, code) = (&record.city, &record.name, record.code);
    vec![
        code.to_string(),
        format!("{city} ({code})"),
        format!("{code} {city}"),
        format!("{city} {code}"),
        format!("{name} ({code})"),
        record.label(Language::English),
        record.label(Language::French),
    ]
}

#[test]
fn an_airport_with_its_code_beside_the_name_is_never_another() {
    for record in Airports::all().filter(|record| record.is_offered() && record.scheduled) {
        for text in spellings(record) {
            match Airports::resolve(&text) {
                Resolution::One(found) => assert_eq!(found.code, record.code, "{text}"),
                Resolution::Several(offered, _) => {
                    assert!(
                        offered.iter().any(|other| other.code == record.code),
                        "{text}"
                    );
                }
                Resolution::None(doubt) => panic!("{text}: {doubt:?}"),
            }
        }
    }
}

#[test]
fn a_reason_is_given_for_what_is_no_airport() {
    for (text, doubt) in [
        ("QKL", Doubt::Station),
        ("Frankfurt Hbf", Doubt::Station),
        ("Gare du Nord", Doubt::Station),
        ("XZY", Doubt::LikeStation),
        ("LH400", Doubt::FlightNumber),
        ("London to New York", Doubt::Route),
        ("FRA-JFK", Doubt::Route),
        ("MOW", Doubt::CityCode),
        ("Croatia", Doubt::Region),
        ("Deutschland", Doubt::Region),
        ("Europe", Doubt::Region),
        ("Vaduz", Doubt::NoAirport),
        ("near Munich", Doubt::NoAirport),
        ("Berlin-Tegel", Doubt::Closed),
        ("TXL", Doubt::Closed),
        ("London", Doubt::Several),
        ("n/a", Doubt::Unknown),
    ] {
        match Airports::resolve(text) {
            Resolution::Several(_, reason) | Resolution::None(reason) => {
                assert_eq!(reason, doubt, "{text}");
            }
            Resolution::One(record) => panic!("{text} was taken for {}", record.code),
        }
    }
}

#[test]
fn a_closed_airport_is_read_as_it_was_chosen_and_never_offered_to_who_types() {
    let chosen = Airports::resolve("Berlin, Germany (TXL)");
    assert!(matches!(chosen, Resolution::One(record) if record.code.as_str() == "TXL"));
    let typed = Airports::search("berlin te", 8);
    assert!(typed.iter().all(|record| !record.closed), "{typed:?}");
}

#[test]
fn a_slip_of_the_pen_does_not_make_a_known_town_another_place() {
    for (text, other) in [
        ("Izmit", "ADB"),
        ("Bath", "BHX"),
        ("Ulm", "ULM"),
        ("Bremerton", "BRE"),
    ] {
        let resolution = Airports::resolve(text);
        assert!(
            !matches!(resolution, Resolution::One(record) if record.code.as_str() == other),
            "{text}"
        );
    }
}
