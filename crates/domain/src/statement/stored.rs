//! What the passenger stated, as it is stored with a claim: parsed values with
//! their zones, never what was typed.
//!
//! It is written once, when the claim is sent, and shown as it was written
//! whatever later becomes of the form, its parsers or the reference data. What
//! a newer release wrote is read as far as it is understood here.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use rights::snapshot::{as_optional_text, as_text};
use rights::{CarrierCode, Code, FlightNumber, Iata, codes};
use serde::{Deserialize, Serialize};

use crate::claim_form::{Notice, OneBooking, StatedReason};

/// A statement, version 1 of its stored form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementV1 {
    /// Version of the stored form.
    pub version: u32,
    /// All airports in order: two or more.
    pub airports: Vec<AirportV1>,
    /// Whether the flights were one booking.
    pub one_booking: Code<OneBooking>,
    /// The flights in order: one fewer than the airports.
    pub flights: Vec<FlightV1>,
    /// The day on which the first of them should have left, there.
    #[serde(with = "as_text")]
    pub first_day: Date,
    /// Index of the flight that went wrong first.
    pub disrupted_flight: usize,
    /// When that flight should have left; not asked after a delay.
    pub booked_departure: Option<LocalTimeV1>,
    /// When the trip should have ended.
    pub booked_arrival: LocalTimeV1,
    /// What went wrong.
    pub disruption: DisruptionV1,
    /// What the airline said.
    pub reason: Code<StatedReason>,
    /// What the passenger declared when sending.
    pub declarations: Vec<DeclarationV1>,
}

/// An airport as it was known then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AirportV1 {
    /// Its code.
    #[serde(with = "as_text")]
    pub code: Iata,
    /// Its city, in English; empty where it was not known.
    pub city: String,
    /// The IANA name of its time zone; empty where it was not known.
    pub zone: String,
}

/// A flight, as on the ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlightV1 {
    /// Its number.
    #[serde(with = "as_text")]
    pub number: FlightNumber,
    /// The airline that flew it.
    #[serde(with = "as_text")]
    pub carrier: CarrierCode,
    /// That airline again, where the ticket names it beside the number.
    #[serde(with = "as_optional_text")]
    pub operated_by: Option<CarrierCode>,
}

/// A time at an airport.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalTimeV1 {
    /// Wall time.
    #[serde(with = "as_text")]
    pub local: DateTime,
    /// The IANA name of the zone; empty where it was not known.
    pub zone: String,
    /// The instant that this was, where the zone was known.
    #[serde(with = "as_optional_text")]
    pub instant: Option<Timestamp>,
}

/// What went wrong, with what is asked about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DisruptionV1 {
    /// Late at the end.
    Delay {
        /// How the passenger got there, if at all.
        arrival: ArrivalV1,
    },
    /// A flight was cancelled.
    Cancellation {
        /// When that was announced.
        notice: Code<Notice>,
        /// What was offered instead.
        replacement: ReplacementV1,
    },
    /// One that only a newer release knows.
    #[serde(other)]
    Unknown,
}

/// How a late trip ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArrivalV1 {
    /// In which way.
    pub way: Code<ArrivalWay>,
    /// When, if the passenger got there.
    pub at: Option<LocalTimeV1>,
}

/// What was offered instead of a cancelled flight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplacementV1 {
    /// What it was, and what became of it.
    pub way: Code<ReplacementWay>,
    /// When it left or would have left.
    pub departure: Option<LocalTimeV1>,
    /// When it arrived at the end of the trip, or would have.
    pub arrival: Option<LocalTimeV1>,
}

/// Something the passenger declared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeclarationV1 {
    /// What.
    pub what: Code<Declaration>,
    /// When.
    #[serde(with = "as_text")]
    pub at: Timestamp,
}

/// In which way a late trip ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArrivalWay {
    /// With the booked flights.
    Booked,
    /// The airline found another way.
    Rerouted,
    /// The passenger found another way.
    OwnWay,
    /// Not there: the fare came back.
    MoneyBack,
    /// Not there: the trip was given up.
    GaveUp,
}

/// What became of a replacement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReplacementWay {
    /// The passenger took the flight that was offered.
    Taken,
    /// The passenger chose the refund.
    Refused,
    /// None was offered; the passenger found a way alone.
    OwnWay,
    /// Nothing but the money back, or nothing at all.
    Nothing,
}

/// What a passenger declares when sending a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Declaration {
    /// Everything stated is true.
    IsTrue,
    /// Aero may act.
    MayAct,
}

codes!(OneBooking {
    Yes => "yes",
    No => "no",
    Unknown => "unknown",
});

codes!(Notice {
    TwoWeeks => "two_weeks",
    SevenDays => "seven_days",
    Less => "less",
    Unknown => "unknown",
});

codes!(StatedReason {
    NoneGiven => "none_given",
    Technical => "technical",
    Crew => "crew",
    LateInbound => "late_inbound",
    OwnStrike => "own_strike",
    OtherStrike => "other_strike",
    Weather => "weather",
    AirTrafficControl => "air_traffic_control",
    Security => "security",
    Other => "other",
});

codes!(ArrivalWay {
    Booked => "booked",
    Rerouted => "rerouted",
    OwnWay => "own_way",
    MoneyBack => "money_back",
    GaveUp => "gave_up",
});

codes!(ReplacementWay {
    Taken => "taken",
    Refused => "refused",
    OwnWay => "own_way",
    Nothing => "nothing",
});

codes!(Declaration {
    IsTrue => "is_true",
    MayAct => "may_act",
});

impl StatementV1 {
    /// The version that is written.
    pub const VERSION: u32 = 1;

    /// Reads what was stored. `None` for what is none, and for what this
    /// release cannot understand: nothing of it is guessed.
    pub fn read(stored: &serde_json::Value) -> Option<Self> {
        let statement = Self::deserialize(stored).ok()?;
        let has_legs = statement.airports.len() >= 2;
        has_legs.then_some(statement)
    }

    /// Whether a flight was cancelled.
    pub fn is_cancelled(&self) -> bool {
        matches!(self.disruption, DisruptionV1::Cancellation { .. })
    }

    /// When the passenger arrived, where the statement says so.
    pub fn arrived(&self) -> Option<DateTime> {
        let at = match &self.disruption {
            DisruptionV1::Delay { arrival } => arrival.at.as_ref(),
            DisruptionV1::Cancellation { replacement, .. } => match replacement.way.known() {
                Some(ReplacementWay::Taken | ReplacementWay::OwnWay) => {
                    replacement.arrival.as_ref()
                }
                Some(ReplacementWay::Refused | ReplacementWay::Nothing) | None => None,
            },
            DisruptionV1::Unknown => None,
        };
        at.map(|at| at.local)
    }
}
