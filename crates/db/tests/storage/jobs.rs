//! The queue: a job is stored with what it follows from, once.

use db::{Db, FailedJob};
use domain::claim::MailKind;
use domain::job::{Job, SendClaimMail};
use sea_orm::Statement;
use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseConnection, SqlxPostgresConnector};

use crate::samples::{claim, claim_id, desk, event_id, send};

const PAYLOADS: &str = "SELECT payload::text FROM graphile_worker._private_jobs ORDER BY id";

async fn raw(url: &str) -> DatabaseConnection {
    SqlxPostgresConnector::connect(ConnectOptions::new(url))
        .await
        .unwrap()
}

/// The payloads in the queue.
async fn queued(db: &DatabaseConnection) -> Vec<SendClaimMail> {
    let statement = Statement::from_string(db.get_database_backend(), PAYLOADS);
    let rows = db.query_all_raw(statement).await.unwrap();
    let texts = rows
        .iter()
        .map(|row| row.try_get_by_index::<String>(0).unwrap());
    texts
        .map(|text| serde_json::from_str(&text).unwrap())
        .collect()
}

fn mail(number: u64) -> SendClaimMail {
    SendClaimMail {
        mail: MailKind::ClaimReceived,
        claim_id: claim_id(number),
        event_id: event_id(number),
    }
}

async fn failed(db: &Db) -> Vec<FailedJob> {
    db.begin().await.unwrap().jobs().failed(10).await.unwrap()
}

#[tokio::test]
async fn what_follows_from_a_change_is_stored_with_it_or_not_at_all() {
    let (database, db) = desk().await;
    let raw = raw(&database.owner_url).await;

    let tx = db.begin().await.unwrap();
    tx.claims().insert(claim(1), event_id(1)).await.unwrap();
    drop(tx);
    assert_eq!(queued(&raw).await, []);

    send(&db, claim(2), 2).await;
    assert_eq!(queued(&raw).await, [mail(2)]);
}

#[tokio::test]
async fn a_job_of_the_same_key_is_in_the_queue_once() {
    let (database, db) = desk().await;
    let raw = raw(&database.owner_url).await;
    for job in [mail(1), mail(1), mail(2)] {
        let tx = db.begin().await.unwrap();
        tx.jobs().add(&job, &job.key()).await.unwrap();
        tx.commit().await.unwrap();
    }
    assert_eq!(queued(&raw).await, [mail(1), mail(2)]);
}

#[tokio::test]
async fn only_a_job_that_failed_for_good_is_listed_and_runs_again() {
    let (database, db) = desk().await;
    let raw = raw(&database.owner_url).await;
    send(&db, claim(1), 1).await;
    send(&db, claim(2), 2).await;
    assert_eq!(failed(&db).await, []);
    let first = "SELECT min(id) FROM graphile_worker._private_jobs";
    for (attempts, locked, expected) in [(24, "NULL", 0), (25, "now()", 0), (25, "NULL", 1)] {
        let sql = format!(
            "UPDATE graphile_worker._private_jobs SET attempts = {attempts}, locked_at = {locked},
             last_error = 'TaskError(\"mail server: 451\")' WHERE id = ({first})"
        );
        raw.execute_unprepared(&sql).await.unwrap();
        assert_eq!(failed(&db).await.len(), expected, "{attempts} {locked}");
    }
    let job = failed(&db).await.remove(0);
    assert_eq!(job.name, SendClaimMail::NAME);
    assert_eq!(job.claim, Some(claim(1).reference));
    assert_eq!((job.attempts, &*job.error), (25, "mail server: 451"));

    let tx = db.begin().await.unwrap();
    let counts = tx.jobs().counts().await.unwrap();
    assert_eq!((counts.waiting, counts.failed), (1, 1));
    // The one that waits is not to be had: it would lose its turn.
    assert!(!tx.jobs().run_again(job.id + 1).await.unwrap());
    assert!(tx.jobs().run_again(job.id).await.unwrap());
    assert!(!tx.jobs().run_again(job.id).await.unwrap());
    let counts = tx.jobs().counts().await.unwrap();
    assert_eq!((counts.waiting, counts.failed), (2, 0));
}

#[tokio::test]
async fn who_may_use_the_queue_is_said_by_grants_alone() {
    let (database, _) = desk().await;
    let raw = raw(&database.owner_url).await;
    let hidden = "SELECT count(*)::int FROM pg_class
        WHERE relnamespace = 'graphile_worker'::regnamespace AND relrowsecurity";
    let statement = Statement::from_string(raw.get_database_backend(), hidden);
    let row = raw.query_one_raw(statement).await.unwrap().unwrap();
    assert_eq!(row.try_get_by_index::<i32>(0).unwrap(), 0);
}
