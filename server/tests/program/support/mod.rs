//! The program in a process of its own, and what it talks to.

mod claim;
mod collector;
mod program;
mod wire;

pub use claim::{EMAIL, stored_claim};
pub use collector::{Collector, text_of};
pub use program::{Aero, free_address};
pub use wire::{Answer, request};
