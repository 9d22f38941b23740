use jiff::civil::DateTime;

use super::{
    Answers, DisruptionKind, FaultKind, Faults, Field, Moment, Part,
    itinerary::Itinerary,
    moment::{is_near_flight, parse_moment},
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
pub(super) fn parse_schedule(
    answers: &Answers,
    disruption: DisruptionKind,
    itinerary: &Itinerary,
) -> Result<Schedule, Faults> {
    let mut faults = Faults::default();
    let departure = match disruption {
        DisruptionKind::Cancellation => {
            parse_moment(answers, Moment::BookedDeparture, &mut faults).map(Some)
        }
        DisruptionKind::Delay | DisruptionKind::Other => Some(None),
    };
    let arrival = parse_moment(answers, Moment::BookedArrival, &mut faults);

    // Without the flights' page there is nothing to compare with.
    let flight = itinerary.day;
    let leaves = departure.flatten();
    if let (Some(flight), Some(leaves)) = (flight, leaves) {
        // The first flight leaves on the day that was given for it.
        let is_first = itinerary.disrupted == 0;
        let kind = if is_first && leaves.date() != flight {
            Some(FaultKind::OtherThanFlightDay { flight })
        } else if !is_near_flight(leaves.date(), flight) {
            Some(FaultKind::FarFromFlight { flight })
        } else {
            None
        };
        if let Some(kind) = kind {
            let day = Field::When(Moment::BookedDeparture, Part::Day);
            faults.add(day, kind);
        }
    }
    if let (Some(flight), Some(arrival)) = (flight, arrival)
        && !is_near_flight(arrival.date(), flight)
    {
        faults.add(
            Field::When(Moment::BookedArrival, Part::Day),
            FaultKind::FarFromFlight { flight },
        );
    }
    // With a departure that is wrong itself there is nothing to compare with.
    if let (Some(leaves), Some(arrival)) = (leaves, arrival)
        && faults.list().is_empty()
        && itinerary.ends_before_it_starts(leaves, arrival)
    {
        faults.add(
            Field::When(Moment::BookedArrival, Part::Day),
            FaultKind::BeforeDeparture,
        );
    }
    let schedule = departure
        .zip(arrival)
        .map(|(departure, arrival)| Schedule { departure, arrival });
    faults.unless_any(schedule)
}
