//! Open pages are told that they have changed, whichever process changed it.

use std::time::Duration;

use axum::{
    body::Body,
    http::{Method, Response, StatusCode, header},
};
use backend::LINK_DAYS;
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

/// Opens a stream of events.
async fn stream(browser: &mut Browser, address: &str) -> Response<Body> {
    let request = browser.request(Method::GET, address);
    browser.send(request.body(Body::empty()).unwrap()).await
}

/// All that arrives until the stream ends; nothing if it does not.
async fn to_its_end(response: Response<Body>) -> Option<String> {
    let body = axum::body::to_bytes(response.into_body(), 64 * 1024);
    let body = timeout(SOON, body).await.ok()?;
    String::from_utf8(body.unwrap().to_vec()).ok()
}

/// That something has changed, and nothing of what or whose.
const CHANGED: &str = "event: changed\ndata: changed\n\n";

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

/// A claim that was sent, and where its page hears of changes.
async fn sent(site: &Site) -> (Passenger, String, String) {
    let mut passenger = Passenger::new(site, "en");
    let page = passenger.file(DELAY).await;
    let source = page.attribute("#live", "data-source").unwrap();
    let version = page.attribute("#live", "data-version").unwrap();
    let reference = page.reference();
    assert_eq!(source, format!("/en/tracking/{reference}/live"));
    (passenger, format!("{source}?version={version}"), reference)
}

#[tokio::test]
async fn a_passenger_is_told_of_the_decision_that_another_process_stored_and_of_nothing_else() {
    let database = TestDb::fresh().await;
    let [here, there] = two_sites(&database).await;
    // Two processes of a test count their ids alike; the time tells them apart.
    there.clock.advance(1);
    let (mut passenger, source, reference) = sent(&here).await;
    let response = stream(&mut passenger, &source).await;
    assert_eq!(response.status(), StatusCode::OK);
    let kind = &response.headers()[header::CONTENT_TYPE];
    assert_eq!(kind, "text/event-stream");

    // Another claim is none of theirs.
    let (mut other, other_source, _) = sent(&here).await;
    let others = stream(&mut other, &other_source).await;
    let mut reviewer = Reviewer::new(&there, "ines@example.org").await;
    let answers = [("verdict", "approve"), ("text", "The claim stands.")];
    reviewer.decide(&reference, &answers).await;
    let told = to_its_end(response).await.expect("an end after the change");
    assert!(told.ends_with(CHANGED), "{told}");
    assert!(!told.contains(&reference), "{told}");
    let page = passenger.get(&format!("/en/tracking/{reference}")).await;
    assert!(page.main().contains("The claim stands."));
    let version = page.attribute("#live", "data-version").unwrap();
    assert!(!source.ends_with(&format!("={version}")), "{version}");

    here.shutdown.stop();
    let silent = to_its_end(others).await.expect("an end at the shutdown");
    assert!(!silent.contains("changed"), "{silent}");
}

#[tokio::test]
async fn a_page_that_was_loaded_before_the_change_is_told_at_once() {
    let site = Site::new().await;
    let (mut passenger, source, reference) = sent(&site).await;
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let answers = [("verdict", "approve"), ("text", "The claim stands.")];
    reviewer.decide(&reference, &answers).await;
    let told = to_its_end(stream(&mut passenger, &source).await).await;
    assert!(told.is_some_and(|told| told.ends_with(CHANGED)));
}

#[tokio::test]
async fn who_does_not_hold_the_link_hears_nothing_of_a_claim() {
    let site = Site::new().await;
    let (passenger, source, reference) = sent(&site).await;
    let (other, _, others) = sent(&site).await;
    let reviewer = Reviewer::new(&site, "ines@example.org").await;
    // The cookie of another claim, under the name of this one.
    let mut forger = (*other).clone();
    let cookie = forger.cookies[&format!("aero-claim-{others}")].clone();
    let name = format!("aero-claim-{reference}");
    forger.cookies.insert(name, cookie);
    for mut browser in [
        Browser::new(&site),
        (*other).clone(),
        (*reviewer).clone(),
        forger,
    ] {
        let response = stream(&mut browser, &source).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
    }
    // A link that was renewed opens nothing any more.
    let mut before = (*passenger).clone();
    let mut passenger = passenger;
    let page = passenger.get(&format!("/en/tracking/{reference}")).await;
    let form = page.form("form[action='/form/tracking/renew']");
    passenger.submit(&form).await;
    let response = stream(&mut before, &source).await;
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    let response = stream(&mut passenger, &source).await;
    assert_eq!(response.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_stream_ends_when_the_link_expires() {
    let site = Site::new().await;
    let (mut passenger, source, _) = sent(&site).await;
    let lifetime = 24 * 60 * 60 * i64::from(LINK_DAYS);
    site.clock.advance_seconds(lifetime - 1);
    let told = to_its_end(stream(&mut passenger, &source).await).await;
    assert!(told.is_some_and(|told| !told.contains("changed")));
    site.clock.advance_seconds(1);
    let response = stream(&mut passenger, &source).await;
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn only_so_many_listen_to_one_claim_and_whoever_goes_makes_room() {
    let site = Site::new().await;
    let (mut passenger, source, _) = sent(&site).await;
    let mut open = Vec::new();
    for _ in 0..12 {
        let response = stream(&mut passenger, &source).await;
        assert_eq!(response.status(), StatusCode::OK);
        open.push(response);
    }
    let response = stream(&mut passenger, &source).await;
    assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
    open.pop();
    let response = stream(&mut passenger, &source).await;
    assert_eq!(response.status(), StatusCode::OK);
    // Each one that is opened is a look-up of the claim.
    let site = Site::with(Set {
        look_ups: 2,
        ..Set::default()
    })
    .await;
    let mut stranger = Browser::new(&site);
    for status in [404, 404, 429] {
        let response = stream(&mut stranger, &source).await;
        assert_eq!(response.status(), status);
    }
}
