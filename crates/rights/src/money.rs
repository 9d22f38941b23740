//! Sums of money, in hundredths of a currency's unit.

use std::fmt;

use crate::code::Currency;

/// A sum of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    /// Hundredths of the unit: 60000 is 600.00.
    pub minor: i64,
    /// The currency, or `SDR`.
    pub currency: Currency,
}

impl Money {
    /// A sum of `minor` hundredths.
    #[must_use]
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// The sum for several people; the largest there is rather than an overflow.
    #[must_use]
    pub fn times(&self, people: usize) -> Self {
        let people = i64::try_from(people).unwrap_or(i64::MAX);
        Self {
            minor: self.minor.saturating_mul(people),
            currency: self.currency,
        }
    }

    /// The amount as the contract writes it, `600.00`.
    #[must_use]
    pub fn decimal(&self) -> String {
        let sign = if self.minor < 0 { "-" } else { "" };
        let minor = self.minor.unsigned_abs();
        format!("{sign}{}.{:02}", minor / 100, minor % 100)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.decimal(), self.currency)
    }
}
