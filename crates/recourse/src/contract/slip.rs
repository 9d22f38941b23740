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
        most > 0 && distance(key, field.key) <= most
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
    use super::meant;
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
    }
}
