//! Claims that are still being written.

use std::collections::BTreeMap;

use db::{Conflict, DbError, EXPIRED_BATCH};
use domain::Language;
use sea_orm::{ConnectOptions, ConnectionTrait, SqlxPostgresConnector, TransactionTrait};
use testing::TestDb;

use crate::samples::{claim, claim_id, connect, draft, draft_id, hash, minute, send};

fn answers(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs
        .iter()
        .map(|(field, typed)| ((*field).to_owned(), (*typed).to_owned()))
        .collect()
}

const STALE: DbError = DbError::Conflict(Conflict::Version);

#[tokio::test]
async fn a_draft_is_found_by_its_secret_until_it_expires() {
    let database = TestDb::fresh().await;
    let db = connect(&database).await;
    let tx = db.begin().await.unwrap();
    tx.drafts().create(draft(1)).await.unwrap();

    let found = tx.drafts().find_by_key(&hash(1), minute(99)).await.unwrap();
    let found = found.expect("the draft");
    assert_eq!(found.id, draft_id(1));
    assert_eq!(found.answers, BTreeMap::new());
    assert_eq!((found.version, found.claim_id), (1, None));
    assert_eq!(found.created_at, minute(0));
    assert_eq!(found.expires_at, minute(100));

    assert_eq!(tx.drafts().find_by_key(&hash(2), minute(1)).await, Ok(None));
    assert_eq!(
        tx.drafts().find_by_key(&hash(1), minute(100)).await,
        Ok(None)
    );
    assert_eq!(
        tx.drafts().lock_by_key(&hash(1), minute(100)).await,
        Ok(None)
    );
}

#[tokio::test]
async fn an_older_tab_does_not_overwrite_a_newer_one() {
    let database = TestDb::fresh().await;
    let db = connect(&database).await;
    let tx = db.begin().await.unwrap();
    let drafts = tx.drafts();
    drafts.create(draft(1)).await.unwrap();
    let newer = answers(&[("lead_name", "Zoë"), ("flight", "")]);
    let save = drafts.save_answers(draft_id(1), 1, &newer, Language::Fr, minute(1));
    assert_eq!(save.await, Ok(()));
    let older = answers(&[("lead_name", "Ada")]);
    let save = drafts.save_answers(draft_id(1), 1, &older, Language::En, minute(2));
    assert_eq!(save.await, Err(STALE));

    let found = drafts.find_by_key(&hash(1), minute(3)).await.unwrap();
    let found = found.expect("the draft");
    assert_eq!(found.answers, newer);
    assert_eq!((found.version, found.language), (2, Language::Fr));
    assert_eq!(found.updated_at, minute(1));
}

#[tokio::test]
async fn what_postgresql_cannot_hold_is_left_out() {
    let database = TestDb::fresh().await;
    let db = connect(&database).await;
    let tx = db.begin().await.unwrap();
    tx.drafts().create(draft(1)).await.unwrap();
    let hostile = answers(&[("na\0me", "A\0da\u{1F6EB}")]);
    tx.drafts()
        .save_answers(draft_id(1), 1, &hostile, Language::En, minute(1))
        .await
        .unwrap();
    let found = tx.drafts().find_by_key(&hash(1), minute(2)).await.unwrap();
    let kept = answers(&[("name", "Ada\u{1F6EB}")]);
    assert_eq!(found.map(|draft| draft.answers), Some(kept));
}

#[tokio::test]
async fn a_draft_that_was_sent_stays_as_it_was() {
    let database = TestDb::fresh().await;
    let db = connect(&database).await;
    send(&db, claim(1), 1).await;
    let tx = db.begin().await.unwrap();
    let drafts = tx.drafts();
    drafts.create(draft(1)).await.unwrap();
    let sent = drafts.mark_sent(draft_id(1), claim_id(1), minute(2));
    assert_eq!(sent.await, Ok(()));

    let late = answers(&[("lead_name", "Eve")]);
    let save = drafts.save_answers(draft_id(1), 2, &late, Language::En, minute(3));
    assert_eq!(save.await, Err(STALE));
    let again = drafts.mark_sent(draft_id(1), claim_id(1), minute(3));
    assert_eq!(again.await, Err(STALE));
    let found = drafts.find_by_key(&hash(1), minute(4)).await.unwrap();
    assert_eq!(found.and_then(|draft| draft.claim_id), Some(claim_id(1)));
}

#[tokio::test]
async fn expired_drafts_are_deleted_and_others_stay() {
    let database = TestDb::fresh().await;
    let db = connect(&database).await;
    let tx = db.begin().await.unwrap();
    let drafts = tx.drafts();
    drafts.create(draft(1)).await.unwrap();
    let mut longer = draft(2);
    longer.expires_at = minute(200);
    drafts.create(longer).await.unwrap();
    assert_eq!(drafts.delete_expired(minute(100)).await, Ok(1));
    assert_eq!(drafts.delete_expired(minute(100)).await, Ok(0));
    let kept = drafts.find_by_key(&hash(2), minute(100)).await.unwrap();
    assert!(kept.is_some());
}

#[tokio::test]
async fn however_many_have_expired_they_are_deleted_in_batches_past_a_locked_one() {
    let database = TestDb::fresh().await;
    let db = connect(&database).await;
    let many = "INSERT INTO drafts SELECT gen_random_uuid(), sha256(n::text::bytea), '{}', 'en', 1,
            to_timestamp(0), to_timestamp(0), to_timestamp(n)
        FROM generate_series(1, 2500) AS n";
    let beside = SqlxPostgresConnector::connect(ConnectOptions::new(&database.owner_url))
        .await
        .unwrap();
    beside.execute_unprepared(many).await.unwrap();
    let somebody = beside.begin().await.unwrap();
    let lock = "SELECT 1 FROM drafts WHERE expires_at = to_timestamp(7) FOR UPDATE";
    somebody.execute_unprepared(lock).await.unwrap();
    for gone in [EXPIRED_BATCH, EXPIRED_BATCH, 499, 0] {
        let tx = db.begin().await.unwrap();
        assert_eq!(tx.drafts().delete_expired(minute(0)).await, Ok(gone));
        tx.commit().await.unwrap();
    }
    somebody.commit().await.unwrap();
    let tx = db.begin().await.unwrap();
    assert_eq!(tx.drafts().delete_expired(minute(0)).await, Ok(1));
}

#[tokio::test]
async fn what_was_not_committed_did_not_happen() {
    let database = TestDb::fresh().await;
    let db = connect(&database).await;
    let tx = db.begin().await.unwrap();
    tx.drafts().create(draft(1)).await.unwrap();
    drop(tx);
    let tx = db.begin().await.unwrap();
    assert_eq!(tx.drafts().find_by_key(&hash(1), minute(1)).await, Ok(None));
}
