//! The rows of the tables of law, each with the day on which somebody last held it
//! against its source: for whoever checks them again.

use jiff::civil::Date;
use serde::Deserialize;

use crate::table::file;

/// A row of a table, as far as its origin goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedRow {
    /// The file.
    pub table: &'static str,
    /// What the row is of: its first column.
    pub of: String,
    /// Where it is known from.
    pub source: String,
    /// How sure that is: `H`, `M` or `L`.
    pub confidence: String,
    /// The day on which it was checked.
    pub checked: Date,
}

#[derive(Deserialize)]
struct Origin {
    source: String,
    confidence: String,
    checked: String,
}

/// The tables that a law is judged by, with their files.
const TABLES: [(&str, &str); 6] = [
    ("bodies.csv", file::BODIES),
    ("limitation.csv", file::LIMITATION),
    ("mediation.csv", file::MEDIATION),
    ("montreal-states.csv", file::MONTREAL_STATES),
    ("territories.csv", file::TERRITORIES),
    ("territory-history.csv", file::HISTORY),
];

/// Every row of the tables that a law is judged by.
pub fn checked_rows() -> impl Iterator<Item = CheckedRow> {
    TABLES.into_iter().flat_map(|(table, file)| {
        let mut reader = csv::Reader::from_reader(file.as_bytes());
        let head = reader.headers().cloned().unwrap_or_default();
        let records: Vec<_> = reader.into_records().filter_map(Result::ok).collect();
        records.into_iter().filter_map(move |record| {
            let origin: Origin = record.deserialize(Some(&head)).ok()?;
            Some(CheckedRow {
                table,
                of: record.get(0)?.to_owned(),
                source: origin.source,
                confidence: origin.confidence,
                checked: origin.checked.parse().ok()?,
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_every_table_of_law_is_listed() {
        let lines =
            TABLES.map(|(_, file)| csv::Reader::from_reader(file.as_bytes()).records().count());
        assert_eq!(checked_rows().count(), lines.iter().sum::<usize>());
        let french = |row: &CheckedRow| row.table == "mediation.csv" && row.of == "FR";
        assert_eq!(checked_rows().filter(french).count(), 1);
    }
}
