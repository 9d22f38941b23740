//! What one booking counts as: one journey, several, or out and back.

use std::ops::Range;

use jiff::civil::Date;

use super::blame;
use super::{Journey, Unit};
use crate::case::{Case, Disruption, Leg, LegStatus};
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
    let mut parts: Vec<Journey<'_>> = ranges
        .into_iter()
        .map(|range| build(case, &stops, range, unit, first_day, data))
        .collect();
    settle_silence(case, &mut parts);
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
fn settle_silence(case: &Case, parts: &mut [Journey<'_>]) {
    let mut start = 0;
    let mut has_failed = |part: &Journey<'_>| {
        let range = start..start + part.legs.len();
        start = range.end;
        let named = case.disrupted_leg.is_some_and(|leg| range.contains(&leg));
        named || shows_failure(part)
    };
    let failed: Vec<bool> = parts.iter().map(&mut has_failed).collect();
    let total = failed.iter().filter(|failed| **failed).count();
    for (part, own) in parts.iter_mut().zip(failed) {
        let elsewhere = total > usize::from(own);
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
    case: &'a Case,
    all_stops: &[(Airport, Airport)],
    range: Range<usize>,
    unit: Unit,
    first_day: Date,
    data: &impl ReferenceData,
) -> Journey<'a> {
    let legs = &case.legs[range.clone()];
    let stops = all_stops[range.clone()].to_vec();
    let day = legs[0]
        .scheduled_departure
        .map_or(first_day, |time| time.date());
    let told = case
        .disrupted_leg
        .filter(|index| range.contains(index))
        .map(|i| i - range.start);
    let sign = told.or_else(|| blame::first_disrupted(legs, &stops));
    let disrupted = sign.unwrap_or_else(|| blame::fallback(legs));
    let aside =
        unit == Unit::OneWayOfReturn && failing(case).is_some_and(|index| !range.contains(&index));
    let alone = range.len() == case.legs.len();
    let reroute = case
        .facts
        .reroute
        .filter(|_| alone || takes_reroute(case, &range, unit));
    // The legs of the same booking.
    let booking = if unit == Unit::SeparateLeg {
        legs
    } else {
        &case.legs
    };
    let landed_at = case
        .facts
        .landed_at
        .filter(|_| !aside)
        .and_then(|code| data.airport(code, day));
    Journey {
        legs,
        stops,
        day,
        unit,
        disruption: disruption_of(case, &range, unit, aside),
        disrupted,
        named: told,
        undisturbed: sign.is_none(),
        aside,
        debtor: blame::debtor(&legs[disrupted], booking, day, data),
        landed_at,
        reroute,
        facts: &case.facts,
        measured: super::Measured::default(),
    }
}

/// The leg of a booking that the passenger's word is about: the one named, the
/// first with the fate told of, else the first that was not flown as booked.
fn failing(case: &Case) -> Option<usize> {
    // A leg that was not flown is not the one that was flown in a lower class.
    if case.disruption == Disruption::Downgrade {
        return case.disrupted_leg;
    }
    let position = |fits: &dyn Fn(&Leg) -> bool| case.legs.iter().position(fits);
    case.disrupted_leg
        .or_else(|| {
            position(&|leg| {
                leg.status != LegStatus::Operated && by_status(leg.status) == case.disruption
            })
        })
        .or_else(|| position(&|leg| leg.status != LegStatus::Operated))
}

/// What the status of a leg says of it.
fn by_status(status: LegStatus) -> Disruption {
    match status {
        LegStatus::Cancelled => Disruption::Cancellation,
        LegStatus::Denied => Disruption::DeniedBoarding,
        LegStatus::Diverted => Disruption::Diversion,
        LegStatus::Missed => Disruption::MissedConnection,
        LegStatus::Operated => Disruption::Delay,
    }
}

/// What went wrong on a part of the case. The passenger's word covers the part
/// it was said of; of the others, and of separate bookings, the legs' own
/// statuses say it.
fn disruption_of(case: &Case, range: &Range<usize>, unit: Unit, aside: bool) -> Disruption {
    let first = case.legs[range.start].status;
    if case.disruption == Disruption::Downgrade && case.disrupted_leg.is_none() {
        return Disruption::Downgrade;
    }
    match unit {
        Unit::OneWayOfReturn if aside => {
            let statuses = case.legs[range.clone()].iter().map(|leg| leg.status);
            let own = statuses.into_iter().find(|s| *s != LegStatus::Operated);
            own.map_or(Disruption::Delay, by_status)
        }
        Unit::SeparateLeg if case.legs.len() > 1 && first != LegStatus::Operated => {
            by_status(first)
        }
        // Which flight a bag was lost on shows in no status.
        Unit::SeparateLeg
            if case.disruption == Disruption::Baggage && case.disrupted_leg.is_none() =>
        {
            Disruption::Baggage
        }
        Unit::SeparateLeg
            if case.legs.len() > 1
                && named_leg(case) != Some(range.start)
                && case.disruption != Disruption::BroughtForward =>
        {
            Disruption::Delay
        }
        _ => case.disruption,
    }
}

/// The leg the passenger's word is about, where no status tells.
fn named_leg(case: &Case) -> Option<usize> {
    let told = case
        .legs
        .iter()
        .any(|leg| leg.status != LegStatus::Operated);
    (!told).then(|| case.disrupted_leg.unwrap_or_default())
}

/// Whether the one replacement journey of a case belongs to this part of it:
/// to the leg that was not flown, or to the half that went wrong.
fn takes_reroute(case: &Case, range: &Range<usize>, unit: Unit) -> bool {
    let not_flown = |leg: &Leg| {
        matches!(
            leg.status,
            LegStatus::Cancelled | LegStatus::Denied | LegStatus::Diverted
        )
    };
    let first = match unit {
        Unit::SeparateLeg => case
            .disrupted_leg
            .or_else(|| case.legs.iter().position(not_flown)),
        _ => failing(case),
    };
    first.is_some_and(|index| range.contains(&index))
}
