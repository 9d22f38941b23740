//! What a claim was when it was sent: shown as it was stored, and never assessed
//! again for being shown.

use db::ClaimFacts;
use domain::statement::StatementV1;
use rights::snapshot::AssessmentV1;
use serde_json::Value;

/// Statement and assessment of a claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    /// What the passenger stated.
    pub statement: StatementV1,
    /// What the law said to it.
    pub assessment: AssessmentV1,
}

impl Snapshot {
    /// What is stored with a claim; `None` if this release cannot read it. Then
    /// the columns of the claim still tell the most important.
    pub fn of_claim(facts: &ClaimFacts) -> Option<Self> {
        Some(Self {
            statement: StatementV1::read(&facts.statement)?,
            assessment: AssessmentV1::read(&facts.assessment)?,
        })
    }

    /// The two columns of a claim.
    pub(crate) fn to_columns(&self) -> serde_json::Result<(Value, Value)> {
        Ok((
            serde_json::to_value(&self.statement)?,
            serde_json::to_value(&self.assessment)?,
        ))
    }
}
