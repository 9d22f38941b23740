//! Sums of money, in hundredths of a currency's unit.

use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::code::Currency;

/// Euro for a million units of a currency: those in which a law has its sums, then
/// those in which passengers often show a loss. The pound stands at 250 to 220, the
/// ratio of the lowest sums of Regulation 261/2004 in its two versions, so that
/// equal bands weigh the same.
const ROUGH_RATES: [(&str, i64); 34] = [
    ("EUR", 1_000_000),
    ("GBP", 1_136_000),
    ("CAD", 620_000),
    ("ILS", 260_000),
    ("INR", 10_000),
    ("USD", 870_000),
    ("SDR", 1_180_000),
    ("TRY", 20_000),
    ("BRL", 160_000),
    ("SAR", 230_000),
    ("CHF", 1_060_000),
    ("AED", 237_000),
    ("AUD", 570_000),
    ("CNY", 122_000),
    ("CZK", 41_000),
    ("DKK", 134_000),
    ("HKD", 111_000),
    ("HUF", 2_600),
    ("IDR", 52),
    ("ISK", 6_900),
    ("JPY", 5_700),
    ("KRW", 600),
    ("KWD", 2_830_000),
    ("MXN", 47_000),
    ("MYR", 207_000),
    ("NOK", 85_000),
    ("NZD", 495_000),
    ("PHP", 14_800),
    ("PLN", 236_000),
    ("QAR", 239_000),
    ("RON", 197_000),
    ("SEK", 91_000),
    ("SGD", 668_000),
    ("THB", 26_700),
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

    /// What the sum is worth in hundredths of a euro, by a rough rate of 2026. Good enough to say which of two sums is the higher, never
    /// to owe one; `None` for a currency without a rate here.
    #[must_use]
    pub fn roughly_in_euro(&self) -> Option<i64> {
        let (_, per_million) = ROUGH_RATES
            .iter()
            .find(|(currency, _)| *currency == self.currency.as_str())?;
        let worth = i128::from(self.minor) * i128::from(*per_million) / 1_000_000;
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
