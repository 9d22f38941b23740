//! The law in words: the engine answers in codes and values, and this is where
//! they become sentences, in every language.

mod change;
mod entry;
mod finding;
mod money;

use backend::{Judgement, carrier_name, country_name};
use domain::Language;
use jiff::civil::Date;
use rights::{Assessment, CarrierCode, Country, Forum, MissingFact, Place, Step};

pub use change::change;
pub use entry::{care_words, missing_fact, regime_name, right};
pub use finding::{cause_words, finding};
pub use money::{euros, money, stored_money};

use crate::{tr, wording};

/// How the values of a finding are put into words.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    /// The language.
    pub language: Language,
    /// The day of the flight: airlines change their names.
    pub flight_day: Date,
    /// Whether the days of notice only stand for a window of Article 5(1)(c),
    /// as in the claim form, which does not ask for the exact number.
    pub notice_windows: bool,
}

impl Words {
    /// "Bremen (BRE)".
    fn place(&self, place: Place) -> String {
        let airport = backend::Airports::get(place.code, self.language);
        let city = airport.map_or_else(|| place.city.to_owned(), |airport| airport.city);
        if city.is_empty() {
            place.code.to_string()
        } else {
            format!("{city} ({})", place.code)
        }
    }

    fn carrier(&self, code: CarrierCode) -> String {
        carrier_name(code, self.flight_day)
    }

    fn country(&self, country: Country) -> String {
        country_name(country, self.language)
    }

    fn duration(&self, minutes: i64) -> String {
        wording::duration(self.language, minutes)
    }

    fn kilometres(&self, km: f64) -> String {
        wording::kilometres(self.language, km)
    }

    fn day(&self, day: Date) -> String {
        wording::day(self.language, day)
    }

    /// Where a court is.
    pub fn forum(&self, forum: Forum) -> String {
        match forum {
            Forum::Country(country) => self.country(country),
            Forum::Scotland => tr!(self.language, verdict.scotland),
        }
    }

    fn notice(&self, days: u32) -> String {
        match (self.notice_windows, days) {
            (true, 0..7) => tr!(self.language, verdict.notice_less),
            (true, 7..14) => tr!(self.language, verdict.notice_seven),
            (true, _) => tr!(self.language, verdict.notice_fourteen),
            (false, 1) => tr!(self.language, verdict.one_day),
            (false, days) => tr!(self.language, verdict.days, n = days),
        }
    }
}

/// An assessment written down in English for the file of a claim, in the shape
/// of the assessment contract.
pub fn record(judgement: &Judgement) -> serde_json::Value {
    contract_json(&judgement.assessment, judgement.statement.flights.day, true)
}

/// An assessment in the shape of the contract, with English sentences.
pub fn contract_json(
    assessment: &Assessment,
    flight_day: Date,
    notice_windows: bool,
) -> serde_json::Value {
    let words = Words {
        language: Language::En,
        flight_day,
        notice_windows,
    };
    let because = |step: &Step| finding(&words, &step.finding);
    let question = |fact: &MissingFact| missing_fact(Language::En, *fact);
    rights::contract::to_json(assessment, because, question)
}
