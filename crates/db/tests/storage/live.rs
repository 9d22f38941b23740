//! A change that was committed is heard by other processes; no other is.

use std::time::Duration;

use db::{Db, DbOptions, Heard};
use testing::Cluster;
use tokio::time::timeout;

use crate::samples::{claim, claim_id, desk, event_id, send};

const SOON: Duration = Duration::from_secs(10);

#[tokio::test]
async fn a_change_is_heard_once_it_is_committed() {
    let (database, db) = desk().await;
    let other = Db::connect(&DbOptions::new(&database.url)).await.unwrap();
    let mut listener = other.listen().await.unwrap();
    let tx = db.begin().await.unwrap();
    tx.claims().insert(claim(1), event_id(1)).await.unwrap();
    drop(tx);
    send(&db, claim(2), 2).await;
    let heard = timeout(SOON, listener.next()).await.unwrap();
    assert_eq!(heard, Ok(Heard::Changed(claim_id(2))));
}

#[tokio::test]
async fn who_lost_the_connection_is_told_that_something_may_be_missed() {
    let cluster = Cluster::start().unwrap();
    let url = cluster.url("postgres");
    migration::migrate(&url).await.unwrap();
    let db = Db::connect(&DbOptions::new(&url)).await.unwrap();
    let mut listener = db.listen().await.unwrap();
    cluster.stop().unwrap();
    // While it is away there is nothing to hear.
    assert!(timeout(SOON, listener.next()).await.unwrap().is_err());
    cluster.resume().unwrap();
    // The first reconnection may come too early for the server that starts.
    let heard = loop {
        match timeout(SOON, listener.next()).await.unwrap() {
            Ok(heard) => break heard,
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    };
    assert_eq!(heard, Heard::Missed);
    let tx = db.begin().await.unwrap();
    tx.claims().insert(claim(1), event_id(1)).await.unwrap();
    tx.commit().await.unwrap();
    let heard = timeout(SOON, listener.next()).await.unwrap();
    assert_eq!(heard, Ok(Heard::Changed(claim_id(1))));
}
