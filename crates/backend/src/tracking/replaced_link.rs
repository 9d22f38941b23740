use domain::claim::ClaimReference;

use crate::{Backend, Error, Secret};

impl Backend {
    /// The claim that a link opened until it was replaced, for the browser
    /// that sent it: a "Send" from an old tab arrives here.
    ///
    /// Only the reference is told. Who has seen the link, which may be why it
    /// was replaced, has no draft to show and learns nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`] if it is not the first link of this draft's claim,
    /// or the draft is forgotten.
    pub async fn replaced_link(
        &self,
        draft: &Secret,
        link: &Secret,
    ) -> Result<ClaimReference, Error> {
        if draft.first_link() != *link {
            return Err(Error::NotFound);
        }
        let tx = self.db.begin().await?;
        let draft = tx.drafts().find_by_key(&draft.hash(), self.now()).await?;
        let draft = draft.ok_or(Error::NotFound)?;
        let sent = tx.claims().by_draft(draft.id).await?;
        Ok(sent.ok_or(Error::NotFound)?.reference)
    }
}
