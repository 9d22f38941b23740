use domain::statement::{AirportV1, FlightV1};
use leptos::prelude::*;
use text::{format, places, tr};

use super::AssessmentWords;
use crate::ui::{Note, Route, RouteLeg, RouteStop};

impl AssessmentWords<'_> {
    /// The route with what became of it.
    pub fn route(&self, label: String) -> AnyView {
        let statement = self.statement();
        let last = statement.airports.len().saturating_sub(1);
        let stops = statement.airports.iter().enumerate();
        let stops = stops.map(|(place, airport)| RouteStop {
            code: airport.code.to_string(),
            city: self.place(airport),
            notes: self.notes(place, last),
            leg: statement
                .flights
                .get(place)
                .map(|flight| self.leg(place, flight)),
        });
        let stops = stops.collect();
        view! { <Route label stops /> }.into_any()
    }

    /// The city of an airport, as it was stored.
    pub(super) fn city(&self, airport: &AirportV1) -> String {
        let city = places::city(airport.code, Some(&airport.city), self.language());
        city.unwrap_or_default()
    }

    /// Its city and country.
    fn place(&self, airport: &AirportV1) -> String {
        let place = places::place(airport.code, Some(&airport.city), self.language());
        place.unwrap_or_default()
    }

    fn notes(&self, place: usize, last: usize) -> Vec<Note> {
        let language = self.language();
        match place {
            0 => vec![Note::Plain(format::short_day(
                language,
                self.statement().first_day,
            ))],
            place if place == last => self.arrival_notes(),
            _ => vec![Note::Plain(tr!(language, claim_form.stop_change))],
        }
    }

    fn leg(&self, place: usize, flight: &FlightV1) -> RouteLeg {
        let statement = self.statement();
        let disrupted = place == statement.disrupted_flight;
        let cancelled = disrupted && statement.is_cancelled();
        let word = match (disrupted, cancelled) {
            (true, true) => Some(tr!(self.language(), assessment.leg_cancelled)),
            (true, false) if !self.is_on_time() => Some(tr!(self.language(), assessment.leg_late)),
            _ => None,
        };
        RouteLeg {
            flight: flight.number.to_string(),
            carrier: None,
            word,
            missed: cancelled,
        }
    }

    /// Whether the passenger came no later than booked.
    fn is_on_time(&self) -> bool {
        let late = self.assessment().delay_minutes;
        late.is_some_and(|minutes| minutes <= 0)
    }

    fn arrival_notes(&self) -> Vec<Note> {
        let language = self.language();
        let statement = self.statement();
        let booked = format::stop_moment(language, statement.booked_arrival.local);
        match statement.arrived() {
            Some(at) if self.is_on_time() => {
                let arrived = tr!(language, assessment.arrived);
                let at = format::stop_moment(language, at);
                vec![Note::Plain(format!("{arrived} {at}"))]
            }
            Some(at) => vec![
                Note::Struck(tr!(language, assessment.booked), booked),
                Note::Late(
                    tr!(language, assessment.arrived),
                    format::stop_moment(language, at),
                ),
            ],
            None => vec![Note::Plain(format!(
                "{} {booked}",
                tr!(language, assessment.booked)
            ))],
        }
    }
}
