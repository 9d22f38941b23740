//! A claim that was sent: its states, and the only ways from one to the next.
//!
//! A draft is another type and another table (see [`crate::claim_form`]), not a state.

mod decision;
mod event;
mod reference;
mod state;
mod transition;

pub use decision::{Decision, DecisionError, MAX_DECISION_TEXT, RejectionReason, Verdict};
pub use event::{Actor, ClaimEvent, EventKind};
pub use reference::{ClaimReference, InvalidReference};
pub use state::{Claim, ClaimState, StateName};
pub use transition::{ClaimError, Transition};
