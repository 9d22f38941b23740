use domain::job::DeleteExpired;
use jiff::{Timestamp, ToSpan};

use super::{JobContext, JobError, Run};

impl Run for DeleteExpired {
    async fn run(self, context: &JobContext) -> Result<(), JobError> {
        let backend = &context.backend;
        // Each by itself: what one table suffers from keeps no other from being cleaned.
        let outcomes = [
            ("drafts", backend.delete_expired_drafts().await),
            ("sessions", backend.delete_expired_sessions().await),
            ("mail", backend.delete_old_deliveries().await),
        ];
        delete_cut_off(context).await?;
        for (what, deleted) in outcomes {
            let count = deleted.map_err(|error| JobError::new(format!("{what}: {error}")))?;
            if count > 0 {
                tracing::info!(what, count, "deleted what has expired");
            }
        }
        Ok(())
    }
}

/// Uploads that were cut off. None goes on for a day.
async fn delete_cut_off(context: &JobContext) -> Result<(), JobError> {
    let Some(blobs) = &context.blobs else {
        return Ok(());
    };
    let day_ago = context.backend.now().checked_sub(24.hours());
    let deleted = blobs
        .delete_cut_off(day_ago.unwrap_or(Timestamp::MIN))
        .await
        .map_err(|error| JobError::new(error.to_string()))?;
    if deleted > 0 {
        tracing::info!(deleted, "deleted uploads that were cut off");
    }
    Ok(())
}
