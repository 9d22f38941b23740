//! The passenger's own claim, opened with its private link.

mod link;
mod open_link;
mod renew_link;
mod request_link;
mod sent_claim;
mod track_claim;
mod watch_claim;
mod withdraw_claim;

pub(crate) use link::FIRST_LINK;
pub use link::{LINK_DAYS, Links};
pub use open_link::OpenedLink;
pub use track_claim::{HistoryLine, TrackedClaim};
pub use watch_claim::WatchedClaim;
