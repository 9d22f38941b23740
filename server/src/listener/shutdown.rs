use std::time::Duration;

use tokio::signal::unix::SignalKind;
use tokio_util::sync::CancellationToken;

/// Whether the process is about to end. Clones tell of the same.
///
/// First it says that it will not be ready any more, so that whoever balances
/// requests sends no new ones; then it stops to accept them.
#[derive(Debug, Clone, Default)]
pub struct Shutdown {
    announced: CancellationToken,
    stopped: CancellationToken,
}

impl Shutdown {
    /// Whether readiness is to be denied.
    pub fn is_announced(&self) -> bool {
        self.announced.is_cancelled()
    }

    /// Waits until no new work may begin.
    pub async fn stopped(&self) {
        self.stopped.cancelled().await;
    }

    /// Cancelled when no new work may begin, for what takes such a token.
    pub fn token(&self) -> CancellationToken {
        self.stopped.clone()
    }

    /// Denies readiness.
    pub fn announce(&self) {
        self.announced.cancel();
    }

    /// Stops everything that asks [`Shutdown::stopped`].
    pub fn stop(&self) {
        self.announce();
        self.stopped.cancel();
    }

    /// Waits for SIGTERM, denies readiness for `notice`, then stops. SIGINT, the
    /// keyboard's, stops at once, and so does a second signal.
    pub async fn on_signals(self, notice: Duration) {
        tokio::select! {
            () = signal(SignalKind::terminate()) => {
                self.announce();
                tokio::select! {
                    () = tokio::time::sleep(notice) => {}
                    () = signal(SignalKind::terminate()) => {}
                    () = signal(SignalKind::interrupt()) => {}
                }
            }
            () = signal(SignalKind::interrupt()) => {}
        }
        self.stop();
    }
}

async fn signal(kind: SignalKind) {
    match tokio::signal::unix::signal(kind) {
        Ok(mut signal) => {
            signal.recv().await;
        }
        // Without the handler the process ends at once, as by default.
        Err(_) => std::future::pending().await,
    }
}
