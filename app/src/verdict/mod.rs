//! A judgement in words, rendered the same on the passenger's pages and at the
//! desk: a file for each thing it says.

mod beside;
mod evidence;
mod headline;
mod reasoning;
mod route;
mod summary;

use backend::Judgement;
use domain::{Language, claim_form::Statement};
use rights::{Assessment, Entry};

use text::law::Words;

pub use headline::Headline;

/// A judgement with the language it is told in.
pub struct VerdictWords<'a> {
    judgement: &'a Judgement,
    words: Words,
}

impl<'a> VerdictWords<'a> {
    /// Tells a judgement in a language.
    pub fn new(language: Language, judgement: &'a Judgement) -> Self {
        let flight_day = judgement.statement.flights.day;
        Self {
            judgement,
            words: Words {
                language,
                flight_day,
                notice_windows: true,
            },
        }
    }

    /// The language it is told in.
    pub fn language(&self) -> Language {
        self.words.language
    }

    fn assessment(&self) -> &'a Assessment {
        &self.judgement.assessment
    }

    fn statement(&self) -> &'a Statement {
        &self.judgement.statement
    }

    /// The law that gives most, if any applies.
    pub fn best(&self) -> Option<&'a Entry> {
        self.judgement.assessment.best()
    }
}
