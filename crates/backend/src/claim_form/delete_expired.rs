use std::future::Future;
use std::time::{Duration, Instant};

use db::{DbError, EXPIRED_BATCH, sessions};
use jiff::{SignedDuration, Timestamp};

use crate::{Backend, Error};

/// How long deleting from one table goes on; what is left waits for the next time.
const LONGEST: Duration = Duration::from_secs(300);

/// How many days it is remembered what became of a mail.
const MAIL_DAYS: i64 = 180;

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

impl Backend {
    /// Forgets what became of mail so long ago that nobody asks any more, and
    /// says of how many.
    ///
    /// # Errors
    /// The store does not answer.
    pub async fn delete_old_deliveries(&self) -> Result<u64, Error> {
        let age = SignedDuration::from_hours(24 * MAIL_DAYS);
        let before = self.now().checked_sub(age).unwrap_or(Timestamp::MIN);
        let tx = self.db.begin().await?;
        let gone = tx.deliveries().delete_ended(before).await?;
        tx.commit().await?;
        Ok(gone)
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
