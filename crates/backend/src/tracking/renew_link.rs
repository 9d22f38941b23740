use db::{ClaimRow, Conflict, DbError, Tx};
use domain::claim::{Actor, LinkRenewal};

use super::OpenedLink;
use crate::{Backend, Error, Secret};

impl Backend {
    /// What a form carries that may renew a link: it knows its own renewal again.
    pub fn link_request(&self) -> Secret {
        self.ids.secret()
    }

    /// Puts a new private link in the place of the old one, which opens
    /// nothing from then on.
    ///
    /// `request` came with the page that asked for it, so that a second press,
    /// or one whose answer got lost, arrives at the same new link.
    ///
    /// # Errors
    /// [`Error::NotFound`] if the link opens no claim, and no link was renewed
    /// by this request.
    pub async fn renew_link(
        &self,
        link: Option<&Secret>,
        request: &Secret,
    ) -> Result<OpenedLink, Error> {
        let tx = self.db.begin().await?;
        if let Some(row) = tx.claims().by_link_renewal(&request.hash()).await? {
            let secret = self.link_of(&row).ok_or(Error::NotFound)?;
            return Ok(self.opened(&row, secret));
        }
        let link = link.ok_or(Error::NotFound)?;
        let row = self.claim_of_link(&tx, link).await?;
        match self.renew(&tx, &row, Actor::Passenger, Some(request)).await {
            Ok(opened) => {
                tx.commit().await?;
                Ok(opened)
            }
            // Another press came first, perhaps one of the same button.
            Err(DbError::Conflict(Conflict::Version | Conflict::Duplicate(_))) => {
                drop(tx);
                self.renewed_by(request).await
            }
            Err(error) => Err(error.into()),
        }
    }

    /// The link that a request has made meanwhile.
    async fn renewed_by(&self, request: &Secret) -> Result<OpenedLink, Error> {
        let tx = self.db.begin().await?;
        let row = tx.claims().by_link_renewal(&request.hash()).await?;
        let row = row.ok_or(Error::NotFound)?;
        let secret = self.link_of(&row).ok_or(Error::NotFound)?;
        Ok(self.opened(&row, secret))
    }

    /// Makes the next link of a claim, within a unit of work.
    pub(super) async fn renew(
        &self,
        tx: &Tx,
        row: &ClaimRow,
        actor: Actor,
        request: Option<&Secret>,
    ) -> Result<OpenedLink, DbError> {
        let now = self.now();
        let secret = self.links.secret(row.claim.id, row.link_generation + 1);
        let renewal = LinkRenewal {
            old: row.link_hash,
            new: secret.hash(),
            request: request.map(Secret::hash),
        };
        let change = row.claim.renew_link(renewal, actor, now);
        tx.claims().renew_link(change, self.ids.event(now)).await?;
        tracing::info!(target: "security", event = "link_renewed", claim = %row.claim.id);
        Ok(OpenedLink {
            reference: row.reference,
            secret,
            expires_at: self.links.expire_at(now),
        })
    }
}
