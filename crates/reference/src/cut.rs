//! A text cut into the names it is made of.

use crate::codes::Codes;
use crate::index::INDEX;
use crate::kind::without_kind;
use crate::part::Part;
use crate::sense::Sense;
use crate::slip::mend;

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

/// Cuts a folded text.
pub(crate) fn parts(folded: &str, codes: &Codes) -> Parts {
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return Parts::default();
    }
    let whole = words.concat();
    let part = Part::of(&whole, codes, true);
    let is_only_word = words.len() == 1;
    if part.means_something() && (is_only_word || codes.has_none()) {
        return Parts {
            parts: vec![part],
            is_whole: true,
            ..Parts::default()
        };
    }
    if let Some(part) = of_kind(&whole, codes) {
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

/// A name in a script without blanks, with `airport` or `island` grown to it.
fn of_kind(whole: &str, codes: &Codes) -> Option<Part> {
    let mut bare = without_kind(whole)?;
    loop {
        let part = Part::of(bare, codes, true);
        if part.means_something() {
            return Some(part);
        }
        bare = without_kind(bare)?;
    }
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
            if known.is_empty() || has_code || only_code && (more > 0 || !codes.may_be(word, known))
            {
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
        let is_no_name = length == 1
            && (is_small && !codes.are(words[at])
                || !codes.may_be(words[at], INDEX.senses.of(words[at])));
        let part = if is_no_name {
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
