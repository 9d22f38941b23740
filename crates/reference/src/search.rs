//! Finds airports by what people type.

use std::sync::LazyLock;

use rights::Iata;

use crate::airport::{AirportRecord, BASE};
use crate::country::{Language, country_name};
use crate::everyday::is_everyday;
use crate::fold::fold;
use crate::index::INDEX;
use crate::place::Place;
use crate::reading::{Doubt, Reading, read};
use crate::sense::Sense;

/// The airports, to search in.
#[derive(Debug, Clone, Copy)]
pub struct Airports;

/// What a text means.
#[derive(Debug, Clone, PartialEq)]
pub enum Resolution {
    /// Exactly this airport.
    One(&'static AirportRecord),
    /// Any of these, best first, or another: nobody can tell without asking.
    Several(Vec<&'static AirportRecord>, Doubt),
    /// No airport, for the reason that is given.
    None(Doubt),
}

/// How many airports an unclear text offers.
const OFFERED: usize = 8;

/// The longest text that is looked at, in bytes: twice the longest name with
/// its city, district and country, in any script.
const MAX_TEXT: usize = 400;

/// The most words of it. The longest name with all that has 17.
const MAX_WORDS: usize = 20;

/// The fewest letters that are looked for within names.
const MIN_INSIDE: usize = 3;

impl Airports {
    /// The airport of a code.
    #[must_use]
    pub fn get(code: Iata) -> Option<&'static AirportRecord> {
        BASE.get(code)
    }

    /// Reads the tables of names, which else the first search waits for.
    pub fn load() {
        LazyLock::force(&INDEX);
    }

    /// Every airport.
    pub fn all() -> impl Iterator<Item = &'static AirportRecord> {
        BASE.records.iter()
    }

    /// The best `limit` airports for a text: what it means or may mean, what a
    /// name of begins so, what has it inside.
    ///
    /// A text that is longer than any name finds nothing, and costs nothing.
    #[must_use]
    pub fn search(query: &str, limit: usize) -> Vec<&'static AirportRecord> {
        let Some(folded) = searchable(query) else {
            return Vec::new();
        };
        let mut found = read(query, &folded).offered;
        found.truncate(limit);
        complete(&folded, &mut found, limit);
        records(found)
    }

    /// What a text means: a code, a name of an airport, a city or an island, in
    /// many languages, with or without its country, or as
    /// [`AirportRecord::label`] shows it.
    #[must_use]
    pub fn resolve(text: &str) -> Resolution {
        if text.len() > MAX_TEXT {
            return Resolution::None(Doubt::Unknown);
        }
        if let Some(record) = label(text) {
            return Resolution::One(record);
        }
        let Some(folded) = searchable(text) else {
            return Resolution::None(Doubt::Unknown);
        };
        let Reading {
            taken,
            offered,
            doubt,
        } = read(text, &folded);
        if let Some(place) = taken {
            return Resolution::One(INDEX.record(place));
        }
        let mut offered = records(offered);
        offered.truncate(OFFERED);
        if offered.is_empty() && doubt == Doubt::Unknown && !says_nothing(&folded) {
            let mut found = Vec::new();
            complete(&folded, &mut found, OFFERED);
            offered = records(found);
            if !offered.is_empty() {
                return Resolution::Several(offered, Doubt::Unsure);
            }
        }
        if offered.is_empty() {
            Resolution::None(doubt)
        } else {
            Resolution::Several(offered, doubt)
        }
    }
}

/// `n/a`, `unknown`: nothing can be made of its beginning either.
fn says_nothing(folded: &str) -> bool {
    let key: String = folded.split(' ').collect();
    is_everyday(&key) || INDEX.senses.of(&key).contains(&Sense::Nothing)
}

/// Adds airports of which a name begins so, or has the text inside.
fn complete(folded: &str, found: &mut Vec<Place>, limit: usize) {
    let key: String = folded.split(' ').collect();
    let mut add = |places: Vec<Place>| {
        for place in places {
            let is_offered = INDEX.record(place).is_offered();
            if is_offered && found.len() < limit && !found.contains(&place) {
                found.push(place);
            }
        }
        found.len() < limit
    };
    if add(INDEX.completions.beginning(&key, limit)) && key.len() >= MIN_INSIDE {
        add(INDEX.completions.inside(&key, limit));
    }
}

fn records(places: Vec<Place>) -> Vec<&'static AirportRecord> {
    let places = places.into_iter();
    places.map(|place| INDEX.record(place)).collect()
}

/// A text made comparable; `None` if it is longer than anything it could mean,
/// or empty. That is asked before anything is done with it: texts come from
/// strangers.
fn searchable(text: &str) -> Option<String> {
    if text.len() > MAX_TEXT {
        return None;
    }
    // One letter of another script can become many of ours.
    let folded = fold(text);
    let is_short = folded.len() <= MAX_TEXT && folded.split(' ').count() <= MAX_WORDS;
    (is_short && !folded.is_empty()).then_some(folded)
}

/// An airport as it is offered, `Bremen, Germany (BRE)`: it was chosen so, closed
/// or not. The city may be called otherwise than when it was chosen.
fn label(text: &str) -> Option<&'static AirportRecord> {
    let (name, code) = text.trim().strip_suffix(')')?.rsplit_once(" (")?;
    let record = Airports::get(code.parse().ok()?)?;
    let languages = [Language::English, Language::French];
    let is_offered = languages.iter().any(|language| {
        let place = name.strip_suffix(country_name(record.country, *language).as_str());
        place.is_some_and(|place| place.ends_with(", "))
    });
    (is_offered && code.parse::<Iata>().is_ok_and(|read| read.as_str() == code)).then_some(record)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_longer_than_any_name_finds_nothing() {
        let longest = BASE.records.iter().map(|record| {
            let text = format!("{} {} {}", record.name, record.city, record.country);
            assert!(searchable(&text).is_some(), "{text}");
            text.len()
        });
        assert!(longest.max().unwrap() < MAX_TEXT / 2);
        for text in [
            "paris ".repeat(30_000),
            "a ".repeat(21),
            "\u{fdfa}".repeat(200),
            format!("{} (BRE)", "x".repeat(MAX_TEXT)),
        ] {
            assert_eq!(Airports::search(&text, 8), [] as [&AirportRecord; 0]);
            assert_eq!(Airports::resolve(&text), Resolution::None(Doubt::Unknown));
        }
        assert!(matches!(
            Airports::resolve("Bremen (BRE)"),
            Resolution::One(_)
        ));
    }
}
