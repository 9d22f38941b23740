//! What a rule of law is to the engine: where it stands, what it looks at, and
//! how sure the source is. Each regime lists its own in a table.

use jiff::civil::Date;

use crate::codes;

/// A rule of law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rule {
    /// The name it has in its table, `THREE_HOURS`.
    pub name: &'static str,
    /// The article or decision.
    pub source: &'static str,
    /// What it looks at.
    pub about: About,
    /// How sure the source is.
    pub confidence: Confidence,
    /// The day on which somebody last held it against its source.
    pub checked: Date,
}

impl Rule {
    /// Whether nobody has held the rule against its source for so many days.
    #[must_use]
    pub fn is_stale(&self, today: Date, days: u32) -> bool {
        is_stale(self.checked, today, days)
    }
}

/// Whether so many days have passed since something was checked.
#[must_use]
pub fn is_stale(checked: Date, today: Date, days: u32) -> bool {
    let age = today.duration_since(checked).as_hours() / 24;
    age >= i64::from(days)
}

/// What a rule looks at: where a reader finds the values it was applied to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum About {
    /// Where the journey starts and ends.
    Territory,
    /// The licence of the carrier.
    Licence,
    /// Which flights belong together.
    Booking,
    /// Booked and real times.
    Times,
    /// The distance.
    Distance,
    /// When the passenger was told, and what was offered.
    Notice,
    /// Why it happened.
    Cause,
    /// The fare, or the loss shown.
    Price,
    /// Other answers of the passenger.
    Answers,
}

codes!(About {
    Territory => "territory",
    Licence => "licence",
    Booking => "booking",
    Times => "times",
    Distance => "distance",
    Notice => "notice",
    Cause => "cause",
    Price => "price",
    Answers => "answers",
});

/// How sure a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Confidence {
    /// It could not be confirmed, or the sources disagree: such a rule decides
    /// no money, a person does.
    Unconfirmed,
    /// Secondary sources agree; the text itself was not seen.
    Probable,
    /// The text of the law, a decided case or an official page.
    Sure,
}

codes!(Confidence {
    Sure => "sure",
    Probable => "probable",
    Unconfirmed => "unconfirmed",
});

/// A table of rules: `NAME: "source", what it looks at, how sure;` lines under
/// the day on which they were checked. A line that was checked on another day ends
/// with it: `how sure, checked 2026-12-1;`. Makes a constant of each, and `ALL`.
macro_rules! rules {
    (
        checked $year:literal - $month:literal - $day:literal;
        $(
            $(#[$doc:meta])*
            $name:ident : $source:literal, $about:ident, $confidence:ident
            $(, checked $own_year:literal - $own_month:literal - $own_day:literal)?;
        )*
    ) => {
        $(
            $(#[$doc])*
            #[allow(clippy::zero_prefixed_literal, reason = "a day is written as dates are")]
            pub const $name: $crate::rule::Rule = $crate::rule::Rule {
                name: stringify!($name),
                source: $source,
                about: $crate::rule::About::$about,
                confidence: $crate::rule::Confidence::$confidence,
                checked: $crate::rule::checked!(
                    [$year, $month, $day] $([$own_year, $own_month, $own_day])?
                ),
            };
        )*

        /// Every rule of this table.
        #[allow(dead_code, reason = "the engine's own few rules are in no list")]
        pub const ALL: &[$crate::rule::Rule] = &[$($name),*];
    };
}
pub(crate) use rules;

/// The day of a line, where it has one of its own; else that of its table.
macro_rules! checked {
    ([$($table:literal),*]) => {
        jiff::civil::date($($table),*)
    };
    ([$($table:literal),*] [$($own:literal),*]) => {
        jiff::civil::date($($own),*)
    };
}
pub(crate) use checked;

rules! {
    checked 2026-11-20;
    /// The airports of a case are those of the reference data.
    KNOWN_AIRPORT: "airport reference data", Territory, Sure;
    /// Without a day there is no law to apply.
    FLIGHT_DAY: "day of the flight", Answers, Sure;
    /// Of several companies that sell under one code the one that flew is liable.
    OPERATING_COMPANY: "operating air carrier: Art 2(b) Regulation 261/2004, Art 39 Montreal Convention; the boarding pass names it (Art 11 Regulation 2111/2005)", Licence, Sure, checked 2026-12-1;
    /// A downgrade is one of one flight, so of several it must be told which.
    DOWNGRADED_FLIGHT: "flight of the downgrade", Answers, Sure;
}
