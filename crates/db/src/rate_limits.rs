//! Token buckets that all processes share.
//!
//! A bucket is one row: the moment at which it will be full again. Taking
//! tokens moves that moment into the future by the time they take to come back,
//! and is refused where an empty bucket would be full earlier. This is the
//! generic cell rate algorithm (ITU-T I.371), which needs no other number. A
//! bucket that is full needs no row.
//!
//! Taking is one statement, in the way of a request; the time is an argument. The table is unlogged: after a crash all buckets are full again.

use jiff::{SignedDuration, Timestamp};
use sea_orm::sea_query::Value;
use sea_orm::{ConnectionTrait, DatabaseBackend, Statement};
use time::OffsetDateTime;

use crate::connect::Db;
use crate::error::DbError;
use crate::instant;

/// One bucket of one limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bucket {
    /// The limit's name, at most 40 characters.
    pub limit: &'static str,
    /// SHA-256 of whose bucket it is: an address, an account, a draft. Hashed,
    /// so that no table of who asked for what comes about.
    pub key_hash: [u8; 32],
}

/// Tokens to take out of a bucket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Charge {
    /// Which bucket.
    pub bucket: Bucket,
    /// How long the tokens take to come back.
    pub cost: SignedDuration,
    /// How long an empty bucket takes to be full; not shorter than `cost`.
    pub capacity: SignedDuration,
}

/// A bucket that has not the tokens it was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    /// Which bucket.
    pub bucket: Bucket,
    /// When it will be full again.
    pub full_at: Timestamp,
}

/// Full buckets that are deleted at a time.
const MOST_DELETED: u64 = 100_000;

/// Takes the tokens of every charge, or of none: then it says which buckets
/// refused. No two charges are for the same bucket.
///
/// # Errors
/// [`DbError::Unavailable`] and [`DbError::Internal`]; tokens may be taken then.
pub async fn take(db: &Db, charges: &[Charge], now: Timestamp) -> Result<Vec<Refusal>, DbError> {
    if charges.is_empty() {
        return Ok(Vec::new());
    }
    // On a connection that proves dead it is sent again, and may take twice.
    let rows = db.reads().query_all_raw(taking(charges, now)).await?;
    let mut granted = Vec::new();
    let mut refused = Vec::new();
    for row in rows {
        let place: i32 = row.try_get_by_index(0)?;
        let charge = usize::try_from(place).ok().and_then(|at| charges.get(at));
        let charge = charge.ok_or_else(|| DbError::unreadable("rate_limits", place))?;
        let full_at: OffsetDateTime = row.try_get_by_index(2)?;
        if row.try_get_by_index(1)? {
            granted.push(*charge);
        } else {
            refused.push(Refusal {
                bucket: charge.bucket,
                full_at: instant::from_driver(full_at),
            });
        }
    }
    if !refused.is_empty() {
        give_back(db, &granted, now).await?;
    }
    Ok(refused)
}

/// Puts tokens back that were taken; a bucket that is full then is deleted.
///
/// # Errors
/// [`DbError::Unavailable`] and [`DbError::Internal`].
pub async fn give_back(db: &Db, charges: &[Charge], now: Timestamp) -> Result<(), DbError> {
    // One statement each: two processes that hold one bucket and want the
    // other's would wait for each other.
    for charge in charges {
        let values: [Value; 4] = [
            charge.bucket.limit.into(),
            charge.bucket.key_hash.to_vec().into(),
            microseconds(charge.cost).into(),
            instant::to_driver(now).into(),
        ];
        let tx = db.begin().await?;
        tx.inner().execute_raw(statement(GIVE_BACK, values)).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Deletes buckets that are full at `now`, and says how many.
///
/// # Errors
/// [`DbError::Unavailable`] and [`DbError::Internal`].
pub async fn delete_full(db: &Db, now: Timestamp) -> Result<u64, DbError> {
    let values: [Value; 2] = [
        instant::to_driver(now).into(),
        i64::try_from(MOST_DELETED).unwrap_or(i64::MAX).into(),
    ];
    let tx = db.begin().await?;
    let done = tx
        .inner()
        .execute_raw(statement(DELETE_FULL, values))
        .await?;
    tx.commit().await?;
    Ok(done.rows_affected())
}

const GIVE_BACK: &str = "
MERGE INTO rate_limits AS bucket
USING (VALUES ($1::text, $2::bytea, $3::bigint * interval '1 microsecond'))
    AS charge (limit_name, key_hash, cost)
ON bucket.limit_name = charge.limit_name AND bucket.key_hash = charge.key_hash
WHEN MATCHED AND bucket.full_at - charge.cost <= $4 THEN DELETE
WHEN MATCHED THEN UPDATE SET full_at = bucket.full_at - charge.cost";

// Rows that a request holds are left for the next time: nobody waits for this.
const DELETE_FULL: &str = "
DELETE FROM rate_limits AS bucket
USING (SELECT limit_name, key_hash FROM rate_limits
       WHERE full_at <= $1 LIMIT $2 FOR UPDATE SKIP LOCKED) AS idle
WHERE bucket.limit_name = idle.limit_name AND bucket.key_hash = idle.key_hash";

/// The statement that takes the tokens. It inserts or changes the rows of the
/// buckets that have them, in the order of their keys, so that two of these
/// never wait for each other, and tells of each bucket whether it had. A
/// refusal writes nothing.
fn taking(charges: &[Charge], now: Timestamp) -> Statement {
    let mut values: Vec<Value> = vec![instant::to_driver(now).into()];
    let mut rows = Vec::with_capacity(charges.len());
    for (place, charge) in charges.iter().enumerate() {
        let first = values.len() + 1;
        let [limit, key, cost, capacity] = [first, first + 1, first + 2, first + 3];
        rows.push(format!(
            "({place}, ${limit}::text, ${key}::bytea, \
             ${cost}::bigint * interval '1 microsecond', \
             ${capacity}::bigint * interval '1 microsecond')"
        ));
        values.extend([
            charge.bucket.limit.into(),
            charge.bucket.key_hash.to_vec().into(),
            microseconds(charge.cost).into(),
            microseconds(charge.capacity).into(),
        ]);
    }
    let sql = format!(
        "WITH charge (place, limit_name, key_hash, cost, capacity) AS (VALUES {}), taken AS (
            INSERT INTO rate_limits AS bucket (limit_name, key_hash, full_at)
            SELECT limit_name, key_hash, $1::timestamptz + cost
            FROM charge ORDER BY limit_name, key_hash
            ON CONFLICT (limit_name, key_hash) DO UPDATE
            SET full_at = greatest(bucket.full_at, $1) + (EXCLUDED.full_at - $1)
            WHERE greatest(bucket.full_at, $1) + (EXCLUDED.full_at - $1) <= $1 + (
                SELECT capacity FROM charge
                WHERE limit_name = EXCLUDED.limit_name AND key_hash = EXCLUDED.key_hash)
            RETURNING limit_name, key_hash, full_at)
        SELECT charge.place, taken.full_at IS NOT NULL,
            coalesce(taken.full_at, bucket.full_at, $1)
        FROM charge
        LEFT JOIN taken USING (limit_name, key_hash)
        LEFT JOIN rate_limits AS bucket USING (limit_name, key_hash)",
        rows.join(", ")
    );
    statement(&sql, values)
}

fn statement(sql: &str, values: impl IntoIterator<Item = Value>) -> Statement {
    Statement::from_sql_and_values(DatabaseBackend::Postgres, sql, values)
}

fn microseconds(duration: SignedDuration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)
}
