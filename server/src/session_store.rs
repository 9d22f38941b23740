//! Sessions of the desk in PostgreSQL.

use async_trait::async_trait;
use backend::Clock;
use db::{Db, DbError, sessions};
use jiff::Timestamp;
use std::sync::Arc;
use time::OffsetDateTime;
use tower_sessions::{
    SessionStore,
    session::{Id, Record},
    session_store::{Error, Result},
};

/// A session's data lie in one row, as JSON.
#[derive(Clone)]
pub struct PostgresSessions {
    db: Db,
    clock: Arc<dyn Clock>,
}

impl PostgresSessions {
    /// Keeps sessions in this database.
    pub fn new(db: Db, clock: Arc<dyn Clock>) -> Self {
        Self { db, clock }
    }
}

impl std::fmt::Debug for PostgresSessions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PostgresSessions")
    }
}

fn backend_error(error: DbError) -> Error {
    Error::Backend(error.to_string())
}

fn data_of(record: &Record) -> Result<Vec<u8>> {
    serde_json::to_vec(&record.data).map_err(|error| Error::Encode(error.to_string()))
}

fn expiry_of(record: &Record) -> Timestamp {
    Timestamp::from_second(record.expiry_date.unix_timestamp()).unwrap_or(Timestamp::MAX)
}

#[async_trait]
impl SessionStore for PostgresSessions {
    async fn create(&self, record: &mut Record) -> Result<()> {
        let data = data_of(record)?;
        // 128 random bits do not collide; if they do, the next ones will not.
        while !sessions::create(&self.db, &record.id.to_string(), &data, expiry_of(record))
            .await
            .map_err(backend_error)?
        {
            record.id = Id::default();
        }
        Ok(())
    }

    async fn save(&self, record: &Record) -> Result<()> {
        let id = record.id.to_string();
        sessions::save(&self.db, &id, &data_of(record)?, expiry_of(record))
            .await
            .map_err(backend_error)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let found = sessions::load(&self.db, &id.to_string(), self.clock.now())
            .await
            .map_err(backend_error)?;
        let Some((data, expires_at)) = found else {
            return Ok(None);
        };
        let data =
            serde_json::from_slice(&data).map_err(|error| Error::Decode(error.to_string()))?;
        let expiry_date = OffsetDateTime::from_unix_timestamp(expires_at.as_second())
            .map_err(|error| Error::Decode(error.to_string()))?;
        Ok(Some(Record {
            id: *id,
            data,
            expiry_date,
        }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        sessions::delete(&self.db, &id.to_string())
            .await
            .map_err(backend_error)
    }
}
