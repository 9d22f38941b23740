//! The claim form: a draft is loaded, saved page by page, assessed and sent.

pub(crate) mod assess;
mod delete_expired;
mod load_draft;
mod looked_up;
mod save_answers;
mod submit_claim;
mod upgrade_snapshots;

pub use assess::assess;
pub use load_draft::LoadedDraft;
pub use save_answers::SavedDraft;
pub use submit_claim::{SentClaim, SubmitError};
pub use upgrade_snapshots::Upgraded;

/// How many days a draft is kept after it was begun.
pub const DRAFT_DAYS: i64 = 30;
