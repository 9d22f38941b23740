//! The booked legs and what became of them.

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZoneDatabase;
use reference::Embedded;
use rights::timeline::instant;
use rights::{Airport, Disruption, Iata, Leg, LegStatus, ReferenceData};

use crate::choices::Choices;
use crate::place::Home;
use crate::{day, place};

static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// What the clocks of an airport show at a moment.
#[must_use]
pub fn local_time(moment: Timestamp, airport: &Airport) -> Option<DateTime> {
    let zone = ZONES.get(airport.time_zone).ok()?;
    Some(moment.to_zoned(zone).datetime())
}

/// How an itinerary hangs together.
#[derive(Clone, Copy)]
enum Shape {
    /// Each leg starts where the one before ended.
    Onward,
    /// The same, and the last one comes back to the start.
    Return,
    /// Legs that need not meet.
    Loose,
}

/// The legs of a case.
pub fn legs(
    choices: &mut Choices<'_>,
    home: Home,
    disruption: Disruption,
    well_formed: bool,
) -> Vec<Leg> {
    let count = choices.of(&[1, 1, 1, 2, 2, 3, 4, 8]);
    let count = if !well_formed && choices.one_in(24) {
        0
    } else {
        count
    };
    let shape = choices.of(&[Shape::Onward, Shape::Onward, Shape::Return, Shape::Loose]);
    let fated = choices.number(0, (count - 1).max(0));
    let mut next = day::of_flight(choices);
    if !well_formed && choices.one_in(24) {
        next = day::any(choices);
    }
    let mut departure = day::clock(choices, next);
    let mut legs: Vec<Leg> = Vec::new();
    for index in 0..count {
        let (origin, destination) =
            ends(choices, home, shape, &legs, index + 1 == count, well_formed);
        let mut leg = booked(choices, home, origin, destination, departure);
        leg.status = status(choices, disruption, index == fated);
        happened(choices, &mut leg);
        if !well_formed {
            spoil(choices, &mut leg);
        }
        let landed = leg.scheduled_arrival.unwrap_or(departure);
        departure = day::later(
            landed,
            choices.of(&[90, 45, 14, 15, 16, 600, 1439, 1440, 1441, 9000]),
        );
        legs.push(leg);
    }
    if well_formed {
        put_in_order(&mut legs);
    }
    legs
}

/// Where a leg starts and ends.
fn ends(
    choices: &mut Choices<'_>,
    home: Home,
    shape: Shape,
    before: &[Leg],
    is_last: bool,
    well_formed: bool,
) -> (Iata, Iata) {
    let previous = before.last().map(|leg| leg.destination);
    let origin = match (shape, previous) {
        (Shape::Onward | Shape::Return, Some(previous)) => previous,
        _ => place::airport(choices, home, well_formed),
    };
    let start = before.first().map(|leg| leg.origin);
    let destination = match (shape, start) {
        (Shape::Return, Some(start)) if is_last => start,
        _ => place::airport(choices, home, well_formed),
    };
    if well_formed && origin == destination {
        return (origin, elsewhere(origin));
    }
    (origin, destination)
}

/// An airport that is not this one.
fn elsewhere(origin: Iata) -> Iata {
    let far = ["JFK", "CDG"].map(|code| code.parse::<Iata>().ok());
    let other = far.into_iter().flatten().find(|code| *code != origin);
    other.unwrap_or(origin)
}

/// A leg as booked.
fn booked(
    choices: &mut Choices<'_>,
    home: Home,
    origin: Iata,
    destination: Iata,
    departure: DateTime,
) -> Leg {
    let flown = choices.of(&[
        125, 45, 60, 61, 119, 120, 121, 179, 180, 181, 420, 660, 1000,
    ]);
    Leg {
        flight: place::flight(choices, home),
        operating_carrier: choices.rarely(4, |choices| place::carrier(choices, home)),
        marketing_flight: choices.rarely(6, |choices| place::flight(choices, home)),
        carrier_licence: choices.rarely(6, |choices| place::country(choices, true)),
        origin,
        destination,
        scheduled_departure: Some(departure),
        scheduled_arrival: Some(arrival(departure, origin, destination, flown)),
        actual_departure: None,
        actual_arrival: None,
        status: LegStatus::Operated,
    }
}

