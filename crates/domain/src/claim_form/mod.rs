//! The claim form: its fields, its steps, and one parser for each step.
//!
//! A draft is nothing but the texts a passenger typed ([`Answers`]). Each step
//! has a parser that turns them into meaning or says what is wrong with which
//! field; the same parser runs in the browser and on the server. A
//! [`Reading`] gives each of them the values of the pages before it.

mod airports;
mod answers;
mod arrival;
mod contact;
mod context;
mod date;
mod declaration;
mod fault;
mod field;
mod flights;
mod invisible;
mod itinerary;
mod journey;
mod legs;
mod moment;
mod notice;
mod people;
mod reading;
mod reason;
mod replacement;
mod schedule;
mod statement;
mod step;
mod time;
mod trip;
mod what_went_wrong;

pub use airports::{AirportDirectory, AirportDoubt, AirportMatch, CarrierMatch};
pub use answers::{Answers, MAX_ANSWER};
pub use arrival::{Arrival, Instead};
pub use contact::{Email, parse_contact};
pub use context::StepContext;
pub use date::parse_date;
pub use fault::{Fault, FaultKind, Faults};
pub use field::{Field, MAX_PEOPLE, MAX_STOPS, Moment, Part};
pub use flights::{BookedFlight, Flights};
pub use journey::{Journey, Section};
pub use notice::Notice;
pub use people::{PassengerName, parse_people};
pub use reading::{Reading, check_step};
pub use reason::StatedReason;
pub use replacement::{Offer, Replacement};
pub use schedule::Schedule;
pub use statement::{StatedDisruption, Statement};
pub use step::Step;
pub use time::parse_time;
pub use trip::{OneBooking, Trip, parse_trip};
pub use what_went_wrong::{DisruptionKind, parse_disruption};
