//! What no browser of ours would send: a clear 4xx page, never a 500.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};

use crate::{
    access::SERVER_FUNCTIONS,
    support::{Browser, DELAY, Page, Passenger, Reviewer, Site, encoded},
};

fn is_problem_page(page: &Page, status: StatusCode) {
    assert_eq!(page.status, status, "{}", page.body);
    assert_eq!(page.count("h1"), 1);
    assert_eq!(page.count("main"), 1);
    assert!(page.count("a[href='/en']") > 0, "a way on");
}

#[tokio::test]
async fn a_body_of_two_megabytes_is_refused_with_a_page() {
    let site = Site::new().await;
    let mut browser = Browser::new(&site);
    browser.get("/en/claim/what-went-wrong").await;
    for (path, fields) in SERVER_FUNCTIONS {
        let body = format!("{}&form[x]={}", encoded(fields), "a".repeat(2_000_000));
        let page = browser.post_body(path, body.clone()).await;
        is_problem_page(&page, StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(page.text("h1"), "That was too much at once", "{path}");
        // Without a length the limit is met while reading.
        let request = browser
            .request(Method::POST, path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap();
        let page = browser.follow(path, request).await;
        is_problem_page(&page, StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(page.text("h1"), "That was too much at once", "{path}");
    }
}

#[tokio::test]
async fn a_form_that_does_not_say_its_length_is_read() {
    let site = Site::new().await;
    let mut browser = Browser::new(&site);
    let path = "/form/claim/save";
    let request = browser
        .request(Method::POST, path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(
            "step=what-went-wrong&language=en&form[event]=delay",
        ))
        .unwrap();
    let page = browser.follow(path, request).await;
    assert_eq!(page.path(), "/en/claim/trip");
}

#[tokio::test]
async fn a_form_of_another_kind_is_refused_with_a_page() {
    let site = Site::new().await;
    let mut browser = Browser::new(&site);
    browser.get("/en").await;
    for (path, fields) in SERVER_FUNCTIONS {
        for kind in [
            "application/json",
            "multipart/form-data; boundary=x",
            "text/plain",
            "",
        ] {
            for body in [
                encoded(fields),
                "{\"language\":\"en\"}".to_owned(),
                String::new(),
            ] {
                let request = browser
                    .request(Method::POST, path)
                    .header(header::CONTENT_TYPE, kind)
                    .body(Body::from(body))
                    .unwrap();
                let page = browser.follow(path, request).await;
                let status = page.status;
                assert!(!status.is_server_error(), "{path} as {kind:?}: {status}");
            }
        }
    }
}

#[tokio::test]
async fn forms_that_cannot_be_read_are_refused_with_a_page() {
    let site = Site::new().await;
    let mut browser = Browser::new(&site);
    browser.get("/en").await;
    let deep = format!("step=trip&language=en&form{}=x", "[a]".repeat(5_000));
    for body in [
        "",
        "language=en",
        "step=trip",
        "step=trip&language=tlh",
        "step=trip&language=en&form=x",
        "step=trip&language=en&form[a][b]=x",
        "step[]=trip&language[]=en",
        "&&&===&&&",
        "step=%00&language=en",
        "step=trip&language=en&then=%00",
        deep.as_str(),
    ] {
        let page = browser.post_body("/form/claim/save", body.to_owned()).await;
        is_problem_page(&page, StatusCode::BAD_REQUEST);
    }
    for body in [
        &b"step=trip&language=en&form[origin]=\xff\xfe"[..],
        b"step=trip&language=en&form[origin]=%FF%FE%80",
        b"\xff\xff\xff",
        b"step=trip&language=en&form[origin=x",
        b"step=trip&language=en&form]origin[=x",
        b"step=trip&language=en&form[]=x",
        b"step=trip&language=en&form[origin]=a&form[origin]=b",
        b"step=trip&step=people&language=en",
        b"step=trip&language=en&language=fr",
        b"step=trip&language=en&unknown=1&form[nothing]=2",
        b"step=trip&language=en&form[origin]=%",
        b"step=trip&language=en&form[origin]=%zz",
    ] {
        let page = browser.post_body("/form/claim/save", body.to_vec()).await;
        let shown = String::from_utf8_lossy(body);
        assert!(!page.status.is_server_error(), "{shown}: {}", page.status);
        assert_eq!(page.count("h1"), 1, "{shown}");
    }
}

#[tokio::test]
async fn a_thousand_fields_are_no_fault_of_the_server() {
    let site = Site::new().await;
    let mut browser = Browser::new(&site);
    let many: String = (0..2_000).map(|n| format!("&form[stop-{n}]=CDG")).collect();
    let body = format!("step=trip&language=en{many}");
    let page = browser.post_body("/form/claim/save", body).await;
    assert!(!page.status.is_server_error(), "{}", page.status);
    assert!(
        site.count("SELECT coalesce(max(octet_length(answers::text)), 0)::bigint FROM drafts")
            .await
            < 2_000
    );
}

#[tokio::test]
async fn nul_bytes_and_controls_in_every_field_are_no_fault_of_the_server() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let claim = passenger.file(DELAY).await;
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    for evil in [
        "\0",
        "a\0b",
        "\u{1}\u{7f}\u{85}",
        "\u{202e}",
        "\u{fffd}",
        "💥",
        "\u{1F468}\u{200D}",
    ] {
        for (path, fields) in SERVER_FUNCTIONS {
            for (changed, _) in *fields {
                let fields: Vec<(&str, &str)> = fields
                    .iter()
                    .map(|(name, value)| (*name, if name == changed { evil } else { *value }))
                    .filter(|(name, _)| *path != "/form/desk/sign-out" || *name == "language")
                    .collect();
                let mut browser = (*reviewer).clone();
                let page = browser.post(path, &fields).await;
                let status = page.status;
                assert!(
                    !status.is_server_error(),
                    "{path}: {changed}={evil:?}: {status}"
                );
            }
        }
        let decision = [("verdict", "approve"), ("text", evil)];
        let page = reviewer.decide(&claim.reference(), &decision).await;
        assert!(!page.status.is_server_error(), "{evil:?}: {}", page.status);
        site.execute(
            "ALTER TABLE claims DISABLE TRIGGER claims_count_versions;
             UPDATE claims SET state = 'submitted', decided_at = NULL, decided_by = NULL,
                 decision_text = NULL",
        )
        .await;
    }
}

#[tokio::test]
async fn a_decision_of_control_characters_is_no_fault_of_the_server() {
    let site = Site::new().await;
    let claim = Passenger::new(&site, "en").file(DELAY).await;
    let reference = claim.reference();
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let staff = site.text("SELECT id::text FROM staff").await;
    let evil = "\u{1}".repeat(12_000);
    for changed in ["verdict", "reason", "text"] {
        let fields = [
            "language",
            "reference",
            "version",
            "staff",
            "verdict",
            "reason",
            "text",
        ];
        let fields = fields.map(|name| match name {
            name if name == changed => (name, evil.as_str()),
            "language" => (name, "en"),
            "reference" => (name, reference.as_str()),
            "version" => (name, "1"),
            "staff" => (name, staff.as_str()),
            name => (name, ""),
        });
        let page = reviewer.post("/form/desk/decide", &fields).await;
        assert_eq!(page.status, StatusCode::OK, "{changed}");
        assert!(
            page.address.contains("fault="),
            "{changed}: {}",
            page.address
        );
    }
}

#[tokio::test]
async fn addresses_that_no_page_has_made_are_no_fault_of_the_server() {
    let site = Site::new().await;
    let reviewer = Reviewer::new(&site, "ines@example.org").await;
    for path in [
        "/en/claim/trip?check&check&more=%FF",
        "/en/claim/what-went-wrong?back=%00&check=%F0%9F%9B%AB",
        "/en/claim/%00",
        "/en/claim/..%2f..%2fetc",
        "/en/tracking/%FF%FE",
        "/en/tracking/%00",
        "/en/tracking/",
        "/en/desk?state=%00&q=%00&after=%00",
        "/en/desk?q=%25%27%22%3C%3E%5C%00:*|&",
        "/en/desk?q=%FF&after=99999999999999999999_x",
        "/en/desk?after=253402300800000001_00000000000000000000000000000007",
        "/en/desk?after=-9223372036854775808_00000000000000000000000000000007",
        "/en/desk?after=-300000000000000000_00000000000000000000000000000007",
        "/en/desk/claims/%00",
        "/en/desk/claims/AE-0000-0000?fault=%00",
        "/en/desk/sign-in?wrong&often&out&x=%FF",
        "/api/v1/airports?q=%00",
        "/api/v1/airports?q=%FF&language=xx",
        "/api/v1/airports",
        "/en/problem",
        "//evil.example",
        "/EN",
        "/en/",
    ] {
        let mut browser = (*reviewer).clone();
        let request = browser.request(Method::GET, path);
        let Ok(request) = request.body(Body::empty()) else {
            continue;
        };
        let page = browser.follow(path, request).await;
        assert!(!page.status.is_server_error(), "{path}: {}", page.status);
    }
}

const HTML: &str = "\"'><script>alert(1)</script><b a='";

#[tokio::test]
async fn markup_that_was_typed_is_shown_as_text_in_every_field() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    for (step, answers) in DELAY.iter().chain(crate::support::PEOPLE) {
        let page = passenger.open(step).await;
        let mut fields = page.form("form#step").fields;
        let names: Vec<String> = answers
            .iter()
            .map(|(name, _)| format!("form[{name}]"))
            .collect();
        fields.retain(|(name, _)| !names.contains(name));
        fields.extend(names.into_iter().map(|name| (name, HTML.to_owned())));
        let page = passenger.post("/form/claim/save", &fields).await;
        assert_eq!(page.address, format!("/en/claim/{step}?check"));
        assert!(!page.body.contains("<script>alert"), "{step}");
        assert_eq!(page.count("b[a]"), 0, "{step}");
        for (name, _) in *answers {
            // Radios show no text.
            if page.count(&format!("input[id='{name}'][type=radio]")) == 0 {
                assert_eq!(page.value(name), HTML, "{step}");
            }
        }
        passenger.answer(step, answers).await;
    }
    let claim = passenger.send_claim().await;
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let queue = reviewer
        .get(&format!("/en/desk?{}", encoded(&[("q", HTML)])))
        .await;
    assert!(!queue.body.contains("<script>alert"));
    assert_eq!(queue.value("q"), HTML);
    let text = [("verdict", "reject"), ("text", HTML)];
    let page = reviewer.decide(&claim.reference(), &text).await;
    assert!(page.address.contains("fault=reason"), "{}", page.address);
    assert!(!page.body.contains("<script>alert"));
    assert_eq!(page.text("textarea"), HTML);
    let text = [("verdict", "reject"), ("reason", "other"), ("text", HTML)];
    reviewer.decide(&claim.reference(), &text).await;
    let follow = passenger.get(claim.path()).await;
    assert!(!follow.body.contains("<script>alert"));
    assert!(follow.main().contains(HTML));
    let text = "</textarea><script>alert(1)</script>";
    let link = format!(
        "/en/tracking/{}",
        encoded(&[(text, "")]).trim_end_matches('=')
    );
    let page = passenger.get(&link).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(!page.body.contains("<script>alert"));
}

#[tokio::test]
async fn long_answers_are_cut_and_kept_not_refused() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    passenger.answer_all(&DELAY[..1]).await;
    let long = "é".repeat(5_000);
    let page = passenger
        .answer("trip", &[("origin", &long), ("destination", "ASU")])
        .await;
    assert_eq!(page.address, "/en/claim/trip?check");
    assert_eq!(page.value("origin").chars().count(), 200);
    assert_eq!(page.value("destination"), "ASU");
}
