//! Periods: how long, from what, and what time of day ends the last day.

use std::sync::LazyLock;

use jiff::civil::Time;
use rights::{Coded, Confidence};
use serde::Deserialize;

use super::{confidence, rows};

#[derive(Deserialize)]
struct Row {
    clock: String,
    scope: String,
    starts_on: String,
    length: i32,
    unit: String,
    rolls: String,
    cut_off: String,
    when_it_runs_out: String,
    confidence: String,
}

/// What a period is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Calendar days.
    Day,
    /// Weeks.
    Week,
    /// Calendar months.
    Month,
}

rights::codes!(Unit {
    Day => "day",
    Week => "week",
    Month => "month",
});

/// A period as it stands in its table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockRow {
    /// Its name.
    pub name: String,
    /// The forums and bodies before which it runs, by their codes.
    pub scope: Vec<String>,
    /// The event from which it runs.
    pub starts_on: String,
    /// How long.
    pub length: i32,
    /// In what.
    pub unit: Unit,
    /// A last day that is free moves to the next working day.
    pub rolls: bool,
    /// What comes after this hour comes on the next day; `None`: midnight.
    pub cut_off: Option<Time>,
    /// What comes when it has run out.
    pub when_it_runs_out: String,
    /// How sure the row is.
    pub confidence: Confidence,
}

static CLOCKS: LazyLock<Vec<ClockRow>> = LazyLock::new(|| {
    let file = include_str!("../../data/clock.csv");
    rows(file).into_iter().filter_map(record).collect()
});

fn record(row: Row) -> Option<ClockRow> {
    let cut_off = match row.cut_off.as_str() {
        "24:00" => None,
        hour => Some(hour.parse().ok()?),
    };
    Some(ClockRow {
        name: row.clock,
        scope: row.scope.split(' ').map(str::to_owned).collect(),
        starts_on: row.starts_on,
        length: row.length,
        unit: Unit::from_code(&row.unit)?,
        rolls: row.rolls == "next_working",
        cut_off,
        when_it_runs_out: row.when_it_runs_out,
        confidence: confidence(&row.confidence),
    })
}

/// Every period.
#[cfg(test)]
pub(super) fn all() -> &'static [ClockRow] {
    &CLOCKS
}

/// The periods that run before a forum or a body.
pub fn periods(of: &str) -> impl Iterator<Item = &'static ClockRow> {
    CLOCKS
        .iter()
        .filter(move |row| row.scope.iter().any(|scope| scope == of))
}

/// The period of a name.
#[must_use]
pub fn clock(name: &str) -> Option<&'static ClockRow> {
    CLOCKS.iter().find(|row| row.name == name)
}
