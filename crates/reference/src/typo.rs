//! Names that are written almost so.

use crate::place::Place;
use crate::sense::{Sense, Senses};

/// The names that a slip of the pen is looked for in: those of airports that
/// many people use.
pub(crate) struct Spellings {
    /// By length.
    by_length: Vec<Vec<Spelling>>,
}

struct Spelling {
    letters: Letters,
    key: Box<str>,
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

/// From this length on two slips are looked for.
const TWO_SLIPS: usize = 6;

/// Passengers of a year, in thousands, from which an airport's names are among
/// them.
const BUSY: u32 = 300;

impl Spellings {
    pub(crate) fn of(senses: &Senses, thousands: impl Fn(Place) -> u32) -> Self {
        let mut by_length: Vec<Vec<Spelling>> = Vec::new();
        by_length.resize_with(LONGEST + 3, Vec::new);
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
                by_length[key.len()].push(Spelling {
                    letters: Letters::of(key),
                    key: Box::from(key),
                });
            }
        }
        for spellings in &mut by_length {
            spellings.sort_unstable_by(|one, other| one.key.cmp(&other.key));
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
        self.by_length[lengths]
            .iter()
            .flatten()
            .filter(|spelling| letters.differ(spelling.letters) <= 2 * slips)
            .filter(|spelling| slips == 1 || spelling.key.as_bytes()[0] == text.as_bytes()[0])
            .filter(|spelling| distance(text.as_bytes(), spelling.key.as_bytes()) <= slips)
            .map(|spelling| &*spelling.key)
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
    let width = other.len() + 1;
    let mut before = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut line = vec![row + 1; width];
        for (column, wanted) in other.iter().enumerate() {
            let replaced = last[column] + usize::from(letter != wanted);
            let mut best = replaced.min(last[column + 1] + 1).min(line[column] + 1);
            let is_swapped =
                row > 0 && column > 0 && one[row - 1] == *wanted && other[column - 1] == *letter;
            if is_swapped {
                best = best.min(before[column - 1] + 1);
            }
            line[column + 1] = best;
        }
        before = std::mem::replace(&mut last, line);
    }
    last[width - 1]
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
