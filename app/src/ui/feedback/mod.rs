//! What the page says back: errors, notices, states, nothing found.

mod empty_state;
mod error_summary;
mod notice;
mod saved_note;
mod tag;
mod tone;

pub use empty_state::EmptyState;
pub use error_summary::ErrorSummary;
pub use notice::Notice;
pub use saved_note::SavedNote;
pub use tag::{Tag, TagTone};
pub use tone::Tone;
