//! A claim that was sent: its states, and the only ways from one to the next.
//!
//! A draft is another type and another table (see [`crate::claim_form`]), not a state.

mod change;
mod decision;
mod effect;
mod event;
mod reference;
mod state;

pub use change::{Change, ClaimError, LinkRenewal, Reassessment, Submission};
pub use decision::{Decision, DecisionError, DecisionOutcome, MAX_DECISION_TEXT, RejectionReason};
pub use effect::{Effect, MailKind};
pub use event::{Actor, ClaimEvent, EventKind};
pub use reference::{ClaimReference, InvalidReference};
pub use rights::snapshot::AssessmentV1;
pub use state::{Claim, ClaimState, StateName};
