//! Names that are written almost so.

use crate::place::Place;
use crate::sense::{Sense, Senses};

/// The names that a slip of the pen is looked for in: those of airports that
/// many people use. Names in other languages are not among them: every place that
/// we do not know is nearly what some city is called somewhere.
pub(crate) struct Spellings {
    by_length: Vec<SameLength>,
}

/// Names of one length. Letters are apart from the names, for most names are told
/// from a text by them alone.
#[derive(Default)]
struct SameLength {
    letters: Vec<Letters>,
    keys: Vec<Box<str>>,
}

/// What was found.
pub(crate) struct Close<'a> {
    /// How many letters are wrong, missing, too many or swapped.
    pub(crate) slips: usize,
    /// The names with so few.
    pub(crate) keys: Vec<&'a str>,
}

/// Shorter texts have too many neighbours.
const SHORTEST: usize = 5;

/// The longest name that is looked at.
const LONGEST: usize = 24;

/// One more than the longest name that is held against a text.
const WIDTH: usize = LONGEST + 1;

/// From this length on two slips are looked for.
const TWO_SLIPS: usize = 6;

/// Passengers of a year, in thousands, from which an airport's names are among
/// them.
const BUSY: u32 = 300;

impl Spellings {
    pub(crate) fn of(senses: &Senses, thousands: impl Fn(Place) -> u32) -> Self {
        let mut by_length: Vec<SameLength> = Vec::new();
        by_length.resize_with(LONGEST + 3, SameLength::default);
        let is_busy = |sense: &Sense| match sense {
            Sense::Is(place) | Sense::Called(place) | Sense::Proper(place) => {
                thousands(*place) >= BUSY
            }
            Sense::Ask(group) => senses.groups[*group as usize]
                .iter()
                .any(|place| thousands(*place) >= BUSY),
            _ => false,
        };
        for (key, of_key) in senses.iter() {
            let fits = key.is_ascii() && (SHORTEST - 1..=LONGEST).contains(&key.len());
            if fits && of_key.iter().any(is_busy) {
                by_length[key.len()].keys.push(Box::from(key));
            }
        }
        for same in &mut by_length {
            same.keys.sort_unstable();
            same.letters = same.keys.iter().map(|key| Letters::of(key)).collect();
        }
        Self { by_length }
    }

    /// The names that are closest to a text, if any is close enough.
    pub(crate) fn closest(&self, text: &str) -> Option<Close<'_>> {
        if !text.is_ascii() || !(SHORTEST..=LONGEST).contains(&text.len()) {
            return None;
        }
        let most = if text.len() >= TWO_SLIPS { 2 } else { 1 };
        (1..=most).find_map(|slips| {
            let mut keys = self.within(text, slips);
            // The first letter is seldom wrong.
            let begins_so = |key: &str| key.as_bytes().first() == text.as_bytes().first();
            if keys.iter().any(|key| begins_so(key)) {
                keys.retain(|key| begins_so(key));
            }
            (!keys.is_empty()).then_some(Close { slips, keys })
        })
    }

    fn within(&self, text: &str, slips: usize) -> Vec<&str> {
        let letters = Letters::of(text);
        let lengths = text.len() - slips..=text.len() + slips;
        let text = text.as_bytes();
        self.by_length[lengths]
            .iter()
            .flat_map(|same| same.letters.iter().zip(&same.keys))
            .filter(|(has, _)| letters.differ(**has) <= 2 * slips)
            .map(|(_, key)| &**key)
            .filter(|key| slips == 1 || key.as_bytes()[0] == text[0])
            .filter(|key| distance(text, key.as_bytes()) <= slips)
            .collect()
    }
}

/// Which letters a text has. A slip changes two of them at the most.
#[derive(Clone, Copy)]
struct Letters(u64);

impl Letters {
    fn of(text: &str) -> Self {
        let bits = text.bytes().map(|letter| 1_u64 << (letter % 64));
        Self(bits.fold(0, |all, bit| all | bit))
    }

    fn differ(self, other: Self) -> usize {
        (self.0 ^ other.0).count_ones() as usize
    }
}

/// How many letters must be put in, taken out, replaced or swapped with their
/// neighbour to make one text of the other.
fn distance(one: &[u8], other: &[u8]) -> usize {
    let columns = other.len().min(WIDTH - 1);
    let mut before = [0; WIDTH];
    let mut last = [0; WIDTH];
    let mut line = [0; WIDTH];
    for (column, cost) in last.iter_mut().enumerate() {
        *cost = column;
    }
    for (row, letter) in one.iter().enumerate() {
        line[0] = row + 1;
        for (column, wanted) in other.iter().take(columns).enumerate() {
            let replaced = last[column] + usize::from(letter != wanted);
            let mut best = replaced.min(last[column + 1] + 1).min(line[column] + 1);
            let is_swapped =
                row > 0 && column > 0 && one[row - 1] == *wanted && other[column - 1] == *letter;
            if is_swapped {
                best = best.min(before[column - 1] + 1);
            }
            line[column + 1] = best;
        }
        before = last;
        last = line;
    }
    last[columns]
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn slips_are_counted() {
        for (one, other, slips) in [
            ("madrid", "madrid", 0),
            ("madird", "madrid", 1),
            ("amsterdamm", "amsterdam", 1),
            ("stutgart", "stuttgart", 1),
            ("bogata", "bogota", 1),
            ("fankfort", "frankfurt", 2),
            ("ab", "ba", 1),
        ] {
            assert_eq!(distance(one.as_bytes(), other.as_bytes()), slips, "{one}");
        }
    }
}
