use domain::claim::Actor;

use super::follow_claim::claim_of_link;
use crate::{Backend, Error, Secret};

impl Backend {
    /// Makes a new private link; the old one opens nothing from then on.
    ///
    /// # Errors
    /// [`Error::NotFound`] if the old link opens no claim.
    pub async fn renew_link(&self, link: &Secret) -> Result<Secret, Error> {
        let now = self.now();
        let tx = self.db.begin().await?;
        let row = claim_of_link(&tx, link).await?;
        let new = self.ids.secret();
        let event = self.ids.event(now);
        tx.claims()
            .renew_link(row.claim.id, new.hash(), event, Actor::Passenger, now)
            .await?;
        tx.commit().await?;
        Ok(new)
    }
}
