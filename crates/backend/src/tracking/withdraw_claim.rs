use super::track_claim::claim_of_link;
use crate::{Backend, Error, Secret};

impl Backend {
    /// Takes a claim back that is not decided yet. Taking it back twice is the
    /// same as once.
    ///
    /// # Errors
    /// [`Error::NotFound`] if the link opens no claim, [`Error::Conflict`] if
    /// it is decided already.
    pub async fn withdraw_claim(&self, link: &Secret) -> Result<(), Error> {
        let now = self.now();
        let tx = self.db.begin().await?;
        let row = claim_of_link(&tx, link).await?;
        if row.claim.state == domain::claim::ClaimState::Withdrawn {
            return Ok(());
        }
        let transition = row.claim.withdraw(now).map_err(|_| Error::Conflict)?;
        tx.claims().apply(transition, self.ids.event(now)).await?;
        Ok(tx.commit().await?)
    }
}
