//! A text cut into the names it is made of.

use crate::fold::key;
use crate::index::INDEX;
use crate::place::Place;
use crate::sense::{Region, Sense};
use crate::words::{is_filler, is_near, is_station, is_to};

/// A name in a text, with everything it can mean.
#[derive(Debug, Default)]
pub(crate) struct Part {
    pub(crate) code: Option<Place>,
    /// Whether it was written as codes are, so that nothing else is meant.
    is_written_as_code: bool,
    /// Whether all of the text is in capital letters.
    is_capital: bool,
    /// Airports that are meant by that name, the busiest first.
    pub(crate) named: Vec<Place>,
    /// Whether that was settled by hand.
    pub(crate) is_settled: bool,
    /// Those and all others that have it: with a country or another name beside
    /// it, it may mean one of these.
    pub(crate) called: Vec<Place>,
    /// Airports that are asked for, in the order of the question.
    pub(crate) asked: Vec<Place>,
    /// Whether that is because the place has none.
    pub(crate) is_near: bool,
    pub(crate) city_code: Vec<Place>,
    /// Airports that people of a town of that name use.
    pub(crate) towns: Vec<Place>,
    regions: Vec<u32>,
    pub(crate) station: Option<Place>,
    pub(crate) is_nothing: bool,
    /// Two letters, which may be a state and may be a word.
    pub(crate) is_short: bool,
}

/// A text in parts.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    pub(crate) parts: Vec<Part>,
    /// How many words stand there that mean nothing to us.
    pub(crate) unknown: usize,
    /// Whether all of it is one name.
    pub(crate) is_whole: bool,
    /// Whether a name was so far from what was typed that it is only a guess.
    pub(crate) is_doubtful: bool,
}

/// The most words that a name has which is looked for inside a text.
const MAX_NAME: usize = 6;

/// Of two names that are both nearly what was typed, one is passed over whose
/// airports have less than one of so many passengers of the other's.
const MUCH_LESS: u32 = 5;

/// From how many letters on a name with two slips is taken without a question.
const SURE_WITH_TWO: usize = 10;

/// Cuts a folded text.
pub(crate) fn parts(folded: &str, codes: &Codes) -> Parts {
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return Parts::default();
    }
    let whole = words.concat();
    let part = Part::of(&whole, codes, true);
    let is_only_word = words.len() == 1;
    if part.means_something() && (is_only_word || codes.written.is_empty()) {
        return Parts {
            parts: vec![part],
            is_whole: true,
            ..Parts::default()
        };
    }
    let mut cut = segments(&words, codes);
    if cut.unknown > 0 || cut.parts.is_empty() {
        mend(&mut cut, &words, codes);
    }
    cut
}

/// The cheapest way to cut the words into names.
fn segments(words: &[&str], codes: &Codes) -> Parts {
    let (name, filler, unknown) = (10_u32, 1, 45);
    let mut costs = vec![0; words.len() + 1];
    let mut lengths = vec![1; words.len()];
    let mut key = String::new();
    let small: Vec<bool> = words.iter().map(|word| codes.is_small(word)).collect();
    for at in (0..words.len()).rev() {
        let is_small = small[at];
        let alone = if is_small { filler } else { unknown };
        costs[at] = costs[at + 1] + alone;
        key.clear();
        for (more, word) in words[at..].iter().take(MAX_NAME).enumerate() {
            key.push_str(word);
            // A small word alone is no name.
            if more == 0 && (is_small && !codes.are(word) || word.len() < 2) {
                continue;
            }
            let known = INDEX.senses.of(&key);
            let only_code = known
                .iter()
                .all(|sense| matches!(sense, Sense::Code(_) | Sense::CityCode(_) | Sense::Icao(_)));
            // What is written as a code is not a word of a name.
            let has_code = more > 0 && words[at..=at + more].iter().any(|word| codes.are(word));
            if known.is_empty() || has_code || more > 0 && only_code {
                continue;
            }
            let cost = costs[at + more + 1] + name;
            if cost <= costs[at] {
                costs[at] = cost;
                lengths[at] = more + 1;
            }
        }
    }
    let mut cut = Parts::default();
    let mut at = 0;
    while at < words.len() {
        let length = lengths[at];
        let key = words[at..at + length].concat();
        let is_small = small[at];
        let part = if length == 1 && is_small && !codes.are(words[at]) {
            None
        } else {
            Some(Part::of(&key, codes, false)).filter(Part::means_something)
        };
        match part {
            Some(part) => cut.parts.push(part),
            None if length == 1 && is_small => {}
            None => cut.unknown += 1,
        }
        at += length;
    }
    cut
}

