//! How long the end takes.

use std::time::Duration;

use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseBackend, SqlxPostgresConnector, Statement,
    TransactionTrait,
};
use testing::{TestDb, until};
use tokio::{io::AsyncWriteExt, net::TcpStream};

use crate::support::Aero;

/// Half a second of notice, two for what is under way, and a busy machine. The
/// database lets a statement wait for a lock three times as long.
const SETTINGS: [(&str, &str); 3] = [
    ("AERO_SHUTDOWN_NOTICE", "500ms"),
    ("AERO_SHUTDOWN_DRAIN", "2s"),
    ("AERO_DATABASE_LOCK_TIMEOUT", "12s"),
];
const WHOLE: Duration = Duration::from_millis(2_500);
const BUSY: Duration = Duration::from_secs(3);

#[tokio::test]
async fn a_request_that_waits_for_the_database_does_not_put_the_end_off() {
    let database = TestDb::fresh().await;
    let mut aero = Aero::serve(&database.url, &SETTINGS).await;
    let locking = ConnectOptions::new(&database.owner_url);
    let locking = SqlxPostgresConnector::connect(locking).await.unwrap();
    let lock = locking.begin().await.unwrap();
    let exclusive = "LOCK TABLE claims IN ACCESS EXCLUSIVE MODE";
    lock.execute_unprepared(exclusive).await.unwrap();
    let mut waiting = TcpStream::connect(aero.listen).await.unwrap();
    let link = "1".repeat(64);
    let request = format!("GET /en/tracking/{link} HTTP/1.1\r\nhost: a\r\n\r\n");
    waiting.write_all(request.as_bytes()).await.unwrap();
    until("the request waits for the lock", async || {
        let waiting = "SELECT pid FROM pg_locks WHERE NOT granted
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
        let waiting = Statement::from_string(DatabaseBackend::Postgres, waiting);
        lock.query_one_raw(waiting).await.unwrap()
    })
    .await;

    let (status, took) = aero.stop().await;
    let log = aero.log();
    assert!(status.success(), "{log}");
    assert!(log.contains("still under way"), "{log}");
    assert!(
        took >= Duration::from_secs(2) && took < WHOLE + BUSY,
        "{took:?}"
    );
    lock.rollback().await.unwrap();
}

#[tokio::test]
async fn nothing_under_way_ends_after_the_notice() {
    let database = TestDb::fresh().await;
    let settings = [
        ("AERO_SHUTDOWN_NOTICE", "500ms"),
        ("AERO_SHUTDOWN_DRAIN", "30s"),
    ];
    let mut aero = Aero::serve(&database.url, &settings).await;
    let (status, took) = aero.stop().await;
    assert!(status.success(), "{}", aero.log());
    let notice = Duration::from_millis(500);
    assert!(took >= notice && took < notice + BUSY, "{took:?}");
}
