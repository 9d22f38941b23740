//! Jobs: done once, whatever happens to the worker; failed ones are at the desk.

use std::time::Duration;

use axum::http::StatusCode;
use backend::WorkerDuty;
use db::DbOptions;
use domain::{
    access::Role,
    job::{DeleteExpired, Job},
};
use testing::Cluster;
use tokio_util::sync::CancellationToken;

use crate::support::{DELAY, IMPATIENT, Passenger, Reviewer, Set, Site};

const DRAFTS: &str = "SELECT count(*) FROM drafts";
const QUEUED: &str = "SELECT count(*) FROM graphile_worker._private_jobs";

/// Adds a job as a use case does.
async fn add(site: &Site) {
    let tx = site.backend.db().begin().await.unwrap();
    let jobs = tx.jobs();
    jobs.add(&DeleteExpired {}, DeleteExpired::NAME)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// A site with a draft that has expired, and the job that deletes it.
async fn with_expired_draft(site: &Site) {
    Passenger::new(site, "en").answer_all(&DELAY[..1]).await;
    assert_eq!(site.count(DRAFTS).await, 1);
    site.clock.advance(24 * 100);
    add(site).await;
}

#[tokio::test]
async fn a_job_is_done_and_leaves_the_queue() {
    let site = Site::new().await;
    with_expired_draft(&site).await;
    site.worker().drain().await.unwrap();
    assert_eq!(site.count(DRAFTS).await, 0);
    assert_eq!(site.count(QUEUED).await, 0);
}

#[tokio::test]
async fn a_worker_does_what_is_added_and_stops_when_it_is_told() {
    let site = Site::new().await;
    let (worker, shutdown) = (site.worker(), CancellationToken::new());
    let signal = shutdown.clone();
    let running =
        tokio::spawn(async move { worker.run(WorkerDuty::JobsAndSchedule, signal).await });
    with_expired_draft(&site).await;
    eventually(&site, QUEUED, 0).await;
    assert_eq!(site.count(DRAFTS).await, 0);
    shutdown.cancel();
    let stopped = tokio::time::timeout(Duration::from_secs(20), running).await;
    stopped.expect("it stops").unwrap();
    let registered = "SELECT count(*) FROM graphile_worker._private_workers";
    assert_eq!(site.count(registered).await, 0);
}

#[tokio::test]
async fn a_worker_goes_on_after_the_database_was_away() {
    let cluster = Cluster::start().unwrap();
    let url = cluster.url("postgres");
    migration::migrate(&url).await.unwrap();
    let options = DbOptions {
        acquire_timeout: IMPATIENT,
        ..DbOptions::new(&url)
    };
    let site = Site::on(options, Set::default()).await;
    let (worker, shutdown) = (site.worker(), CancellationToken::new());
    let signal = shutdown.clone();
    let running = tokio::spawn(async move { worker.run(WorkerDuty::Jobs, signal).await });
    add(&site).await;
    eventually(&site, QUEUED, 0).await;
    cluster.stop().unwrap();
    // Long enough for the worker to find the queue gone.
    tokio::time::sleep(Duration::from_secs(3)).await;
    cluster.resume().unwrap();
    add(&site).await;
    eventually(&site, QUEUED, 0).await;
    shutdown.cancel();
    running.await.unwrap();
}

/// What a worker that was killed leaves locked is given to others; what the
/// library does after a minute without a sign of life is done at once here.
#[tokio::test]
async fn a_job_of_a_dead_worker_is_done_by_another() {
    let site = Site::new().await;
    with_expired_draft(&site).await;
    let taken = "UPDATE graphile_worker._private_jobs
        SET locked_by = 'the dead one', locked_at = now(), attempts = 1";
    site.execute(taken).await;
    site.worker().drain().await.unwrap();
    assert_eq!(site.count(QUEUED).await, 1, "it may still be alive");
    site.recover_jobs().await;
    site.worker().drain().await.unwrap();
    assert_eq!((site.count(QUEUED).await, site.count(DRAFTS).await), (0, 0));
}

#[tokio::test]
async fn a_job_that_failed_for_good_is_at_the_desk_and_runs_again() {
    let site = Site::new().await;
    with_expired_draft(&site).await;
    let last = "UPDATE graphile_worker._private_jobs SET attempts = 24";
    site.execute(last).await;
    site.execute("ALTER TABLE drafts RENAME TO lost").await;
    site.worker().drain().await.unwrap();
    let counts = site.backend.job_counts().await.unwrap();
    assert_eq!((counts.waiting, counts.failed), (0, 1));
    site.execute("ALTER TABLE lost RENAME TO drafts").await;

    let mut admin = Reviewer::with_role(&site, "tomasz@example.org", Role::Admin).await;
    let page = admin.get("/en/desk/jobs").await;
    let row = page.text("table tbody tr");
    for part in ["Delete what has expired", "25", "drafts"] {
        assert!(row.contains(part), "{part} in {row}");
    }
    let again = page.form("form[action='/form/desk/run-job-again']");
    let page = admin.submit(&again).await;
    assert_eq!(page.address, "/en/desk/jobs?again");
    assert!(page.main().contains("No job has failed"), "{}", page.main());
    site.worker().drain().await.unwrap();
    assert_eq!((site.count(QUEUED).await, site.count(DRAFTS).await), (0, 0));
    // Pressed again in an old tab: nothing to do, and no fault.
    let page = admin.submit(&again).await;
    assert_eq!(page.status, StatusCode::OK);

    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let page = reviewer.get("/en/desk/jobs").await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    let page = reviewer.get("/en/desk").await;
    assert!(!page.body.contains("/en/desk/jobs"));
}

/// Waits until a count is as expected, for at most half a minute.
async fn eventually(site: &Site, sql: &str, expected: i64) {
    for _ in 0..300 {
        if site.count(sql).await == expected {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("{sql} is {} and not {expected}", site.count(sql).await);
}