/// Looks for a slip of the pen in what is not known.
fn mend(cut: &mut Parts, words: &[&str], codes: &Codes) {
    let telling: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !is_filler(word))
        .collect();
    let says_more = |word: &&str| is_near(word) || is_station(word) || is_to(word);
    if !words.iter().any(says_more) {
        let without_filler = (telling.len() < words.len()).then(|| telling.concat());
        for text in [Some(words.concat()), without_filler].into_iter().flatten() {
            // Of a text that has a name in it no more than a letter is wrong.
            let most = if cut.parts.is_empty() { 2 } else { 1 };
            if let Some((part, is_doubtful)) = close(&text, most, codes) {
                *cut = Parts {
                    parts: vec![part],
                    unknown: 0,
                    is_whole: true,
                    is_doubtful,
                };
                return;
            }
        }
    }
    // One word of several.
    let unknown: Vec<&str> = telling
        .iter()
        .copied()
        .filter(|word| {
            INDEX.senses.of(word).is_empty() && !is_near(word) && !is_station(word) && !is_to(word)
        })
        .collect();
    if let [word] = unknown.as_slice()
        && telling.len() > 1
        && let Some((part, is_doubtful)) = close(word, 2, codes)
    {
        cut.parts.push(part);
        cut.unknown = cut.unknown.saturating_sub(1);
        cut.is_doubtful |= is_doubtful;
    }
}

/// A name that is written almost so, and whether it may well be another.
fn close(text: &str, most: usize, codes: &Codes) -> Option<(Part, bool)> {
    let found = INDEX.spellings.closest(text)?;
    if found.slips > most {
        return None;
    }
    // Of names that are as close the one is meant that many more people use.
    let passengers = |part: &Part| {
        let places = part.called.iter().chain(&part.asked);
        places
            .map(|place| INDEX.thousands(*place))
            .max()
            .unwrap_or(0)
    };
    let names: Vec<Part> = found
        .keys
        .into_iter()
        .map(|key| Part::of(key, codes, false))
        .collect();
    let most_used = names.iter().map(passengers).max().unwrap_or(0);
    let mut part = Part::default();
    for name in names {
        if passengers(&name).saturating_mul(MUCH_LESS) >= most_used {
            part.add(name);
        }
    }
    part.code = None;
    part.asked.retain(|place| !INDEX.is_closed(*place));
    part.towns.clear();
    part.regions.clear();
    part.sort();
    // A question about one of the names is one about all of them.
    if let Some(largest) = part.named.first().copied() {
        let is_small = |place: &Place| !INDEX.rivals(*place, largest);
        if part.asked.iter().all(is_small) {
            part.asked.clear();
        }
    }
    Some((part, found.slips > 1 && text.len() < SURE_WITH_TWO))
}

/// How the words of a text are written.
pub(crate) struct Codes {
    /// The words that are written as codes are, in lower case.
    written: Vec<String>,
    /// Words of two capital letters, in lower case: `IL` is a state, `il` a word.
    short: Vec<String>,
    /// The words that have letters no code has, folded.
    accented: Vec<String>,
    has_small: bool,
    is_ascii: bool,
}

