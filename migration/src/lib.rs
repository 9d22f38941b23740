//! The schema, step by step.
//!
//! Every step is written in SQL: the schema leans on checks, triggers and
//! expression indexes, and those read best in the database's own language. A
//! step that has been released is never edited; the next step changes what it
//! made, first by adding (expand), and by removing only in a later release
//! (contract), so that the release before still runs on the newer schema.

mod m20261121_000001_staff;
mod m20261121_000002_claims;
mod m20261121_000003_claim_events;
mod m20261121_000004_drafts;
mod m20261121_000005_sessions;
mod m20261121_000006_link_renewals;
mod m20261121_000007_name_words;
mod m20261130_000010_snapshots;
mod m20261130_000011_people;
mod m20261130_000012_erasure;
mod m20261130_000020_rate_limits;
mod m20261130_000021_staff_sessions;
mod m20261130_000022_link_generations;
mod m20261130_000023_staff_roles;
mod step;

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectOptions, DatabaseConnection, SqlxPostgresConnector};
use std::hash::{DefaultHasher, Hash, Hasher};

use step::Step;

/// Any number, the same in every process: who migrates holds this lock.
const MIGRATION_LOCK: i64 = 0x6165_726f;

const STEPS: [Step; 14] = [
    m20261121_000001_staff::STEP,
    m20261121_000002_claims::STEP,
    m20261121_000003_claim_events::STEP,
    m20261121_000004_drafts::STEP,
    m20261121_000005_sessions::STEP,
    m20261121_000006_link_renewals::STEP,
    m20261121_000007_name_words::STEP,
    m20261130_000010_snapshots::STEP,
    m20261130_000011_people::STEP,
    m20261130_000012_erasure::STEP,
    m20261130_000020_rate_limits::STEP,
    m20261130_000021_staff_sessions::STEP,
    m20261130_000022_link_generations::STEP,
    m20261130_000023_staff_roles::STEP,
];

/// The list of steps, in order.
#[derive(Debug, Clone, Copy)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        STEPS
            .iter()
            .map(|step| Box::new(*step) as Box<dyn MigrationTrait>)
            .collect()
    }
}

/// Brings the database at `url` to the newest schema.
///
/// Two programs that start at the same time do not get in each other's way: the
/// second waits for the first and then finds nothing to do.
///
/// # Errors
/// What PostgreSQL or the connection says; a step that failed left nothing
/// behind, since each runs in a transaction of its own.
pub async fn migrate(url: &str) -> Result<(), DbErr> {
    let db = connect(url).await?;
    let done = migrate_locked(&db).await;
    // Closing the only connection also gives the lock back.
    let closed = db.close().await;
    done.and(closed)
}

/// The names of the steps that the database at `url` still lacks.
///
/// # Errors
/// What PostgreSQL or the connection says.
pub async fn pending(url: &str) -> Result<Vec<String>, DbErr> {
    let db = connect(url).await?;
    let steps = Migrator::get_pending_migrations_read_only(&db).await?;
    db.close().await?;
    Ok(steps.iter().map(|step| step.name().to_owned()).collect())
}

/// A number that changes with the name or the text of any step.
///
/// It names the database that tests are copied from, so that a changed step is
/// never tested against the schema of yesterday.
#[must_use]
pub fn fingerprint() -> u64 {
    let mut hasher = DefaultHasher::new();
    STEPS.hash(&mut hasher);
    hasher.finish()
}

async fn migrate_locked(db: &DatabaseConnection) -> Result<(), DbErr> {
    let lock = format!("SELECT pg_advisory_lock({MIGRATION_LOCK})");
    db.execute_unprepared(&lock).await?;
    Migrator::up(db, None).await
}

/// One connection and no more: the advisory lock belongs to the connection.
async fn connect(url: &str) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(1)
        .sqlx_logging(false)
        .set_application_name("aero-migrate");
    // Not `Database::connect`, which panics on an address that is no URL.
    SqlxPostgresConnector::connect(options).await
}
