//! The passenger's own claim, opened with its private link.

mod follow_claim;
mod renew_link;
mod replaced_link;
mod withdraw_claim;

pub use follow_claim::{FollowedClaim, HistoryLine};
