//! The sum: by the delay at the destination and the carrier's size (s19, 20).

use crate::assessment::Compensation;
use crate::case::{Disruption, LegStatus};
use crate::code::Currency;
use crate::facts::CarrierSize;
use crate::finding::canada::Finding;
use crate::finding::{Change, Finding as Shared};
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::rule::Rule;
use crate::set_off::set_off;
use crate::sum::{NEAR_THE_DOOR, full};

use super::disruption::LegalDisruption;
use super::rule;
use super::tier::{self, DENIAL, INCONVENIENCE, REFUNDED, Tier};

/// Minutes at the destination from which a sum is due.
pub const LATE_FROM: i64 = 180;

/// The sum as it would be if the rest of the questions went well; of a carrier
/// whose size is not known, what it owes at the least.
pub fn at_stake(
    disruption: LegalDisruption,
    size: Option<CarrierSize>,
    journey: &Journey<'_>,
) -> Option<Compensation> {
    let reached = |scale| journey.arrival_delay().and_then(|m| tier::step(scale, m));
    let tier = match disruption {
        LegalDisruption::DeniedBoarding => reached(&DENIAL).unwrap_or(tier::LOWEST_DENIAL),
        LegalDisruption::Delay | LegalDisruption::Cancellation if journey.facts.refund_chosen => {
            REFUNDED
        }
        LegalDisruption::Delay | LegalDisruption::Cancellation => {
            reached(&INCONVENIENCE).unwrap_or(tier::LOWEST_INCONVENIENCE)
        }
        LegalDisruption::Downgrade | LegalDisruption::Baggage => return None,
    };
    Some(full(tier.amount(size.unwrap_or(CarrierSize::Small))))
}

