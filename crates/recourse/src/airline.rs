//! The airline's own time: before it is over nobody is sent to a court.

use jiff::civil::Date;
use rights::{Coded, Country};

use crate::calendar::{Calendar, later};
use crate::claim::Claim;
use crate::court::CourtChoice;
use crate::facts::Facts;
use crate::forum::ForumId;
use crate::table::{bodies_of, clock};

/// The first day after the airline's time to pay or to answer; `None` as long as it was
/// not asked. Who sues before it is over bears the costs if the airline pays at once
/// (ZPO s93), or is not heard at all (Spain: Ley Orgánica 1/2025, an attempt first).
///
/// It has the time that the demand gave it, and that of the court's state, whichever
/// ends later; a refusal ends both.
#[must_use]
pub fn time_over(claim: &Claim<'_>, id: ForumId, court: Option<&CourtChoice>) -> Option<Date> {
    let facts = claim.facts;
    let state = court.map(|court| court.state).or_else(|| state_of(id));
    let calendar = court.map_or(Calendar::Elsewhere, |court| court.calendar);
    // A term that ends on a free day ends on the next working day (BGB s193, ABGB s903,
    // KC Art 115).
    let term = facts.days.deadline_in_demand;
    let term = term.map(|day| calendar.next_working(day));
    let last = last_of_wait(facts, state)?;
    let over = term.map_or(last, |term| term.max(last)).tomorrow().ok()?;
    let refused = facts.days.refused_on;
    Some(refused.map_or(over, |refused| refused.min(over)))
}

/// The last day of the time that a state gives the airline: the longest before its
/// bodies, else the six weeks of the European complaint form.
fn last_of_wait(facts: &Facts, state: Option<Country>) -> Option<Date> {
    let asked = facts.asked_by()?;
    let received = facts.received().unwrap_or(asked);
    let waits = state.into_iter().flat_map(bodies_of).map(|row| {
        let (length, unit) = row.wait;
        let start = match row.wait_from_receipt {
            true => received,
            false => asked,
        };
        later(start, length, unit)
    });
    waits.max().or_else(|| {
        let row = clock("airline_answer_neb")?;
        Some(later(asked, row.length, row.unit))
    })
}

/// The state of a forum that names no court.
fn state_of(id: ForumId) -> Option<Country> {
    id.code().get(..2)?.parse().ok()
}
