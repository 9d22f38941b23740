//! The keys of a contract: one table is what the parser goes by, what the document
//! of the interface says and what its page shows.

use std::ops::RangeInclusive;

/// A key of a contract.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// What stands under it.
    pub kind: Kind,
    /// It must be there.
    pub required: bool,
    /// What it means, for whoever writes the document.
    pub meaning: &'static str,
}

/// What can stand under a key.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// A text like this one.
    Text(&'static str),
    /// A code like this one, and the regular expression (ECMA-262) of all of them.
    Code(&'static str, &'static str),
    /// A local time, `YYYY-MM-DDTHH:MM`, in [`YEARS`].
    Time,
    /// A day, `YYYY-MM-DD`, in [`YEARS`].
    Day,
    /// True or false; what it is without the key.
    Flag(Option<bool>),
    /// A whole number, both ends included.
    Count(u32, u32),
    /// One of these words.
    Word(fn() -> Vec<&'static str>),
    /// An object with these keys.
    Object(&'static [Field]),
    /// A list of objects with these keys, at least one and at most so many.
    List(&'static [Field], usize),
    /// A list of at most so many texts.
    Texts(usize),
}

/// A key that need not be there.
pub const fn field(key: &'static str, kind: Kind, meaning: &'static str) -> Field {
    Field {
        key,
        kind,
        required: false,
        meaning,
    }
}

/// A key that must be there.
pub const fn required(key: &'static str, kind: Kind, meaning: &'static str) -> Field {
    Field {
        required: true,
        ..field(key, kind, meaning)
    }
}

/// The years that a time or a day may be in: those of air travel.
pub const YEARS: RangeInclusive<i16> = 1990..=2100;

/// A day in [`YEARS`]; that there is no 30 February is left to the calendar.
pub const DAY_PATTERN: &str =
    "^(199[0-9]|20[0-9]{2}|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

/// A local time in [`YEARS`].
pub const TIME_PATTERN: &str = "^(199[0-9]|20[0-9]{2}|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]$";
