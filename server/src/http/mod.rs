//! Handlers that are no pages.

mod airports;
mod health;
mod root;

pub use airports::airports;
pub use health::{live, ready};
pub use root::{desk, root};
