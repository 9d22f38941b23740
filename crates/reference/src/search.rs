//! Finds airports by what people type.

use rights::Iata;

use crate::airport::{AirportRecord, BASE};
use crate::country::{Language, country_name};
use crate::fold::fold;
use crate::index::{Fit, INDEX, Place, RANKS};

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

/// The longest text that is looked at, in bytes: twice the longest name with
/// its city, district and country, in any script.
const MAX_TEXT: usize = 400;

/// The most words of it. The longest name with all that has 17.
const MAX_WORDS: usize = 20;

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
    ///
    /// A text that is longer than any name finds nothing, and costs nothing.
    #[must_use]
    pub fn search(query: &str, limit: usize) -> Vec<&'static AirportRecord> {
        searchable(query).map_or_else(Vec::new, |query| ranked(&query, limit))
    }

    /// What a text means: a code, a city, or either as [`AirportRecord::label`]
    /// shows it.
    #[must_use]
    pub fn resolve(text: &str) -> Resolution {
        if text.len() > MAX_TEXT {
            return Resolution::None;
        }
        if let Some(record) = code_in_brackets(text) {
            return Resolution::One(record);
        }
        let Some(folded) = searchable(text) else {
            return Resolution::None;
        };
        let whole = exact(&folded);
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

/// A text made comparable; `None` if it is longer than anything it could mean.
/// That is asked before anything is done with it: texts come from strangers.
fn searchable(text: &str) -> Option<String> {
    if text.len() > MAX_TEXT {
        return None;
    }
    // One letter of another script can become many of ours.
    let folded = fold(text);
    let is_short = folded.len() <= MAX_TEXT && folded.split(' ').count() <= MAX_WORDS;
    is_short.then_some(folded)
}

/// The airports that fit best, no more than `limit`.
///
/// What begins so is looked up. What only has the text inside fits worst of
/// all, so it is looked for when there is room left.
fn ranked(query: &str, limit: usize) -> Vec<&'static AirportRecord> {
    if query.is_empty() {
        return Vec::new();
    }
    let mut fits = beginning_so(query);
    let mut found = best(&fits, limit);
    if found.len() < limit {
        fits.extend(fitting(query, INDEX.with_part(query)));
        found = best(&fits, limit);
    }
    let found = found.into_iter();
    found.map(|place| INDEX.entry(place).record).collect()
}

/// How well airports fit, of those at some places.
fn fitting(query: &str, places: impl IntoIterator<Item = Place>) -> Vec<Fit> {
    let rank = |place| Some((INDEX.entry(place).rank(query)?, place));
    places.into_iter().filter_map(rank).collect()
}

/// How well airports fit of which something begins so. Of several words those
/// of the one that fewest airports have are looked at.
fn beginning_so(query: &str) -> Vec<Fit> {
    let whole = INDEX.with_whole(query).iter().copied();
    if !query.contains(' ') {
        let mut fits = INDEX.with_beginning(query);
        fits.extend(fitting(query, whole));
        return fits;
    }
    let words = query.split(' ');
    let rarest = words.min_by_key(|word| INDEX.how_often(word));
    let found = INDEX.with_beginning(rarest.unwrap_or_default());
    let mut places: Vec<Place> = found.into_iter().map(|(_, place)| place).collect();
    places.extend(whole);
    places.sort_unstable();
    places.dedup();
    fitting(query, places)
}

/// The best places, each once. Of equals the likelier comes first, which is the
/// order of their places.
fn best(fits: &[Fit], limit: usize) -> Vec<Place> {
    let mut ranks = vec![u8::MAX; INDEX.len()];
    for (rank, place) in fits {
        let known = &mut ranks[*place as usize];
        *known = (*known).min(*rank);
    }
    let mut by_rank = vec![Vec::new(); RANKS];
    for (place, rank) in (0..).zip(ranks) {
        if let Some(equals) = by_rank.get_mut(usize::from(rank))
            && equals.len() < limit
        {
            equals.push(place);
        }
    }
    by_rank.into_iter().flatten().take(limit).collect()
}

/// `… (BRE)`.
fn code_in_brackets(text: &str) -> Option<&'static AirportRecord> {
    let code = text.trim().strip_suffix(')')?.rsplit_once('(')?.1;
    Airports::get(code.trim().parse().ok()?)
}

/// Airports whose code, city code, city or name is the text, best first.
fn exact(query: &str) -> Vec<&'static AirportRecord> {
    let mut exact = fitting(query, INDEX.with_whole(query).iter().copied());
    exact.sort_unstable();
    // A code is meant, and its city's other airports only come in without one.
    let has_code = exact.iter().any(|(rank, _)| *rank == 0);
    exact
        .into_iter()
        .filter(|(rank, _)| !has_code || *rank != 1)
        .map(|(_, place)| INDEX.entry(place).record)
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Every airport held against the text, which takes a hundred times longer.
    fn one_by_one(query: &str, limit: usize) -> Vec<Iata> {
        let mut found = fitting(query, 0..u32::try_from(INDEX.len()).unwrap());
        found.sort_unstable();
        let best = found.into_iter().take(limit);
        best.map(|(_, place)| INDEX.entry(place).record.code)
            .collect()
    }

    #[test]
    fn what_is_looked_up_is_what_a_look_at_every_airport_finds() {
        let cut = |text: &str, from: usize, length: usize| -> String {
            fold(text).chars().skip(from).take(length).collect()
        };
        let of_airports = BASE.records.iter().step_by(151).flat_map(|record| {
            [
                fold(&record.city),
                cut(&record.city, 0, 3),
                cut(&record.name, 2, 5),
                format!("{} {}", cut(&record.name, 0, 2), cut(&record.city, 0, 4)),
            ]
        });
        let others = [
            "a",
            "q",
            "7",
            "zz",
            "a e",
            "lon",
            "par",
            "throw",
            "allemagne",
        ];
        let others = others.map(str::to_owned);
        for query in of_airports.chain(others).map(|text| text.trim().to_owned()) {
            let found = ranked(&query, 12).into_iter().map(|record| record.code);
            let found: Vec<Iata> = found.collect();
            assert_eq!(found, one_by_one(&query, 12), "{query}");
        }
    }

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
            "\u{fdfa}".repeat(100),
            format!("{} (BRE)", "x".repeat(MAX_TEXT)),
        ] {
            assert_eq!(Airports::search(&text, 8), [] as [&AirportRecord; 0]);
            assert_eq!(Airports::resolve(&text), Resolution::None);
        }
        assert!(matches!(
            Airports::resolve("Bremen (BRE)"),
            Resolution::One(_)
        ));
    }
}
