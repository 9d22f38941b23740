//! What has expired goes, however much there is and whatever another table suffers.

use std::sync::Arc;

use backend::{Backend, Limits, Quotas, RandomIds, SystemClock};
use db::{Db, DbOptions};
use sea_orm::{ConnectOptions, ConnectionTrait, SqlxPostgresConnector};
use testing::TestDb;

#[tokio::test]
async fn many_drafts_are_deleted_though_sessions_cannot_be() {
    let database = TestDb::fresh().await;
    let owner = SqlxPostgresConnector::connect(ConnectOptions::new(&database.owner_url))
        .await
        .unwrap();
    for sql in [
        "INSERT INTO drafts SELECT gen_random_uuid(), sha256(n::text::bytea), '{}', 'en', 1,
            to_timestamp(0), to_timestamp(0), to_timestamp(n) FROM generate_series(1, 20500) AS n",
        "DROP TABLE staff_sessions",
    ] {
        owner.execute_unprepared(sql).await.unwrap();
    }
    let db = Db::connect(&DbOptions::new(&database.url)).await.unwrap();
    let limits = Limits::new(&Quotas::default(), Arc::new(db.clone()));
    let backend = Backend::new(db, Arc::new(SystemClock), Arc::new(RandomIds), limits);
    assert!(backend.delete_expired_sessions().await.is_err());
    assert_eq!(backend.delete_expired_drafts().await.unwrap(), 20_500);
    assert_eq!(backend.delete_expired_drafts().await.unwrap(), 0);
}
