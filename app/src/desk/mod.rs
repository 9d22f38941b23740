//! The review desk: sign in, the queue, one claim, the decision.

mod api;
mod claim;
mod decision;
mod frame;
mod jobs;
mod live;
mod place;
mod queue;
mod sign_in;

pub use claim::{ClaimPage, ReassessPage};
pub use jobs::JobsPage;
pub use queue::QueuePage;
pub use sign_in::SignInPage;
