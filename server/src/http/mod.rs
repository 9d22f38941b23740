//! Handlers that are no pages.

mod airports;
pub mod api;
mod health;
mod root;

pub use airports::airports;
pub use health::{live, ready};
pub use root::{desk, root};
