use domain::claim_form::{BookedFlight, Replacement, StatedDisruption, Statement};
use jiff::civil::DateTime;
use leptos::prelude::*;
use text::{format, places::TripView, tr};

use super::VerdictWords;
use crate::ui::{Note, Route, RouteLeg, RouteStop};

impl VerdictWords<'_> {
    /// The route with what became of it.
    pub fn route(&self, label: String) -> Option<AnyView> {
        let language = self.language();
        let statement = self.statement();
        let trip = TripView::of(language, &statement.trip)?;
        let last = trip.airports.len() - 1;
        let stops = trip
            .airports
            .into_iter()
            .enumerate()
            .map(|(place, airport)| RouteStop {
                code: airport.code,
                city: airport.city,
                notes: match place {
                    0 => vec![Note::Plain(format::short_day(
                        language,
                        statement.flights.day,
                    ))],
                    place if place == last => self.arrival_notes(),
                    _ => vec![Note::Plain(tr!(language, claim_form.stop_change))],
                },
                leg: statement
                    .flights
                    .booked
                    .get(place)
                    .map(|flight| self.leg(place, flight)),
            });
        let stops = stops.collect();
        Some(view! { <Route label stops /> }.into_any())
    }

    fn leg(&self, place: usize, flight: &BookedFlight) -> RouteLeg {
        let statement = self.statement();
        let trouble = place == statement.flights.trouble;
        let cancelled =
            trouble && matches!(statement.disruption, StatedDisruption::Cancelled { .. });
        let word = match (trouble, cancelled) {
            (true, true) => Some(tr!(self.language(), verdict.leg_cancelled)),
            (true, false) => Some(tr!(self.language(), verdict.leg_late)),
            (false, _) => None,
        };
        RouteLeg {
            flight: flight.number.to_string(),
            carrier: None,
            word,
            missed: cancelled,
        }
    }

    fn arrival_notes(&self) -> Vec<Note> {
        let language = self.language();
        let statement = self.statement();
        let booked = format::stop_moment(language, statement.schedule.arrival);
        match arrived(statement) {
            Some(at) => vec![
                Note::Struck(tr!(language, verdict.booked), booked),
                Note::Late(
                    tr!(language, verdict.arrived),
                    format::stop_moment(language, at),
                ),
            ],
            None => vec![Note::Plain(format!(
                "{} {booked}",
                tr!(language, verdict.booked)
            ))],
        }
    }
}

/// When the passenger arrived, where the statement says so.
pub(super) fn arrived(statement: &Statement) -> Option<DateTime> {
    match statement.disruption {
        StatedDisruption::Late(arrival) => arrival.time(),
        StatedDisruption::Cancelled {
            replacement: Replacement::Taken(offer),
            ..
        } => Some(offer.arrival),
        StatedDisruption::Cancelled {
            replacement: Replacement::OwnWay(at),
            ..
        } => Some(at),
        StatedDisruption::Cancelled { .. } => None,
    }
}
