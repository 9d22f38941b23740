use db::DbError;
use domain::{
    access::{DecideClaims, Grant},
    claim::{ClaimError, ClaimReference, Decision},
};

use crate::{Backend, Error};

/// Why a decision was not taken.
#[derive(Debug, thiserror::Error)]
pub enum DecideError {
    /// The claim is no longer as the reviewer read it, or is decided.
    #[error("the claim was changed in between")]
    Claim(ClaimError),
    /// Something else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl From<DbError> for DecideError {
    fn from(error: DbError) -> Self {
        Self::Other(error.into())
    }
}

impl Backend {
    /// Approves or rejects a claim that was read in version `read`. The same
    /// decision on the same version twice is the same as once, also at the same
    /// moment.
    ///
    /// # Errors
    /// See [`DecideError`]; nothing is changed then.
    pub async fn decide_claim(
        &self,
        grant: &Grant<DecideClaims>,
        reference: ClaimReference,
        decision: Decision,
        read: i32,
    ) -> Result<(), DecideError> {
        match self.try_decide(grant, reference, &decision, read).await {
            // Another change came first, perhaps this very one: a second look tells.
            Err(DecideError::Other(Error::Conflict)) => {
                self.try_decide(grant, reference, &decision, read).await
            }
            done => done,
        }
    }

    async fn try_decide(
        &self,
        grant: &Grant<DecideClaims>,
        reference: ClaimReference,
        decision: &Decision,
        read: i32,
    ) -> Result<(), DecideError> {
        let now = self.now();
        let tx = self.db.begin().await?;
        let row = tx.claims().for_staff(&grant.reading(), reference).await?;
        let claim = row.ok_or(Error::NotFound)?.claim;
        if claim.is_decided_so(grant, decision, read) {
            return Ok(());
        }
        let change = claim
            .decide(grant, decision.clone(), read, now)
            .map_err(DecideError::Claim)?;
        tx.claims().apply(change, self.ids.event(now)).await?;
        Ok(tx.commit().await?)
    }
}
