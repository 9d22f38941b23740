//! PgBouncer with `pool_mode = transaction`: each transaction may run on another
//! connection, and what was set or prepared on the last one is gone.

use db::{Db, DbOptions, Pooler};
use sea_orm::{ConnectionTrait, Statement};
use testing::Cluster;

use crate::samples::{draft, hash, minute};

async fn text(db: &Db, sql: &str) -> String {
    let statement = Statement::from_string(db.reads().get_database_backend(), sql);
    let row = db.reads().query_one_raw(statement).await.unwrap();
    row.expect("a row").try_get_by_index(0).unwrap()
}

#[tokio::test]
async fn work_goes_on_when_each_transaction_has_another_connection() {
    let cluster = Cluster::start().unwrap();
    migration::migrate(&cluster.url("postgres")).await.unwrap();
    let Some(pooler) = cluster.pooler().unwrap() else {
        eprintln!("PgBouncer is not installed: nothing was tried");
        return;
    };
    // A pooler takes no settings at the start of a connection.
    let unaware = Db::connect(&DbOptions::new(pooler.url("postgres"))).await;
    assert!(unaware.unwrap().ping().await.is_err());

    let options = DbOptions {
        pooler: Pooler::Transaction,
        ..DbOptions::new(pooler.url("postgres"))
    };
    let db = Db::connect(&options).await.unwrap();
    let work = (0..60).map(|number| {
        let db = db.clone();
        tokio::spawn(async move {
            let tx = db.begin().await.unwrap();
            tx.drafts().create(draft(number)).await.unwrap();
            let found = tx.drafts().lock_by_key(&hash(number), minute(1)).await;
            assert!(found.unwrap().is_some());
            tx.commit().await.unwrap();
            let found = db.drafts().find_by_key(&hash(number), minute(1)).await;
            assert!(found.unwrap().is_some());
        })
    });
    for done in work.collect::<Vec<_>>() {
        done.await.unwrap();
    }
    // No more than two connections have served ten, and each transaction has its limits.
    let served = "SELECT (count(*) <= 2)::text FROM pg_stat_activity
        WHERE backend_type = 'client backend'";
    assert_eq!(text(&db, served).await, "true");
    for (limit, value) in [
        ("statement_timeout", "15s"),
        ("lock_timeout", "5s"),
        ("idle_in_transaction_session_timeout", "30s"),
    ] {
        let sql = format!("SELECT current_setting('{limit}')");
        assert_eq!(text(&db, &sql).await, value, "{limit}");
    }
}
