//! Sums of money, in hundredths of a currency's unit.

use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::code::Currency;

/// Euro for a thousand units of a currency. The pound stands at 250 to 220, the
/// ratio of the lowest sums of Regulation 261/2004 in its two versions, so that
/// equal bands weigh the same.
const ROUGH_RATES: [(Currency, i64); 11] = [
    (Currency::EUR, 1000),
    (Currency::GBP, 1136),
    (Currency::CAD, 620),
    (Currency::ILS, 260),
    (Currency::INR, 10),
    (Currency::USD, 870),
    (Currency::SDR, 1180),
    (Currency::TRY, 20),
    (Currency::BRL, 160),
    (Currency::SAR, 230),
    (Currency::CHF, 1060),
];

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

    /// A share of the sum, `percent` hundredths of it, to the nearest hundredth
    /// of the unit, half up.
    #[must_use]
    pub fn percent(&self, percent: u16) -> Self {
        let share = i128::from(self.minor) * i128::from(percent) + 50;
        Self {
            minor: i64::try_from(share.div_euclid(100)).unwrap_or(i64::MAX),
            currency: self.currency,
        }
    }

    /// What the sum is worth in hundredths of a euro, by a rough rate of
    /// November 2026. Good enough to say which of two sums is the higher, never
    /// to owe one; `None` for a currency without a rate here.
    #[must_use]
    pub fn roughly_in_euro(&self) -> Option<i64> {
        let (_, per_thousand) = ROUGH_RATES
            .iter()
            .find(|(currency, _)| *currency == self.currency)?;
        let worth = i128::from(self.minor) * i128::from(*per_thousand) / 1000;
        i64::try_from(worth).ok()
    }

    /// The amount as the contract writes it, `600.00`.
    #[must_use]
    pub fn decimal(&self) -> String {
        let sign = if self.minor < 0 { "-" } else { "" };
        let minor = self.minor.unsigned_abs();
        format!("{sign}{}.{:02}", minor / 100, minor % 100)
    }
}

/// As the contract writes it: `{"amount": "600.00", "currency": "EUR"}`.
#[derive(Serialize, Deserialize)]
struct WrittenMoney {
    amount: String,
    currency: String,
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WrittenMoney {
            amount: self.decimal(),
            currency: self.currency.to_string(),
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = WrittenMoney::deserialize(deserializer)?;
        let minor = minor_of(&written.amount).ok_or_else(|| D::Error::custom("no amount"))?;
        let currency = written.currency.parse().map_err(D::Error::custom)?;
        Ok(Self { minor, currency })
    }
}

/// Hundredths of what [`Money::decimal`] wrote.
fn minor_of(decimal: &str) -> Option<i64> {
    let (whole, cents) = decimal.split_once('.')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let plain = whole.strip_prefix('-').unwrap_or(whole);
    (digits(plain) && cents.len() == 2 && digits(cents)).then_some(())?;
    format!("{whole}{cents}").parse().ok()
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.decimal(), self.currency)
    }
}

#[cfg(test)]
mod tests {
    use super::{Currency, Money};

    #[test]
    fn a_sum_reads_back_to_the_hundredth() {
        for minor in [0, 5, -5, 60_000, -17_550, i64::MAX, i64::MIN] {
            let sum = Money::new(minor, Currency::GBP);
            let written = serde_json::to_string(&sum).unwrap();
            assert_eq!(serde_json::from_str::<Money>(&written).unwrap(), sum);
        }
        for amount in ["", "6", "6.0", "6.000", "+6.00", "--6.00", "6.0x"] {
            let written = format!(r#"{{"amount":"{amount}","currency":"EUR"}}"#);
            assert!(serde_json::from_str::<Money>(&written).is_err(), "{amount}");
        }
    }
}
