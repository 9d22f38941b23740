//! Rules of interest, and the rates they go by.

use std::sync::LazyLock;

use jiff::civil::Date;
use rights::{Coded, Confidence};
use serde::Deserialize;

use super::{Period, confidence, hundredths, rows, some};
use crate::words::Because;

#[derive(Deserialize)]
struct RuleText {
    interest_rule: String,
    series: String,
    margin: String,
    starts: String,
    before_service: String,
    default_after_days: Option<i32>,
    moves: String,
    first_day: String,
    year: String,
    day_rounding: String,
    compound: String,
    confidence: String,
}

/// The event from which interest runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Starts {
    /// The day by which the demand asked for payment.
    PaymentDay,
    /// The day the demand was received, else sent.
    Demand,
    /// The day the claim was served.
    Service,
    /// The day of the flight.
    Flight,
}

rights::codes!(Starts {
    PaymentDay => "payment_day",
    Demand => "demand",
    Service => "service",
    Flight => "flight",
});

/// A rule of interest; simple, by the day, rounded once at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleRow {
    /// Its name.
    pub name: String,
    /// The series of rates, the points on top in hundredths of a percent, and
    /// the event it starts on; `None`: no interest.
    pub runs: Option<(String, i64, Starts)>,
    /// The rule that goes before it as long as the claim is not served, where the
    /// demand set a term.
    pub before_service: Option<String>,
    /// Days after the complaint on which default begins at the latest.
    pub default_after_days: Option<i32>,
    /// A payment day that is free moves to the next working day (BGB s193, ABGB
    /// s903, KC Art 115).
    pub payment_day_moves: bool,
    /// The day of the event bears no interest, the last day does; else the
    /// other way round.
    pub day_after: bool,
    /// A year has its own number of days; else 365.
    pub actual_year: bool,
    /// The interest of one day is rounded to the penny first.
    pub rounds_the_day: bool,
    /// Interest of a full year bears interest.
    pub compounds: bool,
    /// How sure the rule is.
    pub confidence: Confidence,
}

static RULES: LazyLock<Vec<RuleRow>> = LazyLock::new(|| {
    let file = include_str!("../../data/interest_rule.csv");
    rows(file).into_iter().map(rule_of).collect()
});

fn rule_of(row: RuleText) -> RuleRow {
    let starts = Starts::from_code(&row.starts);
    let runs = hundredths(&row.margin)
        .zip(starts)
        .map(|(margin, starts)| (row.series, margin, starts));
    RuleRow {
        name: row.interest_rule,
        runs,
        before_service: some(row.before_service),
        default_after_days: row.default_after_days,
        payment_day_moves: row.moves == "yes",
        day_after: row.first_day == "day_after",
        actual_year: row.year == "actual",
        rounds_the_day: row.day_rounding == "half_up_pence",
        compounds: row.compound == "yearly",
        confidence: confidence(&row.confidence),
    }
}

#[derive(Deserialize)]
struct RateText {
    series: String,
    valid_from: String,
    valid_to: String,
    seen_to: String,
    rate: String,
    confidence: String,
}

/// A rate of a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RateRow {
    /// The series.
    pub series: String,
    /// The days on which it holds.
    pub period: Period,
    /// The last day on which it was seen to hold, where it has no end of its own.
    pub seen_to: Option<Date>,
    /// Hundredths of a percent a year.
    pub rate: i64,
    /// How sure the row is.
    pub confidence: Confidence,
}

static RATES: LazyLock<Vec<RateRow>> = LazyLock::new(|| {
    let file = include_str!("../../data/interest_rate.csv");
    rows(file).into_iter().filter_map(rate_of).collect()
});

fn rate_of(row: RateText) -> Option<RateRow> {
    Some(RateRow {
        period: Period::parse(&row.valid_from, &row.valid_to),
        seen_to: row.seen_to.parse().ok(),
        rate: hundredths(&row.rate)?,
        confidence: confidence(&row.confidence),
        series: row.series,
    })
}

/// Every rate.
#[cfg(test)]
pub(super) fn all_rates() -> &'static [RateRow] {
    &RATES
}

/// Every rule.
#[cfg(test)]
pub(super) fn all_rules() -> &'static [RuleRow] {
    &RULES
}

/// The rule of a name.
#[must_use]
pub fn rule(name: &str) -> Option<&'static RuleRow> {
    RULES.iter().find(|row| row.name == name)
}

/// Why a series has no rate on a day: it begins later, or it has ended.
#[must_use]
pub fn rate_lacks(series: &str, on: Date) -> Because {
    let mut rows = RATES.iter().filter(|row| row.series == series);
    match rows.any(|row| row.period.from.is_none_or(|from| from <= on)) {
        true => Because::Lapsed,
        false => Because::NotYet,
    }
}

/// The last day for which a series has a rate; `None`: it is open.
#[must_use]
pub fn last_day(series: &str) -> Option<Date> {
    let rows = RATES.iter().filter(|row| row.series == series);
    let ends: Option<Vec<Date>> = rows.map(|row| row.period.to).collect();
    ends?.into_iter().max()
}

/// A rate that is known, and to which day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownRate {
    /// Hundredths of a percent a year.
    pub rate: i64,
    /// The last day of the rate's row; `None`: open.
    pub to: Option<Date>,
    /// How sure it is on the day asked for.
    pub confidence: Confidence,
}

/// The rate of a series on a day; `None`: no row speaks for that day.
#[must_use]
pub fn rate(series: &str, on: Date) -> Option<KnownRate> {
    let row = RATES
        .iter()
        .find(|row| row.series == series && row.period.holds(on))?;
    let seen = row.seen_to.is_none_or(|last| on <= last);
    Some(KnownRate {
        rate: row.rate,
        to: row.seen_to.filter(|_| seen).or(row.period.to),
        confidence: match seen {
            true => row.confidence,
            false => Confidence::Unconfirmed,
        },
    })
}
