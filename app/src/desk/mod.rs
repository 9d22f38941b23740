//! The review desk: sign in, the queue, one claim, the decision.

mod api;
mod claim;
mod decision;
mod frame;
mod jobs;
mod live;
mod mail;
mod queue;
mod reassess;
mod sign_in;
mod unsaved;

pub use claim::ClaimPage;
pub use jobs::JobsPage;
pub use queue::QueuePage;
pub use reassess::ReassessPage;
pub use sign_in::SignInPage;
