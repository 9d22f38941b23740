//! One claim: reading it, and the only ways to change it.

use db::{ClaimRow, Conflict, Db, DbError};
use domain::access::LinkHolder;
use domain::claim::{
    Actor, ClaimEvent, ClaimState, Decision, EventKind, RejectionReason, Transition, Verdict,
};
use serde_json::json;

use crate::samples::{
    claim, claim_id, desk, draft_id, event_id, facts, hash, minute, reviewer, send, staff_id,
};

const STALE: DbError = DbError::Conflict(Conflict::Version);

async fn by_link(db: &Db, link: u64) -> Option<ClaimRow> {
    let tx = db.begin().await.unwrap();
    tx.claims().by_link(&hash(link)).await.unwrap()
}

fn decide(row: &ClaimRow, verdict: Verdict) -> Transition {
    let decision = Decision::new(verdict, "Because.").unwrap();
    row.claim
        .decide(&reviewer(), decision, row.claim.version, minute(50))
        .unwrap()
}

#[tokio::test]
async fn a_claim_comes_back_as_it_was_sent_to_everyone_who_may_read_it() {
    let (_database, db) = desk().await;
    send(&db, claim(1), 1).await;
    send(&db, claim(2), 2).await;
    let row = by_link(&db, 1).await.expect("the claim");
    assert_eq!(row.claim.id, claim_id(1));
    assert_eq!(
        (row.claim.version, &row.claim.state),
        (1, &ClaimState::Submitted)
    );
    assert_eq!(row.reference, claim(1).reference);
    assert_eq!(row.draft_id, draft_id(1));
    assert_eq!(row.facts, facts("Ada Muster", "LH123"));
    assert_eq!(
        (row.submitted_at, row.link_issued_at),
        (minute(1), minute(1))
    );

    let tx = db.begin().await.unwrap();
    let claims = tx.claims();
    let same = Ok(Some(row.clone()));
    let holder = LinkHolder {
        claim_id: claim_id(1),
    };
    assert_eq!(claims.of_holder(&holder).await, same);
    assert_eq!(claims.by_draft(draft_id(1)).await, same);
    assert_eq!(claims.for_staff(&reviewer(), row.reference).await, same);
    assert_eq!(claims.by_link(&hash(9)).await, Ok(None));
    assert_eq!(claims.by_draft(draft_id(9)).await, Ok(None));
    assert_eq!(
        claims.for_staff(&reviewer(), claim(9).reference).await,
        Ok(None)
    );
}

#[tokio::test]
async fn an_approval_is_stored_with_its_event() {
    let (_database, db) = desk().await;
    send(&db, claim(1), 1).await;
    let row = by_link(&db, 1).await.unwrap();
    let transition = decide(&row, Verdict::Approved);
    let tx = db.begin().await.unwrap();
    let now = tx
        .claims()
        .apply(transition.clone(), event_id(2))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!((now.version, &now.state), (2, &transition.to));

    let row = by_link(&db, 1).await.unwrap();
    assert_eq!(row.claim, now);
    assert_eq!(row.updated_at, minute(50));
    let tx = db.begin().await.unwrap();
    let events = tx.audit().events_of(claim_id(1)).await.unwrap();
    let told: Vec<ClaimEvent> = events.iter().map(|row| row.event.clone()).collect();
    let first = ClaimEvent {
        kind: EventKind::ClaimSubmitted,
        actor: Actor::Passenger,
        at: minute(1),
    };
    assert_eq!(told, [first, transition.event]);
    assert_eq!(
        events[0].detail,
        json!({ "outcome": "eligible", "rules": "2026-11" })
    );
    assert_eq!(events[1].id, event_id(2));
}

