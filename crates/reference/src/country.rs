//! Countries: legal zone on a day, and names.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use rights::{Country, Zone};
use serde::Deserialize;

use crate::period::Period;
use crate::table::{file, rows};

/// A language names are kept in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    English,
    /// French.
    French,
}

#[derive(Deserialize)]
struct CountryRow {
    iso2: String,
    regime_zone: String,
}

#[derive(Deserialize)]
struct NameRow {
    iso2: String,
    en: String,
    fr: String,
}

#[derive(Deserialize)]
struct HistoryRow {
    place: String,
    treatment: String,
    valid_from: String,
    valid_to: String,
}

/// Zones of countries today.
static ZONES: LazyLock<FxHashMap<Country, Zone>> = LazyLock::new(|| {
    let read = |row: CountryRow| Some((row.iso2.parse().ok()?, zone_of(&row.regime_zone)));
    rows(file::COUNTRIES).into_iter().filter_map(read).collect()
});

/// Names of countries, English and French.
static NAMES: LazyLock<FxHashMap<Country, (String, String)>> = LazyLock::new(|| {
    let read = |row: NameRow| Some((row.iso2.parse().ok()?, (row.en, row.fr)));
    rows(file::COUNTRY_NAMES)
        .into_iter()
        .filter_map(read)
        .collect()
});

/// Former standing of countries (two letters) and airports (three).
static HISTORY: LazyLock<FxHashMap<String, Vec<(Period, Zone)>>> = LazyLock::new(|| {
    let mut history: FxHashMap<String, Vec<_>> = FxHashMap::default();
    for row in rows::<HistoryRow>(file::HISTORY) {
        let period = Period::parse(&row.valid_from, &row.valid_to);
        let zone = zone_of(&row.treatment);
        history.entry(row.place).or_default().push((period, zone));
    }
    history
});

/// The zone a word of the CSV files stands for.
pub(crate) fn zone_of(word: &str) -> Zone {
    match word {
        "EU" => Zone::Eu,
        "EU_OUTERMOST" => Zone::EuOutermost,
        "EU_OUTERMOST_FR" => Zone::EuOutermostFrench,
        "EEA" => Zone::Eea,
        "CH" => Zone::Switzerland,
        "UK" => Zone::UnitedKingdom,
        "REVIEW" => Zone::Review,
        _ => Zone::Outside,
    }
}

/// The former standing of a place on a day, where it differed from today's.
pub(crate) fn former_zone(place: &str, on: Date) -> Option<Zone> {
    let history = HISTORY.get(place)?;
    let then = history.iter().find(|(period, _)| period.holds(on))?;
    Some(then.1)
}

/// The legal zone of a country on a day.
#[must_use]
pub fn zone(country: Country, on: Date) -> Option<Zone> {
    let today = ZONES.get(&country).copied()?;
    Some(former_zone(country.as_str(), on).unwrap_or(today))
}

/// The name of a country; its code where it is unknown.
#[must_use]
pub fn country_name(country: Country, language: Language) -> String {
    match (NAMES.get(&country), language) {
        (Some((english, _)), Language::English) => english.clone(),
        (Some((_, french)), Language::French) => french.clone(),
        (None, _) => country.as_str().to_owned(),
    }
}
