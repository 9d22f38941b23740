//! Reads the CSV files that are compiled in.

use serde::de::DeserializeOwned;

/// The rows of a file. A row that cannot be read is left out here and fails the
/// tests of this crate: a wrong row must not take a running service down.
pub(crate) fn rows<T: DeserializeOwned>(file: &'static str) -> Vec<T> {
    csv::Reader::from_reader(file.as_bytes())
        .into_deserialize()
        .filter_map(Result::ok)
        .collect()
}

/// The files, by name, as they are compiled in.
pub(crate) mod file {
    /// Airports with an IATA code.
    pub(crate) const AIRPORTS: &str = include_str!("../data/airports.csv");
    /// Airports and codes that the airport base lacks.
    pub(crate) const ADDITIONS: &str = include_str!("../data/airports-additions.csv");
    /// Airports that passengers no longer fly from.
    pub(crate) const CLOSED: &str = include_str!("../data/closed-airports.csv");
    /// Codes of cities with several airports.
    pub(crate) const METROS: &str = include_str!("../data/metros.csv");
    /// Cities to show where the base has a suburb or a foreign spelling.
    pub(crate) const CITY_NAMES: &str = include_str!("../data/city-names.csv");
    /// French names of cities.
    pub(crate) const FRENCH_CITIES: &str = include_str!("../data/french-cities.csv");
    /// ICAO codes, passengers and names of airports in many languages.
    pub(crate) const AIRPORT_NAMES: &str = include_str!("../data/airport-names.csv");
    /// What places, districts, islands and airports are called.
    pub(crate) const HAN_LETTERS: &str = include_str!("../data/han-letters.csv");
    pub(crate) const PLACE_NAMES: &str = include_str!("../data/place-names.csv");
    /// Towns without an airport.
    pub(crate) const TOWNS: &str = include_str!("../data/towns.csv");
    /// Names of countries in many languages.
    pub(crate) const COUNTRY_WORDS: &str = include_str!("../data/country-words.csv");
    /// Parts of countries, and short names of both.
    pub(crate) const REGIONS: &str = include_str!("../data/regions.csv");
    /// Codes of railway and bus stations.
    pub(crate) const STATIONS: &str = include_str!("../data/stations.csv");
    /// Passengers of a year; the names file has them too.
    #[cfg(test)]
    pub(crate) const TRAFFIC: &str = include_str!("../data/traffic.csv");
    /// Which airports are sold under a city's name; the names file is made of it.
    #[cfg(test)]
    pub(crate) const CITY_AIRPORTS: &str = include_str!("../data/city-airports.csv");
    /// Airports whose country code misleads.
    pub(crate) const TERRITORIES: &str = include_str!("../data/territories.csv");
    /// Standing of places in former times.
    pub(crate) const HISTORY: &str = include_str!("../data/territory-history.csv");
    /// Zones of countries today.
    pub(crate) const COUNTRIES: &str = include_str!("../data/countries.csv");
    /// Names of countries.
    pub(crate) const COUNTRY_NAMES: &str = include_str!("../data/country-names.csv");
    /// Airlines.
    pub(crate) const CARRIERS: &str = include_str!("../data/carriers.csv");
    /// What people call airlines, besides their names.
    pub(crate) const CARRIER_NAMES: &str = include_str!("../data/carrier-names.csv");
    /// What people write around the name of an airline, or in its place.
    pub(crate) const CARRIER_WORDS: &str = include_str!("../data/carrier-words.csv");
    /// Limitation periods.
    pub(crate) const LIMITATION: &str = include_str!("../data/limitation.csv");
    /// Enforcement and conciliation bodies.
    pub(crate) const BODIES: &str = include_str!("../data/bodies.csv");
    /// Mediation before the courts of a country hear a claim.
    pub(crate) const MEDIATION: &str = include_str!("../data/mediation.csv");
    /// Which of a country's conciliation bodies an airline is with.
    pub(crate) const CONCILIATION: &str = include_str!("../data/conciliation.csv");
    /// States bound by the Montreal Convention.
    pub(crate) const MONTREAL_STATES: &str = include_str!("../data/montreal-states.csv");
}

#[cfg(test)]
mod tests {
    //! Every row of every file can be read and says where it comes from.

    use std::collections::HashSet;

    use jiff::civil::{Date, date};
    use jiff::tz::TimeZoneDatabase;

    use super::file;
    use crate::airport::BASE;
    use crate::{Airports, Language, carrier_record, country_name};

    type Row = std::collections::HashMap<String, String>;

    /// The rows of a file as texts.
    fn texts(file: &'static str) -> Vec<Row> {
        let rows = csv::Reader::from_reader(file.as_bytes()).into_deserialize();
        rows.map(|row| row.expect("a row with every column"))
            .collect()
    }

    /// The codes of the base and of the additions.
    fn airports() -> HashSet<String> {
        [file::AIRPORTS, file::ADDITIONS]
            .iter()
            .flat_map(|f| texts(f))
            .map(|r| r["iata"].clone())
            .collect()
    }

    #[test]
    fn the_base_has_every_airport_with_an_iata_code() {
        assert_eq!(texts(file::AIRPORTS).len(), 8311);
        let codes: HashSet<_> = BASE.records.iter().map(|record| record.code).collect();
        assert_eq!(codes.len(), BASE.records.len(), "a code stands twice");
        assert_eq!(codes.len(), airports().len(), "a row was left out");
    }

