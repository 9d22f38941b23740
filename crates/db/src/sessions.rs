//! Signed-in browsers, by the id in their cookie.
//!
//! Each function is a unit of work of its own: a session belongs to the request,
//! not to the unit of work within it.

use jiff::Timestamp;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::connect::Db;
use crate::entity::session::{ActiveModel, Column, Entity};
use crate::error::DbError;
use crate::instant;

/// Stores a new session; `false` when the id is taken, and nothing is changed.
///
/// # Errors
/// [`DbError::Unavailable`] and [`DbError::Internal`].
pub async fn create(
    db: &Db,
    id: &str,
    data: &[u8],
    expires_at: Timestamp,
) -> Result<bool, DbError> {
    let taken = OnConflict::column(Column::Id).do_nothing().to_owned();
    let tx = db.begin().await?;
    let inserted = Entity::insert(row(id, data, expires_at))
        .on_conflict(taken)
        .exec_without_returning(tx.inner())
        .await?;
    tx.commit().await?;
    Ok(inserted == 1)
}

/// Stores a session, new or known.
///
/// # Errors
/// [`DbError::Unavailable`] and [`DbError::Internal`].
pub async fn save(db: &Db, id: &str, data: &[u8], expires_at: Timestamp) -> Result<(), DbError> {
    let known = OnConflict::column(Column::Id)
        .update_columns([Column::Data, Column::ExpiresAt])
        .to_owned();
    let tx = db.begin().await?;
    Entity::insert(row(id, data, expires_at))
        .on_conflict(known)
        .exec_without_returning(tx.inner())
        .await?;
    tx.commit().await
}

/// What was stored under `id`, and until when it holds; `None` when it has
/// expired at `now`.
///
/// # Errors
/// [`DbError::Unavailable`] and [`DbError::Internal`].
pub async fn load(
    db: &Db,
    id: &str,
    now: Timestamp,
) -> Result<Option<(Vec<u8>, Timestamp)>, DbError> {
    let found = Entity::find_by_id(id)
        .filter(Column::ExpiresAt.gt(instant::to_driver(now)))
        .one(db.reads())
        .await?;
    Ok(found.map(|row| (row.data, instant::from_driver(row.expires_at))))
}

/// Forgets a session; one that is not there is forgotten already.
///
/// # Errors
/// [`DbError::Unavailable`] and [`DbError::Internal`].
pub async fn delete(db: &Db, id: &str) -> Result<(), DbError> {
    let tx = db.begin().await?;
    Entity::delete_by_id(id).exec(tx.inner()).await?;
    tx.commit().await
}

/// Forgets every session that has expired at `now`, and says how many.
///
/// # Errors
/// [`DbError::Unavailable`] and [`DbError::Internal`].
pub async fn delete_expired(db: &Db, now: Timestamp) -> Result<u64, DbError> {
    let tx = db.begin().await?;
    let gone = Entity::delete_many()
        .filter(Column::ExpiresAt.lte(instant::to_driver(now)))
        .exec(tx.inner())
        .await?;
    tx.commit().await?;
    Ok(gone.rows_affected)
}

fn row(id: &str, data: &[u8], expires_at: Timestamp) -> ActiveModel {
    ActiveModel {
        id: Set(id.to_owned()),
        data: Set(data.to_vec()),
        expires_at: Set(instant::to_driver(expires_at)),
    }
}
