use axum::http::StatusCode;

use crate::support::{Browser, DELAY, Page, Passenger, Reviewer, Set, Site};

const EVENT: [(&str, &str); 3] = [
    ("step", "what-went-wrong"),
    ("language", "en"),
    ("form[event]", "delay"),
];

const TICKS: [(&str, &str); 3] = [
    ("language", "en"),
    ("form[is-true]", "yes"),
    ("form[may-act]", "yes"),
];

fn is_told_to_wait(page: &Page) {
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(page.header("retry-after"), "60");
    assert_eq!(page.text("h1"), "That was very often");
    assert!(page.main().contains("Wait a minute"), "{}", page.main());
}

#[tokio::test]
async fn drafts_without_end_are_refused_and_those_there_are_go_on() {
    let site = Site::with(Set {
        drafts: 3,
        ..Set::default()
    })
    .await;
    let mut passenger = Passenger::new(&site, "en");
    passenger.answer_to_the_end(DELAY).await;
    for secret in [None, Some("nonsense".to_owned()), Some("0".repeat(64))] {
        // A cookie that is no draft's is no way around.
        let mut script = Passenger::new(&site, "en");
        if let Some(secret) = secret {
            script.cookies.insert("aero-draft".to_owned(), secret);
        }
        let page = script.post("/form/claim/save", &EVENT).await;
        let drafts = site.count("SELECT count(*) FROM drafts").await;
        match page.status {
            StatusCode::OK => assert!(drafts <= 3),
            _ => is_told_to_wait(&page),
        }
    }
    let mut another = Passenger::new(&site, "en");
    is_told_to_wait(&another.post("/form/claim/save", &EVENT).await);
    assert_eq!(site.count("SELECT count(*) FROM drafts").await, 3);

    // Elsewhere nothing is known of it, and a draft of here goes on.
    let mut elsewhere = Passenger::new(&site, "en");
    elsewhere.network = "192.0.2.99";
    let page = elsewhere.post("/form/claim/save", &EVENT).await;
    assert_eq!(page.path(), "/en/claim/trip");
    let page = passenger.send_claim().await;
    assert!(page.path().contains("/tracking/"), "{}", page.address);
}

#[tokio::test]
async fn claims_without_end_are_refused_and_the_same_one_again_is_not() {
    let site = Site::with(Set {
        claims: 1,
        ..Set::default()
    })
    .await;
    let mut first = Passenger::new(&site, "en");
    let sent = first.file(DELAY).await;
    for _ in 0..3 {
        let again = first.post("/form/claim/send", &TICKS).await;
        assert_eq!(again.address, sent.address);
    }
    let mut second = Passenger::new(&site, "en");
    // What cannot be sent yet is not counted either.
    let page = second.post("/form/claim/send", &TICKS).await;
    assert_eq!(page.path(), "/en/claim/what-went-wrong");
    second.answer_to_the_end(DELAY).await;
    is_told_to_wait(&second.send_claim().await);
    assert_eq!(site.count("SELECT count(*) FROM claims").await, 1);
    // Nothing is lost: from where there is room it is sent.
    second.network = "192.0.2.99";
    let page = second.send_claim().await;
    assert!(page.path().contains("/tracking/"), "{}", page.address);
}

#[tokio::test]
async fn a_draft_that_is_saved_without_end_has_to_wait_and_no_other() {
    let site = Site::with(Set {
        saves: 3,
        ..Set::default()
    })
    .await;
    let mut script = Passenger::new(&site, "en");
    let mut passenger = Passenger::new(&site, "en");
    for _ in 0..4 {
        // The first begins the draft.
        let page = script.post("/form/claim/save", &EVENT).await;
        assert_eq!(page.path(), "/en/claim/trip");
    }
    let before = site.text("SELECT updated_at::text FROM drafts").await;
    for _ in 0..20 {
        is_told_to_wait(&script.post("/form/claim/save", &EVENT).await);
    }
    is_told_to_wait(&script.post("/form/claim/send", &TICKS).await);
    let after = site.text("SELECT updated_at::text FROM drafts").await;
    assert_eq!(before, after);
    let page = passenger.post("/form/claim/save", &EVENT).await;
    assert_eq!(page.path(), "/en/claim/trip");
}

#[tokio::test]
async fn a_header_from_anybody_else_than_the_proxy_is_not_believed() {
    let site = Site::with(Set {
        drafts: 3,
        ..Set::default()
    })
    .await;
    let told = [
        "198.51.100.1",
        "198.51.100.2",
        "198.51.100.3",
        "198.51.100.4",
    ];
    for (number, network) in told.into_iter().enumerate() {
        let mut stranger = Passenger::new(&site, "en");
        stranger.peer = ([203, 0, 113, 9], 40_000).into();
        stranger.network = network;
        let page = stranger.post("/form/claim/save", &EVENT).await;
        if number < 3 {
            assert_eq!(page.path(), "/en/claim/trip");
        } else {
            is_told_to_wait(&page);
        }
    }
}

#[tokio::test]
async fn processes_share_limits_and_sessions() {
    let three = || Set {
        drafts: 3,
        ..Set::default()
    };
    let site = Site::with(three()).await;
    let other = site.another(three()).await;
    for _ in 0..3 {
        let mut passenger = Passenger::new(&site, "en");
        let page = passenger.post("/form/claim/save", &EVENT).await;
        assert_eq!(page.path(), "/en/claim/trip");
    }
    let mut passenger = Passenger::new(&other, "en");
    is_told_to_wait(&passenger.post("/form/claim/save", &EVENT).await);

    let reviewer = Reviewer::new(&site, "ines@example.org").await;
    let mut there = Browser::new(&other);
    there.cookies = reviewer.cookies.clone();
    assert_eq!(there.get("/en/desk").await.path(), "/en/desk");
    there
        .post("/form/desk/sign-out", &[("language", "en")])
        .await;
    let mut here = (*reviewer).clone();
    assert_eq!(here.get("/en/desk").await.path(), "/en/desk/sign-in");
}
