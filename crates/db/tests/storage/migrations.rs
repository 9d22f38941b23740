//! The steps of the schema.

use std::time::{Duration, Instant};

use migration::Migrator;
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, SqlxPostgresConnector, TransactionTrait,
};
use sea_orm_migration::MigratorTrait;
use testing::{Cluster, TestDb};

async fn connect(url: &str) -> DatabaseConnection {
    SqlxPostgresConnector::connect(ConnectOptions::new(url))
        .await
        .unwrap()
}

#[tokio::test]
async fn the_schema_goes_up_down_and_up_again() {
    let database = TestDb::empty().await;
    // Every step of ours, and the tables of the job queue.
    let steps = Migrator::migrations().len() + 1;
    let pending = migration::pending(&database.url).await.unwrap();
    assert_eq!(pending.len(), steps);
    migration::migrate(&database.url).await.unwrap();
    assert_eq!(migration::pending(&database.url).await, Ok(Vec::new()));

    let db = connect(&database.url).await;
    Migrator::down(&db, None).await.unwrap();
    db.close().await.unwrap();
    migration::migrate(&database.url).await.unwrap();
}

#[tokio::test]
async fn two_programs_may_migrate_at_the_same_time() {
    let database = TestDb::empty().await;
    let (first, second) = tokio::join!(
        migration::migrate(&database.url),
        migration::migrate(&database.url)
    );
    assert_eq!((first, second), (Ok(()), Ok(())));
}

#[tokio::test]
async fn a_release_before_finds_nothing_to_do_on_a_newer_schema() {
    let database = TestDb::fresh().await;
    let newer = "INSERT INTO seaql_migrations VALUES ('m20991231_000001_newer', 0)";
    let db = connect(&database.owner_url).await;
    db.execute_unprepared(newer).await.unwrap();
    assert_eq!(migration::pending(&database.url).await, Ok(Vec::new()));
    assert_eq!(migration::migrate(&database.owner_url).await, Ok(()));
}

/// A step wants a table that somebody reads for long: it must not make all who
/// come after it wait for the long reader too.
#[tokio::test]
async fn a_step_gives_way_to_readers_and_writers() {
    let database = TestDb::empty().await;
    let db = connect(&database.url).await;
    Migrator::up(&db, Some(7)).await.unwrap();
    let reader = db.begin().await.unwrap();
    let long = "LOCK TABLE claim_events IN ACCESS SHARE MODE; LOCK TABLE claims IN ROW SHARE MODE;
        LOCK TABLE drafts IN ROW SHARE MODE; LOCK TABLE sessions IN ROW SHARE MODE;
        LOCK TABLE staff IN ROW EXCLUSIVE MODE";
    reader.execute_unprepared(long).await.unwrap();
    let url = database.url.clone();
    let migrating = tokio::spawn(async move { migration::migrate(&url).await });
    let began = Instant::now();
    let mut longest = Duration::ZERO;
    while began.elapsed() < Duration::from_secs(5) {
        let asked = Instant::now();
        for table in ["claims", "claim_events", "drafts", "sessions", "staff"] {
            let sql = format!("DELETE FROM {table} WHERE false; TABLE {table}");
            let sql = sql.replace("DELETE FROM claim_events WHERE false; ", "");
            db.execute_unprepared(&sql).await.unwrap();
        }
        longest = longest.max(asked.elapsed());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(
        !migrating.is_finished(),
        "nothing has waited for the reader"
    );
    assert!(longest < Duration::from_secs(3), "{longest:?}");
    reader.commit().await.unwrap();
    assert_eq!(migrating.await.unwrap(), Ok(()));
}

/// As a deployment sets it up: neither role is a superuser, and the one that the
/// service has owns nothing.
#[tokio::test]
async fn an_owner_without_other_powers_migrates_and_grants() {
    let cluster = Cluster::start().unwrap();
    let admin = connect(&cluster.url("postgres")).await;
    for sql in [
        "CREATE ROLE aero_owner LOGIN",
        "CREATE ROLE aero_app LOGIN",
        "CREATE DATABASE claims OWNER aero_owner",
    ] {
        admin.execute_unprepared(sql).await.unwrap();
    }
    let url = cluster.url("claims");
    let owner = testing::as_role(&url, "aero_owner", "none");
    let app = testing::as_role(&url, "aero_app", "none");
    migration::migrate(&owner).await.unwrap();
    assert_eq!(migration::grant(&owner, "nobody").await, Ok(false));
    assert_eq!(migration::grant(&owner, "aero_app").await, Ok(true));
    // And once more, as at each release.
    assert_eq!(migration::grant(&owner, "aero_app").await, Ok(true));
    assert_eq!(migration::pending(&app).await, Ok(Vec::new()));
    let app = connect(&app).await;
    for allowed in [
        "TABLE claim_events",
        "DELETE FROM drafts",
        "DELETE FROM staff_sessions",
    ] {
        app.execute_unprepared(allowed).await.unwrap();
    }
    for refused in [
        "UPDATE claim_events SET kind = 'x'",
        "DELETE FROM claim_events",
        "TRUNCATE claim_events",
        "ALTER TABLE claim_events DISABLE TRIGGER ALL",
        "DROP TRIGGER claim_events_are_final ON claim_events",
        "SET session_replication_role = replica",
        "DELETE FROM staff",
        "TRUNCATE drafts",
        "DROP TABLE drafts",
        "ALTER TABLE drafts ADD COLUMN mine text",
        "CREATE TABLE mine ()",
        "CREATE TEMPORARY TABLE mine ()",
        "CREATE SCHEMA mine",
        "INSERT INTO seaql_migrations VALUES ('mine', 0)",
        "SET ROLE aero_owner",
    ] {
        let error = app.execute_unprepared(refused).await.unwrap_err();
        let error = error.to_string();
        let why = ["permission denied", "must be owner"];
        assert!(
            why.iter().any(|why| error.contains(why)),
            "{refused}: {error}"
        );
    }
}

/// What the release before stored of sessions opens them to whoever reads it.
#[tokio::test]
async fn nothing_is_left_of_the_sessions_of_the_release_before() {
    let database = TestDb::fresh().await;
    let db = connect(&database.owner_url).await;
    let error = db.execute_unprepared("TABLE sessions").await.unwrap_err();
    assert!(error.to_string().contains("does not exist"), "{error}");
    // And back: a table that the release before can write.
    let steps = Migrator::migrations();
    let dropped = "m20261130_000043_no_more_old_sessions";
    let at = steps.iter().position(|step| step.name() == dropped);
    let back = steps.len() - at.unwrap();
    Migrator::down(&db, Some(u32::try_from(back).unwrap()))
        .await
        .unwrap();
    let session = "INSERT INTO sessions VALUES ('a', '', now())";
    db.execute_unprepared(session).await.unwrap();
    migration::migrate(&database.owner_url).await.unwrap();
    assert!(db.execute_unprepared("TABLE sessions").await.is_err());
}

#[tokio::test]
async fn an_address_that_is_none_is_an_error() {
    assert!(migration::migrate("nonsense").await.is_err());
}
