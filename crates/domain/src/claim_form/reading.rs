use std::cell::OnceCell;

use super::{
    Answers, Arrival, DisruptionKind, Email, Faults, Flights, Notice, PassengerName, Replacement,
    Schedule, StatedReason, Step, StepContext, Trip,
    arrival::parse_arrival,
    declaration::parse_declaration,
    flights::{ReadFlights, leg_count, parse_flights},
    itinerary::Itinerary,
    notice::parse_notice,
    parse_contact, parse_disruption, parse_people, parse_trip,
    reason::parse_reason,
    replacement::parse_replacement,
    schedule::parse_schedule,
};

/// The pages of a form, read in their order.
///
/// Each parser takes the values of the pages before it: the flights need the
/// legs of the trip, the schedule the day of the flights. What several pages
/// need is read once, however many of them are asked for.
pub struct Reading<'a> {
    answers: &'a Answers,
    context: &'a StepContext<'a>,
    trip: OnceCell<Result<Trip, Faults>>,
    flights: OnceCell<ReadFlights>,
}

impl<'a> Reading<'a> {
    /// Nothing is read before it is asked for.
    pub fn new(answers: &'a Answers, context: &'a StepContext<'a>) -> Self {
        Self {
            answers,
            context,
            trip: OnceCell::new(),
            flights: OnceCell::new(),
        }
    }

    /// What went wrong.
    ///
    /// # Errors
    /// Nothing was chosen.
    pub fn disruption(&self) -> Result<DisruptionKind, Faults> {
        parse_disruption(self.answers)
    }

    /// From where to where.
    ///
    /// # Errors
    /// See [`parse_trip`].
    pub fn trip(&self) -> Result<&Trip, &Faults> {
        let trip = || parse_trip(self.answers, self.context);
        self.trip.get_or_init(trip).as_ref()
    }

    /// With which flights.
    ///
    /// # Errors
    /// A number, the day, or the flight that went wrong cannot be read.
    pub fn flights(&self) -> Result<&Flights, &Faults> {
        self.read_flights().flights.as_ref()
    }

    fn read_flights(&self) -> &ReadFlights {
        self.flights.get_or_init(|| {
            let legs = leg_count(self.answers, self.trip().ok());
            let kind = self.disruption().ok();
            parse_flights(self.answers, legs, kind, self.context)
        })
    }

    /// The times that were booked. Until the first page is answered the trip
    /// was late.
    ///
    /// # Errors
    /// A time cannot be read, or does not belong to a trip of that day.
    pub fn schedule(&self) -> Result<Schedule, Faults> {
        let kind = self.disruption().unwrap_or(DisruptionKind::Delay);
        parse_schedule(self.answers, kind, &self.itinerary())
    }

    /// How a late trip ended.
    ///
    /// # Errors
    /// What happened instead is not told, or the time cannot be read, is still
    /// to come or far from the flight.
    pub fn arrival(&self) -> Result<Arrival, Faults> {
        let flight = self.read_flights().day;
        parse_arrival(self.answers, flight, self.context.today)
    }

    /// When the cancellation was announced.
    ///
    /// # Errors
    /// Nothing was chosen.
    pub fn notice(&self) -> Result<Notice, Faults> {
        parse_notice(self.answers)
    }

    /// What was offered instead of the cancelled flight.
    ///
    /// # Errors
    /// Nothing was chosen, or a time of the other flight cannot be read.
    pub fn replacement(&self) -> Result<Replacement, Faults> {
        parse_replacement(self.answers, &self.itinerary())
    }

    /// What the airline said.
    ///
    /// # Errors
    /// Nothing was chosen.
    pub fn reason(&self) -> Result<StatedReason, Faults> {
        parse_reason(self.answers)
    }

    /// Who travelled.
    ///
    /// # Errors
    /// See [`parse_people`].
    pub fn people(&self) -> Result<Vec<PassengerName>, Faults> {
        parse_people(self.answers)
    }

