//! What follows on what the airline does before a forum.

use std::sync::LazyLock;

use serde::Deserialize;

use super::rows;

/// What follows, in words, as it stands in its table.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct OutcomeRow {
    /// Its name.
    pub default_rule: String,
    /// On silence.
    pub silence: String,
    /// On an answer in part.
    pub part_answer: String,
    /// On an admission.
    pub admission: String,
    /// On payment after the claim was filed.
    pub paid_after_filing: String,
    /// On a settlement.
    pub settlement: String,
}

static OUTCOMES: LazyLock<Vec<OutcomeRow>> =
    LazyLock::new(|| rows(include_str!("../../data/default_rule.csv")));

/// Every row.
#[cfg(test)]
pub(super) fn all() -> &'static [OutcomeRow] {
    &OUTCOMES
}

/// The row of a name.
#[must_use]
pub fn outcomes(name: &str) -> Option<&'static OutcomeRow> {
    OUTCOMES.iter().find(|row| row.default_rule == name)
}
