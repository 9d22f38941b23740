//! Handlers that are no pages.

pub mod api;
mod files;
mod health;
mod root;

pub use files::files;
pub use health::{live, ready};
pub use root::{desk, root};
