//! A key that was meant to be another one.

use rights::contract::Field;

/// A key of the contract that an unknown one was probably meant to be: one letter
/// off, or two in a long one.
pub fn meant(key: &str, known: &[Field]) -> Option<&'static str> {
    let near = |field: &&Field| {
        let most = match field.key.len() {
            0..=4 => 0,
            5..=8 => 1,
            _ => 2,
        };
        distance(key, field.key) <= most
    };
    known.iter().find(near).map(|field| field.key)
}

/// How many letters have to be put in, taken out or changed. Texts that differ
/// more in length than a slip does are not compared.
fn distance(left: &str, right: &str) -> usize {
    if left.len().abs_diff(right.len()) > 2 {
        return usize::MAX;
    }
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (index, letter) in left.chars().enumerate() {
        let mut diagonal = index;
        row[0] = index + 1;
        for (column, other) in right.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *other);
            diagonal = row[column + 1];
            row[column + 1] = changed.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::{distance, meant};
    use crate::contract::FACTS;

    #[test]
    fn a_slip_of_the_pen_is_told_from_another_fact() {
        assert_eq!(meant("refused_no", FACTS), Some("refused_on"));
        assert_eq!(meant("claim-sent", FACTS), Some("claim_sent"));
        assert_eq!(meant("Persons", FACTS), Some("persons"));
        assert_eq!(meant("sun", FACTS), None);
        assert_eq!(meant("voucher_signed", FACTS), None);
        assert_eq!(meant("", FACTS), None);
        assert_eq!(meant(&"x".repeat(100_000), FACTS), None);
        // One letter in a key of five to eight, two in a longer one.
        assert_eq!(meant("prsons", FACTS), Some("persons"));
        assert_eq!(meant("prsns", FACTS), None);
        assert_eq!(meant("claimant_ho", FACTS), Some("claimant_home"));
        assert_eq!(meant("claimant_h", FACTS), None);
    }

    #[test]
    fn a_distance_counts_the_letters_put_in_taken_out_and_changed() {
        for (left, right, letters) in [
            ("", "", 0),
            ("abc", "abc", 0),
            ("", "ab", 2),
            ("ab", "", 2),
            ("xabc", "abc", 1),
            ("abc", "xabc", 1),
            ("abcx", "abc", 1),
            ("abc", "abcx", 1),
            ("axc", "abc", 1),
            ("ab", "ba", 2),
            ("flaw", "lawn", 2),
            ("kitten", "sitting", 3),
            ("sunday", "saturday", 3),
        ] {
            assert_eq!(distance(left, right), letters, "{left} {right}");
        }
    }
}
