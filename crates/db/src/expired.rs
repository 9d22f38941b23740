//! Deleting what has expired, a few rows at a time.
//!
//! However many rows there are, no statement runs long, holds many locks or waits
//! for somebody else's: what is locked is left for the next time.

use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement, Value};

use crate::error::DbError;

/// The most rows that one statement deletes.
pub const EXPIRED_BATCH: u64 = 1_000;

/// Rows of a table that nobody finds any more.
pub(crate) struct Expired {
    /// The table.
    pub(crate) table: &'static str,
    /// Its primary key.
    pub(crate) key: &'static str,
    /// The condition, with `$1` and so on, and the order if one matters.
    pub(crate) rows: &'static str,
}

/// Deletes at most [`EXPIRED_BATCH`] of them, and says how many. The array is made
/// once: a list in its place could be made again for each row, and then has no end.
pub(crate) async fn delete_batch(
    tx: &DatabaseTransaction,
    Expired { table, key, rows }: &Expired,
    values: impl IntoIterator<Item = Value>,
) -> Result<u64, DbError> {
    let sql = format!(
        "DELETE FROM {table} WHERE {key} = ANY (ARRAY(
            SELECT {key} FROM {table} WHERE {rows} LIMIT {EXPIRED_BATCH} FOR UPDATE SKIP LOCKED))"
    );
    let statement = Statement::from_sql_and_values(tx.get_database_backend(), sql, values);
    Ok(tx.execute_raw(statement).await?.rows_affected())
}
