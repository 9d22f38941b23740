use std::collections::BTreeSet;

use axum::{
    body::Body,
    http::{Method, StatusCode},
};

use crate::support::{Browser, DELAY, Page, Passenger, Reviewer, Set, Site};

const SECURE: &str = "https://claims.example.org";

async fn secure() -> Site {
    Site::with(Set {
        origin: SECURE,
        ..Set::default()
    })
    .await
}

/// The nonce of a page's policy.
fn nonce(page: &Page) -> String {
    let policy = page.header("content-security-policy");
    let (_, rest) = policy.split_once("'nonce-").expect("a nonce");
    rest.split('\'').next().unwrap().to_owned()
}

/// Pages of every kind, each as its user gets it.
async fn every_kind(site: &Site) -> Vec<Page> {
    let mut passenger = Passenger::new(site, "en");
    let mut pages = Vec::new();
    for path in [
        "/en",
        "/fr/help",
        "/en/privacy",
        "/en/desk/sign-in",
        "/en/nothing",
        "/en/problem",
    ] {
        pages.push(passenger.get(path).await);
    }
    for (step, answers) in DELAY.iter().chain(crate::support::PEOPLE) {
        pages.push(passenger.open(step).await);
        passenger.answer(step, answers).await;
    }
    for step in ["result", "check"] {
        pages.push(passenger.open(step).await);
    }
    let sent = passenger.send_claim().await;
    let mut reviewer = Reviewer::new(site, "ines@example.org").await;
    pages.push(reviewer.get("/en/desk").await);
    let claim = format!("/en/desk/claims/{}", sent.reference());
    pages.push(reviewer.get(&claim).await);
    pages.push(sent);
    pages
}

#[tokio::test]
async fn every_page_allows_only_its_own_scripts() {
    let site = Site::new().await;
    let mut nonces = BTreeSet::new();
    for page in every_kind(&site).await {
        let policy = page.header("content-security-policy");
        for part in [
            "default-src 'none'",
            "style-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        ] {
            assert!(
                policy.contains(part),
                "{part} at {}: {policy}",
                page.address
            );
        }
        for part in ["unsafe-inline", "'unsafe-eval'", "*", "data:", "http:"] {
            assert!(
                !policy.contains(part),
                "{part} at {}: {policy}",
                page.address
            );
        }
        let html = page.html();
        let scripts = scraper::Selector::parse("script").unwrap();
        let mut nonce_of_scripts = None;
        // What is kept for the next one who comes names its scripts by hashes
        // (server/src/kept/page.rs looks that each has one).
        if policy.contains("'nonce-") {
            let nonce = nonce(&page);
            assert!(nonce.len() >= 16, "{nonce}");
            assert!(nonces.insert(nonce.clone()), "the nonce came twice");
            nonce_of_scripts = Some(nonce);
        } else {
            assert!(policy.contains("script-src 'self' 'sha256-"), "{policy}");
        }
        for script in html.select(&scripts) {
            let nonce = script.attr("nonce");
            assert_eq!(nonce, nonce_of_scripts.as_deref(), "at {}", page.address);
        }
        for fits in ["style", "[style]", "iframe", "base"] {
            assert_eq!(page.count(fits), 0, "{fits} at {}", page.address);
        }
        for element in html.select(&scraper::Selector::parse("*").unwrap()) {
            for (name, value) in element.value().attrs() {
                assert!(!name.starts_with("on"), "{name} at {}", page.address);
                let foreign = ["src", "href", "action"].contains(&name)
                    && (value.starts_with("//")
                        || value.contains("://")
                        || value.starts_with("javascript:"));
                assert!(!foreign, "{name}={value} at {}", page.address);
            }
        }
    }
}

