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
mod words;

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
pub use words::Words;

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
