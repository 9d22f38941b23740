//! By when a claim goes to court: national law decides (C-139/11).

use jiff::ToSpan;
use jiff::civil::{Date, date};

use crate::assessment::Deadline;
use crate::code::Forum;
use crate::reference::{Limitation, LimitationStart, ReferenceData};

/// The deadline in one court.
#[must_use]
pub fn deadline(forum: Forum, flight: Date, data: &impl ReferenceData) -> Option<Deadline> {
    let rule = data.limitation(forum)?;
    let last_day = last_day(flight, rule.shortest_months?, &rule)?;
    let longest = rule
        .longest_months
        .and_then(|months| self::last_day(flight, months, &rule));
    let certain = rule.sure && longest == Some(last_day);
    Some(Deadline {
        last_day,
        forum,
        certain,
        longest,
    })
}

/// The deadline where the passenger may choose among courts (C-204/08
/// Rehder): the earliest of them, and certain only if they agree.
#[must_use]
pub fn earliest(forums: &[Forum], flight: Date, data: &impl ReferenceData) -> Option<Deadline> {
    let known: Vec<_> = forums
        .iter()
        .filter_map(|forum| deadline(*forum, flight, data))
        .collect();
    let first = known
        .iter()
        .min_by_key(|deadline| deadline.last_day)
        .copied()?;
    let agreed = known
        .iter()
        .all(|other| other.last_day == first.last_day && other.certain);
    Some(Deadline {
        certain: agreed,
        ..first
    })
}

/// The last day of a period of `months`.
fn last_day(flight: Date, months: u32, rule: &Limitation) -> Option<Date> {
    let start = match rule.start {
        LimitationStart::FlightDate => flight,
        LimitationStart::YearEnd => date(flight.year(), 12, 31),
    };
    start.checked_add(i64::from(months).months()).ok()
}
