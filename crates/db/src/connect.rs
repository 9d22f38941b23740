//! The connection pool.

use std::fmt;
use std::time::Duration;

use sea_orm::sqlx::postgres::PgConnectOptions;
use sea_orm::{ConnectOptions, ConnectionTrait, SqlxPostgresConnector, Statement};

use crate::drafts::Drafts;
use crate::error::DbError;
use crate::pool::{Pool, ask_after_idling};
use crate::tx::Tx;

const SLOW_STATEMENT: Duration = Duration::from_secs(1);

/// What stands between this program and PostgreSQL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pooler {
    /// Nothing: a connection keeps what is set on it.
    None,
    /// A pooler that may give each transaction another connection, as PgBouncer does
    /// with `pool_mode = transaction`: nothing is kept on a connection, neither
    /// settings nor prepared statements, and single reads are transactions too.
    Transaction,
}

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
    /// No request of this service needs a statement that runs this long; one that
    /// does holds a connection that others wait for.
    pub statement_timeout: Duration,
    /// How long a statement waits for somebody else's lock. Shorter than the
    /// statement time-out, to tell waiting from working.
    pub lock_timeout: Duration,
    /// A transaction that was forgotten open gives its locks back after this.
    pub idle_in_transaction_timeout: Duration,
    /// A connection that nobody needed for this long is closed.
    pub idle_timeout: Duration,
    /// Whether connections are PostgreSQL's own.
    pub pooler: Pooler,
}

impl DbOptions {
    /// Ten connections, three seconds of patience, and limits that fit this service.
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            max_connections: 10,
            acquire_timeout: Duration::from_secs(3),
            statement_timeout: Duration::from_secs(15),
            lock_timeout: Duration::from_secs(5),
            idle_in_transaction_timeout: Duration::from_secs(30),
            idle_timeout: Duration::from_secs(600),
            pooler: Pooler::None,
        }
    }

    /// The limits of a connection or transaction, by PostgreSQL's names, in
    /// milliseconds.
    fn limits(&self) -> [(&'static str, u128); 3] {
        [
            ("statement_timeout", self.statement_timeout.as_millis()),
            ("lock_timeout", self.lock_timeout.as_millis()),
            (
                "idle_in_transaction_session_timeout",
                self.idle_in_transaction_timeout.as_millis(),
            ),
        ]
    }

    /// What each transaction begins with, where connections keep nothing. A statement
    /// that another client has prepared on this connection may have the name of ours;
    /// by itself, since poolers that count such statements look for this one.
    pub(crate) fn at_begin(&self) -> Vec<String> {
        let set = |(name, value)| format!("SET LOCAL {name} = {value}");
        match self.pooler {
            Pooler::None => Vec::new(),
            Pooler::Transaction => vec![
                "DEALLOCATE ALL".to_owned(),
                self.limits().map(set).join("; "),
            ],
        }
    }

    /// Settings of a connection from its beginning. A pooler refuses them, and what is
    /// prepared would be on another connection the next time.
    fn start(&self, driver: PgConnectOptions) -> PgConnectOptions {
        match self.pooler {
            Pooler::None => driver.options(self.limits()),
            Pooler::Transaction => driver.extra_float_digits(None).statement_cache_capacity(0),
        }
    }
}

impl fmt::Debug for DbOptions {
    /// Leaves out the address, which has the password in it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DbOptions")
            .field("max_connections", &self.max_connections)
            .field("acquire_timeout", &self.acquire_timeout)
            .field("limits", &self.limits())
            .field("idle_timeout", &self.idle_timeout)
            .field("pooler", &self.pooler)
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
        let starting = options.clone();
        let mut connect = ConnectOptions::new(&options.url);
        connect
            .connect_lazy(true)
            .max_connections(options.max_connections)
            .acquire_timeout(acquire_timeout)
            .idle_timeout(options.idle_timeout)
            .test_before_acquire(false)
            .map_sqlx_postgres_pool_opts(move |pool| ask_after_idling(pool, acquire_timeout))
            .set_application_name("aero")
            .sqlx_logging_level(log::LevelFilter::Trace)
            .sqlx_slow_statements_logging_settings(log::LevelFilter::Warn, SLOW_STATEMENT)
            .map_sqlx_postgres_opts(move |driver| starting.start(driver));
        // Not `Database::connect`, which panics on an address that is no URL.
        let connections = SqlxPostgresConnector::connect(connect).await?;
        let pool = Pool::new(connections, options);
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

    /// The driver's pool, for the library that keeps the queue of jobs.
    pub fn driver_pool(&self) -> &sea_orm::sqlx::PgPool {
        self.pool.driver_pool()
    }

    /// Where single statements read.
    #[must_use]
    pub fn reads(&self) -> &Pool {
        &self.pool
    }
}
