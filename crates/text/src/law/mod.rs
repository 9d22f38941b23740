//! The law in words: the engine answers in codes and values, and this is where
//! they become sentences, in every language.

mod brazil;
mod canada;
mod change;
mod entry;
mod finding;
mod india;
mod israel;
mod money;
mod montreal;
mod saudi_arabia;
mod sentences;
mod turkey;
mod united_states;
mod values;

use domain::Language;
use jiff::civil::Date;
use rights::{
    Assessment, Case, Change, MissingFact, Right, Step,
    contract::{self, Answer, Sentences},
};

pub use change::change;
pub use entry::{care_words, missing_fact, proof, regime_name, right};
pub use finding::finding;
pub use money::{euros, money, stored_money};
use sentences::sentences;
pub use values::{InWords, cause_words};

use crate::tr;

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

impl Sentences for Words {
    fn because(&self, step: &Step) -> String {
        finding(self, &step.finding)
    }

    fn question(&self, fact: MissingFact) -> String {
        missing_fact(self.language, fact)
    }

    fn change(&self, what: &Change) -> String {
        change(self, what)
    }

    fn proof(&self, right: Right) -> String {
        proof(self.language, right)
    }
}

/// An assessment written down in English for the file of a claim, in the shape
/// of the assessment contract.
pub fn record(assessment: &Assessment, flight_day: Date) -> serde_json::Value {
    let words = Words {
        language: Language::En,
        flight_day,
        notice_windows: true,
    };
    let answer = contract::answer(assessment, &words);
    serde_json::to_value(answer).unwrap_or_default()
}

/// The answer to a case of the assessment contract.
pub fn answer(language: Language, case: &Case, assessment: &Assessment) -> Answer {
    let departure = case.legs.first().and_then(|leg| leg.scheduled_departure);
    let words = Words {
        language,
        flight_day: departure.map_or(case.assessed_on, |at| at.date()),
        notice_windows: false,
    };
    contract::answer(assessment, &words)
}
