//! One claim: reading it, and the only ways to change it.

use db::{ClaimRow, Conflict, Db, DbError, EventRow};
use domain::Code;
use domain::access::{DecideClaims, LinkHolder, ReadClaims};
use domain::claim::{
    Actor, Change, Claim, ClaimEvent, ClaimState, Decision, DecisionOutcome, EventKind,
    LinkRenewal, RejectionReason,
};
use serde_json::json;

use crate::samples::{
    claim, claim_id, desk, draft_id, event_id, facts, hash, may, minute, people, send, staff_id,
};

const STALE: DbError = DbError::Conflict(Conflict::Version);

async fn by_link(db: &Db, link: u64) -> Option<ClaimRow> {
    let tx = db.begin().await.unwrap();
    tx.claims().by_link(&hash(link)).await.unwrap()
}

fn event_of(row: &EventRow) -> ClaimEvent {
    ClaimEvent {
        kind: row.kind.known().expect("a kind of this release"),
        actor: row.actor,
        at: row.at,
    }
}

fn decide(row: &ClaimRow, outcome: DecisionOutcome) -> Change<ClaimState> {
    let decision = Decision::new(outcome, "Because.").unwrap();
    row.claim
        .decide(&may(DecideClaims), decision, row.claim.version, minute(50))
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
    assert_eq!(row.facts, facts("LH123"));
    assert_eq!(row.people, Some(people("Ada Muster")));
    assert_eq!(row.passenger_count, 2);
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
    assert_eq!(
        claims.for_staff(&may(ReadClaims), row.reference).await,
        same
    );
    assert_eq!(claims.by_link(&hash(9)).await, Ok(None));
    assert_eq!(claims.by_draft(draft_id(9)).await, Ok(None));
    assert_eq!(
        claims.for_staff(&may(ReadClaims), claim(9).reference).await,
        Ok(None)
    );
}

#[tokio::test]
async fn an_approval_is_stored_with_its_event() {
    let (_database, db) = desk().await;
    send(&db, claim(1), 1).await;
    let row = by_link(&db, 1).await.unwrap();
    let change = decide(&row, DecisionOutcome::Approved);
    let tx = db.begin().await.unwrap();
    let now = tx
        .claims()
        .apply(change.clone(), event_id(2))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!((now.version, &now.state), (2, change.to()));

    let row = by_link(&db, 1).await.unwrap();
    assert_eq!(row.claim, now);
    assert_eq!(row.updated_at, minute(50));
    let tx = db.begin().await.unwrap();
    let events = tx.audit().events_of(claim_id(1)).await.unwrap();
    let told: Vec<ClaimEvent> = events.iter().map(event_of).collect();
    let first = ClaimEvent {
        kind: EventKind::ClaimSubmitted,
        actor: Actor::Passenger,
        at: minute(1),
    };
    assert_eq!(told, [first, change.event().clone()]);
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
        let change = decide(&row, DecisionOutcome::Rejected(reason));
        let tx = db.begin().await.unwrap();
        let id = event_id(100 + number);
        tx.claims().apply(change.clone(), id).await.unwrap();
        let events = tx.audit().events_of(claim_id(number)).await.unwrap();
        assert_eq!(events[1].detail, json!({ "reason": reason.code() }));
        tx.commit().await.unwrap();
        let stored = by_link(&db, number).await.unwrap();
        assert_eq!(&stored.claim.state, change.to());
    }
}

