use domain::{access::LinkHolder, claim::ClaimReference};
use jiff::Timestamp;

use crate::{Backend, Error, Secret};

/// A claim that somebody has open, without what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WatchedClaim {
    /// Whose claim it is.
    pub holder: LinkHolder,
    /// Its version: another one is another page.
    pub version: i32,
    /// When the link stops opening it.
    pub expires_at: Timestamp,
}

impl Backend {
    /// What is needed to tell the holder of a link that its claim has changed.
    ///
    /// # Errors
    /// [`Error::NotFound`] if it opens no claim of this reference, or no longer.
    pub async fn watch_claim(
        &self,
        link: &Secret,
        reference: ClaimReference,
    ) -> Result<WatchedClaim, Error> {
        let tx = self.db.begin().await?;
        let row = self.claim_of_link(&tx, link).await?;
        if row.reference != reference {
            return Err(Error::NotFound);
        }
        Ok(WatchedClaim {
            holder: LinkHolder {
                claim_id: row.claim.id,
            },
            version: row.claim.version,
            expires_at: self.link_expires_at(&row),
        })
    }
}
