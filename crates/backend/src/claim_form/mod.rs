//! The claim form: a draft is loaded, saved page by page, judged and sent.

mod delete_expired;
pub(crate) mod judge;
mod load_draft;
mod looked_up;
mod save_answers;
mod submit_claim;
mod upgrade_snapshots;

pub use judge::judge;
pub use load_draft::LoadedDraft;
pub use save_answers::SavedDraft;
pub use submit_claim::{SentClaim, SubmitError};
pub use upgrade_snapshots::Upgraded;

/// How many days a draft is kept after it was begun.
pub const DRAFT_DAYS: i64 = 30;
