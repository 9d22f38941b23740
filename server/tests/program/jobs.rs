//! What a scrape of `aero worker` finds.

use db::{Db, DbOptions};
use domain::job::{DeleteExpired, Job};
use sea_orm::sqlx;
use testing::{TestDb, until};

use crate::support::Aero;

#[tokio::test]
async fn a_worker_tells_of_the_jobs_that_it_does() {
    let database = TestDb::fresh().await;
    let smtp = ("AERO_SMTP_URL", "smtp://127.0.0.1:9");
    let mut worker = Aero::start(&["worker"], &database.url, &[smtp]).await;
    let db = Db::connect(&DbOptions::new(&database.url)).await.unwrap();
    let tx = db.begin().await.unwrap();
    let job = DeleteExpired {};
    tx.jobs().add(&job, DeleteExpired::NAME).await.unwrap();
    tx.commit().await.unwrap();
    let done = "jobs_total{job=\"delete_expired\",outcome=\"done\"}";
    until("the job is done", async || {
        worker.value(done).await.filter(|count| *count > 0.5)
    })
    .await;
    let told = worker.scrape().await;
    for start in [
        "job_duration_seconds_bucket{job=\"delete_expired\",le=\"60\"} 1",
        "jobs_in_queue{state=\"waiting\"} ",
        "errors_total{kind=\"job\"} 0",
        "jobs_total{job=\"delete_expired\",outcome=\"failed\"} 0",
        "jobs_total{job=\"send_claim_mail\",outcome=\"done\"} 0",
        "jobs_total{job=\"send_claim_mail\",outcome=\"failed\"} 0",
        "db_pool_connections_max{pool=\"jobs\"} 10",
        "claims_by_state",
        "build_info{version=\"",
    ] {
        let is_told = told.lines().any(|line| line.contains(start));
        assert!(is_told, "{start} in {told}");
    }
    // One that a newer release has added, and that this one cannot read.
    let newer = "SELECT graphile_worker.add_job('send_claim_mail', '{\"mail\": \"newer\"}')";
    sqlx::query(newer).execute(db.driver_pool()).await.unwrap();
    let failed = "jobs_total{job=\"send_claim_mail\",outcome=\"failed\"}";
    until("the job fails", async || {
        worker.value(failed).await.filter(|count| *count > 0.5)
    })
    .await;
    let errors = worker.value("errors_total{kind=\"job\"}").await;
    assert_eq!(errors, Some(1.0));
    let (status, _) = worker.stop().await;
    assert!(status.success(), "{}", worker.log());
}
