use std::collections::BTreeMap;

use db::{ClaimRow, Delivery, EventRow};
use domain::{
    access::{Grant, ReadClaims},
    claim::{Actor, ClaimReference},
    ids::StaffId,
};

use crate::{Backend, Error, Snapshot};

/// A claim as the desk sees it.
#[derive(Debug, Clone)]
pub struct DeskClaim {
    /// The claim.
    pub row: ClaimRow,
    /// Its whole history, oldest first.
    pub events: Vec<EventRow>,
    /// The mail to its passenger, oldest first.
    pub deliveries: Vec<Delivery>,
    /// What was stored when it was sent, if this release can read it.
    pub snapshot: Option<Snapshot>,
    /// Who of the staff stands in the history.
    pub staff: BTreeMap<StaffId, String>,
}

impl DeskClaim {
    /// The name of whoever of the staff did something to the claim.
    pub fn name_of(&self, id: StaffId) -> Option<String> {
        self.staff.get(&id).cloned()
    }
}

impl Backend {
    /// Opens a claim at the desk.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is none of that reference.
    pub async fn open_claim(
        &self,
        grant: &Grant<ReadClaims>,
        reference: ClaimReference,
    ) -> Result<DeskClaim, Error> {
        let tx = self.db.begin().await?;
        let row = tx
            .claims()
            .for_staff(grant, reference)
            .await?
            .ok_or(Error::NotFound)?;
        let events = tx.audit().events_of(row.claim.id).await?;
        let deliveries = tx.deliveries().of_claim(row.claim.id).await?;
        let acted = events.iter().filter_map(|line| match line.actor {
            Actor::Staff(id) => Some(id),
            Actor::Passenger | Actor::System => None,
        });
        let staff = tx.staff().names(&acted.collect::<Vec<_>>()).await?;
        let snapshot = Snapshot::of_claim(&row.facts);
        Ok(DeskClaim {
            row,
            events,
            deliveries,
            snapshot,
            staff,
        })
    }
}
