//! What comes after an airline's refusal, as a pure function: the facts of a
//! claim in, the list of forums that can hear it out, each with the body to ask,
//! the court, the fee, interest to a day, the last legal and the last safe day,
//! and the documents. No I/O, no clock, no randomness.

mod airline;
pub mod amount;
pub mod answer;
mod body;
pub mod calendar;
mod claim;
pub mod contract;
mod court;
mod deadline;
mod document;
mod engine;
pub mod facts;
mod fee;
mod forum;
mod interest;
mod law;
mod missing;
mod next_step;
mod open;
mod order;
mod outlook;
mod places;
pub mod table;
mod value;
mod window;
mod words;

pub use answer::{Answer, Status, Step};
pub use claim::Ground;
pub use engine::recourse;
pub use facts::{Days, Exchange, Facts, Region, Relation};
pub use forum::{BodyId, Closed, ForumId};
pub use law::Law;
