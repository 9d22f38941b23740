//! Fees by value, each bracket for as long as it holds.

use std::sync::LazyLock;

use jiff::civil::Date;
use rights::{Confidence, Currency};
use serde::Deserialize;

use super::{Period, confidence, hundredths, rows};

#[derive(Deserialize)]
struct Row {
    fee_table: String,
    valid_from: String,
    valid_to: String,
    up_to: String,
    currency: String,
    fee: String,
    percent: String,
    rounding: String,
    plus_above: String,
    plus: String,
    joint_claimants: String,
    legal_aid: String,
    confidence: String,
}

/// A bracket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeeRow {
    /// The table.
    pub table: String,
    /// The days on which it holds.
    pub period: Period,
    /// The highest value of the bracket, in hundredths; `None`: any.
    pub up_to: Option<i64>,
    /// The currency; `None`: that of the claim.
    pub currency: Option<Currency>,
    /// The fee, in hundredths; `None`: see `percent`.
    pub fee: Option<i64>,
    /// Or a share of the value, in hundredths of a percent.
    pub percent: Option<i64>,
    /// Value and share are rounded up to whole units of the currency (Poland: KPC Art
    /// 126-1(3), UKSC Art 21); else the share to the nearest hundredth.
    pub rounds_up: bool,
    /// A duty on top above a value: that value, and the duty.
    pub duty: Option<(i64, i64)>,
    /// Several claimants who claim jointly pay a surcharge that no row gives.
    pub surcharge: bool,
    /// Nothing is due with legal aid.
    pub free_with_legal_aid: bool,
    /// How sure the row is.
    pub confidence: Confidence,
}

static FEES: LazyLock<Vec<FeeRow>> = LazyLock::new(|| {
    let file = include_str!("../../data/fee_table.csv");
    rows(file).into_iter().map(record).collect()
});

fn record(row: Row) -> FeeRow {
    FeeRow {
        period: Period::parse(&row.valid_from, &row.valid_to),
        up_to: hundredths(&row.up_to),
        currency: row.currency.parse().ok(),
        fee: hundredths(&row.fee),
        percent: hundredths(&row.percent),
        rounds_up: row.rounding == "unit_up",
        duty: hundredths(&row.plus_above).zip(hundredths(&row.plus)),
        free_with_legal_aid: row.legal_aid == "free",
        surcharge: row.joint_claimants == "surcharge",
        confidence: confidence(&row.confidence),
        table: row.fee_table,
    }
}

/// Every bracket.
#[cfg(test)]
pub(super) fn all() -> &'static [FeeRow] {
    &FEES
}

/// The brackets of a table.
pub fn fee_table(table: &str) -> impl Iterator<Item = &'static FeeRow> {
    FEES.iter().filter(move |row| row.table == table)
}

/// The bracket of a value on a day; `None`: the table has none for it.
#[must_use]
pub fn fee_row(table: &str, value: i64, on: Date) -> Option<&'static FeeRow> {
    fee_table(table)
        .filter(|row| row.period.holds(on))
        .filter(|row| row.up_to.is_none_or(|most| value <= most))
        .min_by_key(|row| row.up_to.unwrap_or(i64::MAX))
}
