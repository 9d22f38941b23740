use db::DbError;
use domain::{
    access::{DecideClaims, Grant},
    claim::{ClaimError, ClaimReference, Decision, DecisionOutcome},
};

use crate::{Backend, Error};

/// Why a decision was not taken.
#[derive(Debug, thiserror::Error)]
pub enum DecideError {
    /// The claim is no longer as the reviewer read it, or is decided.
    #[error("the claim was changed in between")]
    Claim(ClaimError),
    /// It is approved although its assessment has no sum, and the reviewer has
    /// not confirmed that the words for the passenger say what can be claimed.
    #[error("the assessment has no sum")]
    NoSum,
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
    /// The passenger of an approved claim reads the sum of the assessment. Where
    /// it has none, the reviewer's words have to say what can be claimed, and
    /// `sum_in_words` that they do.
    ///
    /// # Errors
    /// See [`DecideError`]; nothing is changed then.
    pub async fn decide_claim(
        &self,
        grant: &Grant<DecideClaims>,
        reference: ClaimReference,
        decision: Decision,
        sum_in_words: bool,
        read: i32,
    ) -> Result<(), DecideError> {
        let decide = || self.try_decide(grant, reference, &decision, sum_in_words, read);
        match decide().await {
            // Another change came first, perhaps this very one: a second look tells.
            Err(DecideError::Other(Error::Conflict)) => decide().await,
            done => done,
        }
    }

    async fn try_decide(
        &self,
        grant: &Grant<DecideClaims>,
        reference: ClaimReference,
        decision: &Decision,
        sum_in_words: bool,
        read: i32,
    ) -> Result<(), DecideError> {
        let now = self.now();
        let tx = self.db.begin().await?;
        let row = tx.claims().for_staff(&grant.reading(), reference).await?;
        let row = row.ok_or(Error::NotFound)?;
        let claim = row.claim;
        if claim.is_decided_so(grant, decision, read) {
            return Ok(());
        }
        let change = claim
            .decide(grant, decision.clone(), read, now)
            .map_err(DecideError::Claim)?;
        let has_sum = sum_in_words || row.facts.summary.amount.is_some();
        if decision.outcome() == DecisionOutcome::Approved && !has_sum {
            return Err(DecideError::NoSum);
        }
        tx.claims().apply(change, self.ids.event(now)).await?;
        Ok(tx.commit().await?)
    }
}