    /// Where Aero can write to.
    ///
    /// # Errors
    /// See [`parse_contact`].
    pub fn contact(&self) -> Result<Email, Faults> {
        parse_contact(self.answers)
    }

    /// What is wrong with a step's answers; nothing, if it can be left.
    ///
    /// # Errors
    /// The faults, or none of them where only the server can tell.
    pub fn check(&self, step: Step) -> Result<(), Faults> {
        match step {
            Step::WhatWentWrong => self.disruption().map(drop),
            Step::Trip => self.trip().map(drop).map_err(Clone::clone),
            Step::Flights => self.flights().map(drop).map_err(Clone::clone),
            Step::Schedule => self.schedule().map(drop),
            Step::Arrival => self.arrival().map(drop),
            Step::Notice => self.notice().map(drop),
            Step::Replacement => self.replacement().map(drop),
            Step::Reason => self.reason().map(drop),
            Step::Result => Ok(()),
            Step::People => self.people().map(drop),
            Step::Contact => self.contact().map(drop),
            Step::Check => parse_declaration(self.answers),
        }
    }

    fn itinerary(&self) -> Itinerary<'_> {
        let flights = self.read_flights();
        Itinerary {
            trip: self.trip().ok(),
            day: flights.day,
            disrupted: flights.disrupted.unwrap_or(0),
            airports: self.context.airports,
        }
    }
}

/// What is wrong with a step's answers; nothing, if it can be left.
///
/// The browser calls this before a page is sent, the server after it.
///
/// # Errors
/// The faults, or none of them where only the server can tell.
pub fn check_step(step: Step, answers: &Answers, context: &StepContext) -> Result<(), Faults> {
    Reading::new(answers, context).check(step)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use jiff::civil::date;
    use rights::Iata;

    use super::*;
    use crate::claim_form::{AirportDirectory, AirportMatch, Field, Journey, Statement};

    /// Takes every text as a code, and counts how often it was asked.
    #[derive(Default)]
    struct CountingAirports(Cell<usize>);

    impl AirportDirectory for CountingAirports {
        fn find(&self, text: &str) -> AirportMatch {
            self.0.set(self.0.get() + 1);
            let code: Result<Iata, _> = text.parse();
            code.map_or(AirportMatch::None, AirportMatch::One)
        }
    }

    fn cancellation() -> Answers {
        let mut answers = Answers::default();
        for (name, text) in [
            ("event", "cancellation"),
            ("origin", "BRE"),
            ("destination", "JFK"),
            ("flight-1", "LH400"),
            ("flight-day", "3"),
            ("flight-month", "3"),
            ("flight-year", "2026"),
            ("notice", "less"),
            ("booked-departure-day", "3"),
            ("booked-departure-month", "3"),
            ("booked-departure-year", "2026"),
            ("booked-departure-time", "10:00"),
            ("booked-arrival-day", "3"),
            ("booked-arrival-month", "3"),
            ("booked-arrival-year", "2026"),
            ("booked-arrival-time", "20:00"),
            ("replacement", "nothing"),
            ("reason", "none"),
        ] {
            let field = Field::from_name(name).unwrap_or_else(|| panic!("{name}"));
            answers.set(field, text);
        }
        answers
    }

    #[test]
    fn the_airports_of_a_trip_are_looked_up_once() {
        let (answers, airports) = (cancellation(), CountingAirports::default());
        let context = StepContext::new(date(2026, 3, 20), &airports);
        assert!(Statement::parse(&answers, &context).is_ok());
        assert_eq!(airports.0.take(), 2);
        assert_eq!(Journey::new(&answers, &context).furthest(), Step::People);
        assert_eq!(airports.0.take(), 2);
    }

    #[test]
    fn pages_that_need_no_airport_look_none_up() {
        let (answers, airports) = (cancellation(), CountingAirports::default());
        let context = StepContext::new(date(2026, 3, 20), &airports);
        for step in [Step::WhatWentWrong, Step::Notice, Step::Reason] {
            assert_eq!(check_step(step, &answers, &context), Ok(()), "{step:?}");
        }
        assert_eq!(airports.0.take(), 0);
    }
}
