//! Airports: records, and what a code meant on a day.

use rustc_hash::FxHashMap;
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
    /// ICAO code; may be empty.
    pub icao: String,
    /// Another name it has or had; may be empty.
    pub other_name: String,
    /// How large it is.
    pub size: Size,
    /// Passengers fly from it by timetable.
    pub scheduled: bool,
    /// No passengers fly from it any more. Old tickets still name it.
    pub closed: bool,
    /// The airport its flights moved to when it closed.
    pub replaced_by: Option<Iata>,
    /// The code of the same airport that goes before this one: the new one
    /// where it changed, the usual one where it has several.
    pub alias_of: Option<Iata>,
    /// Days on which the code meant this airport.
    pub(crate) period: Period,
}

/// How large an airport is, the smallest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Size {
    /// Not known, or a field, a harbour, a heliport.
    #[default]
    Small,
    /// A regional airport.
    Medium,
    /// One of the few hundred that everybody knows.
    Large,
}

impl AirportRecord {
    /// Whether to offer it to who looks for an airport: not if it is closed, and
    /// not by a code that another one has taken over. Who types the code means it.
    #[must_use]
    pub fn is_offered(&self) -> bool {
        !self.closed && self.alias_of.is_none()
    }

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
    icao: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    scheduled: String,
    #[serde(default)]
    also: String,
    #[serde(default)]
    note: String,
    /// The code has another meaning today.
    #[serde(default)]
    former: String,
}

#[derive(Deserialize)]
struct ClosedRow {
    iata: String,
    replaced_by: String,
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
    metros: FxHashMap<String, Iata>,
    cities: FxHashMap<String, String>,
    french: FxHashMap<(String, String), String>,
    closed: FxHashMap<String, Option<Iata>>,
}

impl Extras {
    fn load() -> Self {
        let metro = |row: MetroRow| Some((row.iata, row.metro.parse().ok()?));
        let french = |row: FrenchRow| ((row.city, row.country), row.french);
        let closed = |row: ClosedRow| (row.iata, row.replaced_by.parse().ok());
        Self {
            metros: rows(file::METROS).into_iter().filter_map(metro).collect(),
            cities: rows(file::CITY_NAMES)
                .into_iter()
                .map(|r: CityRow| (r.iata, r.city))
                .collect(),
            french: rows(file::FRENCH_CITIES).into_iter().map(french).collect(),
            closed: rows(file::CLOSED).into_iter().map(closed).collect(),
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
        let is_former = !row.former.is_empty();
        let closed = self.closed.get(&row.iata).filter(|_| !is_former);
        Some(AirportRecord {
            code: row.iata.parse().ok()?,
            country: row.country.parse().ok()?,
            metro: self.metros.get(&row.iata).copied(),
            helicopters_only: row.kind == "heliport" || row.note == "helicopters only",
            icao: row.icao,
            other_name: row.also,
            size: match row.kind.as_str() {
                "large" => Size::Large,
                "medium" => Size::Medium,
                _ => Size::Small,
            },
            scheduled: !row.scheduled.is_empty(),
            closed: closed.is_some(),
            replaced_by: closed.copied().flatten(),
            alias_of: row.alias_of.parse().ok().filter(|_| !is_former),
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
    /// Former meanings of codes that mean another airport today.
    former: Vec<AirportRecord>,
    by_code: FxHashMap<Iata, usize>,
    territories: FxHashMap<Iata, Zone>,
}

/// The base, read once.
pub(crate) static BASE: LazyLock<Base> = LazyLock::new(Base::load);

impl Base {
    fn load() -> Self {
        let extras = Extras::load();
        let read = |row: Row| extras.record(row);
        let mut records: Vec<_> = rows(file::AIRPORTS).into_iter().filter_map(read).collect();
        let codes = |records: &[AirportRecord]| -> FxHashMap<Iata, usize> {
            records
                .iter()
                .enumerate()
                .map(|(index, record)| (record.code, index))
                .collect()
        };
        let mut former = Vec::new();
        for row in rows::<Row>(file::ADDITIONS) {
            let is_former = !row.former.is_empty();
            let Some(record) = extras.record(row) else {
                continue;
            };
            if is_former {
                former.push(record);
            } else {
                records.push(record);
            }
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
        }
    }

    /// The record of a code today.
    pub(crate) fn get(&self, code: Iata) -> Option<&AirportRecord> {
        self.by_code.get(&code).map(|index| &self.records[*index])
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
        let own = own.or_else(|| self.territories.get(&record.alias_of?));
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
