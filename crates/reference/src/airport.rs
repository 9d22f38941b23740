//! Airports: records, and what a code meant on a day.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use rights::{Airport, Country, Iata, Zone};
use serde::Deserialize;

use crate::country::{self, Language};
use crate::period::Period;
use crate::table::{file, rows};

/// An airport as it stands in the base.
#[derive(Debug, Clone, PartialEq)]
pub struct AirportRecord {
    /// IATA code.
    pub code: Iata,
    /// Name.
    pub name: String,
    /// City to show, in English or as it is written there.
    pub city: String,
    /// City to show in French, where it differs.
    pub city_french: Option<String>,
    /// State, province or the like; may be empty.
    pub subdivision: String,
    /// Country.
    pub country: Country,
    /// Degrees north, WGS-84.
    pub latitude: f64,
    /// Degrees east, WGS-84.
    pub longitude: f64,
    /// IANA time zone.
    pub time_zone: String,
    /// Code of the city it shares with other airports.
    pub metro: Option<Iata>,
    /// Only helicopters fly there.
    pub helicopters_only: bool,
    /// Days on which the code meant this airport.
    pub(crate) period: Period,
}

impl AirportRecord {
    /// The city in a language.
    #[must_use]
    pub fn city_in(&self, language: Language) -> &str {
        match language {
            Language::French => self.city_french.as_deref().unwrap_or(&self.city),
            Language::English => &self.city,
        }
    }

    /// How the airport is shown in a list: `Bremen, Germany (BRE)`.
    #[must_use]
    pub fn label(&self, language: Language) -> String {
        let country = country::country_name(self.country, language);
        format!("{}, {country} ({})", self.city_in(language), self.code)
    }
}

#[derive(Deserialize)]
struct Row {
    iata: String,
    name: String,
    #[serde(default)]
    city: String,
    #[serde(default)]
    subdivision: String,
    country: String,
    lat: f64,
    lon: f64,
    tz: String,
    #[serde(default)]
    valid_from: String,
    #[serde(default)]
    valid_to: String,
    #[serde(default)]
    alias_of: String,
    #[serde(default)]
    note: String,
}

#[derive(Deserialize)]
struct MetroRow {
    metro: String,
    iata: String,
}

#[derive(Deserialize)]
struct CityRow {
    iata: String,
    city: String,
}

#[derive(Deserialize)]
struct FrenchRow {
    city: String,
    country: String,
    french: String,
}

#[derive(Deserialize)]
struct TerritoryRow {
    iata: String,
    treatment: String,
}

/// Everything that decorates a base row, by code.
struct Extras {
    metros: HashMap<String, Iata>,
    cities: HashMap<String, String>,
    french: HashMap<(String, String), String>,
}

impl Extras {
    fn load() -> Self {
        let metro = |row: MetroRow| Some((row.iata, row.metro.parse().ok()?));
        let french = |row: FrenchRow| ((row.city, row.country), row.french);
        Self {
            metros: rows(file::METROS).into_iter().filter_map(metro).collect(),
            cities: rows(file::CITY_NAMES)
                .into_iter()
                .map(|r: CityRow| (r.iata, r.city))
                .collect(),
            french: rows(file::FRENCH_CITIES).into_iter().map(french).collect(),
        }
    }

    fn record(&self, row: Row) -> Option<AirportRecord> {
        let shown = self.cities.get(&row.iata).cloned();
        let place = if row.city.is_empty() {
            plain_name(&row.name)
        } else {
            row.city
        };
        let city = shown.unwrap_or(place);
        let city_french = self
            .french
            .get(&(city.clone(), row.country.clone()))
            .cloned();
        Some(AirportRecord {
            code: row.iata.parse().ok()?,
            country: row.country.parse().ok()?,
            metro: self.metros.get(&row.iata).copied(),
            helicopters_only: row.note == "helicopters only",
            period: Period::parse(&row.valid_from, &row.valid_to),
            name: row.name,
            city,
            city_french,
            subdivision: row.subdivision,
            latitude: row.lat,
            longitude: row.lon,
            time_zone: row.tz,
        })
    }
}

