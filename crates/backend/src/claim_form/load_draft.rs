use domain::claim_form::Answers;
use jiff::Timestamp;

use crate::{Backend, Error, Secret};

/// A draft as the form shows it.
#[derive(Debug, Clone)]
pub struct LoadedDraft {
    /// What was typed so far.
    pub answers: Answers,
    /// Which version of the draft it is: each save makes another.
    pub version: i32,
    /// When it was last saved.
    pub saved_at: Timestamp,
    /// Until when it is kept.
    pub expires_at: Timestamp,
}

impl Backend {
    /// The draft that belongs to the secret in the browser's cookie, unless it
    /// has been sent or has expired.
    ///
    /// # Errors
    /// The client opens too many pages, or the store does not answer.
    pub async fn load_draft(&self, secret: &Secret) -> Result<Option<LoadedDraft>, Error> {
        if let Some(address) = &self.client {
            self.limits.draft_page(address, self.now())?;
        }
        let drafts = self.db.drafts();
        let row = drafts.find_by_key(&secret.hash(), self.now()).await?;
        Ok(row
            .filter(|row| row.claim_id.is_none())
            .map(|row| LoadedDraft {
                answers: row.answers.into(),
                version: row.version,
                saved_at: row.updated_at,
                expires_at: row.expires_at,
            }))
    }
}
