//! What became of a mail is known once, however often its job runs.

use db::{Db, DeliveryState, Refusal};
use domain::claim::MailKind;
use domain::job::SendClaimMail;

use crate::samples::{claim, claim_id, desk, event_id, minute, send};

const JOB: fn() -> SendClaimMail = || SendClaimMail {
    mail: MailKind::ClaimReceived,
    claim_id: claim_id(1),
    event_id: event_id(1),
};

async fn begin(db: &Db, number: i64) -> DeliveryState {
    let tx = db.begin().await.unwrap();
    let state = tx.deliveries().begin(&JOB(), minute(number)).await.unwrap();
    tx.commit().await.unwrap();
    state
}

#[tokio::test]
async fn a_mail_that_was_sent_is_not_begun_again() {
    let (_database, db) = desk().await;
    send(&db, claim(1), 1).await;
    assert_eq!(begin(&db, 1).await, DeliveryState::Sending);
    assert_eq!(begin(&db, 2).await, DeliveryState::Sending, "nobody knows");

    let tx = db.begin().await.unwrap();
    tx.deliveries().sent(&JOB(), minute(3)).await.unwrap();
    tx.commit().await.unwrap();
    let sent = DeliveryState::Sent { at: minute(3) };
    assert_eq!(begin(&db, 4).await, sent);
    // An end is final: a second worker that took the first for dead changes nothing.
    let refusal = Refusal {
        code: 550,
        status: None,
    };
    let tx = db.begin().await.unwrap();
    tx.deliveries()
        .refused(&JOB(), refusal, minute(5))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(begin(&db, 6).await, sent);
}

#[tokio::test]
async fn a_refusal_is_kept_with_its_codes_until_it_is_old() {
    let (_database, db) = desk().await;
    send(&db, claim(1), 1).await;
    begin(&db, 1).await;
    let refusal = Refusal {
        code: 550,
        status: Some("5.1.1".to_owned()),
    };
    let tx = db.begin().await.unwrap();
    let mail = tx.deliveries();
    mail.refused(&JOB(), refusal.clone(), minute(2))
        .await
        .unwrap();
    let stored = mail.of_claim(claim_id(1)).await.unwrap().remove(0);
    assert_eq!(stored.mail, Some(MailKind::ClaimReceived));
    assert_eq!(stored.begun_at, minute(1));
    let at = minute(2);
    assert_eq!(stored.state, DeliveryState::Refused { at, refusal });
    assert_eq!(mail.delete_ended(minute(1)).await.unwrap(), 0);
    assert_eq!(mail.delete_ended(minute(2)).await.unwrap(), 1);
}
