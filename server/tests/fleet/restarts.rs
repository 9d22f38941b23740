//! A rolling restart while people use the site.

use std::{
    collections::BTreeSet,
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use testing::until;
use tokio::task::JoinSet;

use crate::support::{Browser, Fleet, file};

/// A reader asks this often, and a passenger begins every so many readers.
const EVERY: Duration = Duration::from_millis(40);
const READERS: usize = 10;
const ADDRESSES: [&str; 4] = [
    "/en",
    "/fr/help",
    "/pkg/aero.one.css",
    "/en/claim/what-went-wrong",
];

/// Somebody who wanted something: the address of the mail, for a passenger.
type Visit = Result<Option<String>, String>;

/// Begins visits at a steady pace, however long each takes, until told to stop.
async fn load(browser: Browser, is_over: Arc<AtomicBool>) -> Vec<Visit> {
    let mut visits = JoinSet::new();
    let mut pace = tokio::time::interval(EVERY);
    let mut number = 0;
    while !is_over.load(Ordering::Relaxed) {
        pace.tick().await;
        number += 1;
        match number % READERS {
            0 => visits.spawn(passenger(browser.clone(), number)),
            _ => visits.spawn(reader(browser.clone(), ADDRESSES[number % ADDRESSES.len()])),
        };
    }
    visits.join_all().await
}

async fn reader(mut browser: Browser, address: &'static str) -> Visit {
    match browser.get(address).await {
        Ok(page) if page.status == 200 => Ok(None),
        Ok(page) => Err(format!("{address}: {}", page.status)),
        Err(error) => Err(format!("{address}: {error}")),
    }
}

async fn passenger(mut browser: Browser, number: usize) -> Visit {
    let email = format!("passenger-{number}@example.org");
    let sent: io::Result<_> = file(&mut browser, &email).await;
    match sent {
        Ok(page) if page.path().contains("/tracking/") => Ok(Some(email)),
        Ok(page) => Err(format!("{email}: stands at {}", page.address)),
        Err(error) => Err(format!("{email}: {error}")),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rolling_restart_fails_no_request_and_loses_and_doubles_no_claim() {
    let mut fleet = Fleet::start().await;
    let _worker = fleet.worker().await;
    let is_over = Arc::new(AtomicBool::new(false));
    let load = tokio::spawn(load(fleet.browser(), is_over.clone()));
    for place in 0..2 {
        fleet.stop(place).await;
        fleet.serve(place, "one").await;
    }
    is_over.store(true, Ordering::Relaxed);
    let visits = load.await.unwrap();
    let failed: Vec<&String> = visits
        .iter()
        .filter_map(|visit| visit.as_ref().err())
        .collect();
    assert!(
        failed.is_empty(),
        "{} of {}: {failed:?}",
        failed.len(),
        visits.len()
    );

    let sent: BTreeSet<String> = visits.into_iter().filter_map(Result::unwrap).collect();
    assert!(sent.len() >= 5, "{}", sent.len());
    let stored = fleet.count("SELECT count(*) FROM claims").await;
    assert_eq!(usize::try_from(stored).unwrap(), sent.len());
    until("the queue is empty", async || {
        (fleet.queued_mails().await == 0).then_some(())
    })
    .await;
    let mails = fleet
        .mailbox
        .all()
        .into_iter()
        .map(|mail| mail.to.join(","));
    let mails: Vec<String> = mails.collect();
    assert_eq!(mails.len(), sent.len(), "a mail for each claim");
    assert_eq!(mails.into_iter().collect::<BTreeSet<_>>(), sent);
}
