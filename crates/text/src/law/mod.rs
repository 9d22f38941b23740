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
mod open;
mod reform;
mod saudi_arabia;
mod sentences;
mod stored;
mod turkey;
mod united_states;
mod values;
mod words;

use domain::Language;
use rights::{
    Assessment, Case, Change, MissingFact, Regime, Right, Step,
    contract::{self, Answer, Sentences},
};

pub use change::change;
pub use entry::{missing_fact, proof, regime_name, right};
pub use finding::finding;
pub use money::{euros, money, stored_money};
pub use open::open_questions;
use sentences::sentences;
pub use stored::{
    stored_change, stored_fact, stored_finding, stored_proof, stored_regime, stored_right,
};
pub use values::{InWords, cause_words};
pub use words::{Names, Words};

impl Sentences for Words<'_> {
    fn because(&self, step: &Step) -> String {
        finding(self, &step.finding)
    }

    fn question(&self, regime: Regime, fact: MissingFact) -> String {
        missing_fact(self.language, regime, fact)
    }

    fn change(&self, what: &Change) -> String {
        change(self, what)
    }

    fn proof(&self, right: Right) -> String {
        proof(self.language, right)
    }
}

/// The answer to a case of the assessment contract.
pub fn answer(language: Language, case: &Case, assessment: &Assessment) -> Answer {
    let departure = case.legs.first().and_then(|leg| leg.scheduled_departure);
    let words = Words {
        language,
        flight_day: departure.map_or(case.assessed_on, |at| at.date()),
        notice_windows: false,
        names: Names::default(),
    };
    contract::answer(assessment, &words)
}
