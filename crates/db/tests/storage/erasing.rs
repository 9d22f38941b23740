//! Erasing who a claim is of.

use db::QueueFilter;
use domain::access::{DecideClaims, ReadClaims};
use domain::claim::{Actor, Decision, DecisionOutcome};
use sea_orm::ConnectionTrait;

use crate::samples::{
    claim, claim_id, desk, draft, draft_id, event_id, facts, hash, may, minute, people, send,
};
use crate::schema::{ask, raw};

/// Everything that is stored, as one text.
const EVERYTHING: &str = "SELECT string_agg(line, ' ') FROM (
    SELECT row_to_json(claims)::text AS line FROM claims
    UNION ALL SELECT row_to_json(claim_people)::text FROM claim_people
    UNION ALL SELECT row_to_json(claim_events)::text FROM claim_events
    UNION ALL SELECT row_to_json(drafts)::text FROM drafts) AS lines";

#[tokio::test]
async fn erasing_removes_the_people_and_says_so() {
    let (database, db) = desk().await;
    let tx = db.begin().await.unwrap();
    tx.drafts().create(draft(1)).await.unwrap();
    tx.commit().await.unwrap();
    send(&db, claim(1), 1).await;
    let mut other = claim(2);
    other.people = people("Zoë Ortiz");
    send(&db, other, 2).await;
    let tx = db.begin().await.unwrap();
    tx.drafts()
        .mark_sent(draft_id(1), claim_id(1), minute(1))
        .await
        .unwrap();
    let row = tx.claims().by_link(&hash(1)).await.unwrap().unwrap();
    let words = Decision::new(DecisionOutcome::Approved, "Dear Ada, yes.").unwrap();
    let decided = row
        .claim
        .decide(&may(DecideClaims), words, 1, minute(5))
        .unwrap();
    tx.claims().apply(decided, event_id(3)).await.unwrap();
    tx.commit().await.unwrap();

    let tx = db.begin().await.unwrap();
    assert_eq!(
        tx.claims().erase(claim_id(9), event_id(8), minute(9)).await,
        Ok(false)
    );
    assert_eq!(
        tx.claims().erase(claim_id(1), event_id(9), minute(9)).await,
        Ok(true)
    );
    tx.commit().await.unwrap();

    let raw = raw(&database).await;
    let stored = ask(&raw, EVERYTHING).await.remove(0);
    for personal in ["Ada", "ada@", "Ada@", "Dear"] {
        // The other claim has an address of the same kind.
        let left = stored.matches(personal).count();
        let others = people("").email.matches(personal).count();
        assert_eq!(left, others, "{personal}: {stored}");
    }
    let tx = db.begin().await.unwrap();
    assert_eq!(
        tx.claims().by_link(&hash(1)).await,
        Ok(None),
        "the link opens nothing"
    );
    let row = tx
        .claims()
        .for_staff(&may(ReadClaims), row.reference)
        .await
        .unwrap()
        .unwrap();
    assert_eq!((row.people, row.passenger_count), (None, 2));
    assert_eq!(
        row.facts.flight,
        facts("LH123").flight,
        "what happened stays"
    );
    assert_eq!((row.claim.version, row.claim.basis_version), (3, 3));
    let events = tx.audit().events_of(claim_id(1)).await.unwrap();
    let kinds: Vec<&str> = events.iter().map(|event| event.kind.as_str()).collect();
    assert_eq!(kinds, ["claim_submitted", "claim_approved", "claim_erased"]);
    assert!(
        events
            .iter()
            .all(|event| event.detail == serde_json::json!({}))
    );
    assert_eq!((events[2].actor, events[2].at), (Actor::System, minute(9)));
    // The other claim is as it was.
    let row = tx.claims().by_link(&hash(2)).await.unwrap().unwrap();
    assert_eq!(row.people, Some(people("Zoë Ortiz")));
    let page = tx
        .claims()
        .queue(&may(ReadClaims), &QueueFilter::default(), 5)
        .await
        .unwrap();
    let leads: Vec<Option<String>> = page.rows.into_iter().map(|row| row.lead_name).collect();
    assert_eq!(leads, [Some("Zoë Ortiz".to_owned()), None]);
}

#[tokio::test]
async fn nothing_but_the_function_touches_a_history() {
    let (database, db) = desk().await;
    send(&db, claim(1), 1).await;
    send(&db, claim(2), 2).await;
    let raw = raw(&database).await;
    let other = "UPDATE claim_events SET detail = '{}'";
    let more = "UPDATE claim_events SET detail = '{}', kind = 'x' WHERE claim_id = '{id}'";
    let kept = "UPDATE claim_events SET detail = '{\"a\": 1}' WHERE claim_id = '{id}'";
    for forbidden in [
        other,
        more,
        kept,
        "DELETE FROM claim_events",
        "TRUNCATE claim_events",
    ] {
        let id = claim_id(1).to_string();
        // One query is one transaction.
        let tried = format!(
            "SELECT set_config('aero.erasing', '{id}', true); {}",
            forbidden.replace("{id}", &id)
        );
        assert!(raw.execute_unprepared(&tried).await.is_err(), "{forbidden}");
    }
    let definer = "SELECT prosecdef::text || array_to_string(proconfig, ' ')
                   FROM pg_proc WHERE proname = 'erase_claim'";
    assert_eq!(
        ask(&raw, definer).await,
        ["truesearch_path=pg_catalog, public"]
    );
}