#[tokio::test]
async fn every_answer_is_guarded_against_sniffing_framing_and_leaking() {
    let site = Site::new().await;
    let mut browser = Browser::new(&site);
    for path in [
        "/",
        "/en",
        "/en/claim/trip",
        "/health/live",
        "/api/v1/airports?q=x",
        "/pkg/none.js",
        "/nothing",
    ] {
        let request = browser.request(Method::GET, path);
        let response = browser.send(request.body(Body::empty()).unwrap()).await;
        let header = |name: &str| {
            let value = response.headers().get(name);
            value.map_or("", |value| value.to_str().unwrap()).to_owned()
        };
        assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(header("x-frame-options"), "DENY", "{path}");
        assert_eq!(
            header("cross-origin-opener-policy"),
            "same-origin",
            "{path}"
        );
        assert!(
            header("permissions-policy").contains("geolocation=()"),
            "{path}"
        );
        assert!(
            header("content-security-policy").contains("default-src 'none'"),
            "{path}"
        );
        assert_eq!(
            header("strict-transport-security"),
            "",
            "{path}: not without TLS"
        );
        assert_eq!(header("server"), "", "{path}");
    }
}

#[tokio::test]
async fn nothing_personal_is_kept_by_caches() {
    let site = Site::new().await;
    for page in every_kind(&site).await {
        let personal = ["/tracking/", "/desk", "/people", "/contact", "/check"];
        let caching = page.header("cache-control");
        match personal.iter().any(|part| page.path().contains(part)) {
            true => assert_eq!(caching, "no-store", "{}", page.address),
            false => assert_eq!(caching, "private, no-cache", "{}", page.address),
        }
    }
    let mut browser = Browser::new(&site);
    let page = browser.get("/api/v1/airports?q=bre").await;
    assert_eq!(page.header("cache-control"), "no-store");
    let request = browser.request(Method::POST, "/form/claim/save");
    let request = request
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from("step=trip&language=en"));
    let response = browser.send(request.unwrap()).await;
    assert_eq!(response.headers()["cache-control"], "no-store");
}

#[tokio::test]
async fn over_tls_cookies_are_bound_to_the_host_and_the_browser_to_tls() {
    let site = secure().await;
    let mut passenger = Passenger::new(&site, "en");
    passenger.answer_to_the_end(DELAY).await;
    let reviewer = Reviewer::new(&site, "ines@example.org").await;
    let cookies = passenger.set_cookies.iter().chain(&reviewer.set_cookies);
    let cookies: Vec<&String> = cookies.collect();
    assert!(
        cookies
            .iter()
            .any(|cookie| cookie.starts_with("__Host-aero-draft="))
    );
    assert!(
        cookies
            .iter()
            .any(|cookie| cookie.starts_with("__Host-aero-desk="))
    );
    for cookie in cookies {
        for part in ["__Host-", "Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(cookie.contains(part), "{part}: {cookie}");
        }
        assert!(!cookie.contains("Domain"), "{cookie}");
    }
    let page = passenger.get("/en").await;
    let strict = page.header("strict-transport-security");
    assert!(strict.starts_with("max-age=31536000"), "{strict}");
}

#[tokio::test]
async fn without_tls_cookies_are_still_closed_to_scripts() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    passenger.answer_all(&DELAY[..1]).await;
    let reviewer = Reviewer::new(&site, "ines@example.org").await;
    for cookie in passenger.set_cookies.iter().chain(&reviewer.set_cookies) {
        assert!(cookie.contains("HttpOnly"), "{cookie}");
        assert!(cookie.contains("SameSite=Lax"), "{cookie}");
        assert!(!cookie.contains("Secure"), "{cookie}");
    }
    assert!(
        passenger.set_cookies[0].contains("Max-Age=2592000"),
        "thirty days"
    );
}

#[tokio::test]
async fn a_visitor_is_sent_to_the_first_language_the_browser_asks_for() {
    let site = Site::new().await;
    for (asked, path) in [
        ("fr-CH, en", "/fr"),
        ("de, fr;q=0.5", "/fr"),
        ("de", "/en"),
        ("", "/en"),
    ] {
        let mut browser = Browser::new(&site);
        browser.language = asked;
        let page = browser.get("/").await;
        assert_eq!(page.path(), path, "{asked}");
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(page.attribute("html", "lang").as_deref(), Some(&path[1..]));
    }
}
