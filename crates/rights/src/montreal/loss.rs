//! The loss the passenger shows, held against the limit.

use std::cmp::Ordering;

use crate::assessment::Compensation;
use crate::code::Currency;
use crate::finding::montreal::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::money::Money;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::sum::full;

use super::limit::Limit;
use super::rule;

/// The rates known here are rough. A loss in another currency counts as below
/// or above the limit only where it is so by more than a tenth.
const MARGIN: i128 = 10;

/// Of currencies in which no law has its sums, and whose rates are looked at less
/// often, by more than a quarter.
const WIDE_MARGIN: i128 = 25;

/// The currencies whose rates are held to a tenth.
const WELL_KNOWN: [Currency; 10] = [
    Currency::EUR,
    Currency::GBP,
    Currency::CAD,
    Currency::ILS,
    Currency::INR,
    Currency::USD,
    Currency::TRY,
    Currency::BRL,
    Currency::SAR,
    Currency::CHF,
];

/// What is due: the loss, at most the limit. `None`: a fact is missing.
pub fn due(
    limit: Limit,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<Option<Compensation>, NothingOwed> {
    let Limit {
        rule,
        amount: limit,
    } = limit;
    let Some(loss) = journey.facts.proven_loss else {
        let finding = Finding::LossUnknown { limit };
        notes.open(rule::LOSS, finding, MissingFact::ProvenLoss);
        return Ok(None);
    };
    if loss.minor <= 0 {
        notes.fails(rule::LOSS, Finding::NoLoss)?;
    }
    let amount = match against(loss, limit) {
        Some(Ordering::Greater) => {
            notes.met(rule, Finding::LossAboveLimit { loss, limit });
            limit
        }
        Some(_) => {
            notes.met(rule, Finding::LossWithinLimit { loss, limit });
            loss
        }
        None => {
            let finding = Finding::LossNearLimit { loss, limit };
            notes.open(rule::RATE, finding, MissingFact::ExchangeRate);
            return Ok(None);
        }
    };
    Ok(Some(full(amount)))
}

/// A loss against the limit; `None` where the rate of the day decides.
fn against(loss: Money, limit: Money) -> Option<Ordering> {
    if loss.currency == limit.currency {
        return Some(loss.minor.cmp(&limit.minor));
    }
    let margin = if WELL_KNOWN.contains(&loss.currency) {
        MARGIN
    } else {
        WIDE_MARGIN
    };
    let share = i128::from(loss.roughly_in_euro()?) * 100;
    let limit = i128::from(limit.roughly_in_euro()?);
    if share < limit * (100 - margin) {
        return Some(Ordering::Less);
    }
    (share > limit * (100 + margin)).then_some(Ordering::Greater)
}
