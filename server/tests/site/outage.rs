use axum::http::StatusCode;
use db::DbOptions;
use testing::Cluster;

use crate::support::{DELAY, IMPATIENT, Log, Page, Passenger, Reviewer, Set, Site};

/// The friendly page, with a number that stands in the log.
fn is_friendly(page: &Page) {
    assert_eq!(
        page.status,
        StatusCode::SERVICE_UNAVAILABLE,
        "{}",
        page.address
    );
    let what = match page.address.contains("/desk") {
        true => "the claims",
        false => "your claim",
    };
    assert_eq!(page.text("h1"), format!("We cannot reach {what} right now"));
    let incident = page.text("dl dd");
    assert_eq!(incident.len(), 12, "{incident}");
    let lines = Log::lines(&incident);
    assert!(lines.iter().any(|line| line.contains("ERROR")), "{lines:?}");
    assert!(
        !page.body.to_lowercase().contains("postgres"),
        "nothing of the inside"
    );
}

#[tokio::test]
async fn while_the_store_is_away_pages_say_so_and_afterwards_all_goes_on() {
    let cluster = Cluster::start().unwrap();
    let url = cluster.url("postgres");
    migration::migrate(&url).await.unwrap();
    let options = DbOptions {
        acquire_timeout: IMPATIENT,
        ..DbOptions::new(&url)
    };
    let site = Site::on(options, Set::default()).await;
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let mut sender = Passenger::new(&site, "en");
    let sent = sender.file(DELAY).await;
    let mut passenger = Passenger::new(&site, "en");
    passenger.answer_all(&DELAY[..2]).await;
    // The same browser has opened the claim that was sent.
    let opened = sender.cookies.clone().into_iter();
    let opened = opened.filter(|(name, _)| name.starts_with("aero-claim-"));
    passenger.cookies.extend(opened);
    let form = {
        let mut form = passenger.open("flights").await.form("form#step");
        for (name, value) in DELAY[2].1 {
            form.fill(&format!("form[{name}]"), value);
        }
        form
    };
    let claim = reviewer
        .get(&format!("/en/desk/claims/{}", sent.reference()))
        .await;
    let mut decision = claim.form("form[action='/form/desk/decide']");
    decision.fill("verdict", "approve");
    decision.fill("text", "Written during the outage.");

    for crash in [true, false] {
        // The tests' PostgreSQL does not write every commit at once.
        site.execute("CHECKPOINT").await;
        if crash {
            cluster.crash()
        } else {
            cluster.stop()
        }
        .unwrap();
        for path in ["/en", "/en/claim/flights", "/en/claim/trip?check"] {
            is_friendly(&passenger.get(path).await);
        }
        is_friendly(&sender.get(sent.path()).await);
        for path in ["/en/desk", claim.path()] {
            is_friendly(&reviewer.get(path).await);
        }
        for form in [
            &form,
            &sent.form("form[action='/form/tracking/renew']"),
            &sent.form("form[action='/form/tracking/withdraw']"),
        ] {
            let page = passenger.submit(form).await;
            is_friendly(&page);
            assert!(page.count("a[href^='/en/claim/']") > 0, "a way back");
            assert!(page.main().contains("reload it"), "{}", page.main());
        }
        is_friendly(&reviewer.submit(&decision).await);
        let mut stranger = Passenger::new(&site, "en");
        let page = Reviewer::sign_in(&mut stranger, "ines@example.org", "x").await;
        is_friendly(&page);

        // What needs no store is still there.
        let mut visitor = Passenger::new(&site, "fr");
        for path in [
            "/fr",
            "/en/help",
            "/en/privacy",
            "/en/desk/sign-in",
            "/fr/claim/what-went-wrong",
        ] {
            assert_eq!(visitor.get(path).await.status, StatusCode::OK, "{path}");
        }
        assert_eq!(visitor.get("/health/live").await.status, StatusCode::OK);
        let ready = visitor.get("/health/ready").await;
        assert_eq!(ready.status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(
            visitor
                .get("/api/v1/airports?q=bre")
                .await
                .body
                .contains("BRE")
        );
        let french = visitor
            .fill_and_press(
                &visitor.clone().open("what-went-wrong").await,
                &[("event", "delay")],
                "",
            )
            .await;
        assert_eq!(french.status, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(french.attribute("html", "lang").as_deref(), Some("fr"));

        cluster.resume().unwrap();
        assert_eq!(visitor.get("/health/ready").await.status, StatusCode::OK);
        let page = passenger.submit(&form).await;
        assert_eq!(page.path(), "/en/claim/schedule", "the same form works now");
    }
    let saved = reviewer.submit(&decision).await;
    assert!(saved.address.ends_with("?saved"), "{}", saved.address);
    let follow = sender.get(sent.path()).await;
    assert!(follow.main().contains("Written during the outage."));
}

#[tokio::test]
async fn a_database_that_lacks_a_step_is_not_ready_and_one_of_a_newer_release_is() {
    let site = Site::new().await;
    let newer = "INSERT INTO seaql_migrations VALUES ('m20991231_000001_newer', 0)";
    site.execute(newer).await;
    let mut visitor = Passenger::new(&site, "en");
    assert_eq!(visitor.get("/health/ready").await.status, StatusCode::OK);
    let lacking = "DELETE FROM seaql_migrations WHERE version = 'm20261121_000007_name_words'";
    site.execute(lacking).await;
    let page = visitor.get("/health/ready").await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(page.body.contains("lacks steps"), "{}", page.body);
    assert_eq!(visitor.get("/health/live").await.status, StatusCode::OK);
}