#[tokio::test]
async fn every_reason_of_a_rejection_comes_back() {
    let (_database, db) = desk().await;
    for (number, reason) in (1..).zip(RejectionReason::ALL) {
        send(&db, claim(number), number).await;
        let row = by_link(&db, number).await.unwrap();
        let transition = decide(&row, Verdict::Rejected(reason));
        let tx = db.begin().await.unwrap();
        let id = event_id(100 + number);
        tx.claims().apply(transition.clone(), id).await.unwrap();
        let events = tx.audit().events_of(claim_id(number)).await.unwrap();
        assert_eq!(events[1].detail, json!({ "reason": reason.code() }));
        tx.commit().await.unwrap();
        let stored = by_link(&db, number).await.unwrap();
        assert_eq!(stored.claim.state, transition.to);
    }
}

#[tokio::test]
async fn of_two_decisions_on_the_same_version_the_second_is_refused() {
    let (_database, db) = desk().await;
    send(&db, claim(1), 1).await;
    let row = by_link(&db, 1).await.unwrap();
    let approve = decide(&row, Verdict::Approved);
    let withdraw = row.claim.withdraw(minute(51)).unwrap();

    let tx = db.begin().await.unwrap();
    tx.claims().apply(approve, event_id(2)).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.begin().await.unwrap();
    let late = tx.claims().apply(withdraw, event_id(3)).await;
    assert_eq!(late, Err(STALE));
    assert_eq!(tx.audit().events_of(claim_id(1)).await.unwrap().len(), 2);
}

#[tokio::test]
async fn two_decisions_at_the_same_moment_do_not_both_happen() {
    let (_database, db) = desk().await;
    send(&db, claim(1), 1).await;
    let row = by_link(&db, 1).await.unwrap();
    let transitions = [
        decide(&row, Verdict::Approved),
        row.claim.withdraw(minute(51)).unwrap(),
    ];
    let [first, second] = transitions.map(|transition| {
        let db = db.clone();
        let id = event_id(if transition.to == ClaimState::Withdrawn {
            2
        } else {
            3
        });
        async move {
            let tx = db.begin().await?;
            tx.claims().apply(transition, id).await?;
            tx.commit().await
        }
    });
    let outcomes = tokio::join!(first, second);
    assert!(
        matches!(&outcomes, (Ok(()), Err(error)) | (Err(error), Ok(())) if *error == STALE),
        "{outcomes:?}"
    );
}

#[tokio::test]
async fn a_change_whose_event_cannot_be_written_does_not_happen() {
    let (_database, db) = desk().await;
    send(&db, claim(1), 1).await;
    let row = by_link(&db, 1).await.unwrap();
    let tx = db.begin().await.unwrap();
    let taken = event_id(1);
    let refused = tx
        .claims()
        .apply(decide(&row, Verdict::Approved), taken)
        .await;
    assert!(matches!(refused, Err(DbError::Conflict(_))), "{refused:?}");
    // Even for a caller that does not look at the error.
    let _ = tx.commit().await;
    assert_eq!(by_link(&db, 1).await, Some(row));
}

#[tokio::test]
async fn a_new_link_ends_the_old_one() {
    let (_database, db) = desk().await;
    send(&db, claim(1), 1).await;
    let tx = db.begin().await.unwrap();
    let actor = Actor::Staff(staff_id(1));
    tx.claims()
        .renew_link(
            claim_id(1),
            hash(1),
            hash(77),
            event_id(2),
            actor,
            minute(9),
        )
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(by_link(&db, 1).await, None);
    let row = by_link(&db, 77).await.expect("the claim");
    assert_eq!((row.claim.version, row.link_issued_at), (1, minute(9)));
    assert_eq!(row.updated_at, minute(9));
    let tx = db.begin().await.unwrap();
    let events = tx.audit().events_of(claim_id(1)).await.unwrap();
    assert_eq!(events[1].event.kind, EventKind::LinkRenewed);
    let claims = tx.claims();
    // There is no such claim, or no longer such a link.
    for (claim, old) in [(9, 9), (1, 1)] {
        let (id, event) = (claim_id(claim), event_id(3));
        let refused = claims.renew_link(id, hash(old), hash(78), event, actor, minute(9));
        assert_eq!(refused.await, Err(STALE));
    }
}