#[tokio::test]
async fn of_two_decisions_on_the_same_version_the_second_is_refused() {
    let (_database, db) = desk().await;
    send(&db, claim(1), 1).await;
    let row = by_link(&db, 1).await.unwrap();
    let approve = decide(&row, DecisionOutcome::Approved);
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
    let changes = [
        decide(&row, DecisionOutcome::Approved),
        row.claim.withdraw(minute(51)).unwrap(),
    ];
    let [first, second] = changes.map(|change| {
        let db = db.clone();
        let id = event_id(if *change.to() == ClaimState::Withdrawn {
            2
        } else {
            3
        });
        async move {
            let tx = db.begin().await?;
            tx.claims().apply(change, id).await?;
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
        .apply(decide(&row, DecisionOutcome::Approved), taken)
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
    let renewal = |old, new| LinkRenewal {
        old: hash(old),
        new: hash(new),
        request: Some(hash(1_000 + new)),
    };
    let before = by_link(&db, 1).await.unwrap().claim;
    let change = before.renew_link(renewal(1, 77), actor, minute(9));
    tx.claims().renew_link(change, event_id(2)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(by_link(&db, 1).await, None);
    let row = by_link(&db, 77).await.expect("the claim");
    // It counts, and what a decision rests on stays.
    assert_eq!((row.claim.version, row.claim.basis_version), (2, 1));
    assert_eq!(row.link_issued_at, minute(9));
    assert_eq!(row.updated_at, minute(9));
    assert_eq!((row.link_hash, row.link_generation), (hash(77), 2));
    let tx = db.begin().await.unwrap();
    let events = tx.audit().events_of(claim_id(1)).await.unwrap();
    assert_eq!(events[1].kind, Code::Known(EventKind::LinkRenewed));
    let claims = tx.claims();
    let of_form = claims.by_link_renewal(&hash(1_077)).await;
    assert_eq!(of_form, Ok(Some(row.clone())));
    assert_eq!(claims.by_link_renewal(&hash(1_078)).await, Ok(None));
    // There is no such claim, or no longer such a link.
    for (number, old) in [(9, 9), (1, 1)] {
        let claim = Claim {
            id: claim_id(number),
            ..row.claim.clone()
        };
        let change = claim.renew_link(renewal(old, 78), actor, minute(9));
        let refused = claims.renew_link(change, event_id(3));
        assert_eq!(refused.await, Err(STALE));
    }
}

#[tokio::test]
async fn the_history_is_in_the_order_of_the_versions_whatever_the_clock_says() {
    let (_database, db) = desk().await;
    send(&db, claim(9), 9).await;
    let row = by_link(&db, 9).await.unwrap();
    let tx = db.begin().await.unwrap();
    let renewal = LinkRenewal {
        old: hash(9),
        new: hash(10),
        request: None,
    };
    // The clock of this process is eight minutes behind the other's.
    let renewed = row.claim.renew_link(renewal, Actor::Passenger, minute(1));
    tx.claims().renew_link(renewed, event_id(8)).await.unwrap();
    let row = tx.claims().by_link(&hash(10)).await.unwrap().unwrap();
    let decided = row.claim.decide(
        &may(DecideClaims),
        Decision::new(DecisionOutcome::Approved, "Yes.").unwrap(),
        1,
        minute(0),
    );
    // Decided for version 1: only a link was renewed since.
    tx.claims()
        .apply(decided.unwrap(), event_id(7))
        .await
        .unwrap();
    tx.commit().await.unwrap();

    let tx = db.begin().await.unwrap();
    let events = tx.audit().events_of(claim_id(9)).await.unwrap();
    let told = events
        .iter()
        .map(|row| (row.claim_version, row.kind.as_str()));
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            (1, "claim_submitted"),
            (2, "link_renewed"),
            (3, "claim_approved")
        ]
    );
    let claim = tx.claims().by_link(&hash(10)).await.unwrap().unwrap().claim;
    assert_eq!((claim.version, claim.basis_version), (3, 3));
}

#[tokio::test]
async fn an_event_of_a_newer_release_is_read() {
    let (database, db) = desk().await;
    send(&db, claim(1), 1).await;
    let raw = crate::schema::raw(&database).await;
    let newer = "INSERT INTO claim_events (id, claim_id, claim_version, at, actor_kind, kind)
                 SELECT gen_random_uuid(), id, 2, now(), 'system', 'claim_teleported' FROM claims";
    sea_orm::ConnectionTrait::execute_unprepared(&raw, newer)
        .await
        .unwrap();
    let tx = db.begin().await.unwrap();
    let events = tx.audit().events_of(claim_id(1)).await.unwrap();
    assert_eq!(events[1].kind.known(), None);
    assert_eq!(events[1].kind.as_str(), "claim_teleported");
}
