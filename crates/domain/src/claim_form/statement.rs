use jiff::civil::{Date, DateTime};
use rights::{Case, Disruption, Facts, Leg, LegStatus, Reroute};

use super::{
    Answers, Arrival, Event, Flights, Journey, Notice, OneBooking, Replacement, Schedule,
    StatedReason, Step, StepContext, Trip, parse_arrival, parse_event, parse_flights, parse_notice,
    parse_reason, parse_replacement, parse_schedule, parse_trip,
};

/// What happened, as the passenger states it: all that the verdict needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// From where to where.
    pub trip: Trip,
    /// With which flights.
    pub flights: Flights,
    /// The booked times.
    pub schedule: Schedule,
    /// What went wrong.
    pub happening: Happening,
    /// What the airline said.
    pub reason: StatedReason,
}

/// What went wrong, with what is asked about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happening {
    /// Late at the end.
    Late(Arrival),
    /// A flight was cancelled.
    Cancelled {
        /// When that was announced.
        notice: Notice,
        /// What was offered instead.
        replacement: Replacement,
    },
}

impl Statement {
    /// Reads all answers up to the verdict.
    ///
    /// # Errors
    /// The step that has to be answered first.
    pub fn parse(answers: &Answers, context: &StepContext) -> Result<Self, Step> {
        let at = |step| move |_| step;
        let event = parse_event(answers).map_err(at(Step::WhatWentWrong))?;
        let trip = parse_trip(answers, context).map_err(at(Step::Trip))?;
        let flights = parse_flights(answers, context).map_err(at(Step::Flights))?;
        let schedule = parse_schedule(answers, event, context).map_err(at(Step::Schedule))?;
        let happening = match event {
            Event::Delay => {
                Happening::Late(parse_arrival(answers, context).map_err(at(Step::Arrival))?)
            }
            Event::Cancellation => Happening::Cancelled {
                notice: parse_notice(answers).map_err(at(Step::Notice))?,
                replacement: parse_replacement(answers, context).map_err(at(Step::Replacement))?,
            },
            Event::Other => return Err(Journey::new(answers, context).furthest()),
        };
        let reason = parse_reason(answers).map_err(at(Step::Reason))?;
        Ok(Self {
            trip,
            flights,
            schedule,
            happening,
            reason,
        })
    }

    /// The case the rights engine judges.
    pub fn to_case(&self, assessed_on: Date) -> Case {
        Case {
            legs: self.legs(),
            disruption: match self.happening {
                Happening::Late(_) => Disruption::Delay,
                Happening::Cancelled { .. } => Disruption::Cancellation,
            },
            facts: self.facts(),
            assessed_on,
            disrupted_leg: Some(self.flights.trouble),
            departure_day: Some(self.flights.day),
        }
    }

    /// The trip's flights. Times are only known where the form asks for them.
    fn legs(&self) -> Vec<Leg> {
        let mut legs: Vec<Leg> = self
            .trip
            .airports()
            .windows(2)
            .zip(&self.flights.booked)
            .map(|(airports, booked)| Leg {
                flight: booked.number,
                operating_carrier: booked.operated_by,
                marketing_flight: None,
                carrier_licence: None,
                origin: airports[0],
                destination: airports[1],
                scheduled_departure: None,
                scheduled_arrival: None,
                actual_departure: None,
                actual_arrival: None,
                status: LegStatus::Operated,
            })
            .collect();
        if let Some(trouble) = legs.get_mut(self.flights.trouble) {
            trouble.scheduled_departure = self.schedule.departure;
            if matches!(self.happening, Happening::Cancelled { .. }) {
                trouble.status = LegStatus::Cancelled;
            }
        }
        if let Some(last) = legs.last_mut() {
            last.scheduled_arrival = Some(self.schedule.arrival);
            if let Happening::Late(Arrival::At(at)) = self.happening {
                last.actual_arrival = Some(at);
            }
        }
        legs
    }

    fn facts(&self) -> Facts {
        let mut facts = Facts {
            single_booking: self.trip.one_booking != OneBooking::No,
            cause: self.reason.cause(),
            ..Facts::default()
        };
        match self.happening {
            Happening::Late(arrival) => {
                facts.reroute = reroute_of_late(arrival);
                facts.refund_chosen = arrival == Arrival::MoneyBack;
                facts.travelled = arrival != Arrival::GaveUp;
            }
            Happening::Cancelled {
                notice,
                replacement,
            } => {
                facts.notice_days = notice.days();
                facts.reroute = reroute(replacement);
                facts.refund_chosen = matches!(replacement, Replacement::Refused(_));
            }
        }
        facts
    }
}

fn reroute(replacement: Replacement) -> Option<Reroute> {
    match replacement {
        Replacement::Taken(offer) | Replacement::Refused(offer) => Some(Reroute {
            departure: Some(offer.departure),
            arrival: Some(offer.arrival),
            accepted: Some(matches!(replacement, Replacement::Taken(_))),
            self_arranged: false,
        }),
        Replacement::OwnWay(arrival) => Some(own_way(arrival)),
        Replacement::Nothing => None,
    }
}

/// Another way to the end of a late trip, with the one time that is known.
fn reroute_of_late(arrival: Arrival) -> Option<Reroute> {
    match arrival {
        Arrival::Rerouted(at) => Some(Reroute {
            departure: None,
            arrival: Some(at),
            accepted: Some(true),
            self_arranged: false,
        }),
        Arrival::OwnWay(at) => Some(own_way(at)),
        Arrival::At(_) | Arrival::MoneyBack | Arrival::GaveUp => None,
    }
}

/// Nothing the airline offered, so nothing the passenger accepted.
fn own_way(arrival: DateTime) -> Reroute {
    Reroute {
        departure: None,
        arrival: Some(arrival),
        accepted: Some(false),
        self_arranged: true,
    }
}
