//! What the tests of sentences share.

use domain::Language;
use jiff::civil::date;
use text::law::{Names, Words};

/// The words of a language for a flight of 20 June 2026, without names.
pub fn words(language: Language) -> Words<'static> {
    Words {
        language,
        flight_day: date(2026, 6, 20),
        notice_windows: false,
        names: Names::default(),
    }
}