/// `Anaa Airport` is in Anaa, as far as anyone says.
fn plain_name(name: &str) -> String {
    name.trim_end_matches(" Airport")
        .trim_end_matches(" International")
        .to_owned()
}

/// All airports: the base, and beside it what it lacks.
pub(crate) struct Base {
    /// One record for each code of the base, then those of codes it lacks.
    pub(crate) records: Vec<AirportRecord>,
    /// Former meanings of codes that the base has with a newer one.
    former: Vec<AirportRecord>,
    by_code: HashMap<Iata, usize>,
    territories: HashMap<Iata, Zone>,
    aliases: HashMap<Iata, Iata>,
}

/// The base, read once.
pub(crate) static BASE: LazyLock<Base> = LazyLock::new(Base::load);

impl Base {
    fn load() -> Self {
        let extras = Extras::load();
        let read = |row: Row| extras.record(row);
        let mut records: Vec<_> = rows(file::AIRPORTS).into_iter().filter_map(read).collect();
        let codes = |records: &[AirportRecord]| -> HashMap<Iata, usize> {
            records
                .iter()
                .enumerate()
                .map(|(index, record)| (record.code, index))
                .collect()
        };
        let known = codes(&records);
        let mut aliases = HashMap::new();
        let mut former = Vec::new();
        for row in rows::<Row>(file::ADDITIONS) {
            let alias: Option<Iata> = row.alias_of.parse().ok();
            let Some(record) = extras.record(row) else {
                continue;
            };
            if known.contains_key(&record.code) {
                former.push(record);
                continue;
            }
            if let Some(alias) = alias {
                aliases.insert(record.code, alias);
            }
            records.push(record);
        }
        let territory =
            |row: TerritoryRow| Some((row.iata.parse().ok()?, country::zone_of(&row.treatment)));
        Self {
            by_code: codes(&records),
            territories: rows(file::TERRITORIES)
                .into_iter()
                .filter_map(territory)
                .collect(),
            records,
            former,
            aliases,
        }
    }

    /// The record of a code today.
    pub(crate) fn get(&self, code: Iata) -> Option<&AirportRecord> {
        self.by_code.get(&code).map(|index| &self.records[*index])
    }

    /// The code by which an airport goes today, of one that has several.
    pub(crate) fn today(&self, code: Iata) -> Option<Iata> {
        self.aliases.get(&code).copied()
    }

    /// The record a code stood for on a day. A closed airport is still found
    /// later: old claims name it.
    fn on(&self, code: Iata, day: Date) -> Option<&AirportRecord> {
        let earlier = self
            .former
            .iter()
            .find(|r| r.code == code && !r.period.is_over(day));
        earlier.or_else(|| self.get(code))
    }

    /// The standing of an airport on a day: its own history, its own row, its
    /// country's history, its country.
    fn zone(&self, record: &AirportRecord, day: Date) -> Zone {
        let own = self.territories.get(&record.code);
        let own = own.or_else(|| self.territories.get(self.aliases.get(&record.code)?));
        let settled = own.filter(|zone| matches!(zone, Zone::Outside | Zone::Review));
        country::former_zone(record.code.as_str(), day)
            .or_else(|| settled.copied())
            .or_else(|| country::former_zone(record.country.as_str(), day))
            .or_else(|| own.copied())
            .or_else(|| country::zone(record.country, day))
            .unwrap_or(Zone::Outside)
    }
}

/// What the engine is told of a code on a day.
pub(crate) fn on_day(code: Iata, day: Date) -> Option<Airport> {
    let base: &'static Base = &BASE;
    let record = base.on(code, day)?;
    Some(Airport {
        code,
        name: &record.name,
        city: &record.city,
        country: record.country,
        zone: base.zone(record, day),
        latitude: record.latitude,
        longitude: record.longitude,
        time_zone: &record.time_zone,
        metro: record.metro,
        scottish: record.country == Country::GB && record.subdivision == "Scotland",
        helicopters_only: record.helicopters_only,
    })
}
