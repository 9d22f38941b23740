//! The desk: its staff, the queue, one claim and the decision on it.

mod claim;
mod queue;
mod staff;

pub use claim::{DecideError, DeskClaim, ReassessedClaim};
pub use queue::{QUEUE_PAGE, QueueQuery};
pub use staff::{MIN_PASSWORD, NewStaffError, SignInError};
