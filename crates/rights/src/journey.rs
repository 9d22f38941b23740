//! The unit that is judged: what one booking counts as, what went wrong on it
//! and who answers for it.

use jiff::civil::Date;

use crate::case::{Case, Disruption, Leg, LegStatus};
use crate::code::{CarrierCode, Country, Iata};
use crate::distance::kilometres;
use crate::facts::{Facts, Reroute};
use crate::finding::Place;
use crate::reference::{Airport, ReferenceData};
use crate::timeline::minutes_between;

/// A leg that arrives less than this late and whose connection is made ran as
/// booked: the whole industry counts punctuality from a quarter of an hour.
const PUNCTUAL: i64 = 15;

/// Why a case cannot be split into journeys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// No such airport.
    Airport(Iata),
    /// Nothing tells the day of the first departure.
    Day,
}

/// How a journey came out of the booking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// All legs, one booking.
    WholeBooking,
    /// One leg of several bookings.
    SeparateLeg,
    /// The way out or the way back.
    OneWayOfReturn,
}

/// The airline that answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Debtor {
    /// Its code.
    pub code: CarrierCode,
    /// State of its licence, where known.
    pub licence: Option<Country>,
}

/// A journey to judge.
#[derive(Debug, Clone)]
pub struct Journey<'a> {
    /// Its legs, at least one.
    pub legs: &'a [Leg],
    /// The airports of each leg.
    pub stops: Vec<(Airport, Airport)>,
    /// Day of the first departure.
    pub day: Date,
    /// How it came out of the booking.
    pub unit: Unit,
    /// What went wrong on it.
    pub event: Disruption,
    /// Index of the first leg that did not run as booked.
    pub disrupted: usize,
    /// Another part of the case went wrong, and nothing shows that this one did.
    pub undisturbed: bool,
    /// The airline that answers.
    pub debtor: Debtor,
    /// Where a diverted aircraft came down.
    pub landed_at: Option<Airport>,
    /// The replacement journey, where it belongs to this one.
    pub reroute: Option<Reroute>,
    /// The facts of the case.
    pub facts: &'a Facts,
}

impl Journey<'_> {
    /// Where it starts.
    #[must_use]
    pub fn origin(&self) -> &Airport {
        &self.stops[0].0
    }

    /// Where it ends.
    #[must_use]
    pub fn destination(&self) -> &Airport {
        &self.stops[self.stops.len() - 1].1
    }

    /// First departure to final destination, in kilometres (Art 7(4)).
    #[must_use]
    pub fn kilometres(&self) -> f64 {
        kilometres(self.origin(), self.destination())
    }

    /// The leg that went wrong first, with its airports.
    #[must_use]
    pub fn disrupted_leg(&self) -> (&Leg, &Airport, &Airport) {
        let (from, to) = &self.stops[self.disrupted];
        (&self.legs[self.disrupted], from, to)
    }

    /// The leg that was diverted, else the one that went wrong first.
    #[must_use]
    pub fn diverted_leg(&self) -> (&Leg, &Airport, &Airport) {
        let diverted = self
            .legs
            .iter()
            .position(|leg| leg.status == LegStatus::Diverted);
        let index = diverted.unwrap_or(self.disrupted);
        let (from, to) = &self.stops[index];
        (&self.legs[index], from, to)
    }

    /// The most minutes by which a leg left before its time; negative when none did.
    #[must_use]
    pub fn departure_advance(&self) -> Option<i64> {
        let times = self.legs.iter().zip(&self.stops);
        times
            .filter_map(|(leg, (from, _))| late_out(leg, from))
            .map(|late| -late)
            .max()
    }

    /// Minutes between booked and real arrival at the final destination
    /// (C-11/11 Folkerts); negative when early.
    #[must_use]
    pub fn arrival_delay(&self) -> Option<i64> {
        let last = self.legs.last()?;
        let declined = |r: &Reroute| r.accepted == Some(false) && !r.self_arranged;
        let replaced = self
            .reroute
            .filter(|r| !declined(r))
            .and_then(|r| r.arrival);
        let arrival = replaced.or(last.actual_arrival)?;
        minutes_between(last.scheduled_arrival?, arrival, self.destination())
    }

    /// The longest delay at the departure of a leg.
    #[must_use]
    pub fn departure_delay(&self) -> Option<i64> {
        self.legs
            .iter()
            .zip(&self.stops)
            .filter_map(|(leg, (from, _))| late_out(leg, from))
            .max()
    }

    /// The replacement the carrier offered; what the passenger arranged is none.
    #[must_use]
    pub fn offer(&self) -> Option<Reroute> {
        self.reroute.filter(|reroute| !reroute.self_arranged)
    }

    /// Minutes by which a replacement leaves before the booking.
    ///
    /// It is held against the leg that failed, unless it leaves before the
    /// passenger could have been there: then it replaces the journey from its
    /// start.
    #[must_use]
    pub fn leaves_early(&self, reroute: &Reroute) -> Option<i64> {
        let departure = reroute.departure?;
        let from_start = self.disrupted > 0
            && self.legs[self.disrupted - 1]
                .scheduled_arrival
                .is_some_and(|due| departure < due);
        let index = if from_start { 0 } else { self.disrupted };
        let booked = self.legs[index].scheduled_departure?;
        minutes_between(departure, booked, &self.stops[index].0)
    }

    /// Minutes by which a replacement arrives after the booking.
    #[must_use]
    pub fn arrives_late(&self, reroute: &Reroute) -> Option<i64> {
        let booked = self.legs.last()?.scheduled_arrival?;
        minutes_between(booked, reroute.arrival?, self.destination())
    }
}

