//! Recording numbers.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use metrics::{Unit, counter, describe_counter, describe_gauge, describe_histogram, gauge};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

/// Upper bounds of durations, in seconds. Pages take milliseconds and must take
/// less than half a second; a job may take a minute.
const DURATIONS: [f64; 14] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 60.0,
];

/// How often what was measured is sorted into its buckets if nobody asks.
const UPKEEP: Duration = Duration::from_secs(5);

static IS_ON: AtomicBool = AtomicBool::new(false);

/// Whether anybody wants numbers.
pub fn is_on() -> bool {
    IS_ON.load(Ordering::Relaxed)
}

/// Records numbers from now on.
pub(super) fn record() -> Result<PrometheusHandle, String> {
    let durations = Matcher::Suffix("_seconds".to_owned());
    let recorder = PrometheusBuilder::new()
        .set_buckets_for_metric(durations, &DURATIONS)
        .map_err(|error| error.to_string())?
        .build_recorder();
    let handle = recorder.handle();
    metrics::set_global_recorder(recorder).map_err(|error| error.to_string())?;
    describe();
    begin_at_zero();
    IS_ON.store(true, Ordering::Relaxed);
    Ok(handle)
}

/// Keeps the memory bounded while nobody asks.
pub(super) async fn upkeep(handle: PrometheusHandle) {
    let mut interval = tokio::time::interval(UPKEEP);
    loop {
        interval.tick().await;
        handle.run_upkeep();
    }
}

fn describe() {
    describe_counter!("http_requests_total", "Requests answered");
    describe_histogram!(
        "http_request_duration_seconds",
        Unit::Seconds,
        "How long answers took"
    );
    describe_gauge!("http_requests_in_flight", "Requests under way");
    describe_gauge!("http_connections_open", "Connections, scrapes included");
    describe_counter!(
        "errors_total",
        "What went wrong: answers of 5xx, errors of the database, jobs that failed"
    );
    describe_counter!(
        "rate_limit_refusals_total",
        "Requests refused because there were too many"
    );
    describe_counter!(
        "db_pool_acquire_timeouts_total",
        "Waits for a connection that were given up"
    );
    describe_histogram!(
        "db_begin_duration_seconds",
        Unit::Seconds,
        "How long units of work waited for a connection, BEGIN included"
    );
    describe_counter!("jobs_total", "Jobs done, by how they ended");
    describe_histogram!("job_duration_seconds", Unit::Seconds, "How long jobs took");
    describe_counter!(
        "mails_total",
        "Mails given to the mail server, by what it said"
    );
}

/// An alert on a growth needs a number to grow from.
fn begin_at_zero() {
    for kind in ["http", "database", "job"] {
        counter!("errors_total", "kind" => kind).increment(0);
    }
    for outcome in ["sent", "later", "refused"] {
        counter!("mails_total", "outcome" => outcome).increment(0);
    }
    counter!("db_pool_acquire_timeouts_total").increment(0);
    gauge!("http_requests_in_flight").set(0.0);
    gauge!("http_connections_open").set(0.0);
}
