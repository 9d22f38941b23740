//! Open pages are told that they have changed, whichever process changed it.

use std::time::Duration;

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use db::DbOptions;
use futures_util::StreamExt;
use testing::TestDb;
use tokio::time::timeout;

use crate::support::{Browser, DELAY, Passenger, Reviewer, Set, Site};

const SOON: Duration = Duration::from_secs(10);

/// Two processes with one database; both hear of changes.
async fn two_sites(database: &TestDb) -> [Site; 2] {
    let options = || DbOptions::new(&database.url);
    let sites = [
        Site::on(options(), Set::default()).await,
        Site::on(options(), Set::default()).await,
    ];
    for site in &sites {
        let (live, db) = (site.live.clone(), site.backend.db().clone());
        tokio::spawn(async move { live.relay(&db).await });
    }
    let listening = "SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND query LIKE 'LISTEN%'";
    while sites[0].count(listening).await < 2 {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    sites
}

/// What arrives until a line with this text, or nothing if it does not come.
async fn until(body: Body, text: &str) -> Option<String> {
    let mut pieces = body.into_data_stream();
    let mut all = String::new();
    while let Ok(Some(piece)) = timeout(SOON, pieces.next()).await {
        all.push_str(&String::from_utf8_lossy(&piece.unwrap()));
        if all.contains(text) {
            return Some(all);
        }
    }
    None
}

#[tokio::test]
async fn the_desk_is_told_of_a_change_that_another_process_made() {
    let database = TestDb::fresh().await;
    let [here, there] = two_sites(&database).await;
    let mut reviewer = Reviewer::new(&here, "ines@example.org").await;
    let page = reviewer.get("/en/desk").await;
    let source = page.attribute("#live", "data-source");
    assert_eq!(source.as_deref(), Some("/en/desk/live"));
    let request = reviewer.request(Method::GET, "/en/desk/live");
    let response = reviewer.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(response.status(), StatusCode::OK);
    let kind = &response.headers()[header::CONTENT_TYPE];
    assert_eq!(kind, "text/event-stream");

    Passenger::new(&there, "en").file(DELAY).await;
    let id = here.text("SELECT id::text FROM claims").await;
    let told = format!("event: changed\ndata: {id}\n\n");
    let heard = until(response.into_body(), &told).await;
    assert!(heard.is_some());
}

#[tokio::test]
async fn who_is_not_signed_in_hears_nothing() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    passenger.file(DELAY).await;
    for mut browser in [Browser::new(&site), (*passenger).clone()] {
        let request = browser.request(Method::GET, "/en/desk/live");
        let response = browser.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
    }
}
