//! States bound by the Montreal Convention 1999 (ICAO Doc 9740).
//!
//! Only states that are surely parties stand in the table. A state that does
//! not is not known to be outside: the engine asks a person.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use rights::{Country, TreatyState};
use serde::Deserialize;

use crate::table::{file, rows};

#[derive(Deserialize)]
struct Row {
    iso2: String,
    state: String,
    party_since: String,
    confidence: String,
}

/// Since when a state is bound.
#[derive(Clone, Copy)]
enum Since {
    /// The day of entry into force.
    Day(Date),
    /// Surely bound from this day on; how it stood before is open.
    About(Date),
}

static STATES: LazyLock<FxHashMap<Country, (Country, Since)>> = LazyLock::new(|| {
    let read = |row: Row| {
        let since = since(&row)?;
        Some((row.iso2.parse().ok()?, (row.state.parse().ok()?, since)))
    };
    rows(file::MONTREAL_STATES)
        .into_iter()
        .filter_map(read)
        .collect()
});

/// Reads `2004-06-28` or `2018`, which says no more than that the state was
/// bound when that year was over.
fn since(row: &Row) -> Option<Since> {
    match row.party_since.parse() {
        Ok(day) if row.confidence == "H" => Some(Since::Day(day)),
        Ok(day) => Some(Since::About(day)),
        Err(_) => {
            let year: i16 = row.party_since.parse().ok()?;
            Date::new(year.checked_add(1)?, 1, 1).ok().map(Since::About)
        }
    }
}

/// How a country stood to the Convention on a day.
pub(crate) fn state(country: Country, on: Date) -> Option<TreatyState> {
    let (state, since) = STATES.get(&country).copied()?;
    let bound = match since {
        Since::Day(day) => Some(day <= on),
        Since::About(day) => (day <= on).then_some(true),
    };
    Some(TreatyState { state, bound })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    type Text = FxHashMap<String, String>;

    #[test]
    fn every_row_can_be_read() {
        let texts = csv::Reader::from_reader(file::MONTREAL_STATES.as_bytes()).into_deserialize();
        let texts: Vec<Text> = texts.map(|row| row.expect("a whole row")).collect();
        assert_eq!(texts.len(), STATES.len(), "a row was left out");
        for row in texts {
            let state: Country = row["state"].parse().expect("a country");
            assert!(STATES.contains_key(&state), "{row:?}");
        }
    }

    #[test]
    fn a_state_is_bound_from_its_day_on() {
        let bound = |code: &str, on| {
            let country = code.parse().expect("a country");
            state(country, on).map(|found| found.bound)
        };
        assert_eq!(bound("US", date(2003, 11, 3)), Some(Some(false)));
        assert_eq!(bound("US", date(2003, 11, 4)), Some(Some(true)));
        assert_eq!(bound("DE", date(2004, 6, 27)), Some(Some(false)));
        assert_eq!(bound("DE", date(2004, 6, 28)), Some(Some(true)));
        assert_eq!(bound("ZA", date(2006, 6, 1)), Some(None));
        assert_eq!(bound("NP", date(2018, 12, 31)), Some(None));
        assert_eq!(bound("NP", date(2019, 1, 1)), Some(Some(true)));
        assert_eq!(bound("KP", date(2026, 1, 1)), None);
    }

    #[test]
    fn a_territory_is_no_other_state() {
        let of = |code: &str| {
            let country = code.parse().expect("a country");
            state(country, date(2026, 1, 1)).map(|found| found.state.to_string())
        };
        assert_eq!(of("PR"), Some("US".to_owned()));
        assert_eq!(of("RE"), Some("FR".to_owned()));
    }
}
