use jiff::civil::{Date, DateTime};
use rights::{Case, Disruption, Facts, Leg, LegStatus, Reroute};

use super::{
    Answers, Arrival, DisruptionKind, Flights, Journey, Notice, OneBooking, Reading, Replacement,
    Schedule, StatedReason, Step, StepContext, Trip,
};

/// What happened, as the passenger states it: all that the assessment needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// From where to where.
    pub trip: Trip,
    /// With which flights.
    pub flights: Flights,
    /// The booked times.
    pub schedule: Schedule,
    /// What went wrong.
    pub disruption: StatedDisruption,
    /// What the airline said.
    pub reason: StatedReason,
}

/// What went wrong, with what is asked about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatedDisruption {
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
    /// Reads all answers up to the assessment.
    ///
    /// # Errors
    /// The step that has to be answered first.
    pub fn parse(answers: &Answers, context: &StepContext) -> Result<Self, Step> {
        let at = |step| move |_| step;
        let pages = Reading::new(answers, context);
        let kind = pages.disruption().map_err(at(Step::WhatWentWrong))?;
        let trip = pages.trip().map_err(|_| Step::Trip)?.clone();
        let flights = pages.flights().map_err(|_| Step::Flights)?.clone();
        let schedule = pages.schedule().map_err(at(Step::Schedule))?;
        let disruption = match kind {
            DisruptionKind::Delay => {
                StatedDisruption::Late(pages.arrival().map_err(at(Step::Arrival))?)
            }
            DisruptionKind::Cancellation => StatedDisruption::Cancelled {
                notice: pages.notice().map_err(at(Step::Notice))?,
                replacement: pages.replacement().map_err(at(Step::Replacement))?,
            },
            DisruptionKind::Other => return Err(Journey::new(answers, context).furthest()),
        };
        let reason = pages.reason().map_err(at(Step::Reason))?;
        Ok(Self {
            trip,
            flights,
            schedule,
            disruption,
            reason,
        })
    }

    /// The case the rights engine judges.
    pub fn to_case(&self, assessed_on: Date) -> Case {
        Case {
            legs: self.legs(),
            disruption: match self.disruption {
                StatedDisruption::Late(_) => Disruption::Delay,
                StatedDisruption::Cancelled { .. } => Disruption::Cancellation,
            },
            facts: self.facts(),
            assessed_on,
            disrupted_leg: Some(self.flights.disrupted),
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
        if let Some(disrupted) = legs.get_mut(self.flights.disrupted) {
            disrupted.scheduled_departure = self.schedule.departure;
            if matches!(self.disruption, StatedDisruption::Cancelled { .. }) {
                disrupted.status = LegStatus::Cancelled;
            }
        }
        if let Some(last) = legs.last_mut() {
            last.scheduled_arrival = Some(self.schedule.arrival);
            if let StatedDisruption::Late(Arrival::At(at)) = self.disruption {
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
        match self.disruption {
            StatedDisruption::Late(arrival) => {
                facts.reroute = reroute_of_late(arrival);
                facts.refund_chosen = arrival == Arrival::MoneyBack;
                facts.travelled = arrival != Arrival::GaveUp;
            }
            StatedDisruption::Cancelled {
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