impl Codes {
    pub(crate) fn of(text: &str) -> Self {
        let mut codes = Self {
            written: Vec::new(),
            short: Vec::new(),
            accented: Vec::new(),
            has_small: text.chars().any(char::is_lowercase),
            is_ascii: text.is_ascii(),
        };
        let mut before = ' ';
        let mut rest = text;
        while let Some(start) = rest.find(|letter: char| letter.is_alphanumeric()) {
            before = rest[..start].chars().next_back().unwrap_or(before);
            rest = &rest[start..];
            let end = rest
                .find(|letter: char| !letter.is_alphanumeric())
                .unwrap_or(rest.len());
            codes.note(&rest[..end], matches!(before, '(' | '['));
            rest = &rest[end..];
        }
        codes
    }

    fn note(&mut self, word: &str, is_bracketed: bool) {
        let is_plain =
            |letter: char| letter.is_ascii() || ('\u{ff01}'..='\u{ff5e}').contains(&letter);
        if !word.chars().all(is_plain) {
            self.accented.push(key(word));
        } else if word.len() == 2 && self.has_small {
            if word.bytes().all(|letter| letter.is_ascii_uppercase()) {
                self.short.push(word.to_ascii_lowercase());
            }
        } else if word.len() == 3 {
            let is_capital = word.bytes().all(|letter| letter.is_ascii_uppercase());
            if is_capital && self.has_small || is_bracketed {
                self.written.push(word.to_ascii_lowercase());
            }
        }
    }

    /// Whether a word is written as codes are where the rest is not.
    pub(crate) fn are(&self, word: &str) -> bool {
        self.written.iter().any(|code| code == word)
    }

    /// Whether a word alone is no name here.
    fn is_small(&self, word: &str) -> bool {
        let is_region = |sense: &Sense| matches!(sense, Sense::Region(_));
        let is_short = self.short.iter().any(|short| short == word);
        !(is_short && INDEX.senses.of(word).iter().any(is_region))
            && (is_filler(word) || is_near(word) || is_station(word) || is_to(word))
    }

    /// Whether all of it is in capital letters.
    fn is_capital(&self) -> bool {
        !self.has_small && self.is_ascii
    }
}

impl Part {
    fn of(key: &str, codes: &Codes, is_whole: bool) -> Self {
        let mut part = Self {
            is_short: key.len() == 2 && !is_whole,
            is_written_as_code: codes.are(key),
            is_capital: codes.is_capital(),
            ..Self::default()
        };
        let (mut icao, mut proper) = (None, Vec::new());
        for sense in INDEX.senses.of(key) {
            match sense {
                // `Hué` is no code.
                Sense::Code(_) if codes.accented.iter().any(|word| word == key) => {}
                Sense::Code(place) => part.code = Some(*place),
                // Of two airports with one code the busier one.
                Sense::Icao(place) => {
                    icao = Some(icao.map_or(*place, |other: Place| other.min(*place)))
                }
                Sense::Is(place) => part.named.push(*place),
                Sense::Called(place) => part.called.push(*place),
                Sense::Proper(place) => proper.push(*place),
                Sense::CityCode(place) => part.city_code.push(*place),
                Sense::Ask(group) => part.asked.extend(&INDEX.senses.groups[*group as usize]),
                Sense::Near(group) => {
                    part.is_near = true;
                    part.asked.extend(&INDEX.senses.groups[*group as usize]);
                }
                Sense::Town(group) => part.towns.extend(&INDEX.senses.groups[*group as usize]),
                Sense::Region(region) => part.regions.push(*region),
                Sense::Station(place) => part.station = Some(*place),
                Sense::Nothing => part.is_nothing = true,
            }
        }
        if part.named.is_empty() && part.called.is_empty() && part.asked.is_empty() {
            part.called = proper;
        }
        part.called.extend(&part.named);
        part.is_settled = !part.named.is_empty();
        if part.named.is_empty() {
            part.named = part.called.clone();
        }
        part.sort();
        // `LIME` is Bergamo, `Lime` may be Lima in some language.
        let may_be_icao = |place: &Place| {
            let is_used = part.is_capital && INDEX.thousands(*place) >= 100;
            part.asked.is_empty() && (part.named.is_empty() || is_used && !part.is_settled)
        };
        if let Some(place) = icao.filter(may_be_icao) {
            part.code = Some(place);
            part.is_written_as_code |= part.is_capital;
        }
        if part.code.is_some() {
            // The city's other airports only come in where there is no such code.
            part.city_code.clear();
        }
        part
    }

