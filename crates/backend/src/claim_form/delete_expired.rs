use db::sessions;

use crate::{Backend, Error};

impl Backend {
    /// Deletes drafts and sessions that nobody can open any more, and says how
    /// many drafts there were.
    ///
    /// # Errors
    /// The store does not answer.
    pub async fn delete_expired(&self) -> Result<u64, Error> {
        let now = self.now();
        sessions::delete_expired(&self.db, now).await?;
        let tx = self.db.begin().await?;
        let drafts = tx.drafts().delete_expired(now).await?;
        tx.commit().await?;
        Ok(drafts)
    }
}
