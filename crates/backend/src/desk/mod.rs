//! The desk: who may sit there, what lies on it, and what is decided.

mod add_staff;
mod decide_claim;
mod disable_staff;
mod erase_claim;
mod open_claim;
mod queue;
mod reassess_claim;
mod sign_in;

pub use add_staff::{MIN_PASSWORD, NewStaffError};
pub use decide_claim::DecideError;
pub use open_claim::DeskClaim;
pub use queue::{QUEUE_PAGE, QueueQuery};
pub use reassess_claim::ReassessedClaim;
pub use sign_in::SignInError;
