//! What happens while PostgreSQL is away, and after it.

use std::time::Duration;

use db::{Db, DbError, DbOptions};
use testing::Cluster;

use crate::samples::{draft, hash, minute};

fn unavailable<T: std::fmt::Debug>(outcome: Result<T, DbError>) {
    assert!(
        matches!(outcome, Err(DbError::Unavailable(_))),
        "{outcome:?}"
    );
}

async fn impatient(url: &str, max_connections: u32) -> Db {
    let options = DbOptions {
        url: url.to_owned(),
        max_connections,
        acquire_timeout: Duration::from_millis(300),
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
    let db = impatient(&url, 3).await;
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
