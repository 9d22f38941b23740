use domain::{
    access::{Grant, ReadClaims, ReassessClaims},
    claim::{ClaimReference, Reassessment},
};
use rights::snapshot::AssessmentV1;

use super::decide_claim::DecideError;
use crate::{Backend, DeskClaim, Error, Snapshot, claim_form::assess::AssessedStatement};

/// A claim with what today's rules say to it, beside what was stored.
#[derive(Debug, Clone)]
pub struct ReassessedClaim {
    /// The claim.
    pub claim: DeskClaim,
    /// What is stored.
    pub stored: Snapshot,
    /// The same statement, assessed today.
    pub today: Snapshot,
}

impl ReassessedClaim {
    /// Whether today's answer is another.
    pub fn differs(&self) -> bool {
        differ(&self.stored.assessment, &self.today.assessment)
    }
}

/// Whether two answers differ in more than the day of judging and the version of
/// the rules.
fn differ(stored: &AssessmentV1, today: &AssessmentV1) -> bool {
    let today = AssessmentV1 {
        rules: stored.rules.clone(),
        assessed_on: stored.assessed_on,
        ..today.clone()
    };
    today != *stored
}

impl Backend {
    /// Judges the stored statement of a claim with today's rules, and stores
    /// nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such claim, or if this release cannot
    /// read all that was stored with it.
    pub async fn judge_again(
        &self,
        grant: &Grant<ReadClaims>,
        reference: ClaimReference,
    ) -> Result<ReassessedClaim, Error> {
        let claim = self.open_claim(grant, reference).await?;
        let stored = claim.snapshot.clone().ok_or(Error::NotFound)?;
        let assessment = self.assessed_today(&stored).ok_or(Error::NotFound)?;
        let today = Snapshot {
            statement: stored.statement.clone(),
            assessment,
        };
        Ok(ReassessedClaim {
            claim,
            stored,
            today,
        })
    }

    /// Stores what today's rules say to a claim that was read in version `read`,
    /// with an event that tells the old and the new. Where they say the same,
    /// nothing is stored.
    ///
    /// # Errors
    /// See [`DecideError`]; nothing is changed then.
    pub async fn reassess_claim(
        &self,
        grant: &Grant<ReassessClaims>,
        reference: ClaimReference,
        read: i32,
    ) -> Result<(), DecideError> {
        let now = self.now();
        let tx = self.db.begin().await?;
        let row = tx.claims().for_staff(&grant.reading(), reference).await?;
        let row = row.ok_or(Error::NotFound)?;
        let stored = Snapshot::of_claim(&row.facts).ok_or(Error::NotFound)?;
        let new = self.assessed_today(&stored).ok_or(Error::NotFound)?;
        if !differ(&stored.assessment, &new) {
            return Ok(());
        }
        let old = stored.assessment;
        let change = row
            .claim
            .reassess(grant, Reassessment { old, new }, read, now)
            .map_err(DecideError::Claim)?;
        tx.claims().reassess(change, self.ids.event(now)).await?;
        Ok(tx.commit().await?)
    }

    /// What today's rules say to a stored statement; `None` if this release does
    /// not know a word of it.
    fn assessed_today(&self, stored: &Snapshot) -> Option<AssessmentV1> {
        let statement = stored.statement.to_statement()?;
        let assessed = AssessedStatement::of(statement, self.today());
        // As it would come back from storage, to compare like with like.
        let written = serde_json::to_string(&assessed.snapshot(None).assessment).ok()?;
        AssessmentV1::read(&serde_json::from_str(&written).ok()?)
    }
}
