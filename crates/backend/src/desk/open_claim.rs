use db::{ClaimRow, EventRow};
use domain::{access::Reviewer, claim::ClaimReference};

use crate::{Backend, Error};

/// A claim as the desk sees it.
#[derive(Debug, Clone)]
pub struct DeskClaim {
    /// The claim.
    pub row: ClaimRow,
    /// Its whole history, oldest first.
    pub events: Vec<EventRow>,
    /// Who decided, if somebody did.
    pub decided_by: Option<String>,
}

impl Backend {
    /// Opens a claim at the desk.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is none of that reference.
    pub async fn open_claim(
        &self,
        reviewer: &Reviewer,
        reference: ClaimReference,
    ) -> Result<DeskClaim, Error> {
        let tx = self.db.begin().await?;
        let row = tx
            .claims()
            .for_staff(reviewer, reference)
            .await?
            .ok_or(Error::NotFound)?;
        let events = tx.audit().events_of(row.claim.id).await?;
        let decided_by = match row.claim.state {
            domain::claim::ClaimState::Decided { by, .. } => {
                tx.staff().by_id(by).await?.map(|account| account.name)
            }
            _ => None,
        };
        Ok(DeskClaim {
            row,
            events,
            decided_by,
        })
    }
}
