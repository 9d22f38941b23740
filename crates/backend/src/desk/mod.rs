//! The desk: who may sit there, what lies on it, and what is decided.

mod claim;
mod queue;
mod staff;

pub use claim::{DecideError, DeskClaim, ReassessedClaim};
pub use queue::{QUEUE_PAGE, QueueQuery};
pub use staff::{MIN_PASSWORD, NewStaffError, SignInError};
