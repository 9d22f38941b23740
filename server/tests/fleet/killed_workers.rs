//! Workers that are killed lose nothing and double nothing.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use tokio::task::JoinSet;

use crate::support::{Fleet, file, until};

const CLAIMS: usize = 24;
const KILLS: usize = 24;

/// What one worker has in hand at most, and may hand over without noting it.
const IN_HAND: usize = 4;

const LEFT: &str = "SELECT count(*) FROM graphile_worker._private_jobs AS jobs
    JOIN graphile_worker._private_tasks AS tasks ON tasks.id = jobs.task_id
    WHERE tasks.identifier LIKE '%mail%'";

#[tokio::test(flavor = "multi_thread")]
async fn workers_killed_at_any_moment_lose_no_mail_and_make_no_other() {
    let fleet = Fleet::start_with(&[("AERO_WORKER_DEAD_AFTER", "2s")]).await;
    let mut sending = JoinSet::new();
    for number in 0..CLAIMS {
        let mut browser = fleet.browser();
        sending.spawn(async move {
            let email = format!("passenger-{number}@example.org");
            file(&mut browser, &email).await.unwrap();
            email
        });
    }
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
    }
    let sent: BTreeSet<String> = sending.join_all().await.into_iter().collect();

    let _last = fleet.worker().await;
    until("no job is left", async || fleet.count(LEFT).await == 0).await;
    let mut ids: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mails = fleet.mailbox.all();
    for mail in &mails {
        ids.entry(mail.to.join(","))
            .or_default()
            .insert(mail.message_id.clone());
    }
    let told: BTreeSet<String> = ids.keys().cloned().collect();
    assert_eq!(told, sent, "each passenger is written to");
    assert!(
        ids.values().all(|ids| ids.len() == 1),
        "one mail each: {ids:?}"
    );
    let copies = mails.len() - sent.len();
    assert!(
        copies <= KILLS * IN_HAND,
        "{copies} copies after {KILLS} kills"
    );
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
