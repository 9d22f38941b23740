//! The test support itself.

use sea_orm::{ConnectOptions, ConnectionTrait, DbErr, SqlxPostgresConnector};
use testing::TestDb;

async fn execute(url: &str, sql: &str) -> Result<(), DbErr> {
    let db = SqlxPostgresConnector::connect(ConnectOptions::new(url)).await?;
    let done = db.execute_unprepared(sql).await.map(|_| ());
    db.close().await?;
    done
}

#[tokio::test]
async fn a_fresh_database_is_migrated_and_nobody_elses() {
    let (mine, yours) = tokio::join!(TestDb::fresh(), TestDb::fresh());
    assert_ne!(mine.url, yours.url);
    assert_eq!(migration::pending(&mine.url).await, Ok(Vec::new()));
    let drop = "DROP TABLE rate_limits";
    assert!(execute(&mine.url, drop).await.is_err());
    execute(&mine.owner_url, drop).await.unwrap();
    execute(&yours.url, "TABLE rate_limits").await.unwrap();
}

#[tokio::test]
async fn a_database_goes_with_its_test() {
    let url = TestDb::empty().await.url.clone();
    assert!(execute(&url, "SELECT 1").await.is_err());
}
