//! What one booking counts as: one journey, several, or out and back.

use std::ops::Range;

use jiff::civil::Date;

use super::told::Told;
use super::{Journey, Unit, blame, replaced};
use crate::case::{Case, Leg, LegStatus};
use crate::code::Iata;
use crate::distance::{SAME_AREA_KM, kilometres, same_area};
use crate::reference::{Airport, ReferenceData};

/// Minutes of a stay that ends a journey. A night between two flights is less.
const STAY: i64 = 24 * 60;

/// Why a case cannot be split into journeys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// No such airport.
    Airport(Iata),
    /// Nothing tells the day of the first departure.
    Day,
}

/// Splits a case into the journeys the law sees in it.
///
/// # Errors
///
/// When an airport is unknown or nothing tells the day.
pub fn journeys<'a>(
    case: &'a Case,
    data: &impl ReferenceData,
) -> Result<Vec<Journey<'a>>, Unreadable> {
    let first_day = first_day(case).ok_or(Unreadable::Day)?;
    let stops = case
        .legs
        .iter()
        .map(|leg| stops_of(leg, first_day, data))
        .collect::<Result<Vec<_>, _>>()?;
    let (ranges, unit) = ranges(case, &stops);
    let told = Told {
        case,
        replaced: replaced::part(case, &stops, &ranges),
    };
    let mut parts: Vec<Journey<'_>> = ranges
        .into_iter()
        .map(|range| build(told, &stops, range, unit, first_day, data))
        .collect();
    settle_silence(told, &mut parts);
    Ok(parts)
}

/// The parts of a case, and what kind they are.
fn ranges(case: &Case, stops: &[(Airport, Airport)]) -> (Vec<Range<usize>>, Unit) {
    let count = case.legs.len();
    if !case.facts.single_booking {
        let each = (0..count).map(|index| index..index + 1);
        return (each.collect(), Unit::SeparateLeg);
    }
    let ends = (1..=count).filter(|&next| next == count || ends_in_a_stay(case, stops, next - 1));
    let mut start = 0;
    let mut parts = Vec::new();
    for end in ends {
        match turning_point(&stops[start..end]) {
            Some(turn) => parts.extend([start..start + turn, start + turn..end]),
            None => parts.push(start..end),
        }
        start = end;
    }
    let unit = if parts.len() > 1 {
        Unit::OneWayOfReturn
    } else {
        Unit::WholeBooking
    };
    (parts, unit)
}

/// Whether the passenger was booked to stay where a leg ends.
fn ends_in_a_stay(case: &Case, stops: &[(Airport, Airport)], index: usize) -> bool {
    blame::connecting_time(&case.legs, stops, index).is_some_and(|minutes| minutes >= STAY)
}

/// Where a journey that comes back turns round: before the leg that leaves its
/// farthest point. Outbound and return are two flights, even on one ticket
/// (C-173/07 Emirates), and even if it comes back to the airport next door.
fn turning_point(stops: &[(Airport, Airport)]) -> Option<usize> {
    let (start, end) = (&stops.first()?.0, &stops.last()?.1);
    if stops.len() < 2 || !same_area(start, end) {
        return None;
    }
    let away = |stop: &(Airport, Airport)| kilometres(start, &stop.1);
    let inner = stops[..stops.len() - 1].iter().enumerate();
    let (index, farthest) = inner.max_by(|a, b| away(a.1).total_cmp(&away(b.1)))?;
    let least = kilometres(start, end).max(SAME_AREA_KM);
    (start.code == end.code || away(farthest) > least).then_some(index + 1)
}

/// Silence about a part means that it ran only if its own times say so or if
/// another part is known to have failed.
fn settle_silence(told: Told<'_>, parts: &mut [Journey<'_>]) {
    let mut start = 0;
    let mut has_failed = |part: &Journey<'_>| {
        let range = start..start + part.legs.len();
        start = range.end;
        let leg = told.case.disrupted_leg.or(told.failed_by_replacement());
        let named = leg.is_some_and(|leg| range.contains(&leg));
        named || shows_failure(part)
    };
    let failed: Vec<bool> = parts.iter().map(&mut has_failed).collect();
    let total = failed.iter().filter(|failed| **failed).count();
    for (part, own) in parts.iter_mut().zip(failed) {
        let elsewhere = total > usize::from(own);
        part.failed = own;
        part.undisturbed &= elsewhere || blame::arrival_known(part.legs, &part.stops);
    }
    if parts.iter().all(|part| part.undisturbed) {
        parts.iter_mut().for_each(|part| part.undisturbed = false);
    }
}

