//! Hearing of changes that other processes make.

use domain::ids::ClaimId;
use sea_orm::sqlx::{Error as SqlxError, Executor, postgres::PgListener};
use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement, Value};

use crate::connect::Db;
use crate::error::DbError;

/// The channel of PostgreSQL on which changed claims are told, by their ids.
const CHANNEL: &str = "claim_changed";

/// What was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// This claim has changed.
    Changed(ClaimId),
    /// The connection broke and is back: anything may have changed meanwhile.
    Missed,
}

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
    is_broken: bool,
}

impl Db {
    /// Listens on a connection that is taken from the pool for as long.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] when none is to be had.
    pub async fn listen(&self) -> Result<Listener, DbError> {
        let inner = PgListener::connect_with(self.driver_pool()).await;
        let mut inner = inner.map_err(|error| DbError::from_driver(&error))?;
        let listening = inner.listen(CHANNEL).await;
        listening.map_err(|error| DbError::from_driver(&error))?;
        let is_broken = false;
        Ok(Listener { inner, is_broken })
    }
}

impl Listener {
    /// Waits for the next change.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] while the connection is lost and no other is to be
    /// had; the next call tries again.
    pub async fn next(&mut self) -> Result<Heard, DbError> {
        let heard = match self.is_broken {
            true => self.reconnect().await,
            false => self.hear().await,
        };
        self.is_broken = heard.is_err();
        heard.map_err(|error| DbError::from_driver(&error))
    }

    async fn reconnect(&mut self) -> Result<Heard, SqlxError> {
        self.inner.execute("SELECT").await?;
        Ok(Heard::Missed)
    }

    async fn hear(&mut self) -> Result<Heard, SqlxError> {
        loop {
            let Some(told) = self.inner.try_recv().await? else {
                return Ok(Heard::Missed);
            };
            // Whoever may connect may notify; what is no id is nothing of ours.
            if let Ok(claim_id) = told.payload().parse() {
                return Ok(Heard::Changed(claim_id));
            }
        }
    }
}
