//! The passenger's own claim, behind its private link.

mod api;
mod follow;
mod history;
mod replaced;
mod standing;

pub use follow::FollowPage;
pub use history::instant;
pub use standing::{paragraphs, reason_words};
