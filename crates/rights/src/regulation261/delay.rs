//! Three hours at the final destination (C-402/07 Sturgeon).

use crate::finding::{Change, Finding};
use crate::journey::Journey;
use crate::missing_fact::MissingFact;

use super::rule;
use crate::reasoning::{NothingOwed, Reasoning};

/// Minutes from which the sum is due, the same for every distance.
pub const THRESHOLD: i64 = 180;

/// From here to the threshold the time of the door decides (C-452/13).
const NEAR: i64 = 175;

/// Notes whether the passenger flew and came three hours late.
pub fn late_enough(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    let facts = journey.facts;
    if !facts.checked_in_on_time {
        return notes.fails(rule::CHECK_IN, Finding::NotCheckedIn);
    }
    if !facts.travelled {
        return notes.fails(rule::TRAVELLED, Finding::NotTravelled);
    }
    if facts.refund_chosen {
        return notes.fails(rule::REFUND_INSTEAD, Finding::RefundTaken);
    }
    let Some(minutes) = journey.arrival_delay() else {
        let booked = journey.legs.last().and_then(|leg| leg.scheduled_arrival);
        let fact = booked.map_or(MissingFact::ScheduledArrival, |_| {
            MissingFact::ActualArrival
        });
        notes.open(rule::THREE_HOURS, Finding::ArrivalUnknown, fact);
        return Ok(());
    };
    if minutes >= THRESHOLD {
        notes.met(rule::THREE_HOURS, Finding::ArrivedLate { minutes });
        return Ok(());
    }
    if minutes >= NEAR {
        notes.met(rule::DOORS_OPEN, Finding::ArrivalNearThreshold { minutes });
    }
    if minutes <= 0 {
        return notes.fails(rule::THREE_HOURS, Finding::ArrivedOnTime);
    }
    notes.changes.push(Change::MinutesToThreshold {
        minutes: THRESHOLD - minutes,
    });
    notes.fails(rule::THREE_HOURS, Finding::ArrivedNotLateEnough { minutes })
}
