//! What only reference data can tell: airports that exist, and times in their
//! order once the time zones are known.

use jiff::Timestamp;
use jiff::civil::DateTime;

use super::keys::MOST_MINUTES;
use super::reader::Faults;
use crate::case::Leg;
use crate::code::{Forum, Iata};
use crate::facts::Facts;
use crate::reference::{Airport, ReferenceData};
use crate::timeline::{instant, landing};

/// Checks the legs that could be read, and the facts. A leg with a fault of its
/// own (`None`) does not keep the others from being looked at.
pub fn check(legs: &[Option<Leg>], facts: &Facts, data: &impl ReferenceData, faults: &mut Faults) {
    let mut previous = None;
    for (index, leg) in legs.iter().enumerate() {
        let Some(leg) = leg else { continue };
        let path = format!("legs[{index}]");
        countries(leg, &path, data, faults);
        let origin = airport(leg, leg.origin, &format!("{path}.origin"), data, faults);
        let destination = airport(
            leg,
            leg.destination,
            &format!("{path}.destination"),
            data,
            faults,
        );
        let (Some(origin), Some(destination)) = (origin, destination) else {
            continue;
        };
        if leg.origin == leg.destination {
            let message = "must be another airport than the origin";
            faults.add(&format!("{path}.destination"), "invalid_value", message);
        }
        within_leg(leg, &origin, &destination, &path, faults);
        let departure = leg
            .scheduled_departure
            .and_then(|time| landing(time, &origin, previous));
        between_legs(previous, departure, &path, faults);
        previous = departure.or(previous);
    }
    places(legs, facts, data, faults);
    reroute(legs, facts, data, faults);
}

/// The licence must be of a country there is.
fn countries(leg: &Leg, path: &str, data: &impl ReferenceData, faults: &mut Faults) {
    let day = leg
        .scheduled_departure
        .map(|time| time.date())
        .unwrap_or_default();
    if leg
        .carrier_licence
        .is_some_and(|country| data.zone(country, day).is_none())
    {
        faults.add(
            &format!("{path}.carrier_licence"),
            "unknown_country",
            "is no country",
        );
    }
}

/// The airport must be known on the day of the leg.
fn airport(
    leg: &Leg,
    code: Iata,
    path: &str,
    data: &impl ReferenceData,
    faults: &mut Faults,
) -> Option<Airport> {
    let day = leg
        .scheduled_departure
        .map(|time| time.date())
        .unwrap_or_default();
    let found = data.airport(code, day);
    if found.is_none() {
        faults.add(path, "unknown_airport", no_airport(code, data));
    }
    found
}

/// The message for a code that is no airport's.
fn no_airport(code: Iata, data: &impl ReferenceData) -> String {
    let meaning = data.no_airport(code).unwrap_or_default();
    format!("is no airport we know: {code} {meaning}")
        .trim_end()
        .to_owned()
}

/// No flight lands before it leaves, once both clocks are read in their zones.
fn within_leg(leg: &Leg, from: &Airport, to: &Airport, path: &str, faults: &mut Faults) {
    let pairs = [
        (leg.scheduled_departure, leg.scheduled_arrival, "scheduled"),
        (leg.actual_departure, leg.actual_arrival, "actual"),
    ];
    for (departure, arrival, kind) in pairs {
        let left = departure.and_then(|time| instant(time, from));
        let landed = arrival.and_then(|time| landing(time, to, left));
        if let (Some(left), Some(landed)) = (left, landed)
            && landed < left
        {
            let message = format!("lies before {kind}_departure in the airports' time zones");
            faults.add(&format!("{path}.{kind}_arrival"), "wrong_order", message);
        }
    }
    let booked = [
        (leg.scheduled_departure, leg.actual_departure, "departure"),
        (leg.scheduled_arrival, leg.actual_arrival, "arrival"),
    ];
    for (scheduled, actual, kind) in booked {
        not_far(scheduled, actual, &format!("{path}.actual_{kind}"), faults);
    }
}

/// What happened, happened within a year or so of what was booked: anything else
/// is a slip of the pen that would become a delay of that length.
fn not_far(scheduled: Option<DateTime>, actual: Option<DateTime>, path: &str, faults: &mut Faults) {
    if let (Some(scheduled), Some(actual)) = (scheduled, actual)
        && scheduled.duration_until(actual).as_mins().unsigned_abs() > u64::from(MOST_MINUTES)
    {
        let message = "lies more than a year from what was booked";
        faults.add(path, "invalid_time", message);
    }
}

/// Legs stand in the order in which they leave.
fn between_legs(
    previous: Option<Timestamp>,
    departure: Option<Timestamp>,
    path: &str,
    faults: &mut Faults,
) {
    if let (Some(previous), Some(departure)) = (previous, departure)
        && departure < previous
    {
        let message = "lies before the departure of the leg before";
        faults.add(
            &format!("{path}.scheduled_departure"),
            "wrong_order",
            message,
        );
    }
}

/// Airports and countries named in the facts.
fn places(legs: &[Option<Leg>], facts: &Facts, data: &impl ReferenceData, faults: &mut Faults) {
    let day = legs
        .iter()
        .flatten()
        .find_map(|leg| leg.scheduled_departure);
    let day = day.map(|time| time.date()).unwrap_or_default();
    if let Some(code) = facts.landed_at
        && data.airport(code, day).is_none()
    {
        faults.add("facts.landed_at", "unknown_airport", no_airport(code, data));
    }
    if let Some(Forum::Country(country)) = facts.forum
        && data.zone(country, day).is_none()
    {
        faults.add("facts.forum", "unknown_country", "is no country");
    }
}

/// A replacement arrives after it leaves, wherever on the journey it starts.
fn reroute(legs: &[Option<Leg>], facts: &Facts, data: &impl ReferenceData, faults: &mut Faults) {
    let Some(reroute) = facts.reroute else { return };
    let last = legs.last().and_then(Option::as_ref);
    let booked = last.and_then(|leg| leg.scheduled_arrival);
    not_far(booked, reroute.arrival, "facts.reroute.arrival", faults);
    let (Some(departure), Some(arrival), Some(last)) = (reroute.departure, reroute.arrival, last)
    else {
        return;
    };
    let starts = legs
        .iter()
        .flatten()
        .filter_map(|leg| data.airport(leg.origin, departure.date()));
    let left = starts.filter_map(|start| instant(departure, &start)).min();
    let end = data.airport(last.destination, arrival.date());
    let landed = end.and_then(|end| landing(arrival, &end, left));
    if landed.is_some() && landed < left {
        let message = "lies before departure in the airports' time zones";
        faults.add("facts.reroute.arrival", "wrong_order", message);
    }
}
