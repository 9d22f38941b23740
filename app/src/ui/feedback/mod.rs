//! What the page says back: errors, notices, states, nothing found.

mod chip;
mod empty_state;
mod error_summary;
mod notice;
mod saved_note;
mod tone;

pub use chip::{Chip, ChipTone};
pub use empty_state::EmptyState;
pub use error_summary::ErrorSummary;
pub use notice::Notice;
pub use saved_note::SavedNote;
pub use tone::Tone;
