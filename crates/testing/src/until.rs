//! Waiting for what comes by itself.

use std::time::{Duration, Instant};

/// Longer than anything that a test waits for may take.
const PATIENCE: Duration = Duration::from_secs(40);
const AGAIN: Duration = Duration::from_millis(20);

/// Asks again and again until there is something.
///
/// # Panics
/// When there is nothing in forty seconds.
pub async fn until<T>(what: &str, mut found: impl AsyncFnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(found) = found().await {
            return found;
        }
        assert!(began.elapsed() < PATIENCE, "it never came that {what}");
        tokio::time::sleep(AGAIN).await;
    }
}
