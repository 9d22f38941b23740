//! Taking the steps, one program at a time and without getting in the way of
//! those who read and write meanwhile.

use std::collections::BTreeSet;
use std::time::Duration;

use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, RuntimeErr, SqlxError,
    SqlxPostgresConnector, Statement,
};

use crate::{Migrator, STEPS, grants, job_queue};

/// Any number, the same in every process: who migrates holds this lock.
const MIGRATION_LOCK: i64 = 0x6165_726f;
/// Between two looks whether the other program has finished. Not a wait within
/// PostgreSQL: `CREATE INDEX CONCURRENTLY` of the other would wait for that.
const LOOK_AGAIN: Duration = Duration::from_millis(200);
/// Half an hour: building an index on a large table takes its time.
const LOOKS: u32 = 9_000;
/// A step that gave way to others is tried again after this.
const GIVE_WAY: Duration = Duration::from_secs(2);
/// Five minutes in all. Who reads for longer than that is to be asked to stop.
const TRIES: u32 = 100;

/// Brings the database at `url` to the newest schema, as the role that owns it.
///
/// Two programs that start at the same time do not get in each other's way: the
/// second waits for the first and then finds nothing to do. A step that must wait
/// for a table gives way to others after a second and is tried again.
///
/// # Errors
/// What PostgreSQL or the connection says; a step in a transaction that failed
/// left nothing behind, any other can be taken again.
pub async fn migrate(url: &str) -> Result<(), DbErr> {
    let db = connect_locked(url).await?;
    let done = match take_steps(&db).await {
        Ok(()) => job_queue::install(&db).await,
        failed => failed,
    };
    // Closing the only connection also gives the lock back.
    let closed = db.close().await;
    done.and(closed)
}

/// Gives `role` what the service does at run time, and nothing more: rows, no
/// tables, and no past of a claim. `false` when the cluster has no such role.
///
/// # Errors
/// What PostgreSQL or the connection says.
pub async fn grant(url: &str, role: &str) -> Result<bool, DbErr> {
    let db = connect_locked(url).await?;
    let done = grants::grant(&db, role).await;
    let closed = db.close().await;
    done.and_then(|known| closed.map(|()| known))
}

/// The names of the steps that the database at `url` still lacks. Steps of a
/// newer release are none of ours: the schema only grows under us.
///
/// # Errors
/// What PostgreSQL or the connection says.
pub async fn pending(url: &str) -> Result<Vec<String>, DbErr> {
    let db = connect(url).await?;
    let pending = pending_on(&db).await;
    db.close().await?;
    pending
}

/// As [`pending`], asked on a connection that stands.
///
/// # Errors
/// What PostgreSQL or the connection says.
pub async fn pending_on(db: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let taken = taken(db).await?;
    let names = STEPS.iter().map(|step| step.name());
    let missing = names.filter(|name| !taken.contains(*name));
    let queue = job_queue::pending(db).await?;
    Ok(missing.map(str::to_owned).chain(queue).collect())
}

async fn taken(db: &impl ConnectionTrait) -> Result<BTreeSet<String>, DbErr> {
    let begun = "SELECT to_regclass('seaql_migrations') IS NOT NULL";
    if !first::<bool>(db, begun).await? {
        return Ok(BTreeSet::new());
    }
    let names = Statement::from_string(
        db.get_database_backend(),
        "SELECT version FROM seaql_migrations",
    );
    let rows = db.query_all_raw(names).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

async fn take_steps(db: &DatabaseConnection) -> Result<(), DbErr> {
    let taken = taken(db).await?;
    for _ in STEPS.iter().filter(|step| !taken.contains(step.name())) {
        take_step(db).await?;
    }
    Ok(())
}

async fn take_step(db: &DatabaseConnection) -> Result<(), DbErr> {
    for _ in 1..TRIES {
        match Migrator::up(db, Some(1)).await {
            Err(error) if lacks_lock(&error) => tokio::time::sleep(GIVE_WAY).await,
            outcome => return outcome,
        }
    }
    Migrator::up(db, Some(1)).await
}

/// Whether somebody else holds a table for longer than a step waits.
fn lacks_lock(error: &DbErr) -> bool {
    let (DbErr::Exec(RuntimeErr::SqlxError(cause)) | DbErr::Query(RuntimeErr::SqlxError(cause))) =
        error
    else {
        return false;
    };
    matches!(&**cause, SqlxError::Database(told) if told.code().as_deref() == Some("55P03"))
}

/// A connection that holds the lock of those who migrate.
async fn connect_locked(url: &str) -> Result<DatabaseConnection, DbErr> {
    let db = connect(url).await?;
    // A limit that the role carries for requests is none for us.
    db.execute_unprepared("SET statement_timeout = 0").await?;
    let lock = format!("SELECT pg_try_advisory_lock({MIGRATION_LOCK})");
    for _ in 0..LOOKS {
        if first::<bool>(&db, &lock).await? {
            return Ok(db);
        }
        tokio::time::sleep(LOOK_AGAIN).await;
    }
    db.close().await?;
    Err(DbErr::Custom(
        "another program has been migrating for half an hour".to_owned(),
    ))
}

/// The first column of the only row.
pub(crate) async fn first<T: sea_orm_migration::sea_orm::TryGetable>(
    db: &impl ConnectionTrait,
    sql: &str,
) -> Result<T, DbErr> {
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let row = db.query_one_raw(statement).await?;
    row.ok_or_else(|| DbErr::RecordNotFound(sql.to_owned()))?
        .try_get_by_index(0)
}

/// One connection and no more, for as long as it takes: the advisory lock belongs
/// to the connection. It must lead to PostgreSQL itself, for the same reason, and
/// not to a pooler that gives each transaction another one.
async fn connect(url: &str) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(1)
        .idle_timeout(None::<Duration>)
        .max_lifetime(None::<Duration>)
        .sqlx_logging(false)
        .set_application_name("aero-migrate");
    // Not `Database::connect`, which panics on an address that is no URL.
    SqlxPostgresConnector::connect(options).await
}
