use jiff::civil::Date;
use rights::{CarrierCode, FlightNumber};

use super::{
    Answers, Event, Faults, Field, Moment, Part, Problem, StepContext, moment::days_between,
    parse_date, parse_event, parse_trip,
};

/// One flight of the trip, as on the ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BookedFlight {
    /// The number on the ticket.
    pub number: FlightNumber,
    /// Who flew it, where the ticket names another airline.
    pub operated_by: Option<CarrierCode>,
}

/// The flights of the trip, in order, and the one that went wrong first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flights {
    /// As many as the trip has legs.
    pub booked: Vec<BookedFlight>,
    /// The day on which the first of them should have left.
    pub day: Date,
    /// Index of the flight that went wrong first.
    pub trouble: usize,
}

/// Reads flight numbers and the day of the first flight.
///
/// How many flights there are comes from the trip's page; if that page cannot
/// be read yet, one is asked for.
///
/// # Errors
/// A number, the day, or the flight that went wrong cannot be read.
pub fn parse_flights(answers: &Answers, context: &StepContext) -> Result<Flights, Faults> {
    let legs = leg_count(answers, context);
    let mut faults = Faults::default();
    let booked: Vec<_> = (1..=legs)
        .map(|leg| parse_flight(answers, leg, &mut faults))
        .collect();

    let day = parse_date(answers, Moment::Flight, &mut faults);
    if let Some(day) = day {
        check_day(answers, day, context.today, &mut faults);
    }

    let trouble = match legs {
        1 => Some(0),
        _ => faults.keep(
            Field::TroubleLeg,
            trouble_leg(answers.get(Field::TroubleLeg), legs),
        ),
    };
    let flights = booked
        .into_iter()
        .collect::<Option<Vec<_>>>()
        .zip(day)
        .zip(trouble)
        .map(|((booked, day), trouble)| Flights {
            booked,
            day,
            trouble,
        });
    faults.unless_any(flights)
}

/// How many flights the page asks for. The stops alone tell, even where the
/// browser cannot say which airports they are.
fn leg_count(answers: &Answers, context: &StepContext) -> u8 {
    parse_trip(answers, context).map_or_else(
        |_| {
            1 + (1..=super::MAX_STOPS)
                .filter(|n| answers.has(Field::Stop(*n)))
                .count() as u8
        },
        |trip| trip.leg_count(),
    )
}

/// Index of the leg that went wrong first: a trip of one flight has no other,
/// whatever was answered when it had more.
pub(super) fn trouble_index(answers: &Answers, context: &StepContext) -> usize {
    let legs = leg_count(answers, context);
    trouble_leg(answers.get(Field::TroubleLeg), legs).unwrap_or(0)
}

fn parse_flight(answers: &Answers, leg: u8, faults: &mut Faults) -> Option<BookedFlight> {
    let number = flight_number(answers.get(Field::Flight(leg)));
    let number = faults.keep(Field::Flight(leg), number);
    let operated_by = match answers.get(Field::OperatedBy(leg)) {
        "" => Some(None),
        code => {
            let code = code.parse().map(Some).map_err(|_| Problem::CarrierCode);
            faults.keep(Field::OperatedBy(leg), code)
        }
    };
    Some(BookedFlight {
        number: number?,
        operated_by: operated_by?,
    })
}

fn flight_number(text: &str) -> Result<FlightNumber, Problem> {
    let joined: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .collect();
    if joined.is_empty() {
        return Err(Problem::Missing);
    }
    joined.parse().map_err(|_| Problem::FlightNumber)
}

fn trouble_leg(text: &str, legs: u8) -> Result<usize, Problem> {
    match text.parse::<u8>() {
        Err(_) if text.is_empty() => Err(Problem::Missing),
        Ok(leg) if (1..=legs).contains(&leg) => Ok(usize::from(leg - 1)),
        _ => Err(Problem::NotOffered),
    }
}

/// A late flight has flown; a cancelled one may be still to come, but not
/// further ahead than flights are sold.
fn check_day(answers: &Answers, day: Date, today: Date, faults: &mut Faults) {
    let cancelled = parse_event(answers) == Ok(Event::Cancellation);
    // Tomorrow is allowed: it may be tomorrow already where the passenger is.
    let days_ahead = if cancelled { 365 } else { 1 };
    if days_between(today, day) > days_ahead {
        faults.add(
            Field::When(Moment::Flight, Part::Year),
            Problem::InTheFuture,
        );
    }
}
