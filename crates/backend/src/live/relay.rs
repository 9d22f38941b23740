use std::time::Duration;

use db::{Db, DbError};
use domain::{
    access::{Grant, LinkHolder, ReadClaims},
    ids::ClaimId,
};
use tokio::sync::broadcast;
use tokio_util::sync::CancellationToken;

use super::{
    Subscription,
    places::{Key, Place, Places},
};
use crate::TooMany;

/// As many pages of passengers as one process keeps a connection open for. The
/// others are told to come again, and are as good without.
const OF_CLAIMS: usize = 1_000;

/// The same of the desk, apart, so that no crowd takes the places of staff.
const OF_DESK: usize = 200;

/// As many of them may look at the same claim: a family, each in some windows.
const OF_CLAIM: usize = 12;

/// As many of them may be at one address: the travellers in a hall.
const OF_ADDRESS: usize = 100;

/// As many changes as a slow subscription may fall behind; it ends then.
const BACKLOG: usize = 64;

/// How long to wait before the database is asked again that was away.
const RECONNECT: Duration = Duration::from_secs(2);

/// After how much silence the connection is asked whether it still stands.
const ASKED_AFTER: Duration = Duration::from_secs(30);

/// What was heard.
#[derive(Debug, Clone, Copy)]
pub(super) enum Heard {
    /// This claim has changed.
    Changed(ClaimId),
    /// Nobody listened for a while: anything may have changed.
    Missed,
}

/// Passes on what this process hears. Clones share it.
#[derive(Debug, Clone)]
pub struct Live {
    heard: broadcast::Sender<Heard>,
    claims: Places,
    desk: Places,
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
            claims: Places::new(OF_CLAIMS),
            desk: Places::new(OF_DESK),
            shutdown,
        }
    }

    /// Listens to the database and passes on what it tells, until shutdown.
    pub async fn relay(&self, db: &Db) {
        let listening = async {
            loop {
                let Err(error) = self.listen(db).await;
                tracing::debug!(%error, "live: the database is away");
                tokio::time::sleep(RECONNECT).await;
            }
        };
        tokio::select! {
            () = listening => {}
            () = self.shutdown.cancelled() => {}
        }
    }

    async fn listen(&self, db: &Db) -> Result<std::convert::Infallible, DbError> {
        let mut listener = db.listen(ASKED_AFTER).await?;
        // Not before: a change from now on is heard, one from before may not have
        // been.
        self.tell(Heard::Missed);
        loop {
            self.tell(Heard::Changed(listener.next().await?));
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
        let place = self.desk.take(Vec::new())?;
        Ok(self.subscribe(None, place))
    }

    /// Hears of one claim, for whoever may read it, at an address of the
    /// network.
    ///
    /// # Errors
    /// Too many listen already: in all, to this claim or at this address.
    pub fn of_claim(&self, holder: &LinkHolder, address: &str) -> Result<Subscription, TooMany> {
        let place = self.claims.take(vec![
            (Key::Claim(holder.claim_id), OF_CLAIM),
            (Key::Address(address.to_owned()), OF_ADDRESS),
        ])?;
        Ok(self.subscribe(Some(holder.claim_id), place))
    }

    fn subscribe(&self, only: Option<ClaimId>, place: Place) -> Subscription {
        let (heard, shutdown) = (self.heard.subscribe(), self.shutdown.clone());
        Subscription::new(heard, only, shutdown, place)
    }
}
