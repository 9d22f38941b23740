use db::{ClaimRow, DbError, Tx};
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
        match self.try_renew(link, request).await {
            // Another press came first, perhaps one of the same button: before
            // the old link was looked at, or after.
            Err(Error::NotFound | Error::Conflict) => {
                let tx = self.db.begin().await?;
                let renewed = self.renewed_by(&tx, request).await?;
                renewed.ok_or(Error::NotFound)
            }
            done => done,
        }
    }

    async fn try_renew(
        &self,
        link: Option<&Secret>,
        request: &Secret,
    ) -> Result<OpenedLink, Error> {
        let tx = self.db.begin().await?;
        if let Some(renewed) = self.renewed_by(&tx, request).await? {
            return Ok(renewed);
        }
        let row = self
            .claim_of_link(&tx, link.ok_or(Error::NotFound)?)
            .await?;
        let opened = self.renew(&tx, &row, Actor::Passenger, Some(request));
        let opened = opened.await?;
        tx.commit().await?;
        Ok(opened)
    }

    /// The link that a request has made before.
    async fn renewed_by(&self, tx: &Tx, request: &Secret) -> Result<Option<OpenedLink>, Error> {
        let row = tx.claims().by_link_renewal(&request.hash()).await?;
        let opened = row.and_then(|row| {
            let secret = self.link_of(&row)?;
            Some(self.opened(&row, secret))
        });
        Ok(opened)
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
