//! The limits of Art 22, which ICAO adjusts every five years (Art 24).

use jiff::civil::{Date, date};

use crate::code::Currency;
use crate::money::Money;
use crate::rule::Rule;

use super::rule;

/// A limit with its source.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// Where it stands.
    pub rule: Rule,
    /// The sum per passenger.
    pub amount: Money,
}

/// Limits by the day from which they apply, the latest first: delay of a
/// passenger (Art 22(1)), baggage (Art 22(2)), in special drawing rights.
const LIMITS: [(Date, Rule, i64, i64); 3] = [
    (date(2024, 12, 28), rule::LIMIT_2024, 6_303, 1_519),
    (date(2019, 12, 28), rule::LIMIT_2019, 5_346, 1_288),
    (date(2009, 12, 30), rule::LIMIT_2009, 4_694, 1_131),
];

/// Those of the Convention as signed.
const AS_SIGNED: (Rule, i64, i64) = (rule::LIMIT_1999, 4_150, 1_000);

impl Limit {
    /// The limit for a delay on a flight of that day.
    pub fn of_delay(day: Date) -> Self {
        let (rule, delay, _) = on(day);
        Self::new(rule, delay)
    }

    /// The limit for baggage on a flight of that day.
    pub fn of_baggage(day: Date) -> Self {
        let (rule, _, baggage) = on(day);
        Self::new(rule, baggage)
    }

    fn new(rule: Rule, units: i64) -> Self {
        let amount = Money::new(units * 100, Currency::SDR);
        Self { rule, amount }
    }
}

fn on(day: Date) -> (Rule, i64, i64) {
    let row = LIMITS.iter().find(|(since, ..)| *since <= day);
    row.map_or(AS_SIGNED, |(_, rule, delay, baggage)| {
        (*rule, *delay, *baggage)
    })
}
