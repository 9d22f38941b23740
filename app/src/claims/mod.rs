//! The passenger's own claim, behind its private link.

mod api;
mod follow;
mod replaced;

pub use follow::{FollowPage, instant, paragraphs, reason_words};
