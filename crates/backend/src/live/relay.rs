use std::{sync::Arc, time::Duration};

use db::{Db, DbError, Heard};
use domain::{
    access::{Grant, LinkHolder, ReadClaims},
    ids::ClaimId,
};
use tokio::sync::{Semaphore, broadcast};
use tokio_util::sync::CancellationToken;

use super::Subscription;
use crate::TooMany;

/// As many pages as one process keeps a connection open for. The others are
/// told to come again, and are as good without.
const SUBSCRIPTIONS: usize = 1_000;

/// As many changes as a slow subscription may fall behind; it is then told that
/// it has missed some.
const BACKLOG: usize = 64;

/// How long to wait before the database is asked again that was away.
const RECONNECT: Duration = Duration::from_secs(2);

/// Passes on what this process hears. Clones share it.
#[derive(Debug, Clone)]
pub struct Live {
    heard: broadcast::Sender<Heard>,
    places: Arc<Semaphore>,
    shutdown: CancellationToken,
}

impl Default for Live {
    /// One that nothing shuts down.
    fn default() -> Self {
        Self::new(CancellationToken::new())
    }
}

impl Live {
    /// One for a process; it is silent until [`Live::relay`] runs, and all its
    /// subscriptions end at `shutdown`.
    pub fn new(shutdown: CancellationToken) -> Self {
        Self {
            heard: broadcast::Sender::new(BACKLOG),
            places: Arc::new(Semaphore::new(SUBSCRIPTIONS)),
            shutdown,
        }
    }

    /// Listens to the database and passes on what it tells, until shutdown.
    pub async fn relay(&self, db: &Db) {
        let listening = async {
            loop {
                let Err(error) = self.listen(db).await;
                tracing::debug!(%error, "live: the database is away");
                // Whoever looks meanwhile is told at the next connection.
                tokio::time::sleep(RECONNECT).await;
                self.tell(Heard::Missed);
            }
        };
        tokio::select! {
            () = listening => {}
            () = self.shutdown.cancelled() => {}
        }
    }

    async fn listen(&self, db: &Db) -> Result<std::convert::Infallible, DbError> {
        let mut listener = db.listen().await?;
        loop {
            self.tell(listener.next().await?);
        }
    }

    fn tell(&self, heard: Heard) {
        // That nobody listens is no fault.
        let _ = self.heard.send(heard);
    }

    /// Hears of every claim, for staff.
    ///
    /// # Errors
    /// Too many listen already.
    pub fn of_desk(&self, _grant: &Grant<ReadClaims>) -> Result<Subscription, TooMany> {
        self.subscribe(None)
    }

    /// Hears of one claim, for whoever may read it.
    ///
    /// # Errors
    /// Too many listen already.
    pub fn of_claim(&self, holder: &LinkHolder) -> Result<Subscription, TooMany> {
        self.subscribe(Some(holder.claim_id))
    }

    fn subscribe(&self, only: Option<ClaimId>) -> Result<Subscription, TooMany> {
        let place = self.places.clone().try_acquire_owned();
        Ok(Subscription::new(
            self.heard.subscribe(),
            only,
            self.shutdown.clone(),
            place.map_err(|_| TooMany)?,
        ))
    }
}
