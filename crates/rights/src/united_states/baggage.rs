//! Baggage on a domestic journey: the loss shown, up to the limit below which a
//! carrier may not go (14 CFR 254.4). International baggage is a matter of the
//! Montreal Convention.

use jiff::civil::{Date, date};

use crate::assessment::Compensation;
use crate::code::Currency;
use crate::finding::united_states::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::money::Money;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::sum::full;

use super::{rule, scope};

/// First day of the oldest limit that is known here.
const KNOWN_SINCE: Date = date(2015, 8, 25);

/// The limits in dollars with their first days, the last first.
const LIMITS: [(Date, i64); 3] = [
    (date(2025, 1, 22), 4700),
    (date(2021, 4, 13), 3800),
    (KNOWN_SINCE, 3500),
];

/// Notes the sum for baggage; `None` where a fact is missing for it.
pub fn due(
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<Option<Compensation>, NothingOwed> {
    if !scope::is_wholly_domestic(journey) {
        let finding = Finding::InternationalBaggage;
        return notes
            .fails(rule::INTERNATIONAL_BAGGAGE, finding)
            .map(|()| None);
    }
    let limit = limit(journey, notes);
    let loss = loss(journey, notes);
    Ok(limit
        .zip(loss)
        .map(|(limit, loss)| within(limit, loss, notes)))
}

/// The limit on the day of the flight; notes the gap where it is not known.
fn limit(journey: &Journey<'_>, notes: &mut Reasoning) -> Option<Money> {
    let limit = LIMITS.iter().find(|(since, _)| journey.day >= *since);
    if limit.is_none() {
        let finding = Finding::OlderLimit { since: KNOWN_SINCE };
        notes.open(
            rule::OLDER_BAGGAGE_LIMIT,
            finding,
            MissingFact::UnconfirmedRule,
        );
    }
    limit.map(|(_, dollars)| Money::new(dollars * 100, Currency::USD))
}

/// The loss shown; notes the gap where it is missing or of another currency.
fn loss(journey: &Journey<'_>, notes: &mut Reasoning) -> Option<Money> {
    let finding = match journey.facts.proven_loss.filter(|loss| loss.minor > 0) {
        Some(loss) if loss.currency == Currency::USD => return Some(loss),
        Some(loss) => Finding::LossNotInDollars { loss },
        None => Finding::LossUnknown,
    };
    notes.open(rule::DOMESTIC_BAGGAGE, finding, MissingFact::ProvenLoss);
    None
}

/// Notes the loss up to the limit.
fn within(limit: Money, loss: Money, notes: &mut Reasoning) -> Compensation {
    let above = loss.minor > limit.minor;
    let finding = if above {
        Finding::LossAboveLimit { loss, limit }
    } else {
        Finding::LossWithinLimit { loss, limit }
    };
    notes.met(rule::DOMESTIC_BAGGAGE, finding);
    full(if above { limit } else { loss })
}
