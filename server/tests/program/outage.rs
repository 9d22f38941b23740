//! Metrics while the database is away.

use testing::{Cluster, until};

use crate::support::Aero;

#[tokio::test]
async fn with_the_database_stopped_the_process_tells_what_it_knows() {
    let cluster = Cluster::start().unwrap();
    let url = cluster.url("postgres");
    migration::migrate(&url).await.unwrap();
    let program = Aero::serve(&url, &[("AERO_DATABASE_ACQUIRE_TIMEOUT", "500ms")]).await;
    assert_eq!(program.value("database_up").await, Some(1.0));
    assert_eq!(program.get("/en/help").await.status, 200);
    // It cleans up as it starts, and not again for a minute.
    let begun = async || program.value("db_begin_duration_seconds_count").await;
    let begun_before = until("a unit of work", begun).await;
    cluster.stop().unwrap();
    until("it is told to be away", async || {
        program.value("database_up").await.filter(|up| *up < 0.5)
    })
    .await;
    let told = program.scrape().await;
    assert!(told.contains("route=\"/{lang}/help\""), "{told}");
    assert!(!told.contains("claims_by_state{"), "no old number: {told}");
    // Asking how much there is was none, however often and whatever came of it.
    assert_eq!(begun().await, Some(begun_before));
    assert_eq!(program.get("/health/ready").await.status, 503);
    let errors = program.value("errors_total{kind=\"database\"}").await;
    assert!(errors.is_some_and(|errors| errors > 0.0), "{told}");
    cluster.resume().unwrap();
    until("it is told to be back", async || {
        program.value("database_up").await.filter(|up| *up > 0.5)
    })
    .await;
}
