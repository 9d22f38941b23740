//! Finds airports by what people type.

use std::sync::LazyLock;

use rights::Iata;

use crate::airport::{AirportRecord, BASE};
use crate::country::{Language, country_name};
use crate::fold::fold;

/// The airports, to search in.
#[derive(Debug, Clone, Copy)]
pub struct Airports;

/// What a text means.
#[derive(Debug, Clone, PartialEq)]
pub enum Resolution {
    /// Exactly this airport.
    One(&'static AirportRecord),
    /// Any of these, best first.
    Several(Vec<&'static AirportRecord>),
    /// No airport.
    None,
}

/// How many airports an unclear text offers.
const OFFERED: usize = 10;

/// A record with everything folded that a text is held against.
struct Entry {
    record: &'static AirportRecord,
    code: String,
    metro: String,
    /// The city, in every language.
    cities: Vec<String>,
    name: String,
    /// The words of code, cities, name and country.
    words: Vec<String>,
}

static INDEX: LazyLock<Vec<Entry>> = LazyLock::new(|| BASE.records.iter().map(entry).collect());

fn entry(record: &'static AirportRecord) -> Entry {
    let french = record.city_french.iter().map(String::as_str);
    let cities: Vec<String> = std::iter::once(record.city.as_str())
        .chain(french)
        .map(fold)
        .collect();
    let name = fold(&record.name);
    let countries =
        [Language::English, Language::French].map(|l| fold(&country_name(record.country, l)));
    let code = record.code.as_str().to_ascii_lowercase();
    let metro = record
        .metro
        .map(|metro| metro.as_str().to_ascii_lowercase())
        .unwrap_or_default();
    let text = cities.iter().chain([&code, &name]).chain(&countries);
    let words = text
        .flat_map(|text| text.split(' '))
        .map(str::to_owned)
        .collect();
    Entry {
        record,
        code,
        metro,
        cities,
        name,
        words,
    }
}

impl Entry {
    /// How well a folded text fits; lower is better, `None` not at all.
    fn rank(&self, query: &str) -> Option<u8> {
        let word = |text: &str| text.split(' ').any(|word| word.starts_with(query));
        if self.code == query {
            Some(0)
        } else if self.metro == query {
            Some(1)
        } else if self.cities.iter().any(|city| city == query) {
            Some(2)
        } else if self.cities.iter().any(|city| city.starts_with(query)) {
            Some(3)
        } else if self.cities.iter().any(|city| word(city)) || word(&self.name) {
            Some(4)
        } else if query
            .split(' ')
            .all(|part| self.words.iter().any(|w| w.starts_with(part)))
        {
            Some(5)
        } else if self.cities.iter().any(|city| city.contains(query)) || self.name.contains(query) {
            Some(6)
        } else {
            None
        }
    }

    /// Among equals: hubs in their order, then airports that call themselves
    /// international, then the rest by code.
    fn weight(&self) -> (usize, bool, Iata) {
        let hub = self.record.hub.unwrap_or(usize::MAX);
        (hub, !self.name.contains("international"), self.record.code)
    }
}

impl Airports {
    /// The airport of a code.
    #[must_use]
    pub fn get(code: Iata) -> Option<&'static AirportRecord> {
        BASE.get(code)
    }

    /// Every airport.
    pub fn all() -> impl Iterator<Item = &'static AirportRecord> {
        BASE.records.iter()
    }

    /// The best `limit` airports for a text: code, city, beginning of the city,
    /// beginning of a word, several words, part of a word.
    #[must_use]
    pub fn search(query: &str, limit: usize) -> Vec<&'static AirportRecord> {
        ranked(&fold(query))
            .into_iter()
            .take(limit)
            .map(|(_, record)| record)
            .collect()
    }

    /// What a text means: a code, a city, or either as [`AirportRecord::label`]
    /// shows it.
    #[must_use]
    pub fn resolve(text: &str) -> Resolution {
        if let Some(record) = code_in_brackets(text) {
            return Resolution::One(record);
        }
        let whole = exact(&fold(text));
        let city = text
            .split_once(',')
            .map(|(city, _)| fold(city))
            .unwrap_or_default();
        let found = if whole.is_empty() && !city.is_empty() {
            named(&city, text)
        } else {
            whole
        };
        match found.as_slice() {
            [] => offer(text),
            [record] => Resolution::One(record),
            _ => Resolution::Several(found),
        }
    }
}

/// Every airport that fits, best first.
fn ranked(query: &str) -> Vec<(u8, &'static AirportRecord)> {
    if query.is_empty() {
        return Vec::new();
    }
    let fits = |entry: &'static Entry| Some((entry.rank(query)?, entry));
    let mut found: Vec<_> = INDEX.iter().filter_map(fits).collect();
    found.sort_by_cached_key(|(rank, entry)| (*rank, entry.weight()));
    found
        .into_iter()
        .map(|(rank, entry)| (rank, entry.record))
        .collect()
}

/// `… (BRE)`.
fn code_in_brackets(text: &str) -> Option<&'static AirportRecord> {
    let code = text.trim().strip_suffix(')')?.rsplit_once('(')?.1;
    Airports::get(code.trim().parse().ok()?)
}

/// Airports whose code, city code, city or name is the text.
fn exact(query: &str) -> Vec<&'static AirportRecord> {
    let fits = ranked(query).into_iter();
    let exact: Vec<_> = fits
        .filter(|(rank, r)| *rank <= 2 || fold(&r.name) == query)
        .collect();
    // A code is meant, and its city's other airports only come in without one.
    let has_code = exact.iter().any(|(rank, _)| *rank == 0);
    exact
        .into_iter()
        .filter(|(rank, _)| !has_code || *rank != 1)
        .map(|(_, record)| record)
        .collect()
}

/// Airports of a city whose country stands in the text.
fn named(city: &str, text: &str) -> Vec<&'static AirportRecord> {
    let folded = fold(text);
    let says_country = |record: &AirportRecord| {
        [Language::English, Language::French]
            .iter()
            .any(|language| folded.ends_with(&fold(&country_name(record.country, *language))))
    };
    exact(city)
        .into_iter()
        .filter(|record| says_country(record))
        .collect()
}

/// What to offer for a text that is no name.
fn offer(text: &str) -> Resolution {
    let found = Airports::search(text, OFFERED);
    if found.is_empty() {
        Resolution::None
    } else {
        Resolution::Several(found)
    }
}