    fn sort(&mut self) {
        for places in [&mut self.named, &mut self.called] {
            places.sort_unstable();
            places.dedup();
        }
    }

    fn add(&mut self, other: Self) {
        self.named.extend(other.named);
        self.called.extend(other.called);
        self.asked.extend(other.asked);
        self.is_near |= other.is_near;
    }

    fn means_something(&self) -> bool {
        self.has_place() || !self.regions.is_empty() || self.station.is_some() || self.is_nothing
    }

    /// Whether it names airports, and not only a region.
    pub(crate) fn has_place(&self) -> bool {
        self.code.is_some()
            || !self.called.is_empty()
            || !self.asked.is_empty()
            || !self.city_code.is_empty()
            || !self.towns.is_empty()
    }

    /// The airports it can mean.
    pub(crate) fn places(&self) -> Vec<Place> {
        let mut places = self.asked.clone();
        let named = self.called.iter().chain(&self.code).chain(&self.city_code);
        for place in named.copied() {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        if places.is_empty() {
            places.extend(&self.towns);
        }
        places
    }

    /// Whether it can mean that airport, or says where it is.
    pub(crate) fn fits(&self, place: Place) -> bool {
        let is_it = |other: &Place| INDEX.today(*other) == INDEX.today(place);
        self.called.iter().any(is_it)
            || self.asked.iter().any(is_it)
            || self.code.iter().any(is_it)
            || self.city_code.iter().any(is_it)
            || (self.called.is_empty() && self.towns.iter().any(is_it))
            || self.is_around(place)
    }

    /// Whether the airport is in the region that it names.
    pub(crate) fn is_around(&self, place: Place) -> bool {
        self.regions().any(|region| INDEX.is_in(place, region))
    }

    /// Whether it does not say that the airport is elsewhere.
    pub(crate) fn may_be_around(&self, place: Place) -> bool {
        self.is_short || self.regions().next().is_none() || self.is_around(place)
    }

    /// The regions it names.
    pub(crate) fn regions(&self) -> impl Iterator<Item = &'static Region> {
        let regions = self.regions.iter();
        regions.filter_map(|region| INDEX.senses.regions.get(*region as usize))
    }

    /// Whether it is a country's name and no place's.
    pub(crate) fn is_country(&self) -> bool {
        let is_country = self.regions().any(|region| region.subdivision.is_empty());
        is_country && self.asked.is_empty() && !self.is_settled
    }

    /// Whether it is a code and no name.
    pub(crate) fn is_code(&self) -> bool {
        self.code.is_some()
            && (self.is_written_as_code || self.named.is_empty() && self.asked.is_empty())
    }

    /// The airport of what is written as a code.
    pub(crate) fn written_code(&self) -> Option<Place> {
        self.code.filter(|_| self.is_written_as_code)
    }

    /// Whether the airport is one that the name means, and not only one that has
    /// it in some language.
    pub(crate) fn means(&self, place: Place) -> bool {
        self.named.contains(&place)
            || self.asked.contains(&place)
            || self.code == Some(place)
            || self.is_around(place)
    }

    /// Whether, in capital letters, the code is meant: of the airports of that
    /// name the largest has not so many more passengers.
    pub(crate) fn is_rather_code(&self, code: Place, others: &[Place]) -> bool {
        let largest = others.iter().min();
        self.is_capital
            && !self.asked.contains(&code)
            && largest.is_none_or(|largest| INDEX.rivals(code, *largest))
    }
}
