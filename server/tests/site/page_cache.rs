//! Pages that are rendered once and sent to everybody.

use std::collections::BTreeSet;

use axum::{
    body::Body,
    http::{Method, Request, Response, StatusCode, header},
};

use crate::support::{Browser, Passenger, Site};

const FIRST: &str = "/en/claim/what-went-wrong";

async fn asked(site: &Site, headers: &[(header::HeaderName, &str)]) -> Response<Body> {
    let mut browser = Browser::new(site);
    let mut request = Request::builder().method(Method::GET).uri(FIRST);
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    browser.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn the_same_page_for_everybody_whatever_they_send() {
    let site = Site::new().await;
    let mut pages = BTreeSet::new();
    for language in ["en", "fr", "<script>"] {
        for network in ["192.0.2.1", "198.51.100.7"] {
            let mut browser = Browser::new(&site);
            (browser.language, browser.network) = (language, network);
            pages.insert(browser.get(FIRST).await.body);
        }
    }
    assert_eq!(pages.len(), 1);
}

#[tokio::test]
async fn who_has_a_draft_gets_a_page_of_their_own() {
    let site = Site::new().await;
    let everybody = Browser::new(&site).get(FIRST).await;
    let mut passenger = Passenger::new(&site, "en");
    passenger.open("what-went-wrong").await;
    passenger
        .answer("what-went-wrong", &[("event", "cancellation")])
        .await;
    let own = passenger.open("what-went-wrong").await;
    assert_eq!(own.count("input[value=cancellation][checked]"), 1);
    assert_eq!(own.header("etag"), "");
    let still = Browser::new(&site).get(FIRST).await;
    assert_eq!(still.body, everybody.body);
    assert_eq!(still.count("input[checked]"), 0);
}

#[tokio::test]
async fn tomorrow_the_page_knows_the_day() {
    let site = Site::new().await;
    let day = |page: &crate::support::Page| page.attribute("form#step", "data-today");
    let today = Browser::new(&site).get(FIRST).await;
    site.clock.advance(24);
    let tomorrow = Browser::new(&site).get(FIRST).await;
    assert_ne!(day(&today), day(&tomorrow));
    assert_ne!(today.header("etag"), tomorrow.header("etag"));
}

#[tokio::test]
async fn a_browser_that_has_the_page_is_sent_nothing_but_word_of_it() {
    let site = Site::new().await;
    let first = asked(&site, &[]).await;
    let tag = first.headers()[header::ETAG].to_str().unwrap().to_owned();
    let again = asked(&site, &[(header::IF_NONE_MATCH, &tag)]).await;
    assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    let policy = header::CONTENT_SECURITY_POLICY;
    assert_eq!(again.headers()[&policy], first.headers()[&policy]);
    let strong = tag.trim_start_matches("W/");
    for condition in [strong, "*", &format!("\"x\", {strong}")] {
        let again = asked(&site, &[(header::IF_NONE_MATCH, condition)]).await;
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED, "{condition}");
    }
    let other = asked(&site, &[(header::IF_NONE_MATCH, "\"x\"")]).await;
    assert_eq!(other.status(), StatusCode::OK);
}

#[tokio::test]
async fn only_the_plain_address_of_a_shared_page_is_cached() {
    let site = Site::new().await;
    for (address, is_cached) in [
        ("/en", true),
        ("/fr/help", true),
        ("/en/privacy", true),
        ("/fr/api", true),
        ("/en/claim/what-went-wrong", true),
        ("/en/claim/what-went-wrong?check", false),
        ("/%65n", false),
        ("/en/claim/what-went-wron%67", false),
        ("/en/desk/sign-in", false),
        ("/de", false),
    ] {
        let page = Browser::new(&site).get(address).await;
        assert_eq!(!page.header("etag").is_empty(), is_cached, "{address}");
    }
}

#[tokio::test]
async fn it_is_sent_as_the_client_can_read_it() {
    let site = Site::new().await;
    for (accepted, sent) in [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        // Kept by nobody, made for once.
        ("zstd", "zstd"),
        ("identity", ""),
    ] {
        let response = asked(&site, &[(header::ACCEPT_ENCODING, accepted)]).await;
        let coding = response.headers().get(header::CONTENT_ENCODING);
        let coding = coding.map_or("", |coding| coding.to_str().unwrap());
        assert_eq!(coding, sent, "{accepted}");
        let varies = response.headers().get_all(header::VARY).iter();
        let varies: Vec<&str> = varies.map(|value| value.to_str().unwrap()).collect();
        assert!(varies.join(", ").contains("accept-encoding"), "{varies:?}");
    }
}
