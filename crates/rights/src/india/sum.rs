//! The sums: flat by block time or a share of the fare, each with a limit.

use crate::assessment::Compensation;
use crate::code::Currency;
use crate::finding::india::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::money::Money;
use crate::reasoning::Reasoning;
use crate::sum::full;
use crate::timeline::{instant, landing, minutes};
use crate::value::{Minutes, Percent};

use super::rule;

/// A share of the fare with its limit.
#[derive(Debug, Clone, Copy)]
pub struct Share {
    percent: Percent,
    limit: Money,
}

impl Share {
    /// Where the alternative leaves within a day.
    pub const LOWER: Self = Self {
        percent: 200,
        limit: rupees(10_000),
    };
    /// Where it leaves later, or the passenger takes none.
    pub const HIGHER: Self = Self {
        percent: 400,
        limit: rupees(20_000),
    };
}

const fn rupees(amount: i64) -> Money {
    Money::new(amount * 100, Currency::INR)
}

/// The flat sum for a block time.
fn by_block_time(minutes: Minutes) -> Money {
    match minutes {
        ..=60 => rupees(5_000),
        61..=120 => rupees(7_500),
        _ => rupees(10_000),
    }
}

/// The sum for a flight that was cancelled or missed: the lower of the flat sum
/// and the fare.
pub fn flat(journey: &Journey<'_>, index: usize, notes: &mut Reasoning) -> Option<Compensation> {
    let block = block_time(journey, index);
    if block.is_none() {
        let finding = Finding::BlockTimeUnknown;
        notes.open(rule::BLOCK_TIME, finding, MissingFact::BlockTime);
    }
    if let Some(minutes) = block {
        notes.at_stake = Some(full(by_block_time(minutes)));
    }
    let (fare, minutes) = (fare(journey, notes)?, block?);
    let limit = by_block_time(minutes);
    if fare.minor >= limit.minor {
        let amount = limit;
        notes.met(rule::BLOCK_TIME, Finding::FlatSum { minutes, amount });
        return Some(full(limit));
    }
    let finding = Finding::FareIsLower {
        minutes,
        limit,
        amount: fare,
    };
    notes.met(rule::BLOCK_TIME, finding);
    Some(full(fare))
}

/// The sum for a refused boarding.
pub fn share(share: Share, journey: &Journey<'_>, notes: &mut Reasoning) -> Option<Compensation> {
    let Share { percent, limit } = share;
    notes.at_stake = Some(full(limit));
    let fare = fare(journey, notes)?;
    let amount = fare.percent(percent);
    if amount.minor > limit.minor {
        let finding = Finding::ShareCapped {
            fare,
            share: percent,
            limit,
        };
        notes.met(rule::DENIED_SUM, finding);
        return Some(full(limit));
    }
    let finding = Finding::ShareOfFare {
        fare,
        share: percent,
        amount,
    };
    notes.met(rule::DENIED_SUM, finding);
    Some(full(amount))
}

/// The fare in rupees, or the gap. A fare of nothing is no fare to take a share of.
fn fare(journey: &Journey<'_>, notes: &mut Reasoning) -> Option<Money> {
    let finding = match journey.facts.leg_fare.filter(|fare| fare.minor > 0) {
        Some(fare) if fare.currency == Currency::INR => return Some(fare),
        Some(fare) => Finding::FareInOtherCurrency { fare },
        None => Finding::FareUnknown,
    };
    notes.open(rule::FARE, finding, MissingFact::LegFare);
    None
}

/// Minutes from the booked departure of a flight to its booked arrival.
pub fn block_time(journey: &Journey<'_>, index: usize) -> Option<Minutes> {
    let (leg, (from, to)) = (journey.legs.get(index)?, journey.stops.get(index)?);
    let left = instant(leg.scheduled_departure?, from)?;
    let reached = landing(leg.scheduled_arrival?, to, Some(left))?;
    Some(minutes(left, reached)).filter(|minutes| *minutes > 0)
}
