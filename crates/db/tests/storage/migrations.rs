//! The steps of the schema.

use migration::Migrator;
use sea_orm::{ConnectOptions, SqlxPostgresConnector};
use sea_orm_migration::MigratorTrait;
use testing::TestDb;

#[tokio::test]
async fn the_schema_goes_up_down_and_up_again() {
    let database = TestDb::empty().await;
    let steps = Migrator::migrations().len();
    assert_eq!(
        migration::pending(&database.url).await.unwrap().len(),
        steps
    );
    migration::migrate(&database.url).await.unwrap();
    assert_eq!(migration::pending(&database.url).await, Ok(Vec::new()));

    let db = SqlxPostgresConnector::connect(ConnectOptions::new(&database.url))
        .await
        .unwrap();
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
async fn an_address_that_is_none_is_an_error() {
    assert!(migration::migrate("nonsense").await.is_err());
}