/// What the clocks at the destination show so many minutes after a departure.
fn arrival(departure: DateTime, origin: Iata, destination: Iata, flown: i64) -> DateTime {
    let find = |code| Embedded.airport(code, departure.date());
    let there = || {
        let left = instant(departure, &find(origin)?)?;
        let moment = Timestamp::from_second(left.as_second().checked_add(flown * 60)?).ok()?;
        // Zones had odd seconds before there was standard time.
        let shown = local_time(moment, &find(destination)?)?;
        shown.with().second(0).subsec_nanosecond(0).build().ok()
    };
    there().unwrap_or_else(|| day::later(departure, flown))
}

/// What became of a leg: mostly what the passenger tells of.
fn status(choices: &mut Choices<'_>, disruption: Disruption, fated: bool) -> LegStatus {
    const ALL: [LegStatus; 5] = [
        LegStatus::Operated,
        LegStatus::Cancelled,
        LegStatus::Missed,
        LegStatus::Denied,
        LegStatus::Diverted,
    ];
    if choices.one_in(8) {
        return choices.of(&ALL);
    }
    match disruption {
        _ if !fated => LegStatus::Operated,
        Disruption::Cancellation => LegStatus::Cancelled,
        Disruption::DeniedBoarding => LegStatus::Denied,
        Disruption::MissedConnection => LegStatus::Missed,
        Disruption::Diversion => LegStatus::Diverted,
        Disruption::Delay
        | Disruption::Downgrade
        | Disruption::BroughtForward
        | Disruption::Baggage => LegStatus::Operated,
    }
}

/// Real times, as far as known.
fn happened(choices: &mut Choices<'_>, leg: &mut Leg) {
    let late = day::delay(choices);
    let made_up = choices.of(&[0, 0, 0, 30, -30]);
    if !choices.one_in(3) {
        leg.actual_departure = leg.scheduled_departure.map(|time| day::later(time, late));
    }
    if !choices.one_in(4) {
        let arrival = |time| day::later(time, late + made_up);
        leg.actual_arrival = leg.scheduled_arrival.map(arrival);
    }
}

/// Takes away and distorts what the parser would not let pass.
fn spoil(choices: &mut Choices<'_>, leg: &mut Leg) {
    let any_time = |choices: &mut Choices<'_>| {
        let day = day::any(choices);
        Some(day::clock(choices, day))
    };
    match choices.number(0, 20) {
        1 => leg.scheduled_departure = None,
        2 => leg.scheduled_arrival = None,
        3 => (leg.scheduled_departure, leg.scheduled_arrival) = (None, None),
        4 => leg.scheduled_departure = any_time(choices),
        5 => leg.scheduled_arrival = any_time(choices),
        6 => leg.actual_departure = any_time(choices),
        7 => leg.actual_arrival = any_time(choices),
        8 => leg.carrier_licence = Some(place::country(choices, false)),
        _ => {}
    }
}

/// Drops real times that the order of events forbids, and legs that would leave
/// before the one before.
fn put_in_order(legs: &mut Vec<Leg>) {
    for leg in legs.iter_mut() {
        let find = |code| Embedded.airport(code, leg.scheduled_departure?.date());
        let moment = |time: Option<DateTime>, code| instant(time?, &find(code)?);
        let left = moment(leg.actual_departure, leg.origin);
        let landed = moment(leg.actual_arrival, leg.destination);
        if left.is_some() && landed.is_some() && landed < left {
            leg.actual_departure = None;
        }
    }
    let mut previous = None;
    legs.retain(|leg| {
        let find = |code| Embedded.airport(code, leg.scheduled_departure?.date());
        let left = find(leg.origin).and_then(|at| instant(leg.scheduled_departure?, &at));
        let landed = find(leg.destination).and_then(|at| instant(leg.scheduled_arrival?, &at));
        let fits = left.is_some() && landed >= left && left >= previous;
        if fits {
            previous = left;
        }
        fits
    });
}
