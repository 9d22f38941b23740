//! From a statement to its stored form, and back for who judges it again.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use rights::{Iata, ReferenceData};

use super::{
    AirportV1, ArrivalV1, ArrivalWay, Declaration, DeclarationV1, DisruptionV1, FlightV1,
    LocalTimeV1, ReplacementV1, ReplacementWay, StatementV1,
};
use crate::claim_form::{
    Arrival, BookedFlight, Flights, Offer, Replacement, Schedule, StatedDisruption, Statement, Trip,
};

impl Statement {
    /// The stored form of a statement whose declarations were made at
    /// `declared_at`, or not yet.
    pub fn snapshot(
        &self,
        declared_at: Option<Timestamp>,
        data: &impl ReferenceData,
    ) -> StatementV1 {
        let day = self.flights.day;
        let airports = self.trip.airports();
        // What was offered instead leaves from where the flight that went wrong did.
        let left = airports.get(self.flights.disrupted).copied();
        let leaves = |local| local_time(local, left.unwrap_or(self.trip.origin()), data);
        let arrives = |local| local_time(local, self.trip.destination(), data);
        let declared = |at| {
            [Declaration::IsTrue, Declaration::MayAct].map(|what| DeclarationV1 {
                what: what.into(),
                at,
            })
        };
        StatementV1 {
            version: StatementV1::VERSION,
            airports: airports
                .iter()
                .map(|code| airport(*code, day, data))
                .collect(),
            one_booking: self.trip.one_booking.into(),
            flights: self.flights.booked.iter().map(flight).collect(),
            first_day: day,
            disrupted_flight: self.flights.disrupted,
            booked_departure: self.schedule.departure.map(leaves),
            booked_arrival: arrives(self.schedule.arrival),
            disruption: disruption(self.disruption, leaves, arrives),
            reason: self.reason.into(),
            declarations: declared_at.into_iter().flat_map(declared).collect(),
        }
    }
}

fn airport(code: Iata, day: Date, data: &impl ReferenceData) -> AirportV1 {
    let known = data.airport(code, day);
    AirportV1 {
        code,
        city: known
            .map(|airport| airport.city.to_owned())
            .unwrap_or_default(),
        zone: known
            .map(|airport| airport.time_zone.to_owned())
            .unwrap_or_default(),
    }
}

fn flight(booked: &BookedFlight) -> FlightV1 {
    FlightV1 {
        number: booked.number,
        carrier: booked.operated_by.unwrap_or(booked.number.carrier()),
        operated_by: booked.operated_by,
    }
}

fn local_time(local: DateTime, at: Iata, data: &impl ReferenceData) -> LocalTimeV1 {
    let airport = data.airport(at, local.date());
    LocalTimeV1 {
        local,
        zone: airport
            .map(|airport| airport.time_zone.to_owned())
            .unwrap_or_default(),
        instant: airport.and_then(|airport| rights::timeline::instant(local, &airport)),
    }
}

fn disruption(
    stated: StatedDisruption,
    leaves: impl Fn(DateTime) -> LocalTimeV1,
    arrives: impl Fn(DateTime) -> LocalTimeV1,
) -> DisruptionV1 {
    match stated {
        StatedDisruption::Late(arrival) => {
            let way = match arrival {
                Arrival::At(_) => ArrivalWay::Booked,
                Arrival::Rerouted(_) => ArrivalWay::Rerouted,
                Arrival::OwnWay(_) => ArrivalWay::OwnWay,
                Arrival::MoneyBack => ArrivalWay::MoneyBack,
                Arrival::GaveUp => ArrivalWay::GaveUp,
            };
            DisruptionV1::Delay {
                arrival: ArrivalV1 {
                    way: way.into(),
                    at: arrival.time().map(arrives),
                },
            }
        }
        StatedDisruption::Cancelled {
            notice,
            replacement,
        } => {
            let (way, departure, arrival) = match replacement {
                Replacement::Taken(offer) => (
                    ReplacementWay::Taken,
                    Some(offer.departure),
                    Some(offer.arrival),
                ),
                Replacement::Refused(offer) => (
                    ReplacementWay::Refused,
                    Some(offer.departure),
                    Some(offer.arrival),
                ),
                Replacement::OwnWay(at) => (ReplacementWay::OwnWay, None, Some(at)),
                Replacement::Nothing => (ReplacementWay::Nothing, None, None),
            };
            DisruptionV1::Cancellation {
                notice: notice.into(),
                replacement: ReplacementV1 {
                    way: way.into(),
                    departure: departure.map(leaves),
                    arrival: arrival.map(arrives),
                },
            }
        }
    }
}

impl StatementV1 {
    /// The statement that was stored, for who judges it again; `None` if a word
    /// of it is not known here.
    pub fn to_statement(&self) -> Option<Statement> {
        let airports = self.airports.iter().map(|airport| airport.code).collect();
        let booked = self.flights.iter().map(|flight| BookedFlight {
            number: flight.number,
            operated_by: flight.operated_by,
        });
        let disruption = match &self.disruption {
            DisruptionV1::Delay { arrival } => StatedDisruption::Late(late(arrival)?),
            DisruptionV1::Cancellation {
                notice,
                replacement,
            } => StatedDisruption::Cancelled {
                notice: notice.known()?,
                replacement: replaced(replacement)?,
            },
            DisruptionV1::Unknown => return None,
        };
        Some(Statement {
            trip: Trip::of(airports, self.one_booking.known()?)?,
            flights: Flights {
                booked: booked.collect(),
                day: self.first_day,
                disrupted: self.disrupted_flight,
            },
            schedule: Schedule {
                departure: self.booked_departure.as_ref().map(|at| at.local),
                arrival: self.booked_arrival.local,
            },
            disruption,
            reason: self.reason.known()?,
        })
    }
}

fn late(arrival: &ArrivalV1) -> Option<Arrival> {
    let at = arrival.at.as_ref().map(|at| at.local);
    Some(match arrival.way.known()? {
        ArrivalWay::Booked => Arrival::At(at?),
        ArrivalWay::Rerouted => Arrival::Rerouted(at?),
        ArrivalWay::OwnWay => Arrival::OwnWay(at?),
        ArrivalWay::MoneyBack => Arrival::MoneyBack,
        ArrivalWay::GaveUp => Arrival::GaveUp,
    })
}

fn replaced(replacement: &ReplacementV1) -> Option<Replacement> {
    let arrival = replacement.arrival.as_ref().map(|at| at.local);
    let departure = replacement.departure.as_ref().map(|at| at.local);
    let offer = departure
        .zip(arrival)
        .map(|(departure, arrival)| Offer { departure, arrival });
    Some(match replacement.way.known()? {
        ReplacementWay::Taken => Replacement::Taken(offer?),
        ReplacementWay::Refused => Replacement::Refused(offer?),
        ReplacementWay::OwnWay => Replacement::OwnWay(arrival?),
        ReplacementWay::Nothing => Replacement::Nothing,
    })
}
