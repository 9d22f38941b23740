//! What keeps the program from starting, and what does not.

use testing::TestDb;
use tokio::net::TcpListener;

use crate::support::Aero;

#[tokio::test]
async fn a_port_that_is_taken_is_told_before_anything_begins() {
    let database = TestDb::fresh().await;
    let taken = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    let smtp = ("AERO_SMTP_URL", "smtp://127.0.0.1:9");
    for (arguments, variable, said) in [
        (
            &["serve", "--with-worker"][..],
            "AERO_LISTEN",
            "cannot listen on ",
        ),
        (
            &["serve", "--with-worker"],
            "AERO_METRICS_LISTEN",
            "cannot listen for metrics on ",
        ),
        (
            &["worker"],
            "AERO_METRICS_LISTEN",
            "cannot listen for metrics on ",
        ),
    ] {
        let mut aero = Aero::begin(arguments, &database.url, &[smtp, (variable, &taken)]);
        let status = aero.ended().await;
        let log = aero.log();
        assert_eq!(status.code(), Some(1), "{arguments:?}: {log}");
        assert!(log.contains(&format!("{said}{taken}")), "{log}");
        for begun in ["serving", "worker started", "waiting for"] {
            assert!(!log.contains(begun), "{begun} in {log}");
        }
    }
}

#[tokio::test]
async fn a_folder_for_other_releases_that_cannot_be_used_is_told_and_no_more() {
    let database = TestDb::fresh().await;
    // A file stands where the folder should be.
    let folder = ("AERO_RELEASE_FILES", "/dev/null/releases");
    let aero = Aero::serve(&database.url, &[folder]).await;
    let log = aero.log();
    assert!(log.contains("AERO_RELEASE_FILES cannot be used"), "{log}");
    assert_eq!(aero.get("/en/help").await.status, 200);
}