/// Notes the sum; `None` where a fact is missing for it.
pub fn due(
    disruption: LegalDisruption,
    size: Option<CarrierSize>,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<Option<Compensation>, NothingOwed> {
    match disruption {
        LegalDisruption::DeniedBoarding => Ok(denied(journey, notes)),
        LegalDisruption::Delay | LegalDisruption::Cancellation if journey.facts.refund_chosen => {
            refunded(disruption, size, journey, notes)
        }
        LegalDisruption::Delay | LegalDisruption::Cancellation => late(size, journey, notes),
        LegalDisruption::Downgrade | LegalDisruption::Baggage => Ok(None),
    }
}

/// The sum for a refused boarding (s20(1)).
fn denied(journey: &Journey<'_>, notes: &mut Reasoning) -> Option<Compensation> {
    let facts = journey.facts;
    let Some(minutes) = journey.arrival_delay() else {
        if facts.refund_chosen || !facts.travelled {
            // Who did not fly on cannot tell of an arrival.
            let finding = Finding::RefusedAndRefunded;
            notes.open(rule::DENIAL_REFUNDED, finding, MissingFact::RefundAndSum);
        } else {
            arrival_unknown(rule::DENIAL_SUM, journey, notes);
        }
        return None;
    };
    let amount = tier::step(&DENIAL, minutes)?.amount(CarrierSize::Large);
    let finding = if minutes > 0 {
        Finding::DenialSum { minutes, amount }
    } else {
        Finding::DenialSumInTime { amount }
    };
    notes.met(rule::DENIAL_SUM, finding);
    note_next(&DENIAL, minutes, CarrierSize::Large, notes);
    Some(full(amount))
}

/// The sum for a late arrival (s19(1)).
fn late(
    size: Option<CarrierSize>,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<Option<Compensation>, NothingOwed> {
    let Some(minutes) = late_enough(journey.arrival_delay(), journey, notes)? else {
        return Ok(None);
    };
    let Some(tier) = tier::step(&INCONVENIENCE, minutes) else {
        return Ok(None);
    };
    if tier == tier::LOWEST_INCONVENIENCE {
        let minutes = minutes - LATE_FROM;
        notes
            .changes
            .push(Change::MinutesAboveThreshold { minutes });
    }
    let Some(size) = known(size, tier, journey, notes) else {
        return Ok(None);
    };
    let amount = tier.amount(size);
    let finding = match size {
        CarrierSize::Large => Finding::LargeCarrierSum { minutes, amount },
        CarrierSize::Small => Finding::SmallCarrierSum { minutes, amount },
    };
    notes.met(rule::DELAY_SUM, finding);
    note_next(&INCONVENIENCE, minutes, size, notes);
    Ok(Some(full(amount)))
}

/// The sum beside a refund (s19(2)). A cancellation always gives the right to
/// it, a delay from three hours (s17(2)); who took the fare back does not arrive,
/// so that the flight's own delay counts.
fn refunded(
    disruption: LegalDisruption,
    size: Option<CarrierSize>,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<Option<Compensation>, NothingOwed> {
    if disruption == LegalDisruption::Delay {
        let at_start = journey.departure_delay();
        let at_start = at_start.filter(|_| journey.disruption == Disruption::Delay);
        let delay = match (journey.arrival_delay(), at_start) {
            (Some(arrival), at_start) => Some(at_start.map_or(arrival, |start| start.max(arrival))),
            // A short wait at the start says nothing about the end.
            (None, at_start) => at_start.filter(|minutes| *minutes >= LATE_FROM),
        };
        if late_enough(delay, journey, notes)?.is_none() {
            return Ok(None);
        }
    }
    let Some(size) = known(size, REFUNDED, journey, notes) else {
        return Ok(None);
    };
    let amount = REFUNDED.amount(size);
    let finding = match size {
        CarrierSize::Large => Finding::LargeCarrierRefunded { amount },
        CarrierSize::Small => Finding::SmallCarrierRefunded { amount },
    };
    notes.met(rule::REFUND_SUM, finding);
    Ok(Some(full(amount)))
}

/// Notes whether three hours are reached; `None` where nobody knows.
fn late_enough(
    delay: Option<i64>,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<Option<i64>, NothingOwed> {
    let Some(minutes) = delay else {
        if flew_early(journey) {
            notes.fails(rule::THREE_HOURS, Shared::ArrivedOnTime)?;
        }
        arrival_unknown(rule::THREE_HOURS, journey, notes);
        return Ok(None);
    };
    if minutes >= LATE_FROM {
        notes.met(rule::THREE_HOURS, Shared::ArrivedLate { minutes });
        return Ok(Some(minutes));
    }
    // The arrival is when a door opens (s1(2)).
    if LATE_FROM - minutes <= NEAR_THE_DOOR {
        notes.met(rule::THREE_HOURS, Shared::ArrivalNearThreshold { minutes });
    }
    if minutes <= 0 {
        notes.fails(rule::THREE_HOURS, Shared::ArrivedOnTime)?;
    }
    notes.changes.push(Change::MinutesToThreshold {
        minutes: LATE_FROM - minutes,
    });
    let finding = Shared::ArrivedNotLateEnough { minutes };
    notes.fails(rule::THREE_HOURS, finding).map(|()| None)
}

/// A flight that was brought forward and flown came early, as far as anyone
/// says.
fn flew_early(journey: &Journey<'_>) -> bool {
    let flown = |leg: &crate::case::Leg| leg.status == LegStatus::Operated;
    journey.disruption == Disruption::BroughtForward && journey.legs.iter().all(flown)
}

/// Notes that the delay is not known, and what would tell it.
fn arrival_unknown(rule: Rule, journey: &Journey<'_>, notes: &mut Reasoning) {
    notes.arrival_unknown(rule, Shared::ArrivalUnknown, journey);
}

/// The size; where it is not known and decides, notes the gap.
fn known(
    size: Option<CarrierSize>,
    tier: Tier,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Option<CarrierSize> {
    if size.is_none() {
        let finding = Finding::SizeUnknown {
            carrier: journey.debtor.code,
            lower: tier.amount(CarrierSize::Small),
            higher: tier.amount(CarrierSize::Large),
        };
        notes.open(rule::CARRIER_SIZE, finding, MissingFact::CarrierSize);
    }
    size
}

/// Notes how far the next step of the scale is.
fn note_next(scale: &[Tier; 3], minutes: i64, size: CarrierSize, notes: &mut Reasoning) {
    if let Some(next) = tier::next(scale, minutes) {
        notes.changes.push(Change::MinutesToHigherSum {
            minutes: next.from.saturating_sub(minutes),
            amount: next.amount(size),
        });
    }
}

/// What is left of the sum. One disruption is compensated once (s86.11(3)): what was
/// paid in dollars goes off; another currency speaks of another law, and whether
/// it was paid for the same is for the passenger to look at.
pub fn left(
    due: Compensation,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<Compensation, NothingOwed> {
    let received = journey.facts.already_received.filter(|sum| sum.minor > 0);
    if let Some(received) = received.filter(|sum| sum.currency != Currency::CAD) {
        let finding = Finding::PaidUnderAnotherLaw { received };
        notes.met(rule::NO_DOUBLE_COMPENSATION, finding);
        return Ok(due);
    }
    set_off(rule::NO_DOUBLE_COMPENSATION, due, journey, notes)
}
