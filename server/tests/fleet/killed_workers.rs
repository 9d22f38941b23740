//! Workers that are killed lose nothing and double nothing.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
    time::Duration,
};

use testing::until;
use tokio::{sync::Semaphore, task::JoinSet};

use crate::support::{Fleet, file};

const CLAIMS: usize = 24;
const KILLS: usize = 24;

/// As many are sent at a time: more are for the tests of limits.
const AT_ONCE: usize = 6;

/// What a worker that was killed had in hand: mails that were begun and not noted as
/// ended, each with who has taken it. No worker has the name of another.
const IN_HAND: &str = "SELECT jobs.payload->>'event_id' || ' ' || jobs.locked_by
    FROM graphile_worker._private_jobs AS jobs
    JOIN mail_deliveries AS mails
        ON mails.event_id::text = jobs.payload->>'event_id' AND mails.mail = jobs.payload->>'mail'
    WHERE jobs.locked_by IS NOT NULL AND mails.state = 'sending'";

#[tokio::test(flavor = "multi_thread")]
async fn workers_killed_at_any_moment_lose_no_mail_and_make_no_other() {
    let fleet = Fleet::start_with(&[("AERO_WORKER_DEAD_AFTER", "2s")]).await;
    let mut sending = JoinSet::new();
    let places = Arc::new(Semaphore::new(AT_ONCE));
    for number in 0..CLAIMS {
        let (mut browser, places) = (fleet.browser(), places.clone());
        sending.spawn(async move {
            let _place = places.acquire().await.unwrap();
            let email = format!("passenger-{number}@example.org");
            file(&mut browser, &email).await.unwrap();
            email
        });
    }
    let mut in_hand = BTreeSet::new();
    for kill in 0..KILLS {
        let mut worker = fleet.worker().await;
        if kill % 3 == 0 {
            // As soon as a mail is handed over, before that is noted; or when none is due.
            let before = fleet.mailbox.message_ids().len();
            let another = until_another(&fleet, before);
            let _ = tokio::time::timeout(Duration::from_secs(1), another).await;
        } else {
            // At moments that have nothing to do with what it does.
            let moment = Duration::from_millis((kill * 37 % 200) as u64);
            tokio::time::sleep(moment).await;
        }
        worker.kill().unwrap();
        in_hand.extend(fleet.texts(IN_HAND).await);
    }
    let sent: BTreeSet<String> = sending.join_all().await.into_iter().collect();

    let _last = fleet.worker().await;
    until("the queue is empty", async || {
        (fleet.queued_mails().await == 0).then_some(())
    })
    .await;
    let mut ids: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for mail in fleet.mailbox.all() {
        ids.entry(mail.to.join(","))
            .or_default()
            .insert(mail.message_id);
    }
    let told: BTreeSet<String> = ids.keys().cloned().collect();
    assert_eq!(told, sent, "each passenger is written to");
    assert!(
        ids.values().all(|ids| ids.len() == 1),
        "one mail each: {ids:?}"
    );
    // A mail may have been handed over by each killed worker that had it in hand, and
    // by the one that noted it.
    for event in fleet
        .texts("SELECT event_id::text FROM mail_deliveries")
        .await
    {
        let handed_over = fleet.mailbox.message_ids();
        let handed_over = handed_over.iter().filter(|id| id.contains(&event)).count();
        let killed = in_hand
            .iter()
            .filter(|pair| pair.starts_with(&event))
            .count();
        assert!(
            (1..=1 + killed).contains(&handed_over),
            "{event} was sent {handed_over} times, and {killed} workers were killed with it"
        );
    }
    let noted = "SELECT count(*) FROM mail_deliveries WHERE state = 'sent'";
    assert_eq!(usize::try_from(fleet.count(noted).await).unwrap(), CLAIMS);
    let events = "SELECT count(*) FROM mail_deliveries";
    assert_eq!(usize::try_from(fleet.count(events).await).unwrap(), CLAIMS);
}

async fn until_another(fleet: &Fleet, before: usize) {
    while fleet.mailbox.message_ids().len() == before {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}
