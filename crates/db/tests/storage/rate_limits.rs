//! Token buckets that all processes share.

use db::Db;
use db::rate_limits::{Bucket, Charge, Refusal, delete_full, give_back, take};
use jiff::{SignedDuration, Timestamp};
use testing::TestDb;
use tokio::task::JoinSet;

use crate::samples::{connect, hash, minute};

/// Tokens of a bucket of three that comes back in three minutes.
fn tokens(limit: &'static str, key: u64, count: i64) -> Charge {
    Charge {
        bucket: Bucket {
            limit,
            key_hash: hash(key),
        },
        cost: SignedDuration::from_mins(count),
        capacity: SignedDuration::from_mins(3),
    }
}

async fn is_granted(db: &Db, charges: &[Charge], now: Timestamp) -> bool {
    take(db, charges, now).await.unwrap().is_empty()
}

/// When each bucket is full again.
async fn stored(database: &TestDb) -> Vec<String> {
    use sea_orm::{ConnectOptions, ConnectionTrait, SqlxPostgresConnector, Statement};
    let raw = SqlxPostgresConnector::connect(ConnectOptions::new(&database.url))
        .await
        .unwrap();
    let sql = "SELECT limit_name || ' ' || extract(epoch FROM full_at)::bigint
        FROM rate_limits ORDER BY 1";
    let statement = Statement::from_string(raw.get_database_backend(), sql);
    let rows = raw.query_all_raw(statement).await.unwrap();
    rows.iter()
        .map(|row| row.try_get_by_index(0).unwrap())
        .collect()
}

#[tokio::test]
async fn a_bucket_empties_and_fills_again_for_all_processes() {
    let database = TestDb::fresh().await;
    let (one, other) = (connect(&database).await, connect(&database).await);
    assert!(is_granted(&one, &[tokens("a", 1, 2)], minute(0)).await);
    let refused = take(&other, &[tokens("a", 1, 2)], minute(0)).await;
    let refusal = Refusal {
        bucket: tokens("a", 1, 2).bucket,
        full_at: minute(2),
    };
    assert_eq!(refused, Ok(vec![refusal]), "all or none");
    assert!(is_granted(&other, &[tokens("a", 1, 1)], minute(0)).await);
    assert!(!is_granted(&one, &[tokens("a", 1, 1)], minute(0)).await);
    assert!(is_granted(&one, &[tokens("a", 2, 3)], minute(0)).await);
    assert!(is_granted(&one, &[tokens("b", 1, 3)], minute(0)).await);
    assert!(is_granted(&other, &[tokens("a", 1, 1)], minute(1)).await);
    assert!(is_granted(&one, &[tokens("a", 1, 3)], minute(99)).await);
    assert!(!is_granted(&one, &[tokens("a", 1, 1)], minute(99)).await);
}

#[tokio::test]
async fn of_several_buckets_all_are_charged_or_none_and_a_refusal_stores_nothing() {
    let database = TestDb::fresh().await;
    let db = connect(&database).await;
    assert!(is_granted(&db, &[tokens("a", 1, 3)], minute(0)).await);
    let before = stored(&database).await;
    for key in 2..20 {
        let charges = [tokens("b", key, 1), tokens("a", 1, 1), tokens("c", key, 3)];
        let refused = take(&db, &charges, minute(1)).await.unwrap();
        // A token of "a" has come back by then.
        assert_eq!(refused.is_empty(), key == 2, "{key}");
        give_back(&db, &charges[..1], minute(1)).await.unwrap();
        give_back(&db, &charges[2..], minute(1)).await.unwrap();
    }
    let after = stored(&database).await;
    assert_eq!((before.len(), after.len()), (1, 1), "{after:?}");
}

#[tokio::test]
async fn what_is_given_back_was_never_taken() {
    let database = TestDb::fresh().await;
    let db = connect(&database).await;
    let charge = [tokens("a", 1, 3)];
    for _ in 0..5 {
        assert!(is_granted(&db, &charge, minute(0)).await);
        give_back(&db, &charge, minute(0)).await.unwrap();
        assert_eq!(stored(&database).await, Vec::<String>::new());
    }
    give_back(&db, &charge, minute(0)).await.unwrap();
    assert!(is_granted(&db, &charge, minute(0)).await);
    assert!(
        !is_granted(&db, &charge, minute(0)).await,
        "full, no fuller"
    );
}

#[tokio::test]
async fn buckets_that_are_full_again_are_deleted() {
    let database = TestDb::fresh().await;
    let db = connect(&database).await;
    for key in 1..=3 {
        let count = i64::try_from(key).unwrap();
        assert!(is_granted(&db, &[tokens("a", key, count)], minute(0)).await);
    }
    assert_eq!(delete_full(&db, minute(0)).await, Ok(0));
    assert_eq!(delete_full(&db, minute(2)).await, Ok(2));
    assert_eq!(delete_full(&db, minute(9)).await, Ok(1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_processes_at_once_give_out_no_token_twice() {
    let database = TestDb::fresh().await;
    let mut all = JoinSet::new();
    for number in 0..4 {
        let db = connect(&database).await;
        // In another order each, and none waits for the other for ever.
        let mut charges = vec![tokens("a", 1, 1), tokens("b", 1, 1), tokens("c", 1, 1)];
        charges.rotate_left(number % 3);
        for _ in 0..10 {
            let (db, charges) = (db.clone(), charges.clone());
            all.spawn(async move { is_granted(&db, &charges, minute(0)).await });
        }
    }
    let granted = all.join_all().await;
    assert_eq!(granted.iter().filter(|granted| **granted).count(), 3);
}
