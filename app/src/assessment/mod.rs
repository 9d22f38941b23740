//! An assessment in words, rendered the same on the passenger's pages and at the
//! desk: a file for each thing it says.

mod beside;
mod evidence;
mod headline;
mod reasoning;
mod refused;
mod route;
mod summary;

use backend::Snapshot;
use domain::{Language, statement::StatementV1};
use jiff::civil::Date;
use rights::snapshot::{AssessmentV1, EntryV1};

use text::{
    format,
    law::{Names, Words},
};

pub use headline::Headline;

/// An assessment with the language it is told in.
pub struct AssessmentWords<'a> {
    statement: &'a StatementV1,
    assessment: &'a AssessmentV1,
    words: Words<'a>,
}

impl<'a> AssessmentWords<'a> {
    /// Tells an assessment in a language: one that was stored, or that of a draft.
    pub fn new(language: Language, snapshot: &'a Snapshot) -> Self {
        let Snapshot {
            statement,
            assessment,
        } = snapshot;
        Self {
            statement,
            assessment,
            words: Words {
                language,
                flight_day: statement.first_day,
                notice_windows: true,
                names: Names {
                    airports: &assessment.airports,
                    carriers: &assessment.carriers,
                },
            },
        }
    }

    /// The language it is told in.
    pub fn language(&self) -> Language {
        self.words.language
    }

    /// The version of the rules that made the assessment, and as of which day.
    pub fn made(&self) -> (&'a str, Date) {
        (&self.assessment.rules, self.assessment.assessed_on)
    }

    /// The version of the rules: a day, written out.
    pub fn rules(&self) -> String {
        let (rules, _) = self.made();
        let day = rules.parse::<Date>();
        day.map_or_else(
            |_| rules.to_owned(),
            |day| format::day(self.language(), day),
        )
    }

    fn assessment(&self) -> &'a AssessmentV1 {
        self.assessment
    }

    fn statement(&self) -> &'a StatementV1 {
        self.statement
    }

    /// The law that gives most, if any applies.
    pub fn best(&self) -> Option<&'a EntryV1> {
        self.assessment.best()
    }
}
