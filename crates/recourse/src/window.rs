//! From when and until when a body can be asked.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::calendar::later;
use crate::claim::Claim;
use crate::table::{BodyRow, LodgeFrom};
use crate::words::Opening;

/// When a body can be asked.
pub struct Window {
    /// What opened it.
    pub by: Option<Opening>,
    /// The first day.
    pub from: Option<Date>,
    /// The last day, where the body sets one.
    pub until: Option<Date>,
}

/// A body opens with the refusal, where a refusal ends the wait, else on the day
/// after the last day the airline had. A last day that is a Sunday does not move.
#[must_use]
pub fn window(claim: &Claim<'_>, row: &BodyRow) -> Window {
    let days = &claim.facts.days;
    let start = match row.wait_from_receipt {
        true => claim.facts.received().or(days.refused_on),
        false => claim.facts.asked_by(),
    };
    let (length, unit) = row.wait;
    let last_of_wait = start.map(|start| later(start, length, unit));
    let refused = days
        .refused_on
        .filter(|_| row.refusal_ends_wait)
        .filter(|refused| last_of_wait.is_none_or(|last| *refused <= last));
    let silence = last_of_wait.and_then(|last| last.tomorrow().ok());
    let (by, from) = match (refused, silence) {
        (Some(refused), _) => (Some(Opening::Refusal), Some(refused)),
        (None, Some(from)) => (Some(Opening::Silence), Some(from)),
        (None, None) => (None, None),
    };
    let until = row.lodge.and_then(|(years, from)| {
        let start = match from {
            // Without the day of the letter it was written no earlier than the flight.
            LodgeFrom::Sent => days
                .claim_sent
                .or_else(|| claim.facts.asked_by().map(|_| claim.facts.flight_day)),
            LodgeFrom::Flight => Some(claim.facts.flight_day),
            LodgeFrom::Refusal => days.refused_on,
        };
        start?.checked_add(years.years()).ok()
    });
    Window { by, from, until }
}
