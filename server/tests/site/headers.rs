use std::collections::BTreeSet;

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};

use crate::support::{Browser, DELAY, Log, Page, Passenger, Reviewer, Set, Site};

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
        // What is cached for the next one who comes names its scripts by hashes
        // (server/src/page_cache/page.rs looks that each has one).
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
        let is_personal = personal.iter().any(|part| page.path().contains(part));
        // What is not there is nothing that is known to be public.
        match is_personal || page.status == StatusCode::NOT_FOUND {
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
async fn however_an_address_is_written_names_are_not_kept() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    passenger.answer_to_the_end(DELAY).await;
    for path in [
        "/en/claim/people",
        "/en/claim/peopl%65",
        "/en/claim/%70eople?check",
        "/en/claim/people/",
        "/en/claim/people//",
        "/en/claim//people",
        "/en/claim/PEOPLE",
        "/en/claim/nothing",
        "/en/./claim/people",
    ] {
        let page = passenger.get(path).await;
        assert_eq!(page.header("cache-control"), "no-store", "{path}");
        let has_name = page.body.contains("Marta Brandt");
        assert!(has_name || page.status == StatusCode::NOT_FOUND, "{path}");
    }
    let page = passenger.get("/en/claim/trip").await;
    assert_eq!(page.header("cache-control"), "private, no-cache");
}

#[tokio::test]
async fn a_slash_too_many_leads_to_the_page_and_never_to_another_site() {
    let site = Site::new().await;
    let mut browser = Browser::new(&site);
    let page = browser.get("/en/help/?from=mail").await;
    assert_eq!(page.address, "/en/help?from=mail");
    assert_eq!(page.hops[0].0, StatusCode::PERMANENT_REDIRECT);
    for path in [
        "//evil.example/",
        "/pkg///.",
        "/pkg/",
        "/pkg/..",
        "/%5Cevil.example/",
    ] {
        let page = browser.get(path).await;
        assert_eq!(
            page.status,
            StatusCode::NOT_FOUND,
            "{path}: {:?}",
            page.hops
        );
    }
}

#[tokio::test]
async fn a_cookie_that_nobody_can_read_hides_no_draft() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    passenger.answer_all(&DELAY[..2]).await;
    let ours = format!("aero-draft={}", passenger.cookies["aero-draft"]);
    for cookies in [format!("x=\u{e9}; {ours}"), format!("{ours}; x=\u{e9}")] {
        let request = Browser::new(&site)
            .request(Method::POST, "/form/claim/save")
            .header("content-type", "application/x-www-form-urlencoded")
            .header(
                "cookie",
                header::HeaderValue::from_bytes(cookies.as_bytes()).unwrap(),
            )
            .body(Body::from(
                "step=what-went-wrong&language=en&form[event]=delay",
            ));
        let response = Browser::new(&site).send(request.unwrap()).await;
        assert_eq!(response.status(), StatusCode::SEE_OTHER);
        assert!(!response.headers().contains_key("set-cookie"), "{cookies}");
    }
    assert_eq!(site.count("SELECT count(*) FROM drafts").await, 1);
}

#[tokio::test]
async fn only_the_desk_looks_at_sessions_and_nothing_writes_what_did_not_change() {
    let site = Site::new().await;
    let reviewer = Reviewer::new(&site, "ines@example.org").await;
    let before = site
        .text("SELECT string_agg(s::text, '') FROM staff_sessions s")
        .await;
    let mut stranger = Browser::new(&site);
    let unknown = "AAAAAAAAAAAAAAAAAAAAAA".to_owned();
    stranger.cookies.insert("aero-desk".to_owned(), unknown);
    for client in [(*reviewer).clone(), stranger] {
        for path in [
            "/en",
            "/en/help?x",
            "/en/claim/what-went-wrong",
            "/en/desk",
            "/en/desk/sign-in",
            "/pkg/aero.js",
            "/favicon.svg",
            "/health/live",
            "/api/openapi.json",
            "/nothing",
        ] {
            let mut browser = client.clone();
            let request = browser.request(Method::GET, path);
            let response = browser.send(request.body(Body::empty()).unwrap()).await;
            // A cookie that opens nothing is taken back where it is looked at.
            let cookie = response.headers().get("set-cookie");
            let is_removal = cookie.is_some_and(|cookie| {
                let cookie = cookie.to_str().unwrap();
                path.starts_with("/en/desk") && cookie.contains("Max-Age=0")
            });
            assert!(cookie.is_none() || is_removal, "{path}: {cookie:?}");
        }
    }
    let after = site
        .text("SELECT string_agg(s::text, '') FROM staff_sessions s")
        .await;
    assert_eq!(before, after);
}

