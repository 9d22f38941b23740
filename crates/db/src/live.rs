//! Hearing of changes that other processes make.

use std::time::Duration;

use domain::ids::ClaimId;
use sea_orm::sqlx::{
    Acquire, Connection, Error as SqlxError,
    postgres::{PgListener, PgNotification, PgPoolOptions},
};
use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement, Value};
use tokio::time::timeout;

use crate::connect::Db;
use crate::error::DbError;

/// The channel of PostgreSQL on which changed claims are told, by their ids.
const CHANNEL: &str = "claim_changed";

/// How long PostgreSQL may take to answer whether the connection stands.
const PATIENCE: Duration = Duration::from_secs(5);

/// Tells whoever listens, once the transaction is committed.
pub(crate) async fn notify(tx: &DatabaseTransaction, claim_id: ClaimId) -> Result<(), DbError> {
    let values: [Value; 2] = [CHANNEL.into(), claim_id.to_string().into()];
    let sql = "SELECT pg_notify($1, $2)";
    tx.execute_raw(Statement::from_sql_and_values(
        tx.get_database_backend(),
        sql,
        values,
    ))
    .await?;
    Ok(())
}

/// A connection that listens, until it is dropped.
#[derive(Debug)]
pub struct Listener {
    inner: PgListener,
    asked_after: Duration,
}

impl Db {
    /// Listens on a connection of its own: one of the pool would be missing there for
    /// as long. When it was silent for `asked_after`, it is asked whether it still
    /// stands: a network may have forgotten it without a word to either end.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] when none is to be had.
    pub async fn listen(&self, asked_after: Duration) -> Result<Listener, DbError> {
        let options = (*self.driver_pool().connect_options()).clone();
        let one = PgPoolOptions::new()
            .max_connections(1)
            .acquire_timeout(PATIENCE)
            .connect_lazy_with(options);
        let inner = PgListener::connect_with(&one).await;
        let mut inner = inner.map_err(|error| DbError::from_driver(&error))?;
        inner.eager_reconnect(false);
        let listening = inner.listen(CHANNEL).await;
        listening.map_err(|error| DbError::from_driver(&error))?;
        Ok(Listener { inner, asked_after })
    }
}

impl Listener {
    /// Waits for the next claim that has changed.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] when the connection is lost. What changes until another
    /// one listens is not heard.
    pub async fn next(&mut self) -> Result<ClaimId, DbError> {
        loop {
            let told = self.hear().await;
            let told = told.map_err(|error| DbError::from_driver(&error))?;
            // Whoever may connect may notify; what is no id is nothing of ours.
            if let Some(Ok(claim_id)) = told.map(|told| told.payload().parse()) {
                return Ok(claim_id);
            }
        }
    }

    /// What is told, or nothing for now.
    async fn hear(&mut self) -> Result<Option<PgNotification>, SqlxError> {
        match timeout(self.asked_after, self.inner.try_recv()).await {
            Ok(Ok(Some(told))) => Ok(Some(told)),
            Ok(Ok(None)) => Err(lost("closed by PostgreSQL")),
            Ok(Err(error)) => Err(error),
            Err(_) => {
                let asked = async { self.inner.acquire().await?.ping().await };
                let answered = timeout(PATIENCE, asked).await;
                answered.map_err(|_| lost("it does not answer"))??;
                Ok(None)
            }
        }
    }
}

fn lost(why: &'static str) -> SqlxError {
    SqlxError::Io(std::io::Error::new(std::io::ErrorKind::BrokenPipe, why))
}
