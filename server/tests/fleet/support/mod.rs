//! The processes, and those who use them.

mod browser;
mod fleet;
#[path = "../../site/support/page.rs"]
#[expect(dead_code, reason = "the tests of `site` read more of a page")]
mod page;
mod passenger;
#[path = "../../site/support/trips.rs"]
#[expect(dead_code, reason = "the tests of `site` take more trips")]
mod trips;

pub use browser::Browser;
pub use fleet::{Fleet, Nginx, PASSWORD};
pub use page::Page;
pub use passenger::{STEPS, answer, file};

use std::time::Duration;

/// Longer than anything here may take.
pub const PATIENCE: Duration = Duration::from_secs(40);
