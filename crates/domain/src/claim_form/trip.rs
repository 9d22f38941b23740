use rights::Iata;

use super::{
    AirportMatch, Answers, FaultKind, Faults, Field, MAX_STOPS, StepContext,
    what_went_wrong::choose,
};

/// Whether the flights belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OneBooking {
    /// One booking reference.
    Yes,
    /// Bought apart: each flight is a journey of its own.
    No,
    /// The passenger does not know; taken as one booking and said so.
    Unknown,
}

impl OneBooking {
    /// Every choice, in the order of the page.
    pub const ALL: [OneBooking; 3] = [OneBooking::Yes, OneBooking::No, OneBooking::Unknown];

    /// The value in the form.
    pub fn value(self) -> &'static str {
        match self {
            OneBooking::Yes => "yes",
            OneBooking::No => "no",
            OneBooking::Unknown => "unknown",
        }
    }
}

/// From where to where, over which airports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trip {
    airports: Vec<Iata>,
    /// Whether it was one booking.
    pub one_booking: OneBooking,
}

impl Trip {
    /// A trip over these airports; there are two or more.
    pub(crate) fn of(airports: Vec<Iata>, one_booking: OneBooking) -> Option<Self> {
        (airports.len() >= 2).then_some(Self {
            airports,
            one_booking,
        })
    }

    /// All airports in order: two or more.
    pub fn airports(&self) -> &[Iata] {
        &self.airports
    }

    /// Where it started.
    pub fn origin(&self) -> Iata {
        self.airports[0]
    }

    /// Where it ended.
    pub fn destination(&self) -> Iata {
        self.airports[self.airports.len() - 1]
    }

    /// How many flights it took.
    pub fn leg_count(&self) -> u8 {
        // At most MAX_STOPS + 2 airports.
        self.airports.len() as u8 - 1
    }
}

/// Reads the airports of the trip. Stops left empty are passed over.
///
/// # Errors
/// An airport is missing, unknown or ambiguous, or the trip goes nowhere.
pub fn parse_trip(answers: &Answers, context: &StepContext) -> Result<Trip, Faults> {
    let mut faults = Faults::default();
    let origin = find(answers, Field::Origin, context, &mut faults);
    let destination = find(answers, Field::Destination, context, &mut faults);
    let mut airports = vec![(Field::Origin, origin)];
    for field in (1..=MAX_STOPS)
        .map(Field::Stop)
        .filter(|field| answers.has(*field))
    {
        airports.push((field, find(answers, field, context, &mut faults)));
    }
    airports.push((Field::Destination, destination));

    for pair in airports.windows(2) {
        if let [(_, Some(before)), (field, Some(after))] = pair
            && before == after
        {
            let direct = airports.len() == 2;
            faults.add(
                *field,
                if direct {
                    FaultKind::SameAirport
                } else {
                    FaultKind::RepeatedAirport
                },
            );
        }
    }

    // There and back are two journeys in law, each with its own delay.
    if let (Some(origin), Some(destination)) = (origin, destination)
        && origin == destination
        && airports.len() > 2
    {
        faults.add(Field::Destination, FaultKind::ReturnTrip);
    }

    // Only a trip with a change can have been more than one booking.
    let one_booking = if airports.len() > 2 {
        let choice = choose(
            answers,
            Field::OneBooking,
            OneBooking::ALL,
            OneBooking::value,
        );
        // Each booking is a journey of its own, with its own delay: a trip
        // made of two cannot be judged as one.
        let choice = match choice {
            Ok(OneBooking::No) => Err(FaultKind::SeparateBookings),
            other => other,
        };
        faults.keep(Field::OneBooking, choice)
    } else {
        Some(OneBooking::Yes)
    };
    let airports: Option<Vec<Iata>> = airports.into_iter().map(|(_, airport)| airport).collect();
    let trip = airports
        .zip(one_booking)
        .map(|(airports, one_booking)| Trip {
            airports,
            one_booking,
        });
    faults.unless_any(trip)
}

fn find(
    answers: &Answers,
    field: Field,
    context: &StepContext,
    faults: &mut Faults,
) -> Option<Iata> {
    let text = answers.get(field);
    if text.is_empty() {
        faults.add(field, FaultKind::Missing);
        return None;
    }
    match context.airports.find(text) {
        AirportMatch::One(airport) => return Some(airport),
        AirportMatch::Several => faults.add(field, FaultKind::AirportAmbiguous),
        AirportMatch::Doubtful(doubt) => faults.add(field, FaultKind::AirportDoubtful(doubt)),
        AirportMatch::None => faults.add(field, FaultKind::AirportUnknown),
        // No fault, and no airport: the page is not read here.
        AirportMatch::CannotTell => {}
    }
    None
}
