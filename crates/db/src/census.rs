//! How much there is, for who watches over the service.

use std::time::Duration;

use sea_orm::sqlx::postgres::{PgConnectOptions, PgRow};
use sea_orm::sqlx::{
    AssertSqlSafe, Connection, Error as SqlxError, Executor, PgConnection, PgPool, Row, raw_sql,
};

use crate::connect::Db;

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

/// Why nothing was counted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoCensus {
    /// The database is up and did not count: it has no connection free, or it was
    /// cut off. The text is for the log.
    #[error("the database does not count: {0}")]
    Refused(String),
    /// It did not answer, is starting or ends. The text is for the log.
    #[error("the database is away: {0}")]
    Away(String),
}

impl NoCensus {
    fn of(error: &SqlxError) -> Self {
        let told = error.to_string();
        match error {
            SqlxError::Database(answer) if is_up(&answer.code().unwrap_or_default()) => {
                Self::Refused(told)
            }
            SqlxError::Database(_) | SqlxError::Io(_) | SqlxError::Tls(_) => Self::Away(told),
            // What was read is not what was asked for: somebody has answered.
            _ => Self::Refused(told),
        }
    }
}

/// Whether it is up that says this: not while it starts or ends (class 57P), nor a
/// pooler that reaches nothing (class 08).
fn is_up(code: &str) -> bool {
    !code.starts_with("57P") && !code.starts_with("08")
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

const CLAIMS: &str = "SELECT state, count(*) FROM claims GROUP BY state ORDER BY state";

const JOBS: &str = "
    SELECT count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts
                            AND run_at <= now()),
           count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts
                            AND run_at > now()),
           count(*) FILTER (WHERE locked_at IS NOT NULL),
           count(*) FILTER (WHERE locked_at IS NULL AND attempts >= max_attempts)
    FROM graphile_worker._private_jobs";

impl Db {
    /// Counts claims and jobs, in statements that are cut off after `patience` each.
    ///
    /// On a connection of its own: a pool without a free one is no database that is
    /// away, and the numbers are wanted then above all. Nothing of it is counted as
    /// work or as an error of the service.
    ///
    /// # Errors
    /// Nobody has counted, and whether the database is up all the same.
    pub async fn census(&self, patience: Duration) -> Result<Census, NoCensus> {
        let options = self.driver_pool().connect_options();
        let census = count(&options, patience).await;
        census.map_err(|error| NoCensus::of(&error))
    }

    /// How many connections this pool has now.
    #[must_use]
    pub fn pool_use(&self) -> PoolUse {
        PoolUse::of(self.driver_pool())
    }
}

/// Without prepared statements, which a pooler may give to another connection.
async fn count(options: &PgConnectOptions, patience: Duration) -> Result<Census, SqlxError> {
    let mut connection = PgConnection::connect_with(options).await?;
    let limit = patience.as_millis().max(1);
    let begin = format!("BEGIN READ ONLY; SET LOCAL statement_timeout = {limit}");
    connection.execute(raw_sql(AssertSqlSafe(begin))).await?;
    let claims = connection.fetch_all(raw_sql(CLAIMS)).await?;
    let jobs = connection.fetch_one(raw_sql(JOBS)).await?;
    connection.execute(raw_sql("COMMIT")).await?;
    let claims = claims
        .iter()
        .map(|row| Ok((row.try_get(0)?, number(row, 1)?)));
    let census = Census {
        claims: claims.collect::<Result<_, SqlxError>>()?,
        jobs: JobDepths {
            ready: number(&jobs, 0)?,
            waiting: number(&jobs, 1)?,
            running: number(&jobs, 2)?,
            failed: number(&jobs, 3)?,
        },
    };
    // Counted is counted, however the connection ends.
    let _ = connection.close().await;
    Ok(census)
}

fn number(row: &PgRow, column: usize) -> Result<u64, SqlxError> {
    Ok(row.try_get::<i64, _>(column)?.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::is_up;

    #[test]
    fn who_has_no_connection_free_or_cuts_off_is_up() {
        for (code, up) in [
            ("53300", true),
            ("57014", true),
            ("42501", true),
            ("57P01", false),
            ("57P03", false),
            ("08P01", false),
        ] {
            assert_eq!(is_up(code), up, "{code}");
        }
    }
}
