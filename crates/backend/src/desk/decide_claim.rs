use domain::{
    access::Reviewer,
    claim::{Claim, ClaimError, ClaimReference, ClaimState, Decision},
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

impl Backend {
    /// Approves or rejects a claim that was read in version `read`.
    ///
    /// # Errors
    /// See [`DecideError`]; nothing is changed then.
    pub async fn decide_claim(
        &self,
        reviewer: &Reviewer,
        reference: ClaimReference,
        decision: Decision,
        read: i32,
    ) -> Result<(), DecideError> {
        let now = self.now();
        let tx = self.db.begin().await.map_err(Error::from)?;
        let row = tx
            .claims()
            .for_staff(reviewer, reference)
            .await
            .map_err(Error::from)?;
        let claim = row.ok_or(Error::NotFound)?.claim;
        if is_done(&claim, reviewer, &decision) {
            return Ok(());
        }
        let transition = claim
            .decide(reviewer, decision, read, now)
            .map_err(DecideError::Claim)?;
        let applied = tx.claims().apply(transition, self.ids.event(now)).await;
        applied.map_err(Error::from)?;
        tx.commit().await.map_err(Error::from)?;
        Ok(())
    }
}

/// Whether this very decision is taken already: the button was pressed twice.
fn is_done(claim: &Claim, reviewer: &Reviewer, wanted: &Decision) -> bool {
    match &claim.state {
        ClaimState::Decided { decision, by, .. } => decision == wanted && *by == reviewer.staff_id,
        ClaimState::Submitted | ClaimState::Withdrawn => false,
    }
}
