use domain::claim::ClaimState;

use crate::{Backend, Error, Secret};

impl Backend {
    /// Takes a claim back that is not decided yet. Taking it back twice is the
    /// same as once, also at the same moment.
    ///
    /// # Errors
    /// [`Error::NotFound`] if the link opens no claim, [`Error::Conflict`] if
    /// it is decided already.
    pub async fn withdraw_claim(&self, link: &Secret) -> Result<(), Error> {
        match self.try_withdraw(link).await {
            // Another change came first, perhaps this very one: a second look tells.
            Err(Error::Conflict) => self.try_withdraw(link).await,
            done => done,
        }
    }

    async fn try_withdraw(&self, link: &Secret) -> Result<(), Error> {
        let now = self.now();
        let tx = self.db.begin().await?;
        let claim = self.claim_of_link(&tx, link).await?.claim;
        if claim.state == ClaimState::Withdrawn {
            return Ok(());
        }
        let change = claim.withdraw(now).map_err(|_| Error::Conflict)?;
        tx.claims().apply(change, self.ids.event(now)).await?;
        Ok(tx.commit().await?)
    }
}
