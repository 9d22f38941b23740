//! A collector that is dead or asleep hurts nobody.

use std::time::{Duration, Instant};

use testing::{TestDb, until};
use tokio::net::TcpListener;

use crate::support::{Aero, free_address};

async fn serves_as_ever(endpoint: &str) {
    let database = TestDb::fresh().await;
    let mut program = Aero::serve(&database.url, &[("AERO_OTLP_ENDPOINT", endpoint)]).await;
    let began = Instant::now();
    for _ in 0..100 {
        assert_eq!(program.get("/health/ready").await.status, 200);
    }
    assert!(
        began.elapsed() < Duration::from_secs(10),
        "{:?}",
        began.elapsed()
    );
    until("it is logged once", async || {
        program
            .log()
            .contains("the collector takes no traces")
            .then_some(())
    })
    .await;
    let (status, took) = program.stop().await;
    assert!(status.success(), "{}", program.log());
    // A second of notice, a second for the collector, and a busy machine.
    assert!(took < Duration::from_secs(6), "{took:?}");
    let told = program
        .log()
        .matches("the collector takes no traces")
        .count();
    assert_eq!(told, 1, "{}", program.log());
}

#[tokio::test]
async fn where_nobody_listens_for_traces_requests_are_answered_as_ever() {
    serves_as_ever(&format!("http://{}", free_address())).await;
}

#[tokio::test]
async fn where_the_collector_never_answers_requests_are_answered_as_ever() {
    // Connections wait in its backlog for ever.
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    serves_as_ever(&format!("http://{}", silent.local_addr().unwrap())).await;
}
