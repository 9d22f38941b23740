//! What people type for an airport, with the right answer decided beforehand, in
//! `data/typed-airports.tsv`: text, language or kind, what is expected, why.
//!
//! Expected is a code, which is to be taken without a question; `ask:A,B`, which
//! is to be asked about with both among the first eight; or `none`, which is not
//! to be taken for any airport.

use reference::{Airports, Resolution};

/// What became of a text.
#[derive(Debug, PartialEq, Eq)]
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
    one == other || EQUAL.iter().any(|codes| both(codes))
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

#[test]
fn what_people_type_is_taken_for_the_airport_they_mean() {
    let rows: Vec<Vec<&str>> = include_str!("data/typed-airports.tsv")
        .lines()
        .skip(1)
        .map(|line| line.split('\t').collect())
        .collect();
    assert_eq!(rows.len(), 343);
    let mut counts = [0; 4];
    for row in &rows {
        let text = typed(row[0]);
        let (outcome, said) = outcome(&text, row[2]);
        if outcome != Outcome::Right {
            println!(
                "{outcome:?}\t{}\t{}\t{} (said: {said})",
                row[0], row[1], row[2]
            );
        }
        counts[match outcome {
            Outcome::Right => 0,
            Outcome::Asked => 1,
            Outcome::Missed => 2,
            Outcome::TakenWrongly => 3,
        }] += 1;
    }
    let [right, asked, missed, wrong] = counts;
    println!("{right} right, {asked} asked, {missed} missed, {wrong} taken wrongly");
    assert_eq!(wrong, 0, "taken silently for another");
    assert!(
        right * 100 >= rows.len() * 99,
        "{right} of {} right",
        rows.len()
    );
}
