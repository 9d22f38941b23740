//! The connection pool.

use std::fmt;
use std::time::Duration;

use sea_orm::{ConnectOptions, ConnectionTrait, SqlxPostgresConnector, Statement};

use crate::drafts::Drafts;
use crate::error::DbError;
use crate::pool::{Pool, ask_after_idling};
use crate::tx::Tx;

/// No request of this service needs a statement that runs this long; one that
/// does holds a connection that others wait for.
const STATEMENT_TIMEOUT: Duration = Duration::from_secs(15);
/// Shorter than the statement timeout, to tell waiting from working.
const LOCK_TIMEOUT: Duration = Duration::from_secs(5);
/// A transaction that was forgotten open gives its locks back after this.
const IDLE_IN_TRANSACTION: Duration = Duration::from_secs(30);
const SLOW_STATEMENT: Duration = Duration::from_secs(1);
/// Where the database is and how hard to press it.
#[derive(Clone)]
pub struct DbOptions {
    /// `postgres://user:password@host:port/database`.
    pub url: String,
    /// The most connections this process holds at a time.
    pub max_connections: u32,
    /// How long a request waits for a connection, opening one included, before
    /// it is told that the database is unavailable.
    pub acquire_timeout: Duration,
}

impl DbOptions {
    /// Ten connections and three seconds of patience.
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            max_connections: 10,
            acquire_timeout: Duration::from_secs(3),
        }
    }
}

impl fmt::Debug for DbOptions {
    /// Leaves out the address, which has the password in it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DbOptions")
            .field("max_connections", &self.max_connections)
            .field("acquire_timeout", &self.acquire_timeout)
            .finish_non_exhaustive()
    }
}

/// The database, as a pool of connections; clones share it.
#[derive(Debug, Clone)]
pub struct Db {
    pool: Pool,
}

impl Db {
    /// Prepares the pool without connecting, so the program can start and answer
    /// while PostgreSQL is still away.
    ///
    /// # Errors
    /// [`DbError::Internal`] when the address cannot be read.
    pub async fn connect(options: &DbOptions) -> Result<Self, DbError> {
        let acquire_timeout = options.acquire_timeout;
        let mut connect = ConnectOptions::new(&options.url);
        connect
            .connect_lazy(true)
            .max_connections(options.max_connections)
            .acquire_timeout(acquire_timeout)
            .test_before_acquire(false)
            .map_sqlx_postgres_pool_opts(move |pool| ask_after_idling(pool, acquire_timeout))
            .set_application_name("aero")
            .statement_timeout(STATEMENT_TIMEOUT)
            .sqlx_logging_level(log::LevelFilter::Trace)
            .sqlx_slow_statements_logging_settings(log::LevelFilter::Warn, SLOW_STATEMENT)
            .map_sqlx_postgres_opts(|driver| {
                driver.options([
                    ("lock_timeout", milliseconds(LOCK_TIMEOUT)),
                    (
                        "idle_in_transaction_session_timeout",
                        milliseconds(IDLE_IN_TRANSACTION),
                    ),
                ])
            });
        // Not `Database::connect`, which panics on an address that is no URL.
        let connections = SqlxPostgresConnector::connect(connect).await?;
        let pool = Pool::new(connections, options.max_connections, acquire_timeout);
        Ok(Self { pool })
    }

    /// Drafts to read, by statements of their own: one look at one row needs no
    /// transaction around it.
    #[must_use]
    pub fn drafts(&self) -> Drafts<'_, Pool> {
        Drafts::new(&self.pool)
    }

    /// Asks PostgreSQL whether it is there.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] when it is not.
    pub async fn ping(&self) -> Result<(), DbError> {
        let question = Statement::from_string(self.pool.get_database_backend(), "SELECT 1");
        self.pool.query_one_raw(question).await?;
        Ok(())
    }

    /// Opens a unit of work, on a connection that was alive when it began.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] when no connection is to be had in time.
    pub async fn begin(&self) -> Result<Tx, DbError> {
        Ok(Tx::new(self.pool.begin().await?))
    }

    /// Waits for the connections in use and closes them all; later calls fail as
    /// [`DbError::Unavailable`].
    ///
    /// # Errors
    /// When closing fails, which leaves nothing to be done.
    pub async fn close(&self) -> Result<(), DbError> {
        Ok(self.pool.close().await?)
    }

    /// Where single statements read.
    pub(crate) fn reads(&self) -> &Pool {
        &self.pool
    }
}

fn milliseconds(duration: Duration) -> String {
    duration.as_millis().to_string()
}