/// An airport to name in a sentence.
#[must_use]
pub fn place(airport: &Airport) -> Place {
    Place {
        code: airport.code,
        city: airport.city,
    }
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
    let build =
        |from: usize, to: usize, unit: Unit| build(case, &stops, from..to, unit, first_day, data);
    let count = case.legs.len();
    let mut parts: Vec<Journey<'_>> = if !case.facts.single_booking {
        (0..count)
            .map(|index| build(index, index + 1, Unit::SeparateLeg))
            .collect()
    } else if let Some(turn) = turning_point(&stops) {
        vec![
            build(0, turn, Unit::OneWayOfReturn),
            build(turn, count, Unit::OneWayOfReturn),
        ]
    } else {
        vec![build(0, count, Unit::WholeBooking)]
    };
    // Silence about a part means that it ran, once another part is known to have failed.
    if parts.iter().all(|part| part.undisturbed) {
        parts.iter_mut().for_each(|part| part.undisturbed = false);
    }
    Ok(parts)
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

/// Where a booking that comes back to its start turns round: before the leg
/// that leaves its farthest point. Outbound and return are two flights, even on
/// one ticket (C-173/07 Emirates).
fn turning_point(stops: &[(Airport, Airport)]) -> Option<usize> {
    let start = &stops.first()?.0;
    if stops.len() < 2 || stops.last()?.1.code != start.code {
        return None;
    }
    let inner = stops[..stops.len() - 1].iter().enumerate();
    inner
        .max_by(|a, b| kilometres(start, &a.1.1).total_cmp(&kilometres(start, &b.1.1)))
        .map(|(index, _)| index + 1)
}

/// Puts one journey together.
fn build<'a>(
    case: &'a Case,
    all_stops: &[(Airport, Airport)],
    range: std::ops::Range<usize>,
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
    let sign = told.or_else(|| first_disrupted(legs, &stops));
    let undisturbed = sign.is_none();
    let disrupted = sign.unwrap_or_else(|| fallback(legs));
    let event = event_of(case, &range, unit);
    let alone = range.len() == case.legs.len();
    let reroute = case
        .facts
        .reroute
        .filter(|_| alone || takes_reroute(case, &range, unit));
    let debtor = debtor(legs, disrupted, day, data);
    let landed_at = case
        .facts
        .landed_at
        .and_then(|code| data.airport(code, day));
    Journey {
        legs,
        stops,
        day,
        unit,
        event,
        disrupted,
        undisturbed,
        debtor,
        landed_at,
        reroute,
        facts: &case.facts,
    }
}

