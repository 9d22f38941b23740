//! The European procedure state by state: language, fees and interest are those of
//! the court.

use std::sync::LazyLock;

use rights::{Confidence, Country};
use serde::Deserialize;

use super::{confidence, rows, some};

#[derive(Deserialize)]
struct Row {
    state: String,
    language: String,
    fee_table: String,
    interest_rule: String,
    confidence: String,
}

/// The European procedure before the courts of a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EuropeanRow {
    /// The state.
    pub state: Country,
    /// The language of its courts, ISO 639-1; several with blanks between them.
    pub language: String,
    /// Its table of fees, where it was read.
    pub fee_table: Option<String>,
    /// Its rule of interest, where it was read.
    pub interest_rule: Option<String>,
    /// How sure the row is.
    pub confidence: Confidence,
}

static STATES: LazyLock<Vec<EuropeanRow>> = LazyLock::new(|| {
    let file = include_str!("../../data/european_procedure.csv");
    rows(file).into_iter().filter_map(record).collect()
});

fn record(row: Row) -> Option<EuropeanRow> {
    Some(EuropeanRow {
        state: row.state.parse().ok()?,
        language: row.language,
        fee_table: some(row.fee_table),
        interest_rule: some(row.interest_rule),
        confidence: confidence(&row.confidence),
    })
}

/// Every state.
#[cfg(test)]
pub(super) fn all() -> &'static [EuropeanRow] {
    &STATES
}

/// The row of a state.
#[must_use]
pub fn european_procedure(state: Country) -> Option<&'static EuropeanRow> {
    STATES.iter().find(|row| row.state == state)
}
