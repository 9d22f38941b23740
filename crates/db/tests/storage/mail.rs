//! What became of a mail is known once, however often its job runs.

use db::{Bounce, Db, DeliveryState, Refusal};
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

async fn bounce(db: &Db, status: &str, number: i64) -> Option<Bounce> {
    let job = JOB();
    let tx = db.begin().await.unwrap();
    let mail = tx.deliveries();
    let bounced = mail
        .bounced(job.mail, job.event_id, status, minute(number))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    bounced
}

#[tokio::test]
async fn a_mail_that_came_back_is_known_once_and_not_sent_again() {
    let (_database, db) = desk().await;
    send(&db, claim(1), 1).await;
    assert_eq!(bounce(&db, "5.1.1", 1).await, None, "there is no such mail");
    begin(&db, 1).await;
    // The worker was killed before it stored that the mail server had taken it.
    let stored = Some(Bounce::Stored(claim_id(1)));
    assert_eq!(bounce(&db, "5.1.1", 2).await, stored);
    assert_eq!(bounce(&db, "4.4.7", 3).await, Some(Bounce::Known));
    let came_back = DeliveryState::Bounced {
        at: minute(2),
        status: "5.1.1".to_owned(),
    };
    assert_eq!(begin(&db, 4).await, came_back);
    let tx = db.begin().await.unwrap();
    tx.deliveries().sent(&JOB(), minute(5)).await.unwrap();
    let stored = tx.deliveries().of_claim(claim_id(1)).await.unwrap();
    assert_eq!(stored[0].state, came_back);
}

#[tokio::test]
async fn what_was_refused_cannot_come_back() {
    let (_database, db) = desk().await;
    send(&db, claim(1), 1).await;
    begin(&db, 1).await;
    let refusal = Refusal {
        code: 550,
        status: None,
    };
    let tx = db.begin().await.unwrap();
    let mail = tx.deliveries();
    mail.refused(&JOB(), refusal.clone(), minute(2))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(bounce(&db, "5.1.1", 3).await, Some(Bounce::Known));
    let at = minute(2);
    assert_eq!(begin(&db, 4).await, DeliveryState::Refused { at, refusal });
}
