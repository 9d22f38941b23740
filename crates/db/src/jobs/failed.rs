//! Jobs that failed for good: nothing runs them again but a person.

use domain::claim::ClaimReference;
use jiff::Timestamp;
use sea_orm::prelude::TimeDateTimeWithTimeZone;
use sea_orm::{ConnectionTrait, FromQueryResult, Statement};

use super::Jobs;
use crate::error::DbError;
use crate::instant;

/// A job that failed as often as it is tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailedJob {
    /// Its number in the queue.
    pub id: i64,
    /// What it is.
    pub name: String,
    /// The claim that it is about, if it is about one that is there.
    pub claim: Option<ClaimReference>,
    /// How often it was tried.
    pub attempts: i16,
    /// What went wrong the last time; no names and no addresses.
    pub error: String,
    /// When it was added.
    pub added_at: Timestamp,
}

/// How many jobs there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JobCounts {
    /// Waiting or under way.
    pub waiting: u64,
    /// Failed for good.
    pub failed: u64,
}

const FAILED: &str = "
    SELECT jobs.id, tasks.identifier AS name, claims.reference, jobs.attempts,
           coalesce(jobs.last_error, '') AS error, jobs.created_at
    FROM graphile_worker._private_jobs AS jobs
    JOIN graphile_worker._private_tasks AS tasks ON tasks.id = jobs.task_id
    LEFT JOIN claims ON claims.id::text = jobs.payload->>'claim_id'
    WHERE jobs.attempts >= jobs.max_attempts AND jobs.locked_at IS NULL
    ORDER BY jobs.id DESC LIMIT $1";

const COUNTS: &str = "
    SELECT count(*) FILTER (WHERE attempts < max_attempts OR locked_at IS NOT NULL) AS waiting,
           count(*) FILTER (WHERE attempts >= max_attempts AND locked_at IS NULL) AS failed
    FROM graphile_worker._private_jobs";

const DUE: &str = "
    SELECT FROM graphile_worker._private_jobs WHERE is_available AND run_at <= now() LIMIT 1";

/// Only what failed for good: a job that waits for its next try keeps its turn.
const RUN_AGAIN: &str = "
    SELECT FROM graphile_worker._private_jobs AS jobs,
        LATERAL graphile_worker.reschedule_jobs(ARRAY[jobs.id], run_at => now(), attempts => 0)
    WHERE jobs.id = $1 AND jobs.attempts >= jobs.max_attempts AND jobs.locked_at IS NULL";

#[derive(FromQueryResult)]
struct FailedRow {
    id: i64,
    name: String,
    reference: Option<String>,
    attempts: i16,
    error: String,
    created_at: TimeDateTimeWithTimeZone,
}

#[derive(FromQueryResult)]
struct CountsRow {
    waiting: i64,
    failed: i64,
}

impl Jobs<'_> {
    /// The newest jobs that failed for good, as many as `limit`.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn failed(&self, limit: u16) -> Result<Vec<FailedJob>, DbError> {
        let limit = i64::from(limit).into();
        let query = Statement::from_sql_and_values(self.backend(), FAILED, [limit]);
        let rows = FailedRow::find_by_statement(query).all(self.tx).await?;
        rows.into_iter().map(FailedJob::try_from).collect()
    }

    /// How many jobs wait and how many failed for good.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn counts(&self) -> Result<JobCounts, DbError> {
        let query = Statement::from_string(self.backend(), COUNTS);
        let counts = CountsRow::find_by_statement(query).one(self.tx).await?;
        let counts = counts.ok_or_else(|| DbError::Internal("no count of jobs".to_owned()))?;
        Ok(JobCounts {
            waiting: counts.waiting.unsigned_abs(),
            failed: counts.failed.unsigned_abs(),
        })
    }

    /// Whether a job could be done now that nobody does.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn is_one_due(&self) -> Result<bool, DbError> {
        let query = Statement::from_string(self.backend(), DUE);
        Ok(self.tx.query_one_raw(query).await?.is_some())
    }

    /// Lets a job that failed for good run again, from its first try; `false`
    /// when there is none of that number.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn run_again(&self, id: i64) -> Result<bool, DbError> {
        let query = Statement::from_sql_and_values(self.backend(), RUN_AGAIN, [id.into()]);
        Ok(self.tx.execute_raw(query).await?.rows_affected() == 1)
    }

    fn backend(&self) -> sea_orm::DbBackend {
        self.tx.get_database_backend()
    }
}

impl TryFrom<FailedRow> for FailedJob {
    type Error = DbError;

    fn try_from(row: FailedRow) -> Result<Self, DbError> {
        let claim = row.reference.as_deref().map(str::parse).transpose();
        let claim = claim.map_err(|_| DbError::unreadable("claims.reference", "malformed"))?;
        Ok(Self {
            id: row.id,
            name: row.name,
            claim,
            attempts: row.attempts,
            error: plain(&row.error).to_owned(),
            added_at: instant::from_driver(row.created_at),
        })
    }
}

/// The library writes an error down as it looks to a programmer.
fn plain(error: &str) -> &str {
    let inner = error.strip_prefix("TaskError(\"");
    inner
        .and_then(|inner| inner.strip_suffix("\")"))
        .unwrap_or(error)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn an_error_is_told_without_the_names_of_types() {
        assert_eq!(plain("TaskError(\"mail server: 451\")"), "mail server: 451");
        assert_eq!(plain("TaskPanic(\"no\")"), "TaskPanic(\"no\")");
        assert_eq!(plain(""), "");
    }
}
