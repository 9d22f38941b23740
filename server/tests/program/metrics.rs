//! What a scrape of `aero serve` finds.

use testing::{TestDb, until};

use crate::support::{Aero, request, stored_claim};

#[tokio::test]
async fn requests_are_told_under_the_names_that_alerts_ask_for() {
    let database = TestDb::fresh().await;
    let program = Aero::serve(&database.url, &[]).await;
    assert_eq!(program.get("/en/help").await.status, 200);
    assert_eq!(program.get("/health/ready").await.status, 200);
    // It cleans up as it starts; a scrape by itself is no unit of work.
    let begun = "db_begin_duration_seconds_count";
    until("a unit of work", async || program.value(begun).await).await;
    let told = program.scrape().await;
    for start in [
        "http_requests_total{method=\"GET\",route=\"/{lang}/help\",status=\"200\"} 1",
        "http_request_duration_seconds_bucket{method=\"GET\",route=\"/{lang}/help\",status=\"200\",le=\"0.5\"} ",
        "http_request_duration_seconds_sum{method=\"GET\",route=\"/{lang}/help\",status=\"200\"} ",
        "http_request_duration_seconds_count{method=\"GET\",route=\"/{lang}/help\",status=\"200\"} 1",
        "http_requests_in_flight 0",
        "http_connections_open ",
        "errors_total{kind=\"http\"} 0",
        "errors_total{kind=\"database\"} 0",
        "db_pool_connections{pool=\"requests\",state=\"idle\"} ",
        "db_pool_connections_max{pool=\"requests\"} 10",
        "db_pool_acquire_timeouts_total 0",
        "db_begin_duration_seconds_count ",
        "mails_total{outcome=\"refused\"} 0",
        "rate_limit_refusals_total{limit=\"claims\"} 0",
        "rate_limit_refusals_total{limit=\"sign_ins_of_pair\"} 0",
        "jobs_in_queue{state=\"ready\"} 0",
        "jobs_in_queue{state=\"failed\"} 0",
        "database_up 1",
        "build_info{version=\"",
        "process_start_time_seconds 1",
    ] {
        assert!(
            told.lines().any(|line| line.starts_with(start)),
            "{start} in {told}"
        );
    }
}

#[tokio::test]
async fn a_storm_of_addresses_that_lead_nowhere_makes_one_label() {
    let database = TestDb::fresh().await;
    let program = Aero::serve(&database.url, &[]).await;
    for number in 0..50 {
        let path = format!("/nothing/secret{number}.php");
        assert_eq!(program.get(&path).await.status, 404);
        let line = format!("BREW{number} /en");
        request(program.listen, &line, &[], "").await.unwrap();
    }
    let told = program.scrape().await;
    assert!(!told.contains("secret") && !told.contains("BREW"), "{told}");
    let is_of = |line: &&str, method: &str| {
        line.starts_with("http_requests_total{") && line.contains(&format!("\"{method}\""))
    };
    let missing = "http_requests_total{method=\"GET\",route=\"unmatched\",status=\"404\"} 50";
    assert!(told.lines().any(|line| line == missing), "{told}");
    assert_eq!(told.lines().filter(|line| is_of(line, "other")).count(), 1);
}

#[tokio::test]
async fn metrics_and_site_are_not_to_be_had_from_one_another() {
    let database = TestDb::fresh().await;
    let program = Aero::serve(&database.url, &[]).await;
    let public = program.get("/metrics").await;
    assert_eq!(public.status, 404);
    assert!(!public.body.contains("http_requests_total"));
    for path in ["/", "/en", "/health/live", "/metrics/x"] {
        let answer = request(program.metrics, &format!("GET {path}"), &[], "").await;
        assert_eq!(answer.unwrap().status, 404, "{path}");
    }
    let answer = request(program.metrics, "GET /metrics", &[], "")
        .await
        .unwrap();
    assert!(
        answer.head.contains("text/plain; version=0.0.4"),
        "{}",
        answer.head
    );
}

#[tokio::test]
async fn claims_are_told_by_their_state() {
    let database = TestDb::fresh().await;
    let program = Aero::serve(&database.url, &[]).await;
    let metric = "claims_by_state{state=\"submitted\"}";
    assert_eq!(program.value(metric).await, None);
    stored_claim(&database.url).await;
    let count = until("a claim is counted", async || program.value(metric).await).await;
    assert!((count - 1.0).abs() < f64::EPSILON, "{count}");
}
