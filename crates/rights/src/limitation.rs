//! By when a claim goes to court: national law decides (C-139/11).

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};

use crate::assessment::Deadline;
use crate::code::{Country, Forum};
use crate::finding::Finding;
use crate::journey::Journey;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::reference::{Limitation, LimitationStart, ReferenceData};
use crate::rule::Rule;

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

/// The deadline in the court given, else at home.
#[must_use]
pub fn of_court(
    home: Country,
    journey: &Journey<'_>,
    data: &impl ReferenceData,
) -> Option<Deadline> {
    let forum = journey.facts.forum.unwrap_or(Forum::Country(home));
    deadline(forum, journey.day, data)
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

/// The deadline of a period that the regime itself sets.
#[must_use]
pub fn own_period(forum: Forum, from: Date, period: Span) -> Option<Deadline> {
    let last_day = from.checked_add(period).ok()?;
    Some(Deadline {
        last_day,
        forum,
        certain: true,
        longest: Some(last_day),
    })
}

/// Notes a claim that comes too late. It `bars` where the regime itself sets
/// the period or the passenger named the court, and only after the longest
/// period any source gives; else it is a warning.
pub fn time_bar(
    rule: Rule,
    deadline: Option<Deadline>,
    bars: bool,
    assessed_on: Date,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    let Some(deadline) = deadline else {
        return Ok(());
    };
    let forum = deadline.forum;
    if let Some(last_day) = deadline.longest.filter(|day| bars && assessed_on > *day) {
        return notes.fails(rule, Finding::TimeBarred { last_day, forum });
    }
    if assessed_on > deadline.last_day {
        let last_day = deadline.last_day;
        notes.unmet(rule, Finding::DeadlinePassed { last_day, forum });
    }
    Ok(())
}

/// The same for a law that leaves the period to the courts: it bars only in the court
/// that the passenger named.
pub fn time_bar_in_court(
    rule: Rule,
    deadline: Option<Deadline>,
    journey: &Journey<'_>,
    assessed_on: Date,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    let bars = journey.facts.forum.is_some();
    time_bar(rule, deadline, bars, assessed_on, notes)
}

/// The last day of a period of `months`.
fn last_day(flight: Date, months: u32, rule: &Limitation) -> Option<Date> {
    let start = match rule.start {
        LimitationStart::FlightDate => flight,
        LimitationStart::YearEnd => date(flight.year(), 12, 31),
    };
    start.checked_add(i64::from(months).months()).ok()
}
