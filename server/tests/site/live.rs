//! Open pages are told that they have changed, whichever process changed it.

use std::time::Duration;

use axum::{
    body::Body,
    http::{Method, Response, StatusCode, header},
};
use backend::LINK_DAYS;
use db::DbOptions;
use domain::{
    access::{LinkHolder, Operator},
    ids::ClaimId,
};
use futures_util::StreamExt;
use testing::TestDb;
use tokio::time::timeout;
use uuid::Uuid;

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
        listening(site).await;
    }
    sites
}

/// Listens to the database, and returns once it does.
async fn listening(site: &Site) {
    let nobody = LinkHolder {
        claim_id: ClaimId::from_uuid(Uuid::nil()),
    };
    let mut early = site.live.of_claim(&nobody, "nowhere").unwrap();
    let (live, db) = (site.live.clone(), site.backend.db().clone());
    tokio::spawn(async move { live.relay(&db).await });
    assert_eq!(timeout(SOON, early.next()).await, Ok(None));
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
    // Too many, and no fault of the service.
    let response = stream(&mut passenger, &source).await;
    assert_eq!(response.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(response.headers()[header::RETRY_AFTER], "60");
    open.pop();
    let response = stream(&mut passenger, &source).await;
    assert_eq!(response.status(), StatusCode::OK);
}

#[tokio::test]
async fn openings_are_counted_by_address_and_take_no_look_up_of_a_link() {
    let site = Site::with(Set {
        live_openings: 3,
        look_ups: 3,
        ..Set::default()
    })
    .await;
    // Showing the claim that was sent takes some of the look-ups.
    let (mut passenger, source, reference) = sent(&site).await;
    for status in [200, 200, 200, 429] {
        let response = stream(&mut passenger, &source).await;
        assert_eq!(response.status(), status);
    }
    let page = passenger.get(&format!("/en/tracking/{reference}")).await;
    assert_eq!(page.status, StatusCode::OK);
    site.clock.advance_seconds(20);
    let response = stream(&mut passenger, &source).await;
    assert_eq!(response.status(), StatusCode::OK);
}

/// When a stream says that the browser is to come again, in milliseconds.
fn retry(stream: &str) -> u64 {
    let line = stream.lines().find_map(|line| line.strip_prefix("retry: "));
    line.expect("a time").trim().parse().unwrap()
}

#[tokio::test]
async fn where_something_was_missed_streams_end_and_nobody_is_told_of_a_change_that_there_is_not() {
    let site = Site::new().await;
    let (mut passenger, source, _) = sent(&site).await;
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let mut streams = Vec::new();
    for _ in 0..6 {
        streams.push(stream(&mut passenger, &source).await);
    }
    streams.push(stream(&mut reviewer, "/en/desk/live").await);
    // The first time that the process listens is as good as any.
    listening(&site).await;
    let mut times = Vec::new();
    for response in streams {
        let told = to_its_end(response).await.expect("an end");
        assert!(!told.contains("changed"), "{told}");
        times.push(retry(&told));
    }
    // They come again, and not all at once.
    assert!(
        times.iter().all(|time| (5_000..15_000).contains(time)),
        "{times:?}"
    );
    assert!(times.iter().any(|time| *time != times[0]), "{times:?}");
}

#[tokio::test]
async fn a_page_is_told_that_its_claim_was_erased_and_may_not_look_any_more() {
    let site = Site::new().await;
    listening(&site).await;
    let (mut passenger, source, reference) = sent(&site).await;
    let response = stream(&mut passenger, &source).await;
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let desk = stream(&mut reviewer, "/en/desk/live").await;
    let id = site.text("SELECT id::text FROM claims").await;
    let erased = site
        .backend
        .erase_claim(&Operator, reference.parse().unwrap());
    erased.await.unwrap();
    let told = to_its_end(response).await.expect("an end after the change");
    assert!(told.ends_with(CHANGED), "{told}");
    let told = format!("event: changed\ndata: {id}\n\n");
    assert!(until(desk.into_body(), &told).await.is_some());
    // What ends the script of the page: it asks in both ways.
    for (method, address) in [
        (Method::GET, format!("/en/tracking/{reference}")),
        (Method::HEAD, source),
    ] {
        let request = passenger.request(method, &address);
        let response = passenger.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{address}");
    }
}
