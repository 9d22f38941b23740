use domain::Language;
use jiff::civil::Date;
use rights::{
    CarrierCode, Iata,
    snapshot::{AirportNameV1, CarrierNameV1},
};

use crate::{places, tr};

/// How the values of a finding are put into words.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// The language.
    pub language: Language,
    /// The day of the flight: airlines change their names.
    pub flight_day: Date,
    /// Whether the days of notice only stand for a window of Article 5(1)(c),
    /// as in the claim form, which does not ask for the exact number.
    pub notice_windows: bool,
    /// What airports and airlines were called when the finding was stored.
    pub names: Names<'a>,
}

/// What airports and airlines were called; empty for what is judged now.
#[derive(Debug, Clone, Copy, Default)]
pub struct Names<'a> {
    /// The airports.
    pub airports: &'a [AirportNameV1],
    /// The airlines.
    pub carriers: &'a [CarrierNameV1],
}

impl Words<'_> {
    /// The city of an airport.
    pub fn city(&self, code: Iata) -> Option<String> {
        let stored = self.names.airports.iter().find(|name| name.code == code);
        places::city(code, stored.map(|name| name.city.as_str()), self.language)
    }

    /// The name of an airline.
    pub fn carrier(&self, code: CarrierCode) -> String {
        let stored = self.names.carriers.iter().find(|name| name.code == code);
        stored.map_or_else(
            || places::carrier_name(code, self.flight_day),
            |name| name.name.clone(),
        )
    }

    /// Days of notice.
    pub(super) fn notice(&self, days: u32) -> String {
        match (self.notice_windows, days) {
            (true, 0..7) => tr!(self.language, assessment.notice_less),
            (true, 7..14) => tr!(self.language, assessment.notice_seven),
            (true, _) => tr!(self.language, assessment.notice_fourteen),
            (false, 0) => tr!(self.language, assessment.less_than_a_day),
            (false, 1) => tr!(self.language, assessment.one_day),
            (false, days) => tr!(self.language, assessment.days, n = days),
        }
    }
}
