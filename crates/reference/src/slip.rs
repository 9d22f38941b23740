//! Texts that are nearly a name: what was meant, and how sure that is.

use crate::codes::Codes;
use crate::cut::Parts;
use crate::index::INDEX;
use crate::part::Part;
use crate::place::Place;
use crate::words::{is_filler, is_generic, is_near, is_station, is_to};

/// Of two names that are both nearly what was typed, one is passed over whose
/// airports have less than one of so many passengers of the other's.
const MUCH_LESS: u32 = 5;

/// From how many letters on a name with two slips is taken without a question.
const SURE_WITH_TWO: usize = 10;

/// The length of a name that is a letter away from too many others.
const SHORT: usize = 5;

/// Passengers of a year, in thousands, under which a name with a slip is asked
/// about: it may as well be a place that we do not know.
const SURE_WITH_SLIP: u32 = 1000;

/// Looks for a slip of the pen in what is not known.
pub(crate) fn mend(cut: &mut Parts, words: &[&str], codes: &Codes) {
    let telling: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !is_filler(word))
        .collect();
    let says_more = |word: &&str| is_near(word) || is_station(word) || is_to(word);
    if !words.iter().any(says_more) {
        let without = |left_out: fn(&str) -> bool| {
            let rest: Vec<&str> = words.iter().copied().filter(|w| !left_out(w)).collect();
            (rest.len() < words.len()).then(|| rest.concat())
        };
        // `Madird Airport` is nearly `Madeira Airport` too.
        let texts = [
            without(is_generic),
            Some(words.concat()),
            without(is_filler),
        ];
        for text in texts.into_iter().flatten() {
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
        .iter()
        .map(|key| Part::of(key, codes, false))
        .collect();
    let most_used = names.iter().map(passengers).max().unwrap_or(0);
    let mut part = Part::default();
    for name in names {
        if passengers(&name).saturating_mul(MUCH_LESS) >= most_used {
            part.add(name);
        }
    }
    part.asked.retain(|place| !INDEX.is_closed(*place));
    part.sort();
    // A question about one of the names is one about all of them.
    if let Some(largest) = part.named.first().copied() {
        let is_small = |place: &Place| !INDEX.rivals(*place, largest);
        if part.asked.iter().all(is_small) {
            part.asked.clear();
        }
    }
    // In five letters one that is another, or another first letter, makes too
    // many names: `Luzon` is not Luton, `Galice` not Balice.
    let is_other = |key: &&str| {
        key.as_bytes().first() != text.as_bytes().first()
            || text.len() == SHORT && key.len() == text.len() && !is_swapped(key, text)
    };
    let is_far = found.slips > 1 && text.len() < SURE_WITH_TWO || found.keys.iter().all(is_other);
    Some((part, is_far || most_used < SURE_WITH_SLIP))
}

/// Whether two texts of one length have the same letters.
fn is_swapped(one: &str, other: &str) -> bool {
    let sorted = |text: &str| {
        let mut letters = text.as_bytes().to_vec();
        letters.sort_unstable();
        letters
    };
    sorted(one) == sorted(other)
}
