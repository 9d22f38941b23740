use db::ClaimRow;
use domain::claim::{Actor, EventKind};
use jiff::Timestamp;
use rights::Code;

use crate::{Backend, Error, Secret, Snapshot};

/// A claim as its passenger sees it.
#[derive(Debug, Clone)]
pub struct TrackedClaim {
    /// The claim.
    pub row: ClaimRow,
    /// What was stored when it was sent, if this release can read it.
    pub snapshot: Option<Snapshot>,
    /// What happened to it so far, oldest first.
    pub history: Vec<HistoryLine>,
}

/// One line of a claim's history, without what only staff may know.
#[derive(Debug, Clone)]
pub struct HistoryLine {
    /// What happened.
    pub kind: Code<EventKind>,
    /// Whether the passenger did it.
    pub by_passenger: bool,
    /// When.
    pub at: Timestamp,
}

impl Backend {
    /// The claim that a private link opens.
    ///
    /// # Errors
    /// [`Error::NotFound`] if it opens none, or no longer.
    pub async fn track_claim(&self, link: &Secret) -> Result<TrackedClaim, Error> {
        let tx = self.db.begin().await?;
        let row = self.claim_of_link(&tx, link).await?;
        let events = tx.audit().events_of(row.claim.id).await?;
        let history = events
            .into_iter()
            .map(|line| HistoryLine {
                kind: line.kind,
                by_passenger: line.actor == Actor::Passenger,
                at: line.at,
            })
            .collect();
        let snapshot = Snapshot::of_claim(&row.facts);
        Ok(TrackedClaim {
            row,
            snapshot,
            history,
        })
    }
}
