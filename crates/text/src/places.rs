//! Airports, countries and airlines by name, and the airports that the form reads.

use domain::{
    Language,
    claim_form::{AirportDirectory, AirportDoubt, AirportMatch, CarrierMatch, StepContext},
};
use jiff::civil::{Date, DateTime};
use reference::{AirportRecord, Carriers, Doubt, FlownBy, Resolution};
use rights::{CarrierCode, Country, Iata, ReferenceData};

/// The airports that the form asks for, out of the reference data.
#[derive(Debug, Clone, Copy, Default)]
pub struct Airports;

/// An airport in the words of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AirportView {
    /// Its IATA code.
    pub code: String,
    /// Its city.
    pub city: String,
    /// Its own name.
    pub name: String,
    /// Its country.
    pub country: String,
}

impl AirportView {
    /// "Bremen, Germany": how an airport is offered.
    pub fn label(&self) -> String {
        format!("{}, {}", self.city, self.country)
    }

    /// "Bremen, Germany (BRE)": how a choice is written into the field.
    pub fn full(&self) -> String {
        format!("{} ({})", self.label(), self.code)
    }
}

/// Longest text that is searched for; no airport's name is longer.
const MAX_SEARCH: usize = 80;

impl Airports {
    /// What the parsers of the form need to know on the server.
    pub fn context(today: Date) -> StepContext<'static> {
        StepContext::new(today, &Airports)
    }

    /// The airport of that code.
    pub fn get(code: Iata, language: Language) -> Option<AirportView> {
        reference::Airports::get(code).map(|record| view(record, language))
    }

    /// The airport that a text means, if it is clear.
    pub fn meant(text: &str, language: Language) -> Option<AirportView> {
        match reference::Airports::resolve(text) {
            Resolution::One(record) => Some(view(record, language)),
            _ => None,
        }
    }

    /// Airports that may be meant by a text that is not clear, the likeliest first.
    pub fn offered(text: &str, language: Language) -> Vec<AirportView> {
        match reference::Airports::resolve(text) {
            Resolution::One(record) => vec![view(record, language)],
            Resolution::Several(records, _) => records
                .into_iter()
                .map(|record| view(record, language))
                .collect(),
            Resolution::None(_) => Vec::new(),
        }
    }

    /// Airports that fit a text, the likeliest first; none for a text that is
    /// longer than any name.
    pub fn search(text: &str, language: Language, limit: usize) -> Vec<AirportView> {
        let text = text.trim();
        if text.is_empty() || text.chars().nth(MAX_SEARCH).is_some() {
            return Vec::new();
        }
        reference::Airports::search(text, limit)
            .into_iter()
            .map(|record| view(record, language))
            .collect()
    }
}

/// The airports of a trip in words; there are at least two.
pub struct TripView {
    /// In order.
    pub airports: Vec<AirportView>,
}

impl TripView {
    /// Puts a statement's airports into words.
    pub fn of(language: Language, trip: &domain::claim_form::Trip) -> Option<Self> {
        let airports: Option<Vec<_>> = trip
            .airports()
            .iter()
            .map(|code| Airports::get(*code, language))
            .collect();
        airports
            .filter(|airports| airports.len() >= 2)
            .map(|airports| Self { airports })
    }

    /// The first airport.
    pub fn origin(&self) -> &AirportView {
        &self.airports[0]
    }

    /// The last airport.
    pub fn destination(&self) -> &AirportView {
        &self.airports[self.airports.len() - 1]
    }
}

impl AirportDirectory for Airports {
    fn find(&self, text: &str) -> AirportMatch {
        match reference::Airports::resolve(text) {
            Resolution::One(record) => AirportMatch::One(record.code),
            // One that is asked about is not "several fit".
            Resolution::Several(offered, Doubt::Several) if offered.len() < 2 => {
                AirportMatch::Doubtful(AirportDoubt::Unsure)
            }
            Resolution::Several(_, doubt) | Resolution::None(doubt) => doubtful(doubt),
        }
    }

    fn carrier(&self, text: &str, day: Date) -> CarrierMatch {
        match Carriers::flown_by(text, day) {
            FlownBy::One(record) => CarrierMatch::One(record.code),
            FlownBy::Unheld(code, _) => CarrierMatch::Unknown(code),
            FlownBy::NoOther => CarrierMatch::NoOther,
            FlownBy::NoAirline => CarrierMatch::NoAirline,
            FlownBy::Ask(_) => CarrierMatch::Unclear,
        }
    }

    fn minutes_between(&self, from: (Iata, DateTime), to: (Iata, DateTime)) -> Option<i64> {
        let instant = |(code, local): (Iata, DateTime)| {
            let airport = reference::Embedded.airport(code, local.date())?;
            rights::timeline::instant(local, &airport)
        };
        Some(rights::timeline::minutes(instant(from)?, instant(to)?))
    }
}

/// The city of an airport: as it was stored, or in the reader's language where
/// the code still stands for that place.
pub fn city(code: Iata, stored: Option<&str>, language: Language) -> Option<String> {
    let stored = stored.filter(|city| !city.is_empty());
    let now = reference::Airports::get(code);
    let same = now.filter(|record| {
        stored.is_none_or(|city| record.city_in(reference::Language::English) == city)
    });
    match same {
        Some(record) => Some(record.city_in(in_data(language)).to_owned()),
        None => stored.map(str::to_owned),
    }
}

/// Where an airport is, "Bremen, Germany": its [`city`] with the country, for there
/// are cities of the same name.
pub fn place(code: Iata, stored: Option<&str>, language: Language) -> Option<String> {
    let city = city(code, stored, language)?;
    Some(match reference::Airports::get(code) {
        Some(record) => format!("{city}, {}", country_name(record.country, language)),
        None => city,
    })
}

/// The name of an airline on a day; its code if we do not know it.
pub fn carrier_name(code: CarrierCode, on: Date) -> String {
    reference::carrier_record(code, on)
        .map_or_else(|| code.to_string(), |record| record.name.clone())
}

/// The name of a country.
pub fn country_name(country: Country, language: Language) -> String {
    reference::country_name(country, in_data(language))
}

fn doubtful(doubt: Doubt) -> AirportMatch {
    AirportMatch::Doubtful(match doubt {
        Doubt::Several => return AirportMatch::Several,
        Doubt::Unknown => return AirportMatch::None,
        Doubt::Unsure => AirportDoubt::Unsure,
        Doubt::NoAirport => AirportDoubt::NoAirport,
        Doubt::Closed => AirportDoubt::Closed,
        Doubt::Region => AirportDoubt::Region,
        Doubt::Station => AirportDoubt::Station,
        Doubt::LikeStation => AirportDoubt::LikeStation,
        Doubt::CityCode => AirportDoubt::CityCode,
        Doubt::FlightNumber => AirportDoubt::FlightNumber,
        Doubt::Route => AirportDoubt::Route,
    })
}

fn view(record: &AirportRecord, language: Language) -> AirportView {
    AirportView {
        code: record.code.to_string(),
        city: record.city_in(in_data(language)).to_owned(),
        name: record.name.clone(),
        country: country_name(record.country, language),
    }
}

fn in_data(language: Language) -> reference::Language {
    match language {
        Language::En => reference::Language::English,
        Language::Fr => reference::Language::French,
    }
}
