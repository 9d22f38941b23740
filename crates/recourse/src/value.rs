//! What a claim is worth before a forum: in its currency, together or one by one.

use rights::Currency;

use crate::amount::half_up;
use crate::claim::Claim;
use crate::facts::{Exchange, RATE_UNIT};
use crate::forum::ForumId;
use crate::table::ForumRow;

/// The value a forum goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Value {
    /// What one claim is worth, in hundredths of the forum's currency; `None`
    /// without a rate of exchange.
    pub each: Option<i64>,
    /// How many claims, with a fee each.
    pub times: u32,
    /// All together, in hundredths of the forum's currency.
    pub total: Option<i64>,
    /// The limit holds for each claim; else for all together.
    pub limit_of_each: bool,
}

impl Value {
    /// That of a law whose sum is not given.
    pub const UNKNOWN: Self = Self {
        each: None,
        times: 1,
        total: None,
        limit_of_each: false,
    };

    /// What the limit of the forum is held against.
    #[must_use]
    pub fn compared(&self) -> Option<i64> {
        match self.limit_of_each {
            true => self.each,
            false => self.total,
        }
    }
}

/// What a claim is worth before a forum. Before Polish and Irish courts each
/// traveller claims alone; before French ones, unless they are a family or a
/// couple (decree 2025-772); elsewhere all claim together.
#[must_use]
pub fn of(claim: &Claim<'_>, row: &ForumRow) -> Value {
    let facts = claim.facts;
    let alone = match row.id {
        ForumId::PlSr | ForumId::IeScp => true,
        ForumId::FrTj => !facts
            .relation
            .is_some_and(crate::facts::Relation::is_family),
        _ => false,
    };
    let times = if alone { facts.persons.max(1) } else { 1 };
    // A regulator takes the claim in the currency it has.
    let currency = match row.is_court {
        true => row.currency,
        false => facts.currency,
    };
    let to = |amount: i64| convert(amount, facts.currency, currency, &facts.exchange);
    let total = to(facts.value());
    let each = to(facts.value() / i64::from(times)).or_else(|| {
        let in_zloty = currency.as_str() == "PLN";
        facts.exchange.per_person_pln.filter(|_| in_zloty)
    });
    Value {
        each,
        times,
        total: total.or_else(|| each.map(|each| each.saturating_mul(i64::from(times)))),
        limit_of_each: alone,
    }
}

/// An amount in another currency, to the nearest hundredth, half up.
#[must_use]
pub fn convert(amount: i64, from: Currency, to: Currency, rates: &Exchange) -> Option<i64> {
    if from == to {
        return Some(amount);
    }
    let (to_euro, of_euro) = euros(from, rates)?;
    let (of_other, to_other) = units(to, rates)?;
    let numerator = i128::from(amount) * to_euro * of_other;
    let divisor = of_euro * to_other;
    (divisor > 0).then(|| half_up(numerator, divisor))
}

/// How many euros a unit of a currency is, as a fraction.
fn euros(currency: Currency, rates: &Exchange) -> Option<(i128, i128)> {
    match (currency, rates.eur_per_gbp) {
        (Currency::GBP, Some(rate)) => Some((rate.into(), RATE_UNIT.into())),
        _ => units(currency, rates).map(|(units, euros)| (euros, units)),
    }
}

/// How many units of a currency a euro is, as a fraction.
fn units(currency: Currency, rates: &Exchange) -> Option<(i128, i128)> {
    let unit = i128::from(RATE_UNIT);
    if currency == Currency::EUR {
        return Some((1, 1));
    }
    if currency.as_str() == "PLN" {
        return Some((rates.pln_per_eur?.into(), unit));
    }
    if currency == Currency::GBP {
        let inverse = || Some((unit, i128::from(rates.eur_per_gbp?)));
        let given = rates.gbp_per_eur.map(|rate| (i128::from(rate), unit));
        return given.or_else(inverse);
    }
    let (own, rate) = rates.own_per_eur?;
    (own == currency).then_some((rate.into(), unit))
}

#[cfg(test)]
mod tests {
    use rights::Currency;

    use super::convert;
    use crate::facts::Exchange;

    #[test]
    fn an_amount_is_converted_half_up() {
        let zloty: Currency = "PLN".parse().expect("a currency");
        let rates = Exchange {
            pln_per_eur: Some(42_500),
            gbp_per_eur: Some(8_500),
            ..Exchange::default()
        };
        let to = |amount, from, to| convert(amount, from, to, &rates);
        assert_eq!(to(25_000, Currency::EUR, zloty), Some(106_250));
        assert_eq!(to(2, Currency::EUR, zloty), Some(9));
        assert_eq!(to(10_000, Currency::EUR, Currency::GBP), Some(8_500));
        assert_eq!(to(8_500, Currency::GBP, Currency::EUR), Some(10_000));
        assert_eq!(to(106_250, zloty, Currency::EUR), Some(25_000));
        assert_eq!(to(8_500, Currency::GBP, zloty), Some(42_500));
        assert_eq!(to(1, Currency::USD, Currency::EUR), None);
        assert_eq!(to(1, Currency::EUR, Currency::USD), None);
        assert_eq!(to(1, Currency::USD, Currency::USD), Some(1));
    }

    #[test]
    fn each_direction_goes_by_its_own_rate() {
        let rates = Exchange {
            gbp_per_eur: Some(8_500),
            eur_per_gbp: Some(12_000),
            ..Exchange::default()
        };
        let to = |amount, from, to| convert(amount, from, to, &rates);
        assert_eq!(to(10_000, Currency::GBP, Currency::EUR), Some(12_000));
        assert_eq!(to(10_000, Currency::EUR, Currency::GBP), Some(8_500));
        // One rate serves both.
        let rates = Exchange {
            eur_per_gbp: Some(12_500),
            ..Exchange::default()
        };
        let to = |amount, from, to| convert(amount, from, to, &rates);
        assert_eq!(to(10_000, Currency::GBP, Currency::EUR), Some(12_500));
        assert_eq!(to(12_500, Currency::EUR, Currency::GBP), Some(10_000));
    }

    #[test]
    fn a_rate_of_nothing_converts_nothing() {
        let rates = Exchange {
            own_per_eur: Some((Currency::CHF, 0)),
            ..Exchange::default()
        };
        let chf = convert(100, Currency::CHF, Currency::EUR, &rates);
        assert_eq!(chf, None);
    }

    #[test]
    fn the_rate_of_the_claims_own_currency_is_no_other_ones() {
        let rates = Exchange {
            own_per_eur: Some((Currency::CHF, 9_400)),
            ..Exchange::default()
        };
        let to = |amount, from, to| convert(amount, from, to, &rates);
        assert_eq!(to(23_500, Currency::CHF, Currency::EUR), Some(25_000));
        assert_eq!(to(25_000, Currency::EUR, Currency::CHF), Some(23_500));
        assert_eq!(to(1, Currency::USD, Currency::EUR), None);
    }
}
