//! The passenger's own claim, opened with its private link.

mod renew_link;
mod replaced_link;
mod track_claim;
mod withdraw_claim;

pub use track_claim::{HistoryLine, TrackedClaim};
