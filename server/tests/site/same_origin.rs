//! Changes are only taken from the site's own pages.

use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Method, Request, StatusCode, header},
};

use crate::{
    access::SERVER_FUNCTIONS,
    support::{Browser, Log, Site, encoded},
};

/// Every server function, posted with these headers.
async fn statuses(site: &Site, headers: &[(&str, &str)]) -> Vec<(&'static str, StatusCode)> {
    let mut statuses = Vec::new();
    for (path, fields) in SERVER_FUNCTIONS {
        let mut request = Request::builder()
            .method(Method::POST)
            .uri(*path)
            .header(header::HOST, "127.0.0.1:3000")
            .header(header::ACCEPT, "text/html")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(encoded(fields))).unwrap();
        let mut browser = Browser::new(site);
        statuses.push((*path, browser.send(request).await.status()));
    }
    statuses
}

#[tokio::test]
async fn a_change_that_another_site_asks_for_is_refused_everywhere() {
    let site = Site::new().await;
    for headers in [
        &[("sec-fetch-site", "cross-site")][..],
        &[("sec-fetch-site", "same-site")],
        &[
            ("sec-fetch-site", "cross-site"),
            ("origin", "http://127.0.0.1:3000"),
        ],
        &[("origin", "https://evil.example")],
        &[("origin", "http://127.0.0.1:3000.evil.example")],
        &[("origin", "null")],
        &[("referer", "http://127.0.0.1:3000/en")],
        &[],
    ] {
        for (path, status) in statuses(&site, headers).await {
            assert_eq!(status, StatusCode::FORBIDDEN, "{path} with {headers:?}");
        }
    }
    assert_eq!(site.count("SELECT count(*) FROM drafts").await, 0);
}

#[tokio::test]
async fn an_older_browser_that_only_names_its_origin_is_served() {
    let site = Site::new().await;
    for (path, status) in statuses(&site, &[("origin", "http://127.0.0.1:3000")]).await {
        assert_ne!(status, StatusCode::BAD_REQUEST, "{path}");
        assert!(!status.is_server_error(), "{path}: {status}");
    }
}

#[tokio::test]
async fn a_refusal_is_a_page_for_those_who_read_pages() {
    let site = Site::new().await;
    let mut browser = Browser::new(&site);
    browser.language = "fr";
    let request = Request::builder()
        .method(Method::POST)
        .uri("/form/claim/save")
        .header(header::ACCEPT, "text/html")
        .header(header::ACCEPT_LANGUAGE, "fr-CH, en;q=0.5")
        .header("sec-fetch-site", "cross-site")
        .body(Body::empty())
        .unwrap();
    let page = browser.follow("/form/claim/save", request).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert_eq!(page.attribute("html", "lang").as_deref(), Some("fr"));
    assert_eq!(page.text("h1"), "Cette requête ne vient pas de nos pages");
}

#[tokio::test]
async fn a_form_of_another_site_stands_in_the_log() {
    let site = Site::new().await;
    let mut browser = Browser::new(&site);
    browser.network = "198.51.100.77";
    let request = Request::builder()
        .method(Method::POST)
        .uri("/form/claim/save")
        .header(header::HOST, "127.0.0.1:3000")
        .header(header::ACCEPT, "text/html")
        .header("sec-fetch-site", "cross-site")
        .header("cf-connecting-ip", browser.network)
        .extension(ConnectInfo(browser.peer))
        .body(Body::empty())
        .unwrap();
    let page = browser.follow("/form/claim/save", request).await;
    assert_eq!(page.text("h1"), "This request did not come from our pages");
    let line = Log::line_with(&["cross_site_refused", "198.51.100.0/24"]).expect("a line");
    // Within its request, at the level of what was refused.
    for part in ["WARN", "security", page.header("x-request-id")] {
        assert!(line.contains(part), "{part}: {line}");
    }
    assert!(!Log::has("198.51.100.77"));
}

#[tokio::test]
async fn other_methods_change_nothing() {
    let site = Site::new().await;
    for method in [Method::PUT, Method::DELETE, Method::PATCH] {
        for (path, _) in SERVER_FUNCTIONS {
            let mut browser = Browser::new(&site);
            let request = browser.request(method.clone(), path);
            let response = browser.send(request.body(Body::empty()).unwrap()).await;
            let status = response.status();
            assert!(status.is_client_error(), "{method} {path}: {status}");
        }
    }
    // A server function is no page: following a link to it does nothing, and leads to
    // the page of its form where that has one.
    for (path, fields) in SERVER_FUNCTIONS {
        let mut browser = Browser::new(&site);
        let page = browser.get(&format!("{path}?{}", encoded(fields))).await;
        let is_elsewhere = !page.path().starts_with("/form/");
        assert!(
            page.status.is_client_error() || (page.status.is_success() && is_elsewhere),
            "{path}: {}",
            page.status
        );
    }
    assert_eq!(site.count("SELECT count(*) FROM drafts").await, 0);
}
