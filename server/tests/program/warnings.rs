//! What is not right about the settings is in the log from the start.

use testing::TestDb;

use crate::support::Aero;

#[tokio::test]
async fn what_the_doctor_would_warn_of_is_logged_at_the_start() {
    let database = TestDb::fresh().await;
    let https = ("AERO_ORIGIN", "https://claims.example.org");
    let program = Aero::serve(&database.url, &[https]).await;
    let log = program.log();
    let warned: Vec<&str> = log.lines().filter(|line| line.contains("WARN")).collect();
    assert!(
        matches!(warned.as_slice(), [one] if one.contains("no proxy is trusted")),
        "{log}"
    );
}
