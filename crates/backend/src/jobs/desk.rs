use db::{FailedJob, JobCounts};
use domain::access::{Grant, RetryJobs};

use crate::{Backend, Error};

/// As many failed jobs as the desk lists. More than that have one cause.
const LISTED: u16 = 100;

impl Backend {
    /// The jobs that failed for good, newest first.
    ///
    /// # Errors
    /// The store does not answer.
    pub async fn failed_jobs(&self, _grant: &Grant<RetryJobs>) -> Result<Vec<FailedJob>, Error> {
        let tx = self.db.begin().await?;
        Ok(tx.jobs().failed(LISTED).await?)
    }

    /// Lets a job that failed for good run again. One that runs again already, or
    /// is done by now, is left as it is.
    ///
    /// # Errors
    /// The store does not answer.
    pub async fn run_job_again(&self, grant: &Grant<RetryJobs>, id: i64) -> Result<(), Error> {
        let tx = self.db.begin().await?;
        if tx.jobs().run_again(id).await? {
            tx.commit().await?;
            tracing::info!(job = id, staff = %grant.staff_id(), "job runs again");
        }
        Ok(())
    }

    /// How many jobs wait and how many failed for good.
    ///
    /// # Errors
    /// The store does not answer.
    pub async fn job_counts(&self) -> Result<JobCounts, Error> {
        let tx = self.db.begin().await?;
        Ok(tx.jobs().counts().await?)
    }
}
