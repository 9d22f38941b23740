//! Signed-in browsers of the staff, by the hash of the id in their cookie.
//!
//! A session ends half an hour after something happened in it, and twelve hours
//! after it began in any case. Each function is a unit of work of its own: a session
//! belongs to the request, not to the unit of work within it.

use domain::ids::StaffId;
use jiff::{SignedDuration, Timestamp};
use sea_orm::sea_query::{OnConflict, Value};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseBackend, EntityTrait, QueryFilter,
    Statement,
};

use crate::connect::Db;
use crate::entity::staff_session::{ActiveModel, Column, Entity};
use crate::error::DbError;
use crate::expired::{self, Expired};
use crate::instant;

/// How long nothing may happen in a session.
pub const IDLE: SignedDuration = SignedDuration::from_mins(30);

/// How long a session lasts at most: a long working day.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(12);

/// What happens within this time of each other is noted once.
const NOTED_AGAIN: SignedDuration = SignedDuration::from_mins(1);

/// A session as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// What the server remembers for the browser.
    pub data: Vec<u8>,
    /// When it ends if nothing happens any more.
    pub ends_at: Timestamp,
}

/// Stores a new session; `false` when the id is taken, and nothing is changed.
///
/// # Errors
/// [`DbError::Unavailable`] and [`DbError::Internal`].
pub async fn create(
    db: &Db,
    id_hash: [u8; 32],
    staff_id: StaffId,
    data: &[u8],
    now: Timestamp,
) -> Result<bool, DbError> {
    let row = ActiveModel {
        id_hash: Set(id_hash.to_vec()),
        staff_id: Set(staff_id.as_uuid()),
        data: Set(data.to_vec()),
        created_at: Set(instant::to_driver(now)),
        seen_at: Set(instant::to_driver(now)),
    };
    let taken = OnConflict::column(Column::IdHash).do_nothing().to_owned();
    let tx = db.begin().await?;
    let inserted = Entity::insert(row)
        .on_conflict(taken)
        .exec_without_returning(tx.inner())
        .await?;
    tx.commit().await?;
    Ok(inserted == 1)
}

/// Replaces what a session remembers; `false` when it has ended meanwhile. It
/// never begins one: a request that was under way when somebody signed out must
/// not bring the session back.
///
/// # Errors
/// [`DbError::Unavailable`] and [`DbError::Internal`].
pub async fn save(
    db: &Db,
    id_hash: [u8; 32],
    data: &[u8],
    now: Timestamp,
) -> Result<bool, DbError> {
    let row = ActiveModel {
        data: Set(data.to_vec()),
        ..Default::default()
    };
    let tx = db.begin().await?;
    let saved = Entity::update_many()
        .set(row)
        .filter(Column::IdHash.eq(id_hash.to_vec()))
        .filter(Column::SeenAt.gt(instant::to_driver(before(now, IDLE))))
        .filter(Column::CreatedAt.gt(instant::to_driver(before(now, LONGEST))))
        .exec(tx.inner())
        .await?;
    tx.commit().await?;
    Ok(saved.rows_affected == 1)
}

/// The session of an id, unless it has ended at `now`.
///
/// # Errors
/// [`DbError::Unavailable`] and [`DbError::Internal`].
pub async fn load(
    db: &Db,
    id_hash: [u8; 32],
    now: Timestamp,
) -> Result<Option<SessionRow>, DbError> {
    let found = Entity::find_by_id(id_hash.to_vec())
        .filter(Column::SeenAt.gt(instant::to_driver(before(now, IDLE))))
        .filter(Column::CreatedAt.gt(instant::to_driver(before(now, LONGEST))))
        .one(db.reads())
        .await?;
    Ok(found.map(|row| SessionRow {
        ends_at: after(instant::from_driver(row.seen_at), IDLE)
            .min(after(instant::from_driver(row.created_at), LONGEST)),
        data: row.data,
    }))
}

/// Notes that something happened in a session that has not ended at `now`.
///
/// # Errors
/// [`DbError::Unavailable`] and [`DbError::Internal`].
pub async fn note(db: &Db, id_hash: [u8; 32], now: Timestamp) -> Result<(), DbError> {
    let values: [Value; 5] = [
        id_hash.to_vec().into(),
        instant::to_driver(now).into(),
        instant::to_driver(before(now, IDLE)).into(),
        instant::to_driver(before(now, LONGEST)).into(),
        instant::to_driver(before(now, NOTED_AGAIN)).into(),
    ];
    let statement = Statement::from_sql_and_values(DatabaseBackend::Postgres, NOTE, values);
    // It may be sent twice: noting the same moment again changes nothing.
    db.reads().query_one_raw(statement).await?;
    Ok(())
}

const NOTE: &str = "
UPDATE staff_sessions SET seen_at = $2
WHERE id_hash = $1 AND seen_at > $3 AND created_at > $4 AND seen_at <= $5";

/// Ends a session; one that is not there has ended already.
///
/// # Errors
/// [`DbError::Unavailable`] and [`DbError::Internal`].
pub async fn delete(db: &Db, id_hash: [u8; 32]) -> Result<(), DbError> {
    let tx = db.begin().await?;
    Entity::delete_many()
        .filter(Column::IdHash.eq(id_hash.to_vec()))
        .exec(tx.inner())
        .await?;
    tx.commit().await
}

/// Deletes some of the sessions that have ended at `now`, and says how many: when it
/// is [`EXPIRED_BATCH`](crate::EXPIRED_BATCH), there may be more.
///
/// # Errors
/// [`DbError::Unavailable`] and [`DbError::Internal`].
pub async fn delete_expired(db: &Db, now: Timestamp) -> Result<u64, DbError> {
    let ended = [IDLE, LONGEST].map(|limit| instant::to_driver(before(now, limit)).into());
    let tx = db.begin().await?;
    let gone = expired::delete_batch(tx.inner(), &ENDED, ended).await?;
    tx.commit().await?;
    Ok(gone)
}

const ENDED: Expired = Expired {
    table: "staff_sessions",
    key: "id_hash",
    rows: "seen_at <= $1 OR created_at <= $2",
};

fn before(now: Timestamp, duration: SignedDuration) -> Timestamp {
    now.checked_sub(duration).unwrap_or(Timestamp::MIN)
}

fn after(now: Timestamp, duration: SignedDuration) -> Timestamp {
    now.checked_add(duration).unwrap_or(Timestamp::MAX)
}
