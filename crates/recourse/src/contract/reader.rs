//! Reads the facts key by key and gathers every fault on the way.

use jiff::civil::Date;
use rights::contract::{Faults, shown};
use serde_json::{Map, Value};

use super::keys::{FACTS, Field, Kind, YEARS};

/// One object of facts and its path.
pub struct Object<'a> {
    path: &'a str,
    map: &'a Map<String, Value>,
}

impl<'a> Object<'a> {
    /// Takes a map of facts that stands at a path.
    pub fn new(path: &'a str, map: &'a Map<String, Value>) -> Self {
        Self { path, map }
    }

    /// The path of a key.
    pub fn at(&self, key: &str) -> String {
        let key = shown(key);
        match self.path {
            "" => key,
            path => format!("{path}.{key}"),
        }
    }

    /// The keys.
    pub fn keys(&self) -> impl Iterator<Item = &'a str> {
        self.map.keys().map(String::as_str)
    }

    /// The value of a key; `null` is as if it were not there.
    pub fn get(&self, key: &str) -> Option<&'a Value> {
        self.map.get(key).filter(|value| !value.is_null())
    }

    /// Notes what must be there and is not.
    pub fn check_required(&self, faults: &mut Faults) {
        for field in FACTS.iter().filter(|field| field.required) {
            if self.get(field.key).is_none() {
                faults.add(&self.at(field.key), "missing", "is missing");
            }
        }
    }

    /// A text.
    fn text(&self, key: &str, faults: &mut Faults) -> Option<&'a str> {
        let text = self.get(key)?.as_str();
        if text.is_none() {
            faults.add(&self.at(key), "wrong_type", "must be a text");
        }
        text
    }

    /// A text that `read` understands; `wanted` says what it has to be.
    pub fn parsed<T>(
        &self,
        key: &str,
        wanted: (&'static str, &str),
        faults: &mut Faults,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(key, faults)?;
        let value = read(text);
        if value.is_none() {
            let (code, what) = wanted;
            let message = format!("must be {what}, not {:?}", shown(text));
            faults.add(&self.at(key), code, message);
        }
        value
    }

    /// A day.
    pub fn day(&self, key: &str, faults: &mut Faults) -> Option<Date> {
        let wanted = (
            "invalid_date",
            "a date of the years 1990 to 2100 like 2026-11-20",
        );
        self.parsed(key, wanted, faults, day)
    }

    /// An amount in hundredths.
    pub fn amount(&self, key: &str, faults: &mut Faults) -> Option<i64> {
        let wanted = ("invalid_number", "an amount like \"600.00\"");
        self.parsed(key, wanted, faults, |text| decimal(text, 10, 2))
    }

    /// True, false or absent.
    pub fn flag(&self, key: &str, faults: &mut Faults) -> Option<bool> {
        let flag = self.get(key)?.as_bool();
        if flag.is_none() {
            faults.add(&self.at(key), "wrong_type", "must be true or false");
        }
        flag
    }

    /// A whole number within bounds.
    pub fn count(&self, key: &str, faults: &mut Faults) -> Option<u32> {
        let value = self.get(key)?;
        let bounds = FACTS
            .iter()
            .find(|field| field.key == key)
            .map(|field| field.kind);
        let Some(Kind::Count(least, most)) = bounds else {
            return None;
        };
        if !value.is_number() {
            faults.add(&self.at(key), "wrong_type", "must be a number");
            return None;
        }
        let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
        let number = number.filter(|number| (least..=most).contains(number));
        if number.is_none() {
            let message = format!("must be a whole number from {least} to {most}");
            faults.add(&self.at(key), "invalid_number", message);
        }
        number
    }

    /// One of a list of words.
    pub fn one_of<T: Copy>(
        &self,
        key: &str,
        words: &[(&str, T)],
        faults: &mut Faults,
    ) -> Option<T> {
        let text = self.text(key, faults)?;
        let found = words.iter().find(|(word, _)| *word == text);
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let message = format!("must be one of {}, not {:?}", known.join(", "), shown(text));
            faults.add(&self.at(key), "invalid_value", message);
        }
        found.map(|(_, value)| *value)
    }
}

/// Exactly `YYYY-MM-DD`, in the years that are read.
fn day(text: &str) -> Option<Date> {
    let shape = text.bytes().enumerate().all(|(index, byte)| match index {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    let day: Date = (text.len() == 10 && shape).then(|| text.parse().ok())??;
    YEARS.contains(&day.year()).then_some(day)
}

/// A decimal, as a whole number of its last place: `4.25` with four places is
/// 42500.
pub fn decimal(text: &str, most_digits: usize, places: usize) -> Option<i64> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let fits = digits(whole) && digits(rest) && whole.len() <= most_digits && rest.len() <= places;
    fits.then(|| format!("{whole}{rest:0<places$}").parse().ok())?
}

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
    use super::{FACTS, decimal, meant};

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

    #[test]
    fn a_decimal_has_its_places() {
        assert_eq!(decimal("600.00", 10, 2), Some(60_000));
        assert_eq!(decimal("600", 10, 2), Some(60_000));
        assert_eq!(decimal("4.25", 4, 4), Some(42_500));
        assert_eq!(decimal("9999999999.99", 10, 2), Some(999_999_999_999));
        for bad in [
            "",
            ".5",
            "5.",
            "-1",
            "+1",
            "1.234",
            "1,5",
            "10000000000",
            "1e3",
            "é",
        ] {
            assert_eq!(decimal(bad, 10, 2), None, "{bad}");
        }
    }
}
