//! The sums by the time lost: 50 special drawing rights for three to six hours,
//! 150 for more than six (Flight Delays para 6). What counts is the arrival of the
//! passenger against the arrival of the reservation; the departure counts for care
//! only (para 5).

use crate::assessment::Compensation;
use crate::circumstances::{Defence, rest_of};
use crate::code::Currency;
use crate::facts::Cause;
use crate::finding::saudi_arabia::Finding;
use crate::finding::{Change, Finding as Shared};
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::money::Money;
use crate::passenger::PassengerRules;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::rule::Rule;
use crate::set_off::set_off;
use crate::sum::full;

use super::rule;

/// Minutes from which the lower sum is due.
pub const SUM_FROM: i64 = 180;

/// The higher sum is due for more than so many minutes.
pub const LONG: i64 = 360;

/// The sum for three to six hours.
const LOWER: Money = Money::new(50 * 100, Currency::SDR);

/// The sum for more than six hours.
const HIGHER: Money = Money::new(150 * 100, Currency::SDR);

/// What is asked of the passenger.
pub const PASSENGER: PassengerRules = PassengerRules {
    check_in: rule::CHECK_IN,
    travelled: rule::TRAVELLED,
    denied: rule::DENIED_BOARDING,
    grounds: rule::REFUSAL_GROUNDS,
    volunteers: rule::VOLUNTEERS,
    one_booking: rule::SINGLE_BOOKING,
};

/// Force majeure. The pages of the authority name no causes; those of Regulation
/// 261/2004 serve, and every other is the carrier's risk.
const DEFENCE: Defence = Defence {
    rule: rule::FORCE_MAJEURE,
    excuses: Cause::is_extraordinary,
    part: None,
};

/// The sum for a loss of so many minutes.
fn tier(minutes: i64) -> Option<Money> {
    match minutes {
        ..SUM_FROM => None,
        SUM_FROM..=LONG => Some(LOWER),
        _ => Some(HIGHER),
    }
}

/// Whether the delay at the end of the journey is known to found a sum.
pub fn is_late(journey: &Journey<'_>) -> bool {
    journey.arrival_delay().and_then(tier).is_some()
}

/// Whether two lengths give the same sum, or none.
pub fn same_sum(minutes: i64, other: i64) -> bool {
    tier(minutes) == tier(other)
}

/// A flight that was late and flown.
pub fn delayed(
    journey: &Journey<'_>,
    sum: &mut Option<Compensation>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    notes.at_stake = Some(full(LOWER));
    PASSENGER.flew(journey, notes)?;
    if journey.facts.refund_chosen {
        refunded(journey, notes)?;
    }
    let Some(minutes) = journey.arrival_delay() else {
        // With a part of the delay excused and its end unknown, what remains is
        // open, and the arrival is asked for.
        notes.arrival_unknown(rule::THREE_HOURS, Shared::ArrivalUnknown, journey);
        let own = rest_of(None, journey).and_then(tier);
        if own.is_none() && journey.facts.extraordinary_minutes.is_none() {
            excused(journey, notes)?;
        }
        return Ok(());
    };
    let whole = by_time(rule::THREE_HOURS, minutes, notes)?;
    let amount = match carriers_part(minutes, journey, notes) {
        Some(amount) => amount,
        None => {
            excused(journey, notes)?;
            whole
        }
    };
    owe(amount, journey, sum, notes)
}

/// Who ends the contract after a delay of more than two hours gets the fare back
/// and nothing more (para 7). What the regulations say of a delay of more than six
/// hours was not seen, so that there a person decides.
fn refunded(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    let waited = journey
        .departure_delay()
        .or_else(|| journey.arrival_delay());
    if waited.is_none_or(|minutes| minutes > LONG) {
        let finding = Finding::RefundTakenOpen;
        notes.open(rule::REFUND_AFTER_SIX, finding, MissingFact::RefundAndSum);
        return Ok(());
    }
    notes.fails(rule::REFUND_ONLY, Finding::RefundOnly)
}

/// Notes the sum for the time lost; fails where it is too short.
pub fn by_time(rule: Rule, minutes: i64, notes: &mut Reasoning) -> Result<Money, NothingOwed> {
    let Some(amount) = tier(minutes) else {
        if minutes <= 0 {
            notes.fails(rule, Shared::ArrivedOnTime)?;
        }
        notes.changes.push(Change::MinutesToLimit {
            minutes: SUM_FROM - minutes,
            limit: SUM_FROM,
        });
        notes.fails(rule, Finding::LostTooLittle { minutes })?;
        return Ok(LOWER);
    };
    notes.at_stake = Some(full(amount));
    if amount == LOWER {
        notes.met(rule, Finding::LostThreeHours { minutes, amount });
        let missing = LONG + 1 - minutes;
        notes.changes.push(Change::MinutesToHigherSum {
            minutes: missing,
            amount: HIGHER,
        });
    } else {
        notes.met(rule, Finding::LostSixHours { minutes, amount });
    }
    Ok(amount)
}

/// The sum that the carrier's own part of the delay gives, whatever excuses the rest
/// of it; none where the carrier could have avoided all of it. Where the whole delay would give more, the lower sum is due in any case,
/// and the higher one is a question for a person.
fn carriers_part(minutes: i64, journey: &Journey<'_>, notes: &mut Reasoning) -> Option<Money> {
    let facts = journey.facts;
    let shown = facts.cause_proven && facts.cause.is_some_and(Cause::is_extraordinary);
    let avoidable = facts.measures_proven == Some(false);
    let rest = rest_of(Some(minutes), journey).filter(|_| shown && !avoidable)?;
    let remaining = rest.min(minutes);
    let amount = tier(remaining)?;
    if Some(amount) == tier(minutes) {
        notes.met(rule::MIXED_CAUSES, Finding::RestLongEnough { remaining });
    } else {
        let finding = Finding::RestGivesLess { remaining, amount };
        notes.unmet(rule::MIXED_TIERS, finding);
    }
    Some(amount)
}

/// Notes whether force majeure excuses the carrier.
pub fn excused(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    DEFENCE.apply(journey, true, notes)
}

/// What is left of a sum in special drawing rights, or of a share of the fare.
pub fn owe(
    amount: Money,
    journey: &Journey<'_>,
    sum: &mut Option<Compensation>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    let due = full(amount);
    notes.at_stake = Some(due);
    *sum = Some(set_off(rule::SET_OFF, due, journey, notes)?);
    Ok(())
}
