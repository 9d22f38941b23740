//! The airports with everything folded and sorted that a text is held against,
//! so that a search looks at the few airports that can fit.

use std::collections::HashMap;
use std::sync::LazyLock;

use rights::Country;

use crate::airport::{AirportRecord, BASE};
use crate::country::{Language, country_name};
use crate::fold::fold;

/// Everything the search knows, made once at the first search.
pub(crate) static INDEX: LazyLock<Index> = LazyLock::new(Index::new);

/// A place in the list of entries. The likelier of two airports that fit as
/// well as each other has the lower one.
pub(crate) type Place = u32;

/// The airports in the order in which equals are shown, and ways to them.
pub(crate) struct Index {
    /// Hubs in their order, then airports that call themselves international,
    /// then the rest by code.
    entries: Vec<Entry>,
    /// Codes, codes of cities, cities and names, whole.
    whole: HashMap<String, Vec<Place>>,
    /// Cities from their beginning, and every word, sorted, each with the
    /// airports that have it.
    beginnings: Vec<(String, Vec<Fit>)>,
}

/// How well an airport fits, and which: lower is better.
pub(crate) type Fit = (u8, Place);

/// How many ways to fit there are, from [`Entry::rank`].
pub(crate) const RANKS: usize = 7;

/// A record with what is compared of it.
pub(crate) struct Entry {
    pub(crate) record: &'static AirportRecord,
    code: String,
    metro: String,
    /// The city, in every language.
    cities: Vec<String>,
    name: String,
    /// The words of code, cities, name and country.
    words: Vec<String>,
    /// Which pairs of letters the cities and the name have.
    pairs: Pairs,
}

impl Index {
    fn new() -> Self {
        let mut countries = HashMap::new();
        let entry = |record| Entry::new(record, &mut countries);
        let mut entries: Vec<Entry> = BASE.records.iter().map(entry).collect();
        entries.sort_by_cached_key(|entry| {
            let hub = entry.record.hub.unwrap_or(usize::MAX);
            let international = entry.name.contains("international");
            (hub, !international, entry.record.code)
        });
        let mut whole: HashMap<String, Vec<Place>> = HashMap::new();
        let mut beginnings: HashMap<String, Vec<Fit>> = HashMap::new();
        for (place, entry) in (0..).zip(&entries) {
            for text in entry.whole_texts() {
                let places = whole.entry(text.clone()).or_default();
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
            for (text, rank) in entry.beginnings() {
                let fits = beginnings.entry(text.to_owned()).or_default();
                fits.push((rank, place));
            }
        }
        let mut beginnings: Vec<_> = beginnings.into_iter().collect();
        beginnings.sort_unstable();
        Self {
            entries,
            whole,
            beginnings,
        }
    }

    /// The airports of which something is the text.
    pub(crate) fn with_whole(&self, query: &str) -> &[Place] {
        self.whole.get(query).map_or(&[], Vec::as_slice)
    }

    /// The airports of which a city or a word begins so; some more than once.
    pub(crate) fn with_beginning(&self, query: &str) -> Vec<Fit> {
        let begun = self.begun(query).iter();
        begun.flat_map(|(_, fits)| fits).copied().collect()
    }

    /// How many airports [`Index::with_beginning`] would give, counted without
    /// collecting them.
    pub(crate) fn how_often(&self, query: &str) -> usize {
        self.begun(query).iter().map(|(_, fits)| fits.len()).sum()
    }

    fn begun(&self, query: &str) -> &[(String, Vec<Fit>)] {
        let all = &self.beginnings;
        let start = all.partition_point(|(text, _)| text.as_str() < query);
        let length = all[start..].partition_point(|(text, _)| text.starts_with(query));
        &all[start..start + length]
    }

    /// The airports of which a city or the name may have the text inside.
    pub(crate) fn with_part(&self, query: &str) -> impl Iterator<Item = Place> {
        let pairs = Pairs::of(query);
        (0..)
            .zip(&self.entries)
            .filter(move |(_, entry)| entry.pairs.contain(pairs))
            .map(|(place, _)| place)
    }

    /// How many airports there are.
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(crate) fn entry(&self, place: Place) -> &Entry {
        &self.entries[place as usize]
    }
}

impl Entry {
    fn new(record: &'static AirportRecord, countries: &mut HashMap<Country, [String; 2]>) -> Self {
        let french = record.city_french.iter().map(String::as_str);
        let cities: Vec<String> = std::iter::once(record.city.as_str())
            .chain(french)
            .map(fold)
            .collect();
        let name = fold(&record.name);
        let countries = countries.entry(record.country).or_insert_with(|| {
            let languages = [Language::English, Language::French];
            languages.map(|language| fold(&country_name(record.country, language)))
        });
        let code = record.code.as_str().to_ascii_lowercase();
        let metro = record
            .metro
            .map(|metro| metro.as_str().to_ascii_lowercase())
            .unwrap_or_default();
        let text = cities.iter().chain([&code, &name]).chain(&*countries);
        let mut words: Vec<String> = text
            .flat_map(|text| text.split(' '))
            .map(str::to_owned)
            .collect();
        words.sort_unstable();
        words.dedup();
        let mut pairs = Pairs::of(&name);
        for city in &cities {
            pairs.add(city);
        }
        Self {
            record,
            code,
            metro,
            cities,
            name,
            words,
            pairs,
        }
    }

    fn whole_texts(&self) -> impl Iterator<Item = &String> {
        let codes = [&self.code, &self.metro, &self.name].into_iter();
        codes.chain(&self.cities).filter(|text| !text.is_empty())
    }

    /// What a single word may begin, with the rank of [`Entry::rank`] it then has.
    fn beginnings(&self) -> Vec<(&str, u8)> {
        let names = self.cities.iter().chain([&self.name]);
        let in_names = names.flat_map(|text| text.split(' '));
        let cities = self.cities.iter().map(|city| (city.as_str(), 3));
        let words = self.words.iter().map(|word| (word.as_str(), 5));
        let words = in_names.map(|word| (word, 4)).chain(words);
        let mut found: Vec<_> = cities.chain(words).collect();
        // Of the same text the best rank is enough.
        found.sort_unstable();
        found.dedup_by_key(|(text, _)| *text);
        found
    }

    /// How well a folded text fits; lower is better, `None` not at all.
    pub(crate) fn rank(&self, query: &str) -> Option<u8> {
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
        } else if self.has_words(query) {
            Some(5)
        } else if self.cities.iter().any(|city| city.contains(query)) || self.name.contains(query) {
            Some(6)
        } else {
            None
        }
    }

    /// Whether every word of the text begins one of the airport's.
    fn has_words(&self, query: &str) -> bool {
        query
            .split(' ')
            .all(|part| self.words.iter().any(|word| word.starts_with(part)))
    }
}

/// A set of the pairs of neighbouring letters of texts, a bit for several of
/// them: what lacks a pair of a word cannot have the word inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pairs(u128);

impl Pairs {
    fn of(text: &str) -> Self {
        let mut pairs = Self(0);
        pairs.add(text);
        pairs
    }

    fn add(&mut self, text: &str) {
        for pair in text.as_bytes().windows(2) {
            let mixed = u32::from(pair[0]) * 31 + u32::from(pair[1]) * 7;
            self.0 |= 1 << (mixed % 128);
        }
    }

    fn contain(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}
