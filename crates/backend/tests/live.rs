//! Whoever listens misses nothing without being told so, whatever the database does.

use std::time::Duration;

use backend::{Live, Subscription};
use db::{Db, DbOptions};
use domain::{access::LinkHolder, ids::ClaimId};
use sea_orm::{ConnectOptions, ConnectionTrait, SqlxPostgresConnector};
use testing::Cluster;
use tokio::time::timeout;
use uuid::Uuid;

const SOON: Duration = Duration::from_secs(20);

/// Longer than some tries to listen again take.
const A_WHILE: Duration = Duration::from_secs(6);

fn claim() -> ClaimId {
    ClaimId::from_uuid(Uuid::from_u128(7))
}

fn subscribe(live: &Live) -> Subscription {
    let holder = LinkHolder { claim_id: claim() };
    live.of_claim(&holder, "192.0.2.1").unwrap()
}

/// Tells as a change does.
async fn tell(url: &str) {
    let connection = SqlxPostgresConnector::connect(ConnectOptions::new(url));
    let connection = connection.await.unwrap();
    let sql = format!("SELECT pg_notify('claim_changed', '{}')", claim());
    connection.execute_unprepared(&sql).await.unwrap();
    connection.close().await.unwrap();
}

#[tokio::test]
async fn a_subscription_ends_when_the_database_is_heard_again_and_not_before() {
    let cluster = Cluster::start().unwrap();
    let url = cluster.url("postgres");
    let options = DbOptions {
        acquire_timeout: Duration::from_millis(500),
        ..DbOptions::new(&url)
    };
    let db = Db::connect(&options).await.unwrap();
    let live = Live::default();
    // Before the process listens nothing can be heard.
    let mut early = subscribe(&live);
    let relay = tokio::spawn({
        let (live, db) = (live.clone(), db.clone());
        async move { live.relay(&db).await }
    });
    assert_eq!(timeout(SOON, early.next()).await, Ok(None));

    for round in ["at first", "after the database was away"] {
        // At once after the end of the last one: what happens from then on is heard.
        let mut subscription = subscribe(&live);
        tell(&url).await;
        let heard = timeout(SOON, subscription.next()).await;
        assert_eq!(heard, Ok(Some(claim())), "{round}");
        if round == "at first" {
            cluster.stop().unwrap();
            let silent = timeout(A_WHILE, subscription.next()).await;
            assert!(silent.is_err(), "while it is away: {silent:?}");
            cluster.resume().unwrap();
            assert_eq!(timeout(SOON, subscription.next()).await, Ok(None));
        }
    }
    relay.abort();
    db.close().await.unwrap();
}