#[tokio::test]
async fn head_is_get_without_the_body() {
    let site = Site::new().await;
    let browser = Browser::new(&site);
    // A page that is rendered has a nonce, which is never compressed alike.
    for (path, codings) in [
        ("/en/help", &["br, gzip", "zstd", "identity"][..]),
        ("/api/openapi.json", &["gzip", "zstd", "identity"]),
        ("/en/claim/what-went-wrong?check", &["identity"]),
        ("/nothing", &["identity"]),
    ] {
        for coding in codings {
            let mut answers = Vec::new();
            for method in [Method::GET, Method::HEAD] {
                let request = browser
                    .request(method, path)
                    .header("accept-encoding", *coding);
                let response = browser
                    .clone()
                    .send(request.body(Body::empty()).unwrap())
                    .await;
                let mut headers = response.headers().clone();
                // These are new with each request.
                for own in ["x-request-id", "content-security-policy"] {
                    headers.remove(own);
                }
                let status = response.status();
                let body = axum::body::to_bytes(response.into_body(), 1 << 20)
                    .await
                    .unwrap();
                answers.push((status, headers, body.len()));
            }
            let (get, head) = (&answers[0], &answers[1]);
            assert_eq!(head.2, 0);
            assert_eq!((get.0, &get.1), (head.0, &head.1), "{path} as {coding}");
            let length = get.1["content-length"].to_str().unwrap();
            assert_eq!(length, get.2.to_string(), "{path} as {coding}");
        }
    }
}

#[tokio::test]
async fn the_plain_bytes_are_not_sent_to_who_refuses_them() {
    let site = Site::new().await;
    let browser = Browser::new(&site);
    for (accepted, status, coding) in [
        ("gzip;q=0.1, identity;q=0", StatusCode::OK, "gzip"),
        (
            "identity;q=0, br;q=0, gzip;q=0, zstd;q=0",
            StatusCode::NOT_ACCEPTABLE,
            "",
        ),
        ("*;q=0", StatusCode::NOT_ACCEPTABLE, ""),
    ] {
        for path in ["/api/v1/airports?q=bre", "/en/help", "/en/desk/sign-in"] {
            let request = browser
                .request(Method::GET, path)
                .header("accept-encoding", accepted);
            let response = browser
                .clone()
                .send(request.body(Body::empty()).unwrap())
                .await;
            assert_eq!(response.status(), status, "{path} as {accepted}");
            let sent = response.headers().get("content-encoding");
            assert_eq!(
                sent.map_or("", |sent| sent.to_str().unwrap()),
                coding,
                "{path}"
            );
        }
    }
}

#[tokio::test]
async fn too_often_and_not_now_say_when_to_ask_again() {
    let site = Site::new().await;
    site.shutdown.announce();
    let page = Browser::new(&site).get("/health/ready").await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(page.header("retry-after"), "10");
    assert_eq!(page.body, "shutting down");
    let site = Site::with(Set {
        look_ups: 1,
        ..Set::default()
    })
    .await;
    let mut browser = Browser::new(&site);
    let link = format!("/en/tracking/{}", "0".repeat(64));
    browser.get(&link).await;
    let often = browser.get(&link).await;
    assert_eq!(often.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(often.header("retry-after"), "60");
}

#[tokio::test]
async fn a_request_has_one_line_in_the_log_and_its_number() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    let page = passenger.get(sent.path()).await;
    let id = page.header("x-request-id");
    let lines = Log::lines(id);
    let answered: Vec<_> = lines
        .iter()
        .filter(|line| line.contains("answered"))
        .collect();
    assert_eq!(answered.len(), 1, "{lines:?}");
    for part in [
        "GET",
        "status=200",
        "route=\"/{lang}/tracking/{claim}\"",
        "milliseconds=",
    ] {
        assert!(answered[0].contains(part), "{part}: {answered:?}");
    }
    assert!(lines.iter().all(|line| !line.contains(&sent.link())));
    let missing = passenger.get("/en/nothing-secret").await;
    let lines = Log::lines(missing.header("x-request-id"));
    assert!(
        lines.iter().any(|line| line.contains("unmatched")),
        "{lines:?}"
    );
    assert!(!Log::has("nothing-secret"));
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
