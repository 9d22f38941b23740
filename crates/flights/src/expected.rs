//! What the last run found, as it is checked in.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

use crate::outcome::Outcome;
use crate::row::Row;

/// How many flights of each table had which outcome.
const COUNTS: &str = include_str!("../data/counts.csv");

/// Every flight that landed and differs.
const DIFFER: &str = include_str!("../data/differ.csv");

/// A flight whose delay is not the published one.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Differing {
    table: String,
    date: String,
    carrier: String,
    flight: u16,
    origin: String,
    destination: String,
    published: Option<i64>,
    stated: Option<i64>,
    cause: String,
}

impl Differing {
    pub(crate) fn new(table: &str, row: &Row, stated: Option<i64>, cause: Outcome) -> Self {
        Self {
            table: table.to_owned(),
            date: row.date().map(|day| day.to_string()).unwrap_or_default(),
            carrier: row.carrier.clone(),
            flight: row.flight,
            origin: row.origin.clone(),
            destination: row.dest.clone(),
            published: row.arr_delay,
            stated,
            cause: cause.to_string(),
        }
    }
}

impl fmt::Display for Differing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minutes = |minutes: Option<i64>| minutes.map(|m| m.to_string()).unwrap_or_default();
        write!(
            f,
            "{},{},{},{},{},{},{},{},{}",
            self.table,
            self.date,
            self.carrier,
            self.flight,
            self.origin,
            self.destination,
            minutes(self.published),
            minutes(self.stated),
            self.cause
        )
    }
}

#[derive(Deserialize)]
struct Count {
    table: String,
    outcome: String,
    flights: usize,
}

/// The counts of a table, by outcome.
pub(crate) fn counts(table: &str) -> BTreeMap<String, usize> {
    let rows = csv::Reader::from_reader(COUNTS.as_bytes()).into_deserialize();
    let rows = rows
        .filter_map(Result::ok)
        .filter(|row: &Count| row.table == table);
    rows.map(|row| (row.outcome, row.flights)).collect()
}

/// The flights of a table that differ.
pub(crate) fn differing(table: &str) -> Vec<Differing> {
    let rows = csv::Reader::from_reader(DIFFER.as_bytes()).into_deserialize();
    let rows = rows
        .filter_map(Result::ok)
        .filter(|row: &Differing| row.table == table);
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLES: [(&str, usize); 2] = [("nycflights13", 336_776), ("nycflights23", 435_352)];

    #[test]
    fn every_row_can_be_read_and_the_counts_are_those_of_the_tables() {
        let rows = |text: &str| text.lines().count() - 1;
        let mut read = (0, 0);
        for (table, flights) in TABLES {
            let counts = counts(table);
            assert_eq!(counts.values().sum::<usize>(), flights, "{table}");
            for (outcome, flights) in &counts {
                let known = Outcome::ALL
                    .iter()
                    .find(|known| known.to_string() == *outcome);
                let listed = differing(table)
                    .into_iter()
                    .filter(|row| row.cause == *outcome);
                if let Some(Outcome::Differs(_)) = known {
                    assert_eq!(listed.count(), *flights, "{table} {outcome}");
                }
                assert!(known.is_some(), "{outcome}");
            }
            read = (read.0 + counts.len(), read.1 + differing(table).len());
        }
        assert_eq!(read, (rows(COUNTS), rows(DIFFER)));
    }

    #[test]
    fn nothing_is_listed_without_a_cause() {
        for (table, _) in TABLES {
            let counts = counts(table);
            assert_eq!(counts.get("unexplained").copied().unwrap_or_default(), 0);
            assert_eq!(counts.get("refused").copied().unwrap_or_default(), 0);
        }
    }
}
