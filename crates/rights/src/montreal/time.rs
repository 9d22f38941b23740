//! Two years to go to court (Art 35), from the day of arrival. The period ends
//! the right itself; no court may prolong it.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::assessment::Deadline;
use crate::code::Forum;
use crate::finding::montreal::Finding;
use crate::journey::Journey;
use crate::limitation;
use crate::missing_fact::MissingFact;
use crate::reasoning::{NothingOwed, Reasoning};

use super::rule;

/// The last day for an action. The courts are those of Art 33, of which the
/// place of departure stands for the rest where none was named: the period is
/// the same in all.
pub fn deadline(journey: &Journey<'_>) -> Option<Deadline> {
    let origin = Forum::Country(journey.origin().country);
    let forum = journey.facts.forum.unwrap_or(origin);
    limitation::own_period(forum, start(journey), 2.years())
}

/// The day the passenger arrived, else the day booked for it.
fn start(journey: &Journey<'_>) -> Date {
    let last = journey.legs.last();
    let replaced = journey
        .reroute
        .filter(|r| r.accepted != Some(false) || r.self_arranged);
    let real = replaced
        .and_then(|reroute| reroute.arrival)
        .or_else(|| last.and_then(|leg| leg.actual_arrival));
    let booked = last.and_then(|leg| leg.scheduled_arrival);
    real.or(booked).map_or(journey.day, |time| time.date())
}

/// Fails where the two years are over. As long as the arrival is asked for, so
/// is the day they run from.
pub fn bar(
    deadline: Option<Deadline>,
    assessed_on: Date,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    match deadline.map(|deadline| deadline.last_day) {
        Some(last_day) if assessed_on > last_day => {
            let finding = Finding::TwoYearsOver { last_day };
            if notes.missing.contains(&MissingFact::ActualArrival) {
                notes.unmet(rule::TWO_YEARS, finding);
                return Ok(());
            }
            notes.fails(rule::TWO_YEARS, finding)
        }
        _ => Ok(()),
    }
}
