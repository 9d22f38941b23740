//! The pool, and what becomes of connections that died in it.
//!
//! PostgreSQL closes connections when it restarts, and a pool notices that only
//! when it sends something. So the first statement on a connection may find it
//! dead, however short ago it was in use. Where that statement is `BEGIN` or
//! only reads, nothing has happened yet and it is sent again on another
//! connection; any later statement fails, because what went before it is lost.

use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant};

use sea_orm::sqlx::postgres::PgPoolOptions;
use sea_orm::sqlx::{Connection, Error as SqlxError};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult,
    QueryResult, Statement, TransactionTrait,
};
use tracing::Instrument;

use crate::connect::DbOptions;
use crate::error::ends_connection;
use crate::trace;

/// A connection that was idle for this long is asked whether it still stands
/// before it is handed out. A network may have forgotten it without a word to
/// either end, which no error tells: the first statement would wait for ever.
const ASKED_AFTER: Duration = Duration::from_secs(30);

/// Connections that are handed out live, or not at all.
///
/// As a [`ConnectionTrait`] it only reads: each query is a statement of its own
/// and may be sent twice. What writes begins a transaction.
#[derive(Debug, Clone)]
pub struct Pool {
    connections: DatabaseConnection,
    max_connections: u32,
    acquire_timeout: Duration,
    /// What each transaction begins with, where connections keep nothing.
    at_begin: Arc<[String]>,
}

impl Pool {
    pub(crate) fn new(mut connections: DatabaseConnection, options: &DbOptions) -> Self {
        connections.set_metric_callback(|done| {
            trace::ended(&done.statement.sql, done.elapsed, done.failed);
        });
        Self {
            connections,
            max_connections: options.max_connections,
            acquire_timeout: options.acquire_timeout,
            at_begin: options.at_begin().into(),
        }
    }

    /// Opens a transaction on a connection that is alive.
    ///
    /// In a task of its own: a caller that goes away while `BEGIN` is under way
    /// would otherwise leave a connection in the pool that is in a transaction
    /// which nobody knows of.
    pub(crate) async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        let pool = self.clone();
        let begin = async move { pool.on_live_connection(|| pool.begin_on_one()).await };
        let began = Instant::now();
        let begun = tokio::spawn(begin.in_current_span())
            .await
            .unwrap_or_else(|error| Err(DbErr::Custom(format!("BEGIN was cut off: {error}"))));
        trace::ended("BEGIN", began.elapsed(), begun.is_err());
        metrics::histogram!("db_begin_duration_seconds").record(began.elapsed());
        begun
    }

    /// The pool of the driver, for what knows no other.
    pub(crate) fn driver_pool(&self) -> &sea_orm::sqlx::PgPool {
        self.connections.get_postgres_connection_pool()
    }

    async fn begin_on_one(&self) -> Result<DatabaseTransaction, DbErr> {
        let tx = self.connections.begin().await?;
        for statement in self.at_begin.iter() {
            tx.execute_unprepared(statement).await?;
        }
        Ok(tx)
    }

    pub(crate) async fn close(&self) -> Result<(), DbErr> {
        self.connections.close_by_ref().await
    }

    /// Tries again while the connection turns out to be dead: at most once for
    /// each that may lie in the pool, and not beyond the acquire time-out.
    async fn on_live_connection<T, F>(&self, attempt: impl Fn() -> F) -> Result<T, DbErr>
    where
        F: Future<Output = Result<T, DbErr>>,
    {
        let began = Instant::now();
        for _ in 0..self.max_connections {
            match attempt().await {
                Err(error) if ends_connection(&error) && began.elapsed() < self.acquire_timeout => {
                }
                outcome => return outcome,
            }
        }
        attempt().await
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Pool {
    fn get_database_backend(&self) -> DbBackend {
        self.connections.get_database_backend()
    }

    async fn execute_raw(&self, _: Statement) -> Result<ExecResult, DbErr> {
        Err(only_reads())
    }

    async fn execute_unprepared(&self, _: &str) -> Result<ExecResult, DbErr> {
        Err(only_reads())
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        if !self.at_begin.is_empty() {
            let tx = self.begin().await?;
            let found = tx.query_one_raw(statement).await?;
            return tx.commit().await.map(|()| found);
        }
        self.on_live_connection(|| self.connections.query_one_raw(statement.clone()))
            .await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        if !self.at_begin.is_empty() {
            let tx = self.begin().await?;
            let found = tx.query_all_raw(statement).await?;
            return tx.commit().await.map(|()| found);
        }
        self.on_live_connection(|| self.connections.query_all_raw(statement.clone()))
            .await
    }
}

fn only_reads() -> DbErr {
    DbErr::Custom("a change without a transaction".to_owned())
}

/// Asks connections that were idle for long, for a part of the time that a
/// request waits for one; those that do not answer are replaced.
pub(crate) fn ask_after_idling(pool: PgPoolOptions, acquire_timeout: Duration) -> PgPoolOptions {
    let patience = acquire_timeout / 3;
    pool.before_acquire(move |connection, used| {
        Box::pin(async move {
            if used.idle_for < ASKED_AFTER {
                return Ok(true);
            }
            tokio::time::timeout(patience, connection.ping())
                .await
                .unwrap_or_else(|_| Err(SqlxError::Io(std::io::ErrorKind::TimedOut.into())))?;
            Ok(true)
        })
    })
}
