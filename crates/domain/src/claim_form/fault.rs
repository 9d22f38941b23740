use jiff::civil::Date;

use super::{AirportDoubt, Field};

/// What is wrong with an answer, as a code with its numbers. The sentences
/// are in `text::faults`, in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// Nothing was typed or chosen.
    Missing,
    /// A choice that the page does not offer.
    NotOffered,
    /// No airport by that name or code.
    AirportUnknown,
    /// Several airports by that name; choose one.
    AirportAmbiguous,
    /// No airport can be taken without a question, for this reason.
    AirportDoubtful(AirportDoubt),
    /// The trip ends where it starts.
    SameAirport,
    /// There and back in one trip; each way is a claim of its own.
    ReturnTrip,
    /// The same airport twice in a row.
    RepeatedAirport,
    /// Flights of several bookings in one trip; each is a claim of its own.
    SeparateBookings,
    /// Not a flight number like AF1225.
    FlightNumber,
    /// Not an airline's two-character code.
    CarrierCode,
    /// No such month.
    Month,
    /// The month has fewer days.
    Day {
        /// The month that was given, 1 to 12.
        month: i8,
        /// How many days it has.
        days: i8,
    },
    /// Not a year that a claim can be about.
    Year,
    /// Not a time of day.
    Time,
    /// A day that is still to come.
    InTheFuture,
    /// Too far from the day of the flight.
    FarFromFlight {
        /// The day of the flight.
        flight: Date,
    },
    /// Not the day that was given for the first flight.
    OtherThanFlightDay {
        /// The day of the flight.
        flight: Date,
    },
    /// Arrival before the departure.
    BeforeDeparture,
    /// Not a person's name.
    Name,
    /// The name is longer than an airline prints.
    NameTooLong,
    /// Not an e-mail address.
    Email,
    /// Characters that cannot be seen, or that stand where they are not shown.
    Invisible,
    /// The box has to be ticked.
    NotTicked,
}

/// One thing that is wrong, at one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub field: Field,
    /// What.
    pub kind: FaultKind,
}

/// Why a step cannot be read yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults {
    list: Vec<Fault>,
}

impl Faults {
    /// Notes what is wrong with a field.
    pub fn add(&mut self, field: Field, kind: FaultKind) {
        self.list.push(Fault { field, kind });
    }

    /// What is wrong, in the order of the page.
    pub fn list(&self) -> &[Fault] {
        &self.list
    }

    /// What is wrong with one field.
    pub fn at(&self, field: Field) -> Option<FaultKind> {
        self.list
            .iter()
            .find(|fault| fault.field == field)
            .map(|fault| fault.kind)
    }

    /// Keeps the value, or notes the fault at the field.
    pub(super) fn keep<T>(&mut self, field: Field, result: Result<T, FaultKind>) -> Option<T> {
        result.map_err(|kind| self.add(field, kind)).ok()
    }

    /// The meaning, if nothing stands in its way.
    pub(super) fn unless_any<T>(self, meaning: Option<T>) -> Result<T, Faults> {
        match meaning {
            Some(meaning) if self.list.is_empty() => Ok(meaning),
            _ => Err(self),
        }
    }
}
