//! Sessions of the desk in PostgreSQL.

use async_trait::async_trait;
use backend::Clock;
use db::{Db, DbError, sessions};
use domain::ids::StaffId;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::sync::Arc;
use time::OffsetDateTime;
use tower_sessions::{
    SessionStore,
    session::{Id, Record},
    session_store::{Error, Result},
};

/// A session's data lie in one row, as JSON, under the hash of the id in the
/// cookie. When a session ends is the store's to say, not the cookie's.
#[derive(Clone)]
pub struct PostgresSessions {
    db: Db,
    clock: Arc<dyn Clock>,
}

impl PostgresSessions {
    /// Stores sessions in this database.
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

fn hash(id: Id) -> [u8; 32] {
    Sha256::digest(id.0.to_le_bytes()).into()
}

fn data_of(record: &Record) -> Result<Vec<u8>> {
    serde_json::to_vec(&record.data).map_err(|error| Error::Encode(error.to_string()))
}

/// Notes that something happened in the session of an id, if there is one.
///
/// # Errors
/// The database is away.
pub async fn note(db: &Db, id: Id, now: Timestamp) -> std::result::Result<(), DbError> {
    sessions::note(db, hash(id), now).await
}

/// Whose session it is. Nobody else has one.
fn staff_of(record: &Record) -> Result<StaffId> {
    let id = record.data.get(app::request::STAFF_KEY).cloned();
    serde_json::from_value(id.unwrap_or_default())
        .map_err(|error| Error::Encode(format!("a session without a member of staff: {error}")))
}

fn expiry_of(ends_at: Timestamp) -> Result<OffsetDateTime> {
    OffsetDateTime::from_unix_timestamp(ends_at.as_second())
        .map_err(|error| Error::Decode(error.to_string()))
}

#[async_trait]
impl SessionStore for PostgresSessions {
    async fn create(&self, record: &mut Record) -> Result<()> {
        let (staff_id, data) = (staff_of(record)?, data_of(record)?);
        // 128 random bits do not collide; if they do, the next ones will not.
        while !sessions::create(&self.db, hash(record.id), staff_id, &data, self.clock.now())
            .await
            .map_err(backend_error)?
        {
            record.id = Id::default();
        }
        Ok(())
    }

    async fn save(&self, record: &Record) -> Result<()> {
        let data = data_of(record)?;
        let saved = sessions::save(&self.db, hash(record.id), &data, self.clock.now()).await;
        // One that has ended meanwhile stays ended.
        saved.map(drop).map_err(backend_error)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let found = sessions::load(&self.db, hash(*id), self.clock.now())
            .await
            .map_err(backend_error)?;
        let Some(row) = found else {
            return Ok(None);
        };
        let data =
            serde_json::from_slice(&row.data).map_err(|error| Error::Decode(error.to_string()))?;
        Ok(Some(Record {
            id: *id,
            data,
            expiry_date: expiry_of(row.ends_at)?,
        }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        sessions::delete(&self.db, hash(*id))
            .await
            .map_err(backend_error)
    }
}
