use jiff::civil::Date;
use rights::{CarrierCode, FlightNumber};

use super::{
    Answers, CarrierMatch, DisruptionKind, FaultKind, Faults, Field, MAX_STOPS, Moment, Part,
    StepContext, Trip, moment::days_between, parse_date,
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
    pub disrupted: usize,
}

/// The page of the flights, with what later pages are compared with even where
/// the rest cannot be read.
pub(super) struct ReadFlights {
    /// The page as a whole.
    pub flights: Result<Flights, Faults>,
    /// The day of the first flight.
    pub day: Option<Date>,
    /// Index of the flight that went wrong first.
    pub disrupted: Option<usize>,
}

/// Reads the numbers of so many flights and the day of the first.
pub(super) fn parse_flights(
    answers: &Answers,
    legs: u8,
    disruption: Option<DisruptionKind>,
    context: &StepContext,
) -> ReadFlights {
    let today = context.today;
    // Codes change hands, so the day is needed before it is asked for.
    let flown = parse_date(answers, Moment::Flight, &mut Faults::default());
    let mut faults = Faults::default();
    let booked: Vec<_> = (1..=legs)
        .map(|leg| {
            let number = flight_number(answers.get(Field::Flight(leg)));
            let number = faults.keep(Field::Flight(leg), number);
            let field = Field::OperatedBy(leg);
            let day = flown.unwrap_or(today);
            let operated_by = operated_by(answers.get(field), day, context);
            let operated_by = faults.keep(field, operated_by);
            Some(BookedFlight {
                number: number?,
                operated_by: operated_by??,
            })
        })
        .collect();

    let day = parse_date(answers, Moment::Flight, &mut faults);
    if let Some(day) = day {
        check_day(day, disruption, today, &mut faults);
    }

    let disrupted = match legs {
        // A trip of one flight has no other, whatever was answered when it had
        // more.
        1 => Some(0),
        _ => faults.keep(
            Field::DisruptedLeg,
            disrupted_leg(answers.get(Field::DisruptedLeg), legs),
        ),
    };
    let flights = booked
        .into_iter()
        .collect::<Option<Vec<_>>>()
        .zip(day)
        .zip(disrupted)
        .map(|((booked, day), disrupted)| Flights {
            booked,
            day,
            disrupted,
        });
    ReadFlights {
        flights: faults.unless_any(flights),
        day,
        disrupted,
    }
}

/// How many flights the page asks for. The stops alone tell, even where the
/// browser cannot say which airports they are.
pub(super) fn leg_count(answers: &Answers, trip: Option<&Trip>) -> u8 {
    let stops = || {
        (1..=MAX_STOPS)
            .filter(|n| answers.has(Field::Stop(*n)))
            .count() as u8
    };
    trip.map_or_else(|| stops() + 1, Trip::leg_count)
}

/// Who flew, where the ticket names another airline: by code, by name, or said
/// to be no other. `Ok(None)` where nobody here can tell: the page is then not
/// read, and the server is asked.
///
/// A code of an airline that is not known is taken as it is. A text that could
/// be several airlines is not.
fn operated_by(
    text: &str,
    day: Date,
    context: &StepContext,
) -> Result<Option<Option<CarrierCode>>, FaultKind> {
    if text.is_empty() {
        return Ok(Some(None));
    }
    match context.airports.carrier(text, day) {
        CarrierMatch::One(code) | CarrierMatch::Unknown(code) => Ok(Some(Some(code))),
        CarrierMatch::NoOther => Ok(Some(None)),
        CarrierMatch::NoAirline | CarrierMatch::Unclear => Err(FaultKind::CarrierCode),
        CarrierMatch::CannotTell => Ok(text.parse().ok().map(Some)),
    }
}

fn flight_number(text: &str) -> Result<FlightNumber, FaultKind> {
    let joined: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .collect();
    if joined.is_empty() {
        return Err(FaultKind::Missing);
    }
    joined.parse().map_err(|_| FaultKind::FlightNumber)
}

fn disrupted_leg(text: &str, legs: u8) -> Result<usize, FaultKind> {
    match text.parse::<u8>() {
        Err(_) if text.is_empty() => Err(FaultKind::Missing),
        Ok(leg) if (1..=legs).contains(&leg) => Ok(usize::from(leg - 1)),
        _ => Err(FaultKind::NotOffered),
    }
}

/// A late flight has flown; a cancelled one may be still to come, but not
/// further ahead than flights are sold.
fn check_day(day: Date, disruption: Option<DisruptionKind>, today: Date, faults: &mut Faults) {
    let cancelled = disruption == Some(DisruptionKind::Cancellation);
    // Tomorrow is allowed: it may be tomorrow already where the passenger is.
    let days_ahead = if cancelled { 365 } else { 1 };
    if days_between(today, day) > days_ahead {
        faults.add(
            Field::When(Moment::Flight, Part::Year),
            FaultKind::InTheFuture,
        );
    }
}
