use jiff::civil::DateTime;

use super::{
    Answers, Event, Faults, Field, Moment, Part, Problem, StepContext,
    flights::trouble_index,
    moment::{is_near_flight, parse_moment},
    parse_date, parse_trip,
};

/// The times that were booked, local at the airport.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schedule {
    /// When the cancelled flight should have left; not asked after a delay.
    pub departure: Option<DateTime>,
    /// When the trip should have ended.
    pub arrival: DateTime,
}

/// Reads the booked times.
///
/// # Errors
/// A time cannot be read, or does not belong to a trip of that day.
pub fn parse_schedule(
    answers: &Answers,
    event: Event,
    context: &StepContext,
) -> Result<Schedule, Faults> {
    let mut faults = Faults::default();
    let departure = match event {
        Event::Cancellation => {
            parse_moment(answers, Moment::BookedDeparture, &mut faults).map(Some)
        }
        Event::Delay | Event::Other => Some(None),
    };
    let arrival = parse_moment(answers, Moment::BookedArrival, &mut faults);

    // Without the flights' page there is nothing to compare with.
    let flight = parse_date(answers, Moment::Flight, &mut Faults::default());
    let leaves = departure.flatten();
    if let (Some(flight), Some(leaves)) = (flight, leaves) {
        // The first flight leaves on the day that was given for it.
        let is_first = trouble_index(answers, context) == 0;
        let problem = if is_first && leaves.date() != flight {
            Some(Problem::OtherThanFlightDay { flight })
        } else if !is_near_flight(leaves.date(), flight) {
            Some(Problem::FarFromFlight { flight })
        } else {
            None
        };
        if let Some(problem) = problem {
            let day = Field::When(Moment::BookedDeparture, Part::Day);
            faults.add(day, problem);
        }
    }
    if let (Some(flight), Some(arrival)) = (flight, arrival)
        && !is_near_flight(arrival.date(), flight)
    {
        faults.add(
            Field::When(Moment::BookedArrival, Part::Day),
            Problem::FarFromFlight { flight },
        );
    }
    // With a departure that is wrong itself there is nothing to compare with.
    if let (Some(leaves), Some(arrival)) = (leaves, arrival)
        && faults.list().is_empty()
        && is_before_departure(answers, context, leaves, arrival)
    {
        faults.add(
            Field::When(Moment::BookedArrival, Part::Day),
            Problem::BeforeDeparture,
        );
    }
    let schedule = departure
        .zip(arrival)
        .map(|(departure, arrival)| Schedule { departure, arrival });
    faults.unless_any(schedule)
}

/// Whether the flight that went wrong would arrive before it leaves.
///
/// Where the zones are not known, only what no zone explains counts: zones lie
/// at most 26 hours apart.
pub(super) fn is_before_departure(
    answers: &Answers,
    context: &StepContext,
    departure: DateTime,
    arrival: DateTime,
) -> bool {
    let leg = trouble_index(answers, context);
    let minutes = parse_trip(answers, context).ok().and_then(|trip| {
        let from = trip.airports().get(leg).copied()?;
        let to = trip.destination();
        context
            .airports
            .minutes_between((from, departure), (to, arrival))
    });
    match minutes {
        Some(minutes) => minutes <= 0,
        None => departure.duration_until(arrival).as_hours() <= -26,
    }
}
