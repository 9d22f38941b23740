//! International carriage (Art 1(2)): between two states parties, or within one
//! if a stop is agreed in another state.

use crate::code::Country;
use crate::finding::montreal::Finding;
use crate::journey::{Journey, Unit, place};
use crate::reference::{Airport, ReferenceData};
use crate::rule::Rule;

use super::rule;

/// What a journey is to the Convention.
pub enum Carriage {
    /// International carriage.
    International(Finding),
    /// Not known well enough; a person decides.
    Open(Rule, Finding),
    /// No international carriage.
    NotCovered(Finding),
}

/// An end of the journey.
struct End<'a> {
    airport: &'a Airport,
    /// The state it lies in, territories counted to theirs.
    state: Country,
    /// Whether the state is bound; `None`: not known.
    bound: Option<bool>,
}

/// Judges the booked ends and stops.
pub fn of(journey: &Journey<'_>, data: &impl ReferenceData) -> Carriage {
    let from = end(journey.origin(), journey, data);
    let to = end(journey.destination(), journey, data);
    let (origin, destination) = (place(from.airport), place(to.airport));
    if from.state == to.state {
        let Some(stop) = stop_abroad(from.state, journey, data) else {
            return Carriage::NotCovered(Finding::NotInternational {
                origin,
                destination,
            });
        };
        let finding = Finding::StopAbroad { stop: place(stop) };
        return by_state(&from, finding);
    }
    let finding = Finding::BetweenStates {
        origin,
        destination,
    };
    match (from.bound, to.bound) {
        (Some(true), Some(true)) => Carriage::International(finding),
        (Some(true), _) | (_, Some(true)) if journey.unit == Unit::OneWayOfReturn => {
            let bound = if from.bound == Some(true) { &from } else { &to };
            part_of_a_ticket(bound, journey, data)
        }
        (Some(true), _) => by_state(&to, finding),
        (Some(false), _) => by_state(&from, finding),
        (None, Some(false)) => by_state(&to, finding),
        (None, _) => by_state(&from, finding),
    }
}

/// What the standing of one state makes of the journey.
fn by_state(end: &End<'_>, finding: Finding) -> Carriage {
    let airport = place(end.airport);
    match end.bound {
        Some(true) => Carriage::International(finding),
        Some(false) => Carriage::NotCovered(Finding::StateNotBound { airport }),
        None => Carriage::Open(rule::STATE, Finding::StateUnknown { airport }),
    }
}

/// A part of a ticket that touches one bound state only. What was booked as one is
/// one carriage (Art 1(3)), and it is where the whole of it starts and ends that
/// decides: in one bound state with a stop in any other, bound or not, or in two bound
/// states (Art 1(2)). Where the whole is not covered in either way, whether the parties
/// regarded it as one is for a person.
fn part_of_a_ticket(bound: &End<'_>, journey: &Journey<'_>, data: &impl ReferenceData) -> Carriage {
    let (start, finish) = &journey.ticket;
    let (start, finish) = (end(start, journey, data), end(finish, journey, data));
    let ends = [journey.origin(), journey.destination()].into_iter();
    let mut abroad = ends.filter(|airport| end(airport, journey, data).state != start.state);
    if let Some(stop) = abroad.next().filter(|_| start.state == finish.state) {
        return by_state(&start, Finding::StopAbroad { stop: place(stop) });
    }
    if start.bound == Some(true) && finish.bound == Some(true) {
        let (origin, destination) = (place(start.airport), place(finish.airport));
        return Carriage::International(Finding::BetweenStates {
            origin,
            destination,
        });
    }
    let airport = place(bound.airport);
    Carriage::Open(rule::RETURN_TICKET, Finding::ReturnTicketOpen { airport })
}

/// An end with its state. A country the list does not have stands for itself.
fn end<'a>(airport: &'a Airport, journey: &Journey<'_>, data: &impl ReferenceData) -> End<'a> {
    let known = data.treaty_state(airport.country, journey.day);
    End {
        airport,
        state: known.map_or(airport.country, |found| found.state),
        bound: known.and_then(|found| found.bound),
    }
}

/// A booked stop in another state.
fn stop_abroad<'a>(
    state: Country,
    journey: &'a Journey<'_>,
    data: &impl ReferenceData,
) -> Option<&'a Airport> {
    let mut stops = journey.stops.iter().map(|(_, to)| to);
    stops.find(|airport| end(airport, journey, data).state != state)
}
