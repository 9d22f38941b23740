//! What happens while PostgreSQL is away, and after it.

use std::time::Duration;

use db::{Db, DbError, DbOptions};
use sea_orm::{ConnectOptions, ConnectionTrait, SqlxPostgresConnector, Statement};
use testing::Cluster;

use crate::samples::{draft, hash, minute};

fn unavailable<T: std::fmt::Debug>(outcome: Result<T, DbError>) {
    assert!(
        matches!(outcome, Err(DbError::Unavailable(_))),
        "{outcome:?}"
    );
}

async fn impatient(url: &str, max_connections: u32) -> Db {
    waiting(url, max_connections, Duration::from_millis(300)).await
}

/// As patient as in service: opening a connection takes a while on a busy machine.
async fn patient(url: &str, max_connections: u32) -> Db {
    waiting(url, max_connections, Duration::from_secs(3)).await
}

async fn waiting(url: &str, max_connections: u32, acquire_timeout: Duration) -> Db {
    let options = DbOptions {
        max_connections,
        acquire_timeout,
        ..DbOptions::new(url)
    };
    Db::connect(&options).await.unwrap()
}

#[tokio::test]
async fn the_program_starts_while_nobody_listens() {
    // Port 1 is nobody's.
    for url in [
        "postgres://aero@127.0.0.1:1/aero",
        "postgresql://aero@localhost/aero?host=/nonexistent",
    ] {
        let db = impatient(url, 2).await;
        unavailable(db.ping().await);
        unavailable(db.begin().await);
    }
}

#[tokio::test]
async fn an_address_that_is_none_is_a_fault_and_no_panic() {
    for url in ["", "nonsense", "postgres://h:port/db"] {
        let outcome = Db::connect(&DbOptions::new(url)).await;
        assert!(matches!(outcome, Err(DbError::Internal(_))), "{outcome:?}");
    }
}

#[tokio::test]
async fn a_restart_hurts_the_requests_within_it_and_no_others() {
    let cluster = Cluster::start().unwrap();
    let url = cluster.url("postgres");
    migration::migrate(&url).await.unwrap();
    let db = patient(&url, 3).await;
    let crash = || cluster.crash();
    let stop = || cluster.stop();
    for (number, end) in (1..).zip([&stop as &dyn Fn() -> _, &crash]) {
        // Idle connections, and one in the middle of its work.
        let idle = (db.begin().await.unwrap(), db.begin().await.unwrap());
        drop(idle);
        let tx = db.begin().await.unwrap();
        tx.drafts().create(draft(number)).await.unwrap();

        end().unwrap();
        unavailable(tx.drafts().find_by_key(&hash(number), minute(1)).await);
        unavailable(tx.commit().await);
        unavailable(db.ping().await);
        unavailable(db.begin().await);

        cluster.resume().unwrap();
        // The very first requests succeed, on as many connections as there may be.
        let all = tokio::join!(db.begin(), db.begin(), db.begin());
        for tx in [all.0, all.1, all.2] {
            let found = tx
                .unwrap()
                .drafts()
                .find_by_key(&hash(number), minute(1))
                .await;
            assert_eq!(found, Ok(None), "work that was cut off has left nothing");
        }
    }
}

#[tokio::test]
async fn connections_that_died_a_moment_ago_hurt_no_unit_of_work_and_no_read() {
    let cluster = Cluster::start().unwrap();
    let url = cluster.url("postgres");
    migration::migrate(&url).await.unwrap();
    let other = SqlxPostgresConnector::connect(ConnectOptions::new(&url))
        .await
        .unwrap();
    let db = patient(&url, 4).await;
    for round in 0..40 {
        // Every connection of the pool lies in it, live, and was in use just now.
        let all = tokio::join!(db.begin(), db.begin(), db.begin(), db.begin());
        drop((
            all.0.unwrap(),
            all.1.unwrap(),
            all.2.unwrap(),
            all.3.unwrap(),
        ));
        let end = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
             WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'";
        other.execute_unprepared(end).await.unwrap();
        match round % 3 {
            0 => drop(db.begin().await.unwrap()),
            1 => db.ping().await.unwrap(),
            _ => {
                let found = db.drafts().find_by_key(&hash(1), minute(1)).await;
                assert_eq!(found, Ok(None));
            }
        }
    }
}

#[tokio::test]
async fn a_connection_that_dies_within_a_unit_of_work_ends_it() {
    let database = testing::TestDb::fresh().await;
    let other = SqlxPostgresConnector::connect(ConnectOptions::new(&database.owner_url))
        .await
        .unwrap();
    let db = patient(&database.url, 2).await;
    let tx = db.begin().await.unwrap();
    tx.drafts().create(draft(1)).await.unwrap();
    let end = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
         WHERE datname = current_database() AND state = 'idle in transaction'";
    other.execute_unprepared(end).await.unwrap();
    unavailable(tx.drafts().create(draft(2)).await);
    unavailable(tx.commit().await);
    let found = db.drafts().find_by_key(&hash(2), minute(1)).await;
    assert_eq!(found, Ok(None), "half of it was not done on another one");
}

#[tokio::test]
async fn a_request_that_goes_away_leaves_no_transaction_open() {
    let database = testing::TestDb::fresh().await;
    let other = SqlxPostgresConnector::connect(ConnectOptions::new(&database.owner_url))
        .await
        .unwrap();
    let db = patient(&database.url, 1).await;
    let ask = |sql: &str| {
        let statement = Statement::from_string(other.get_database_backend(), sql);
        other.query_one_raw(statement)
    };
    for round in 0..20 {
        db.ping().await.unwrap();
        // The one connection comes back to the pool meanwhile.
        for _ in 0..3 {
            ask("SELECT 1").await.unwrap();
        }
        // BEGIN is sent, and nobody waits for the answer.
        let _ = tokio::time::timeout(Duration::ZERO, db.begin()).await;
        db.ping().await.unwrap();
        let open = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database()
            AND state LIKE 'idle in transaction%'";
        assert!(ask(open).await.unwrap().is_none(), "in round {round}");
    }
}

#[tokio::test]
async fn a_pool_in_full_use_says_so_in_time() {
    let database = testing::TestDb::fresh().await;
    let db = impatient(&database.url, 1).await;
    let busy = db.begin().await.unwrap();
    unavailable(db.begin().await);
    drop(busy);
    db.begin().await.unwrap();
    db.close().await.unwrap();
    unavailable(db.begin().await);
}
