//! Airports by the beginning of a name, while somebody types.

use rustc_hash::FxHashMap;

use crate::place::Place;
use crate::sense::Named;

/// How much less a name counts that an airport has in some other language.
const FOREIGN: u32 = 12;

/// Of a beginning that more names have, the best are known beforehand.
const MANY: usize = 400;

/// How many of them.
const KEPT: usize = 24;

/// The longest such beginning, in letters.
const LONGEST: usize = 4;

/// A name's airport, and how likely it is to be meant by a beginning of it.
type Ending = (Place, u32);

/// Every name, sorted.
pub(crate) struct Completions {
    names: Vec<(Box<str>, Ending)>,
    /// The best airports of beginnings that very many names have.
    frequent: FxHashMap<Box<str>, Vec<Place>>,
    /// The pairs of letters that city and name of each airport have.
    pairs: Vec<Pairs>,
    /// City and name of each airport.
    inside: Vec<Box<str>>,
}

impl Completions {
    /// `weight` is `None` for airports that are not offered.
    pub(crate) fn of(
        named: Vec<Named>,
        inside: Vec<String>,
        weight: impl Fn(Place) -> Option<u32>,
    ) -> Self {
        let mut names: Vec<(Box<str>, Ending)> = named
            .into_iter()
            .filter_map(|name| {
                let weight = weight(name.place)?
                    .saturating_mul(FOREIGN)
                    .saturating_add(1);
                let weight = if name.is_own {
                    weight
                } else {
                    weight / FOREIGN
                };
                Some((name.key.into_boxed_str(), (name.place, weight)))
            })
            .collect();
        names.sort_unstable();
        names.dedup();
        let mut completions = Self {
            names,
            frequent: FxHashMap::default(),
            pairs: inside.iter().map(|text| Pairs::of(text)).collect(),
            inside: inside.into_iter().map(String::into_boxed_str).collect(),
        };
        completions.frequent = completions.frequent_beginnings();
        completions
    }

    /// The likeliest airports of which a name begins so.
    pub(crate) fn beginning(&self, query: &str, limit: usize) -> Vec<Place> {
        if query.is_empty() {
            return Vec::new();
        }
        match self.frequent.get(query) {
            Some(best) => best.iter().copied().take(limit).collect(),
            None => likeliest(self.begun(query), limit),
        }
    }

    /// The busiest airports of which the city or the name has the text inside.
    pub(crate) fn inside(&self, query: &str, limit: usize) -> Vec<Place> {
        let pairs = Pairs::of(query);
        (0..)
            .zip(self.pairs.iter().zip(&self.inside))
            .filter(|(_, (has, text))| has.contain(pairs) && text.contains(query))
            .take(limit)
            .map(|(place, _)| place)
            .collect()
    }

    fn begun(&self, query: &str) -> &[(Box<str>, Ending)] {
        let all = &self.names;
        let start = all.partition_point(|(name, _)| &**name < query);
        let length = all[start..].partition_point(|(name, _)| name.starts_with(query));
        &all[start..start + length]
    }

    fn frequent_beginnings(&self) -> FxHashMap<Box<str>, Vec<Place>> {
        let mut frequent = FxHashMap::default();
        for letters in 1..=LONGEST {
            let mut at = 0;
            while let Some((name, _)) = self.names.get(at) {
                let end = name.char_indices().nth(letters);
                let Some(beginning) = name.get(..end.map_or(name.len(), |(end, _)| end)) else {
                    break;
                };
                let begun = self.begun(beginning);
                if begun.len() > MANY {
                    frequent.insert(Box::from(beginning), likeliest(begun, KEPT));
                }
                at = self.names[at..].partition_point(|(name, _)| name.starts_with(beginning)) + at;
            }
        }
        frequent
    }
}

/// The likeliest airports of names, each once.
fn likeliest(names: &[(Box<str>, Ending)], limit: usize) -> Vec<Place> {
    let mut endings: Vec<Ending> = names.iter().map(|(_, ending)| *ending).collect();
    endings.sort_unstable_by_key(|(place, weight)| (u32::MAX - weight, *place));
    let mut found = Vec::with_capacity(limit);
    for (place, _) in endings {
        if found.len() == limit {
            break;
        }
        if !found.contains(&place) {
            found.push(place);
        }
    }
    found
}

/// A set of the pairs of neighbouring letters of texts, a bit for several of
/// them: what lacks a pair of a word cannot have the word inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pairs(u128);

impl Pairs {
    fn of(text: &str) -> Self {
        let mut pairs = 0;
        for pair in text.as_bytes().windows(2) {
            let mixed = u32::from(pair[0]) * 31 + u32::from(pair[1]) * 7;
            pairs |= 1 << (mixed % 128);
        }
        Self(pairs)
    }

    fn contain(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}
