//! How much there is, for who watches over the service.

use std::time::Duration;

use sea_orm::sqlx::PgPool;
use sea_orm::{ConnectionTrait, FromQueryResult, Statement};

use crate::connect::Db;
use crate::error::DbError;

/// What was counted at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Census {
    /// The claims, by the name of their state; a state without any is left out.
    pub claims: Vec<(String, u64)>,
    /// The jobs in the queue.
    pub jobs: JobDepths,
}

/// How deep the queue is. Each job counts once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct JobDepths {
    /// Due, and nobody does them yet.
    pub ready: u64,
    /// Due later: the next try of one that failed, or what is planned.
    pub waiting: u64,
    /// Under way.
    pub running: u64,
    /// Failed for good.
    pub failed: u64,
}

/// How many connections the pool of this process has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PoolUse {
    /// At work.
    pub in_use: usize,
    /// Open, and nobody needs them.
    pub idle: usize,
    /// The most that there may be.
    pub max: usize,
}

impl PoolUse {
    pub(crate) fn of(pool: &PgPool) -> Self {
        let open = usize::try_from(pool.size()).unwrap_or(usize::MAX);
        let max = pool.options().get_max_connections();
        Self {
            in_use: open.saturating_sub(pool.num_idle()),
            idle: pool.num_idle().min(open),
            max: usize::try_from(max).unwrap_or(usize::MAX),
        }
    }
}

const CLAIMS: &str = "SELECT state, count(*) AS number FROM claims GROUP BY state ORDER BY state";

const JOBS: &str = "
    SELECT count(*) FILTER (WHERE locked_at IS NOT NULL) AS running,
           count(*) FILTER (WHERE locked_at IS NULL AND attempts >= max_attempts) AS failed,
           count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts
                            AND run_at <= now()) AS ready,
           count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts
                            AND run_at > now()) AS waiting
    FROM graphile_worker._private_jobs";

#[derive(FromQueryResult)]
struct StateRow {
    state: String,
    number: i64,
}

#[derive(FromQueryResult)]
struct JobsRow {
    ready: i64,
    waiting: i64,
    running: i64,
    failed: i64,
}

impl Db {
    /// Counts claims and jobs, in statements that are cut off after `patience` each.
    ///
    /// # Errors
    /// [`DbError::Unavailable`], also when counting takes longer than that.
    pub async fn census(&self, patience: Duration) -> Result<Census, DbError> {
        let tx = self.begin().await?;
        let inner = tx.inner();
        let limit = patience.as_millis().max(1);
        inner
            .execute_unprepared(&format!("SET LOCAL statement_timeout = {limit}"))
            .await?;
        let query = |sql: &str| Statement::from_string(inner.get_database_backend(), sql);
        let claims = StateRow::find_by_statement(query(CLAIMS))
            .all(inner)
            .await?;
        let jobs = JobsRow::find_by_statement(query(JOBS)).one(inner).await?;
        let jobs = jobs.ok_or_else(|| DbError::Internal("no count of jobs".to_owned()))?;
        tx.commit().await?;
        Ok(Census {
            claims: claims
                .into_iter()
                .map(|row| (row.state, row.number.unsigned_abs()))
                .collect(),
            jobs: JobDepths {
                ready: jobs.ready.unsigned_abs(),
                waiting: jobs.waiting.unsigned_abs(),
                running: jobs.running.unsigned_abs(),
                failed: jobs.failed.unsigned_abs(),
            },
        })
    }

    /// How many connections this pool has now.
    #[must_use]
    pub fn pool_use(&self) -> PoolUse {
        PoolUse::of(self.driver_pool())
    }
}