    #[test]
    fn every_time_zone_is_in_the_bundle() {
        let bundle = TimeZoneDatabase::bundled();
        for record in Airports::all() {
            assert!(
                bundle.get(&record.time_zone).is_ok(),
                "{} {}",
                record.code,
                record.time_zone
            );
        }
    }

    #[test]
    fn every_airport_lies_on_earth_in_a_country_with_a_name() {
        for record in Airports::all() {
            assert!((-90.0..=90.0).contains(&record.latitude), "{}", record.code);
            assert!(
                (-180.0..=180.0).contains(&record.longitude),
                "{}",
                record.code
            );
            assert!(!record.city.is_empty(), "{}", record.code);
            let name = country_name(record.country, Language::French);
            assert_ne!(name, record.country.as_str(), "{}", record.code);
        }
    }

    #[test]
    fn every_curated_row_has_source_day_and_confidence() {
        let files = [
            file::ADDITIONS,
            file::CLOSED,
            file::CITY_NAMES,
            file::FRENCH_CITIES,
            file::PLACE_NAMES,
            file::REGIONS,
            file::STATIONS,
            file::TRAFFIC,
            file::CITY_AIRPORTS,
            file::TERRITORIES,
            file::HISTORY,
            file::CARRIERS,
            file::CARRIER_NAMES,
            file::LIMITATION,
            file::BODIES,
            file::MEDIATION,
            file::CONCILIATION,
            file::MONTREAL_STATES,
        ];
        for row in files.iter().flat_map(|file| texts(file)) {
            assert!(!row["source"].is_empty(), "{row:?}");
            assert!(row["checked"].parse::<Date>().is_ok(), "{row:?}");
            assert!(
                ["H", "M", "L"].contains(&row["confidence"].as_str()),
                "{row:?}"
            );
        }
    }

    #[test]
    fn every_override_names_a_known_airport() {
        let known = airports();
        for file in [
            file::TERRITORIES,
            file::CITY_NAMES,
            file::METROS,
            file::AIRPORT_NAMES,
        ] {
            for row in texts(file) {
                assert!(known.contains(&row["iata"]), "{row:?}");
            }
        }
        for row in [file::TERRITORIES, file::ADDITIONS]
            .iter()
            .flat_map(|file| texts(file))
        {
            assert!(
                row["alias_of"].is_empty() || known.contains(&row["alias_of"]),
                "{row:?}"
            );
        }
        for row in texts(file::CLOSED) {
            let (code, instead) = (&row["iata"], &row["replaced_by"]);
            assert!(known.contains(code) && code != instead, "{row:?}");
            assert!(instead.is_empty() || known.contains(instead), "{row:?}");
        }
        for row in texts(file::FRENCH_CITIES) {
            let used = |r: &&crate::AirportRecord| r.city_french.as_deref() == Some(&row["french"]);
            assert!(Airports::all().any(|record| used(&record)), "{row:?}");
        }
    }

    #[test]
    fn licence_periods_are_well_formed_and_do_not_overlap() {
        let countries: HashSet<_> = texts(file::COUNTRIES)
            .iter()
            .map(|r| r["iso2"].clone())
            .collect();
        let rows = texts(file::CARRIERS);
        let day = |text: &str, open: Date| {
            if text.is_empty() {
                open
            } else {
                text.parse().expect("a date")
            }
        };
        for (index, row) in rows.iter().enumerate() {
            let (from, to) = (
                day(&row["valid_from"], Date::MIN),
                day(&row["valid_to"], Date::MAX),
            );
            assert!(from <= to, "{row:?}");
            assert!(countries.contains(&row["licence_country"]), "{row:?}");
            for other in &rows[index + 1..] {
                let shared = ["iata", "icao"]
                    .iter()
                    .any(|k| !row[*k].is_empty() && row[*k] == other[*k]);
                let apart = day(&other["valid_to"], Date::MAX) < from
                    || to < day(&other["valid_from"], Date::MIN);
                assert!(!shared || apart, "{row:?} {other:?}");
            }
        }
    }

    #[test]
    fn every_carrier_with_a_code_can_be_found() {
        for row in texts(file::CARRIERS) {
            for key in ["iata", "icao"] {
                let Ok(code) = row[key].parse() else { continue };
                let ends = [&row["valid_from"], &row["valid_to"]];
                let on = ends
                    .iter()
                    .find_map(|day| day.parse().ok())
                    .unwrap_or(date(2026, 1, 1));
                assert!(carrier_record(code, on).is_some(), "{row:?}");
            }
        }
    }

    #[test]
    fn every_country_has_its_names_and_every_treatment_is_known() {
        let names = texts(file::COUNTRY_NAMES);
        assert_eq!(names.len(), texts(file::COUNTRIES).len());
        let zones = [
            "EU",
            "EU_OUTERMOST",
            "EU_OUTERMOST_FR",
            "EEA",
            "CH",
            "UK",
            "OUT",
            "REVIEW",
            "other",
        ];
        for row in [file::TERRITORIES, file::HISTORY]
            .iter()
            .flat_map(|file| texts(file))
        {
            assert!(zones.contains(&row["treatment"].as_str()), "{row:?}");
        }
    }

    #[test]
    fn limitation_periods_are_ordered() {
        for row in texts(file::LIMITATION) {
            let years = |key: &str| row[key].parse::<f64>().ok();
            if let (Some(shortest), Some(longest)) =
                (years("years_shortest"), years("years_longest"))
            {
                assert!(shortest <= longest, "{row:?}");
            }
            assert!(
                ["flight_date", "year_end"].contains(&row["start_rule"].as_str()),
                "{row:?}"
            );
        }
    }
}
