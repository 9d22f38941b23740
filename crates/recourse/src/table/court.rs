//! Which court an airport lies under.

use std::sync::LazyLock;

use rights::{Confidence, Forum, Iata};
use serde::Deserialize;

use super::{confidence, rows};

#[derive(Deserialize)]
struct Row {
    iata: String,
    forum: String,
    court: String,
    online_pilot: String,
    part: String,
    confidence: String,
}

/// The court of an airport.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourtRow {
    /// The airport.
    pub airport: Iata,
    /// Whose courts.
    pub forum: Forum,
    /// Its name; `None`: the district is not confirmed.
    pub name: Option<String>,
    /// It takes part in the trial of the German online procedure.
    pub online_pilot: bool,
    /// The German Land or the part of France it lies in, whose holidays count.
    pub part: Option<String>,
    /// How sure the row is.
    pub confidence: Confidence,
}

static COURTS: LazyLock<Vec<CourtRow>> = LazyLock::new(|| {
    let file = include_str!("../../data/airport_court.csv");
    rows(file).into_iter().filter_map(record).collect()
});

fn record(row: Row) -> Option<CourtRow> {
    Some(CourtRow {
        airport: row.iata.parse().ok()?,
        forum: row.forum.parse().ok()?,
        name: (!row.court.is_empty()).then_some(row.court),
        online_pilot: row.online_pilot == "yes",
        part: (!row.part.is_empty()).then_some(row.part),
        confidence: confidence(&row.confidence),
    })
}

/// Every row.
#[cfg(test)]
pub(super) fn all() -> &'static [CourtRow] {
    &COURTS
}

/// The court of an airport, where the table has it.
#[must_use]
pub fn court(airport: Iata) -> Option<&'static CourtRow> {
    COURTS.iter().find(|row| row.airport == airport)
}
