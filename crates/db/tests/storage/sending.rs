//! One draft, one claim.

use db::{ClaimRow, Conflict, Db, DbError};
use domain::ids::ClaimId;

use crate::samples::{claim, claim_id, desk, draft, draft_id, event_id, hash, minute};

/// What sending does: lock the draft, and make a claim unless there is one.
async fn send_draft(db: &Db, number: u64) -> Result<ClaimId, DbError> {
    let tx = db.begin().await?;
    let draft = tx.drafts().lock_by_key(&hash(1), minute(1)).await?;
    let draft = draft.expect("the draft");
    if let Some(sent) = draft.claim_id {
        return Ok(sent);
    }
    let mut claim = claim(number);
    claim.draft_id = draft.id;
    let id = claim.submission.claim_id();
    tx.claims().insert(claim, event_id(number)).await?;
    tx.drafts().mark_sent(draft.id, id, minute(1)).await?;
    tx.commit().await?;
    Ok(id)
}

#[tokio::test]
async fn a_draft_sent_many_times_at_once_gives_one_claim() {
    let (_database, db) = desk().await;
    let tx = db.begin().await.unwrap();
    tx.drafts().create(draft(1)).await.unwrap();
    tx.commit().await.unwrap();

    let sent = tokio::join!(
        send_draft(&db, 11),
        send_draft(&db, 12),
        send_draft(&db, 13),
        send_draft(&db, 14)
    );
    let first = sent.0.unwrap();
    for other in [sent.1, sent.2, sent.3] {
        assert_eq!(other, Ok(first));
    }
    let tx = db.begin().await.unwrap();
    let stored = tx.claims().by_draft(draft_id(1)).await.unwrap();
    assert_eq!(stored.map(|row: ClaimRow| row.claim.id), Some(first));
    assert_eq!(tx.audit().events_of(first).await.unwrap().len(), 1);
}

#[tokio::test]
async fn the_database_itself_refuses_a_second_claim_of_a_draft() {
    let (_database, db) = desk().await;
    crate::samples::send(&db, claim(1), 1).await;
    let tx = db.begin().await.unwrap();
    let mut second = claim(2);
    second.draft_id = draft_id(1);
    let refused = tx.claims().insert(second, event_id(2)).await;
    let rule = "claims_draft_id_key".to_owned();
    assert_eq!(refused, Err(DbError::Conflict(Conflict::Duplicate(rule))));
    drop(tx);
    let tx = db.begin().await.unwrap();
    assert_eq!(tx.audit().events_of(claim_id(2)).await, Ok(Vec::new()));
}
