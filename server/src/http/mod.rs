//! Handlers that are no pages.

pub mod api;
mod changes;
mod files;
mod health;
mod root;

pub use changes::{claim_changes, desk_changes};
pub use files::files;
pub use health::{live, ready};
pub use root::{desk, page_of_form, root};
