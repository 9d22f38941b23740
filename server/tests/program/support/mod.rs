//! The program in a process of its own, and what it talks to.

mod claim;
mod collector;
mod program;
mod wire;

pub use claim::{EMAIL, stored_claim};
pub use collector::{Collector, text_of};
pub use program::{Program, free_address};
pub use wire::{Answer, request};

use std::time::Duration;

/// Asks again until it is so, for at most half a minute.
pub async fn eventually<T>(what: &str, mut found: impl AsyncFnMut() -> Option<T>) -> T {
    for _ in 0..300 {
        if let Some(found) = found().await {
            return found;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("not within half a minute: {what}");
}
