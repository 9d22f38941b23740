//! The passenger's own claim, behind its private link.

mod api;
mod history;
mod live;
mod next_step;
mod page;
mod request_link;
mod sent_before;
mod standing;
mod typed;

pub use history::instant;
pub use next_step::next_step_paragraphs;
pub use page::TrackingPage;
pub use request_link::LinkRequestPage;
pub use standing::{paragraphs, reason_words};
