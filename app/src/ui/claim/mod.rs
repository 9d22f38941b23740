//! A claim as it is shown: ticket, route, progress, outcome and reasons.

mod next_steps;
mod outcome;
mod perforation;
mod progress;
mod proof;
mod reasons;
mod reference;
mod route;
mod ticket;
mod timeline;

pub use next_steps::{NextStep, NextSteps};
pub use outcome::OutcomeTicket;
pub use perforation::Perforation;
pub use progress::{Progress, StateWords, StopState};
pub use proof::{Proof, ProofStep};
pub use reasons::{Reason, Reasons};
pub use reference::Reference;
pub use route::{Note, Route, RouteLeg, RouteStop};
pub use ticket::Ticket;
pub use timeline::{Timeline, TimelineEntry};
