use std::future::Future;
use std::time::{Duration, Instant};

use db::{DbError, EXPIRED_BATCH, sessions};

use crate::{Backend, Error};

/// How long deleting from one table goes on; what is left waits for the next time.
const LONGEST: Duration = Duration::from_secs(300);

impl Backend {
    /// Deletes drafts that nobody can open any more, and says how many there were.
    ///
    /// # Errors
    /// The store does not answer; what was deleted before stays so.
    pub async fn delete_expired_drafts(&self) -> Result<u64, Error> {
        let now = self.now();
        in_batches(|| async move {
            let tx = self.db.begin().await?;
            let gone = tx.drafts().delete_expired(now).await?;
            tx.commit().await?;
            Ok(gone)
        })
        .await
    }

    /// Deletes sessions that have ended, and says how many there were.
    ///
    /// # Errors
    /// The store does not answer; what was deleted before stays so.
    pub async fn delete_expired_sessions(&self) -> Result<u64, Error> {
        let now = self.now();
        in_batches(|| sessions::delete_expired(&self.db, now)).await
    }
}

/// Deletes batch by batch until one is not full, or it has taken long enough.
async fn in_batches<F>(mut delete: impl FnMut() -> F) -> Result<u64, Error>
where
    F: Future<Output = Result<u64, DbError>>,
{
    let began = Instant::now();
    let mut all = 0;
    loop {
        let gone = delete().await?;
        all += gone;
        if gone < EXPIRED_BATCH || began.elapsed() > LONGEST {
            return Ok(all);
        }
    }
}
