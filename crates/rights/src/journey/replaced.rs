//! Which part of a case its one replacement journey belongs to, where neither the
//! passenger's word nor a status tells.

use std::ops::Range;

use jiff::civil::DateTime;

use super::blame;
use crate::case::{Case, LegStatus};
use crate::facts::Reroute;
use crate::reference::Airport;

/// Seconds of a day: so near, what was booked and the replacement surely belong
/// together.
const DAY: i64 = 24 * 60 * 60;

/// Index of the first leg of the part that was replaced: the only one whose own times
/// show that it failed, else the one that was booked nearest to the replacement, where
/// that is within a day, else the last one booked before it. `None` where there is one
/// part only or no replacement, where something else tells, or where nothing does.
pub fn part(case: &Case, stops: &[(Airport, Airport)], parts: &[Range<usize>]) -> Option<usize> {
    let reroute = case.facts.reroute?;
    let flown = |leg: &crate::case::Leg| leg.status == LegStatus::Operated;
    let told = case.disrupted_leg.is_some() || !case.legs.iter().all(flown);
    if told || parts.len() < 2 {
        return None;
    }
    only_failed(case, stops, parts)
        .or_else(|| by_time(case, parts, &reroute))
        .map(|part| part.start)
}

/// The part whose times show that it failed, if there is one and no other.
fn only_failed(
    case: &Case,
    stops: &[(Airport, Airport)],
    parts: &[Range<usize>],
) -> Option<Range<usize>> {
    let failed = |part: &&Range<usize>| {
        let legs = case.legs.iter().zip(stops);
        let mut legs = legs.take(part.end).skip(part.start);
        legs.any(|(leg, stop)| blame::clearly_failed(leg, stop))
    };
    let mut found = parts.iter().filter(failed);
    let first = found.next();
    first.filter(|_| found.next().is_none()).cloned()
}

/// The part that the times of the replacement point to.
fn by_time(case: &Case, parts: &[Range<usize>], reroute: &Reroute) -> Option<Range<usize>> {
    let after = |part: &Range<usize>| Some((part.clone(), seconds_after(case, part, reroute)?));
    let timed: Vec<_> = parts.iter().filter_map(after).collect();
    let within_a_day = timed.iter().filter(|(_, after)| after.abs() <= DAY);
    let nearest = within_a_day.min_by_key(|(_, after)| after.abs());
    let last_before = || timed.iter().rev().find(|(_, after)| *after > 0);
    let found = nearest.or_else(last_before).or(timed.first());
    found.map(|(part, _)| part.clone())
}

/// Seconds by which the replacement comes after what was booked of a part, on the
/// clocks of the place: its end after the end, else its start after the nearest start.
fn seconds_after(case: &Case, part: &Range<usize>, reroute: &Reroute) -> Option<i64> {
    let legs = case.legs.get(part.clone())?;
    let after = |real: DateTime, booked: DateTime| real.duration_since(booked).as_secs();
    let end = legs.last().and_then(|leg| leg.scheduled_arrival);
    let at_end = reroute.arrival.zip(end);
    let at_start = || {
        let departure = reroute.departure?;
        let starts = legs.iter().filter_map(|leg| leg.scheduled_departure);
        let times = starts.map(|booked| after(departure, booked));
        times.min_by_key(|seconds| seconds.abs())
    };
    at_end
        .map(|(arrival, end)| after(arrival, end))
        .or_else(at_start)
}
