use jiff::civil::DateTime;

use super::{
    Answers, Faults, Field, Moment, Part, Problem, StepContext,
    moment::{is_near_flight, parse_moment},
    parse_date,
};

/// When the passenger reached the last airport, in its local time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// The door opened at this time.
    At(DateTime),
    /// The passenger never got there.
    Never,
}

/// Reads when the trip ended.
///
/// # Errors
/// The time cannot be read, is still to come or far from the flight.
pub fn parse_arrival(answers: &Answers, context: &StepContext) -> Result<Arrival, Faults> {
    if answers.get(Field::NeverArrived) == "yes" {
        return Ok(Arrival::Never);
    }
    let mut faults = Faults::default();
    let arrival = parse_moment(answers, Moment::ActualArrival, &mut faults);
    if let Some(at) = arrival {
        let day = Field::When(Moment::ActualArrival, Part::Day);
        let flight = parse_date(answers, Moment::Flight, &mut Faults::default());
        // Tomorrow is allowed: it may be tomorrow already at that airport.
        let tomorrow = context.today.tomorrow().unwrap_or(context.today);
        match flight {
            Some(flight) if !is_near_flight(at.date(), flight) => {
                let early = at.date() < flight;
                let problem = if early {
                    Problem::BeforeDeparture
                } else {
                    Problem::FarFromFlight { flight }
                };
                faults.add(day, problem);
            }
            _ if at.date() > tomorrow => faults.add(day, Problem::InTheFuture),
            _ => {}
        }
    }
    faults.unless_any(arrival.map(Arrival::At))
}
