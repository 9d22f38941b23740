//! The passenger's own claim, behind its private link.

mod api;
mod history;
mod page;
mod replaced;
mod standing;

pub use history::instant;
pub use page::TrackingPage;
pub use standing::{paragraphs, reason_words};
