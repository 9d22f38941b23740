use domain::claim::ClaimReference;

use crate::{Backend, Error, Secret};

impl Backend {
    /// The reference of the claim that a browser's draft became: a "Send" from
    /// an old tab arrives here.
    ///
    /// Only the reference is told: the draft's cookie opens no claim.
    ///
    /// # Errors
    /// [`Error::NotFound`] if the draft was not sent, or is deleted.
    pub async fn sent_claim(&self, draft: &Secret) -> Result<ClaimReference, Error> {
        let tx = self.db.begin().await?;
        let draft = tx.drafts().find_by_key(&draft.hash(), self.now()).await?;
        let draft = draft.ok_or(Error::NotFound)?;
        let sent = tx.claims().by_draft(draft.id).await?;
        Ok(sent.ok_or(Error::NotFound)?.reference)
    }
}
