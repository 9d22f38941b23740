//! What is counted for who watches over the service.

use std::time::Duration;

use db::{Census, Db, DbOptions, JobDepths, NoCensus};
use sea_orm::{ConnectOptions, ConnectionTrait, SqlxPostgresConnector};

use testing::Cluster;

use crate::samples::{claim, desk, send};

const PATIENCE: Duration = Duration::from_secs(10);

#[tokio::test]
async fn claims_are_counted_by_state_and_each_job_once() {
    let (database, db) = desk().await;
    assert_eq!(db.census(PATIENCE).await, Ok(Census::default()));

    for number in 1..=4 {
        // Each adds the job of its mail.
        send(&db, claim(number), number).await;
    }
    let raw = SqlxPostgresConnector::connect(ConnectOptions::new(&database.owner_url))
        .await
        .unwrap();
    for (place, state) in [
        (0, "locked_by = 'a worker', locked_at = now(), attempts = 1"),
        (1, "run_at = now() + interval '1 hour', attempts = 1"),
        (2, "attempts = max_attempts"),
    ] {
        let sql = format!(
            "UPDATE graphile_worker._private_jobs SET {state} WHERE id =
                (SELECT id FROM graphile_worker._private_jobs ORDER BY id LIMIT 1 OFFSET {place})"
        );
        raw.execute_unprepared(&sql).await.unwrap();
    }
    let census = db.census(PATIENCE).await.unwrap();
    assert_eq!(census.claims, [("submitted".to_owned(), 4)]);
    let one_each = JobDepths {
        ready: 1,
        waiting: 1,
        running: 1,
        failed: 1,
    };
    assert_eq!(census.jobs, one_each);
}

#[tokio::test]
async fn counting_that_takes_too_long_is_cut_off() {
    let (database, db) = desk().await;
    let raw = SqlxPostgresConnector::connect(ConnectOptions::new(&database.owner_url))
        .await
        .unwrap();
    // Counting waits for whoever has the table.
    let blocker = "BEGIN; LOCK TABLE claims IN ACCESS EXCLUSIVE MODE";
    raw.execute_unprepared(blocker).await.unwrap();
    let counted = db.census(Duration::from_millis(200)).await;
    let cut_off = matches!(&counted, Err(NoCensus::Refused(why)) if why.contains("timeout"));
    assert!(cut_off, "{counted:?}");
}

#[tokio::test]
async fn a_pool_without_a_free_connection_is_counted_for_all_the_same() {
    let (database, _) = desk().await;
    let options = DbOptions {
        max_connections: 1,
        ..DbOptions::new(&database.url)
    };
    let db = Db::connect(&options).await.unwrap();
    let tx = db.begin().await.unwrap();
    assert_eq!(db.pool_use().in_use, 1);
    assert_eq!(db.census(PATIENCE).await, Ok(Census::default()));
    drop(tx);
}

#[tokio::test]
async fn a_database_that_has_no_connection_free_is_told_from_one_that_is_away() {
    let cluster = Cluster::start().unwrap();
    let url = cluster.url("postgres");
    let raw = SqlxPostgresConnector::connect(ConnectOptions::new(&url))
        .await
        .unwrap();
    for sql in [
        "CREATE ROLE crowded LOGIN",
        "ALTER ROLE crowded CONNECTION LIMIT 0",
    ] {
        raw.execute_unprepared(sql).await.unwrap();
    }
    let crowded = url.replacen("postgres://aero@", "postgres://crowded@", 1);
    let db = Db::connect(&DbOptions::new(crowded)).await.unwrap();
    let counted = db.census(PATIENCE).await;
    assert!(matches!(counted, Err(NoCensus::Refused(_))), "{counted:?}");
    raw.close().await.unwrap();
    cluster.stop().unwrap();
    let counted = db.census(PATIENCE).await;
    assert!(matches!(counted, Err(NoCensus::Away(_))), "{counted:?}");
}
