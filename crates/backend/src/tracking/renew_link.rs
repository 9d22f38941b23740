use db::{Conflict, DbError};
use domain::claim::{Actor, LinkRenewal};

use super::track_claim::claim_of_link;
use crate::{Backend, Error, Secret};

impl Backend {
    /// A secret for a link that may be made.
    pub fn draw_link(&self) -> Secret {
        self.ids.secret()
    }

    /// Puts a new private link in the place of the old one, which opens
    /// nothing from then on.
    ///
    /// The new one was drawn with the page that asked for it, so that a second
    /// press, or one whose answer got lost, arrives at the same new link.
    ///
    /// # Errors
    /// [`Error::NotFound`] if neither link opens a claim.
    pub async fn renew_link(&self, link: &Secret, new: &Secret) -> Result<(), Error> {
        let now = self.now();
        let tx = self.db.begin().await?;
        if let Some(row) = tx.claims().by_link(&link.hash()).await? {
            let (old, new) = (link.hash(), new.hash());
            let renewal = LinkRenewal { old, new };
            let change = row.claim.renew_link(renewal, Actor::Passenger, now);
            match tx.claims().renew_link(change, self.ids.event(now)).await {
                Ok(()) => return Ok(tx.commit().await?),
                // Another press came first, perhaps one of the same button.
                Err(DbError::Conflict(Conflict::Version)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        claim_of_link(&tx, new).await.map(drop)
    }
}