/// What went wrong on a part of the case. Of separate bookings each leg's own
/// status says it; the passenger's word covers the leg it was said of.
fn event_of(case: &Case, range: &std::ops::Range<usize>, unit: Unit) -> Disruption {
    if unit != Unit::SeparateLeg || case.legs.len() == 1 {
        return case.disruption;
    }
    match case.legs[range.start].status {
        LegStatus::Cancelled => Disruption::Cancellation,
        LegStatus::Denied => Disruption::DeniedBoarding,
        LegStatus::Diverted => Disruption::Diversion,
        LegStatus::Missed => Disruption::MissedConnection,
        LegStatus::Operated if named_leg(case) == Some(range.start) => case.disruption,
        LegStatus::Operated if case.disruption == Disruption::BroughtForward => case.disruption,
        LegStatus::Operated => Disruption::Delay,
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
fn takes_reroute(case: &Case, range: &std::ops::Range<usize>, unit: Unit) -> bool {
    let failed = |leg: &Leg| match unit {
        Unit::SeparateLeg => {
            matches!(
                leg.status,
                LegStatus::Cancelled | LegStatus::Denied | LegStatus::Diverted
            )
        }
        _ => leg.status != LegStatus::Operated,
    };
    let first = case
        .disrupted_leg
        .or_else(|| case.legs.iter().position(failed));
    first.is_some_and(|index| range.contains(&index))
}

/// The first leg that did not run as booked, as far as times and statuses tell.
fn first_disrupted(legs: &[Leg], stops: &[(Airport, Airport)]) -> Option<usize> {
    for (index, (leg, (from, to))) in legs.iter().zip(stops).enumerate() {
        match leg.status {
            LegStatus::Missed => return Some(cause_of_missing(legs, index)),
            LegStatus::Operated => {
                let missed = legs
                    .get(index + 1)
                    .is_none_or(|n| n.status == LegStatus::Missed);
                let tolerated = if missed { 1 } else { PUNCTUAL };
                let late = late_in(leg, to).or_else(|| late_out(leg, from));
                let early = late_out(leg, from).is_some_and(|minutes| minutes < -60);
                if early || late.is_some_and(|minutes| minutes >= tolerated) {
                    return Some(index);
                }
            }
            LegStatus::Cancelled | LegStatus::Denied | LegStatus::Diverted => return Some(index),
        }
    }
    None
}

/// A missed leg ran; the one before it is to blame unless its times clear it.
fn cause_of_missing(legs: &[Leg], missed: usize) -> usize {
    match missed.checked_sub(1) {
        Some(before) if legs[before].actual_arrival.is_none() => before,
        _ => missed,
    }
}

/// Without any sign the last leg is where a delay showed.
fn fallback(legs: &[Leg]) -> usize {
    legs.len() - 1
}

/// Minutes a leg left late; negative when early.
fn late_out(leg: &Leg, from: &Airport) -> Option<i64> {
    minutes_between(leg.scheduled_departure?, leg.actual_departure?, from)
}

/// Minutes a leg arrived late; negative when early.
fn late_in(leg: &Leg, to: &Airport) -> Option<i64> {
    minutes_between(leg.scheduled_arrival?, leg.actual_arrival?, to)
}

/// The airline that answers: the operator of the failed leg, or the airline
/// under whose number that leg was sold if it flies another leg of the booking
/// (C-502/18; order C-367/20).
fn debtor(legs: &[Leg], disrupted: usize, day: Date, data: &impl ReferenceData) -> Debtor {
    let on = |leg: &Leg| leg.scheduled_departure.map_or(day, |time| time.date());
    let canonical = |code: CarrierCode, on: Date| data.carrier(code, on).map_or(code, |c| c.code);
    let failed = &legs[disrupted];
    let operator = canonical(failed.carrier(), on(failed));
    let seller = canonical(failed.seller(), on(failed));
    let own_leg = legs
        .iter()
        .find(|leg| canonical(leg.carrier(), on(leg)) == seller);
    let leg = match own_leg {
        Some(leg) if seller != operator => leg,
        _ => failed,
    };
    let known = data.carrier(leg.carrier(), on(leg));
    Debtor {
        code: canonical(leg.carrier(), on(leg)),
        licence: leg
            .carrier_licence
            .or_else(|| known.map(|carrier| carrier.licence)),
    }
}
