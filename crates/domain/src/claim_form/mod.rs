//! The claim form: its fields, its steps, and one parser for each step.
//!
//! A draft is nothing but the texts a passenger typed ([`Answers`]). Each step
//! has a parser that turns them into meaning or says what is wrong with which
//! field; the same parser runs in the browser and on the server.

mod airports;
mod answers;
mod arrival;
mod contact;
mod date;
mod declaration;
mod fault;
mod field;
mod flights;
mod journey;
mod legs;
mod moment;
mod notice;
mod people;
mod reason;
mod replacement;
mod schedule;
mod statement;
mod step;
mod time;
mod trip;
mod what_went_wrong;

pub use airports::{AirportDirectory, AirportMatch};
pub use answers::{Answers, MAX_ANSWER};
pub use arrival::{Arrival, Instead, parse_arrival};
pub use contact::{Email, parse_contact};
pub use date::parse_date;
pub use declaration::parse_declaration;
pub use fault::{Fault, Faults, Problem};
pub use field::{Field, MAX_PEOPLE, MAX_STOPS, Moment, Part};
pub use flights::{BookedFlight, Flights, parse_flights};
pub use journey::{Journey, Section};
pub use notice::{Notice, parse_notice};
pub use people::{PassengerName, parse_people};
pub use reason::{StatedReason, parse_reason};
pub use replacement::{Offer, Replacement, parse_replacement};
pub use schedule::{Schedule, parse_schedule};
pub use statement::{Happening, Statement};
pub use step::{Step, StepContext, check_step};
pub use time::parse_time;
pub use trip::{OneBooking, Trip, parse_trip};
pub use what_went_wrong::{Event, parse_event};
