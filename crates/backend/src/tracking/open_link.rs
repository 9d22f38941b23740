use db::{ClaimRow, Tx};
use domain::claim::ClaimReference;
use jiff::Timestamp;

use crate::{Backend, Error, Secret};

/// A private link that opens a claim.
#[derive(Debug, Clone, Copy)]
pub struct OpenedLink {
    /// The claim's reference, which stands in the address of its page.
    pub reference: ClaimReference,
    /// The secret, which the browser keeps in the cookie of this claim.
    pub secret: Secret,
    /// When the link stops opening it.
    pub expires_at: Timestamp,
}

impl Backend {
    /// Looks at what a private link opens.
    ///
    /// Looking changes nothing, so a scanner of mail that follows the link
    /// first does no harm.
    ///
    /// # Errors
    /// [`Error::NotFound`] if it opens no claim, or no longer.
    pub async fn open_link(&self, secret: &Secret) -> Result<OpenedLink, Error> {
        let tx = self.db.begin().await?;
        let row = self.claim_of_link(&tx, secret).await?;
        tracing::info!(target: "security", event = "link_opened", claim = %row.claim.id);
        Ok(self.opened(&row, *secret))
    }

    pub(crate) fn opened(&self, row: &ClaimRow, secret: Secret) -> OpenedLink {
        OpenedLink {
            reference: row.reference,
            secret,
            expires_at: self.links.expire_at(row.link_issued_at),
        }
    }

    /// The claim of a link, and with it the proof that its holder may read it.
    pub(super) async fn claim_of_link(&self, tx: &Tx, link: &Secret) -> Result<ClaimRow, Error> {
        let found = tx.claims().by_link(&link.hash()).await?;
        let is_open = |row: &ClaimRow| self.now() < self.links.expire_at(row.link_issued_at);
        found.filter(is_open).ok_or(Error::NotFound)
    }
}
