//! What happened: the booked itinerary and what went wrong with it.

use jiff::civil::{Date, DateTime};

use crate::code::{CarrierCode, Country, FlightNumber, Iata};
use crate::facts::Facts;

/// One case as the contract describes it, plus two things only the form knows.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// The booked itinerary in order, one to eight legs.
    pub legs: Vec<Leg>,
    /// What went wrong, in the passenger's words.
    pub disruption: Disruption,
    /// Everything else that is known.
    pub facts: Facts,
    /// The day on which the case is judged; also the day of the claim.
    pub assessed_on: Date,
    /// The leg that went wrong first, as the passenger says (index into `legs`).
    /// `None`: derived from times and statuses. The JSON contract names it for a
    /// downgrade only, which shows in neither.
    pub disrupted_leg: Option<usize>,
    /// Day of the first departure where its hour is not known. Not part of the
    /// JSON contract, which asks for every scheduled time.
    pub departure_day: Option<Date>,
}

/// One booked flight. Clock times are local at the airport they belong to.
#[derive(Debug, Clone, PartialEq)]
pub struct Leg {
    /// Number on the ticket.
    pub flight: FlightNumber,
    /// Airline that ran the flight (under a wet lease the lessee); `None`: the
    /// airline of the flight number.
    pub operating_carrier: Option<CarrierCode>,
    /// Number under which the leg was sold, where it differs from `flight`.
    pub marketing_flight: Option<FlightNumber>,
    /// State of the operating licence, where it overrides the carrier table.
    pub carrier_licence: Option<Country>,
    /// Booked airport of departure.
    pub origin: Iata,
    /// Booked airport of arrival.
    pub destination: Iata,
    /// Booked departure.
    pub scheduled_departure: Option<DateTime>,
    /// Booked arrival.
    pub scheduled_arrival: Option<DateTime>,
    /// Real departure.
    pub actual_departure: Option<DateTime>,
    /// Real arrival, doors open. For a leg not completed as booked: when the
    /// passenger reached its destination.
    pub actual_arrival: Option<DateTime>,
    /// What became of the leg.
    pub status: LegStatus,
}

impl Leg {
    /// The airline that ran the leg.
    #[must_use]
    pub fn carrier(&self) -> CarrierCode {
        self.operating_carrier
            .unwrap_or_else(|| self.flight.carrier())
    }

    /// The airline under whose number the leg was sold.
    #[must_use]
    pub fn seller(&self) -> CarrierCode {
        self.marketing_flight.unwrap_or(self.flight).carrier()
    }
}

/// What became of a leg.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum LegStatus {
    /// It was flown, on time or not.
    #[default]
    Operated,
    /// It did not fly.
    Cancelled,
    /// It flew without the passenger, who came too late for it.
    Missed,
    /// The passenger was refused.
    Denied,
    /// It landed elsewhere.
    Diverted,
}

/// What went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Disruption {
    /// Late.
    Delay,
    /// Not flown.
    Cancellation,
    /// A connection on the journey was missed.
    MissedConnection,
    /// Boarding was refused.
    DeniedBoarding,
    /// A lower class than booked.
    Downgrade,
    /// The flight left earlier than booked.
    BroughtForward,
    /// The flight landed elsewhere.
    Diversion,
    /// Baggage was delayed, lost or damaged.
    Baggage,
}
