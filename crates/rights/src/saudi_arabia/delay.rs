//! More than six hours late. The sources do not say at which end, so that both
//! are looked at.

use crate::circumstances::{Defence, rest_of};
use crate::facts::Cause;
use crate::finding::saudi_arabia::Finding;
use crate::finding::{Change, Finding as Shared};
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::passenger::PassengerRules;
use crate::reasoning::{NothingOwed, Reasoning};

use super::rule;

/// The sum is due for a delay of more than so many minutes.
pub const LIMIT: i64 = 360;

/// What is asked of the passenger.
pub const PASSENGER: PassengerRules = PassengerRules {
    check_in: rule::CHECK_IN,
    travelled: rule::TRAVELLED,
    denied: rule::DENIED_BOARDING,
    grounds: rule::REFUSAL_GROUNDS,
    volunteers: rule::VOLUNTEERS,
    one_booking: rule::SINGLE_BOOKING,
};

/// Force majeure. The summaries name no causes; those of Regulation 261/2004
/// serve, and every other is the carrier's risk.
const DEFENCE: Defence = Defence {
    rule: rule::FORCE_MAJEURE,
    excuses: Cause::is_extraordinary,
    part: None,
};

/// Whether a delay is longer than the limit at every end that is known.
pub fn is_late(journey: &Journey<'_>) -> bool {
    let known = [journey.departure_delay(), journey.arrival_delay()];
    let mut known = known.into_iter().flatten().peekable();
    known.peek().is_some() && known.all(|minutes| minutes > LIMIT)
}

/// Notes whether the passenger flew and was more than six hours late.
pub fn late_enough(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    PASSENGER.flew(journey, notes)?;
    if journey.facts.refund_chosen {
        let finding = Finding::RefundTakenOpen;
        notes.open(rule::REFUND_INSTEAD, finding, MissingFact::RefundAndSum);
    }
    match (journey.departure_delay(), journey.arrival_delay()) {
        (Some(departure), Some(arrival)) if (departure > LIMIT) != (arrival > LIMIT) => {
            // Early is not late, in a sentence on lateness.
            let finding = Finding::EndsDiffer {
                departure: departure.max(0),
                arrival: arrival.max(0),
            };
            notes.open(rule::WHICH_END, finding, MissingFact::DelayMeasure);
            Ok(())
        }
        (departure, Some(arrival)) => judge(departure.map_or(arrival, |d| d.max(arrival)), notes),
        (_, None) => {
            notes.arrival_unknown(rule::SIX_HOURS, Shared::ArrivalUnknown, journey);
            Ok(())
        }
    }
}

/// Holds a delay against the limit.
fn judge(minutes: i64, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    // The first minute that is more than six hours.
    let limit = LIMIT + 1;
    if minutes > LIMIT {
        notes.met(rule::SIX_HOURS, Finding::LateEnough { minutes });
        let minutes = minutes - limit;
        notes
            .changes
            .push(Change::MinutesAboveLimit { minutes, limit });
        return Ok(());
    }
    if minutes <= 0 {
        return notes.fails(rule::SIX_HOURS, Shared::ArrivedOnTime);
    }
    notes.changes.push(Change::MinutesToLimit {
        minutes: limit - minutes,
        limit,
    });
    notes.fails(rule::SIX_HOURS, Finding::NotLateEnough { minutes })
}

/// Notes whether force majeure excuses the carrier; not where it owes the sum
/// for the rest of the delay. `late`: the sum hangs on a delay.
pub fn defence(
    late: bool,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    let facts = journey.facts;
    let shown = facts.cause_proven && facts.cause.is_some_and(Cause::is_extraordinary);
    let ends = [journey.departure_delay(), journey.arrival_delay()];
    let shorter = ends.into_iter().flatten().min();
    let rest = rest_of(shorter, journey).filter(|rest| late && shown && *rest > LIMIT);
    if let Some(remaining) = rest {
        notes.met(rule::MIXED_CAUSES, Finding::RestLongEnough { remaining });
        return Ok(());
    }
    // With a part of the delay excused and its end unknown, what remains is open,
    // and the arrival is asked for.
    if late && shown && facts.extraordinary_minutes.is_some() && journey.arrival_delay().is_none() {
        return Ok(());
    }
    DEFENCE.apply(journey, late, notes)
}