/// Whether statuses or times show that a part failed, by more than a little
/// delay. A missed flight of another booking speaks of the one before it.
fn shows_failure(part: &Journey<'_>) -> bool {
    let not_flown = |leg: &Leg| match leg.status {
        LegStatus::Operated => false,
        LegStatus::Missed => part.unit != Unit::SeparateLeg,
        LegStatus::Cancelled | LegStatus::Denied | LegStatus::Diverted => true,
    };
    let mut legs = part.legs.iter().zip(&part.stops);
    legs.any(|(leg, stop)| not_flown(leg) || blame::clearly_failed(leg, stop))
}

/// Day of the first departure, on the clocks of its airport.
fn first_day(case: &Case) -> Option<Date> {
    let first = case.legs.first()?;
    let booked = first.scheduled_departure.map(jiff::civil::DateTime::date);
    let any = || {
        case.legs
            .iter()
            .find_map(|leg| leg.scheduled_departure.or(leg.scheduled_arrival))
    };
    booked
        .or(case.departure_day)
        .or_else(|| any().map(|time| time.date()))
}

/// The airports of a leg on the day it was booked for.
fn stops_of(
    leg: &Leg,
    first_day: Date,
    data: &impl ReferenceData,
) -> Result<(Airport, Airport), Unreadable> {
    let day = leg
        .scheduled_departure
        .map_or(first_day, |time| time.date());
    let find = |code| data.airport(code, day).ok_or(Unreadable::Airport(code));
    Ok((find(leg.origin)?, find(leg.destination)?))
}

/// Puts one journey together.
fn build<'a>(
    told: Told<'a>,
    all_stops: &[(Airport, Airport)],
    range: Range<usize>,
    unit: Unit,
    first_day: Date,
    data: &impl ReferenceData,
) -> Journey<'a> {
    let case = told.case;
    let legs = &case.legs[range.clone()];
    let stops = all_stops[range.clone()].to_vec();
    let day = legs[0]
        .scheduled_departure
        .map_or(first_day, |time| time.date());
    let named = case
        .disrupted_leg
        .filter(|index| range.contains(index))
        .map(|i| i - range.start);
    let sign = named.or_else(|| blame::first_disrupted(legs, &stops));
    let disrupted = sign.unwrap_or_else(|| blame::fallback(legs));
    let aside =
        unit == Unit::OneWayOfReturn && told.failing().is_some_and(|index| !range.contains(&index));
    let alone = range.len() == case.legs.len();
    let reroute = case
        .facts
        .reroute
        .filter(|_| alone || told.takes_reroute(&range, unit));
    // The legs of the same booking.
    let (booking, booked_stops) = if unit == Unit::SeparateLeg {
        (legs, &stops[..])
    } else {
        (&case.legs[..], all_stops)
    };
    let ticket = (booked_stops[0].0, booked_stops[booked_stops.len() - 1].1);
    let landed_at = case
        .facts
        .landed_at
        .filter(|_| !aside)
        .and_then(|code| data.airport(code, day));
    let failed = if unit == Unit::SeparateLeg {
        disrupted
    } else {
        range.start + disrupted
    };
    let (debtor, perhaps) = blame::debtors(failed, booking, booked_stops, day, data);
    Journey {
        legs,
        stops,
        day,
        unit,
        ticket,
        disruption: told.disruption_of(&range, unit, aside),
        disrupted,
        named,
        undisturbed: sign.is_none(),
        failed: false,
        aside,
        debtor,
        perhaps,
        landed_at,
        reroute,
        facts: &case.facts,
        measured: super::Measured::default(),
    }
}
