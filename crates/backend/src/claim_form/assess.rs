use domain::claim_form::{Answers, Statement, Step};
use jiff::Timestamp;
use jiff::civil::Date;
use rights::{Assessment, Case, snapshot::AssessmentV1};

use text::places::Airports;

use crate::Snapshot;

/// What the law says to a statement, with what it was built from.
#[derive(Debug, Clone)]
pub(crate) struct AssessedStatement {
    /// What the passenger states.
    pub(crate) statement: Statement,
    /// The case it makes.
    pub(crate) case: Case,
    /// The assessment of it, reasoned.
    pub(crate) assessment: Assessment,
}

impl AssessedStatement {
    /// Reads answers and assesses them as of a day.
    pub(crate) fn of_answers(answers: &Answers, today: Date) -> Result<Self, Step> {
        Statement::parse(answers, &Airports::context(today))
            .map(|statement| Self::of(statement, today))
    }

    /// Assesses a statement as of a day.
    pub(crate) fn of(statement: Statement, today: Date) -> Self {
        let case = statement.to_case(today);
        let assessment = rights::assess(&case, &reference::Embedded);
        Self {
            statement,
            case,
            assessment,
        }
    }

    /// What is stored of it when it is sent at `declared_at`.
    pub(crate) fn snapshot(&self, declared_at: Option<Timestamp>) -> Snapshot {
        Snapshot {
            statement: self.statement.snapshot(declared_at, &reference::Embedded),
            assessment: AssessmentV1::of(
                &self.assessment,
                self.case.assessed_on,
                self.statement.flights.day,
                &reference::Embedded,
            ),
        }
    }
}

/// Assesses a draft's answers as of today.
///
/// # Errors
/// The step that has to be answered first.
pub fn assess(answers: &Answers, today: Date) -> Result<Snapshot, Step> {
    AssessedStatement::of_answers(answers, today).map(|assessed| assessed.snapshot(None))
}
