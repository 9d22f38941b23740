use domain::claim_form::{Answers, Statement, Step};
use jiff::civil::Date;
use rights::{Assessment, Case};

use text::places::Airports;

/// What the law says to a statement, with what it was built from.
#[derive(Debug, Clone)]
pub struct Judgement {
    /// What the passenger states.
    pub statement: Statement,
    /// The case it makes.
    pub case: Case,
    /// The verdict on it, reasoned.
    pub assessment: Assessment,
}

/// Judges a draft's answers as of today.
///
/// # Errors
/// The step that has to be answered first.
pub fn judge(answers: &Answers, today: Date) -> Result<Judgement, Step> {
    let statement = Statement::parse(answers, &Airports::context(today))?;
    let case = statement.to_case(today);
    let assessment = rights::assess(&case, &reference::Embedded);
    Ok(Judgement {
        statement,
        case,
        assessment,
    })
}

/// Judges the stored answers of a claim as of the day on which it was sent.
pub fn judge_sent(statement: &serde_json::Value, sent_on: Date) -> Option<Judgement> {
    let answers: Answers = serde_json::from_value(statement.clone()).ok()?;
    judge(&answers, sent_on).ok()
}
