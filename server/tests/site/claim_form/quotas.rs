use axum::http::StatusCode;

use crate::support::{DELAY, Page, Passenger, Set, Site};

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
