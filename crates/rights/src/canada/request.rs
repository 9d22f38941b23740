//! The year for the request to the carrier (s19(3)). It is set for delays and
//! cancellations only; a refused boarding is paid at the airport (s20(2)).

use jiff::ToSpan;
use jiff::civil::Date;

use crate::assessment::Deadline;
use crate::code::{Country, Forum};
use crate::finding::canada::Finding;
use crate::journey::Journey;
use crate::limitation::own_period;
use crate::reasoning::{NothingOwed, Reasoning};

use super::disruption::LegalDisruption;
use super::rule;

/// By when the request is to reach the carrier. The text counts to before the
/// first anniversary of the flight: the day before it is the last to rely on,
/// and a request is refused only after the anniversary itself.
pub fn deadline(disruption: LegalDisruption, journey: &Journey<'_>) -> Option<Deadline> {
    if !disruption.is_inconvenience() {
        return None;
    }
    let (leg, _, _) = journey.disrupted_leg();
    let flight = leg
        .scheduled_departure
        .map_or(journey.day, |time| time.date());
    let anniversary = own_period(Forum::Country(Country::CA), flight, 1.year())?;
    Some(Deadline {
        last_day: anniversary.last_day.yesterday().ok()?,
        ..anniversary
    })
}

/// Notes a request that comes too late. On the anniversary itself it is a warning: the
/// text asks for the day before, summaries of it for "within a year".
pub fn in_time(
    disruption: LegalDisruption,
    journey: &Journey<'_>,
    assessed_on: Date,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    let deadline = deadline(disruption, journey);
    let over = |deadline: &Deadline| deadline.longest.is_some_and(|day| assessed_on > day);
    if let Some(Deadline { last_day, .. }) = deadline.filter(over) {
        return notes.fails(rule::ONE_YEAR, Finding::RequestTooLate { last_day });
    }
    if let Some(Deadline { last_day, .. }) = deadline.filter(|d| assessed_on > d.last_day) {
        notes.unmet(rule::ONE_YEAR, Finding::AnniversaryReached { last_day });
    }
    Ok(())
}
