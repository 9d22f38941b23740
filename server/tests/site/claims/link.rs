use axum::http::StatusCode;

use crate::support::{Browser, DELAY, Log, Passenger, Set, Site};

#[tokio::test]
async fn links_that_open_nothing_are_not_found() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let link = passenger.file(DELAY).await.link();
    let upper = link.to_uppercase();
    let longer = format!("{link}0");
    for wrong in [
        "0",
        "nonsense",
        &"0".repeat(64),
        &upper,
        &longer,
        &link[..63],
    ] {
        let page = passenger.get(&format!("/en/follow/{wrong}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{wrong}");
        assert_eq!(page.text("h1"), "We found no such page");
    }
}

#[tokio::test]
async fn anybody_with_the_link_reads_the_claim_in_both_languages() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "fr");
    let sent = passenger.file(DELAY).await;
    let mut other = Browser::new(&site);
    for language in ["en", "fr"] {
        let page = other
            .get(&format!("/{language}/follow/{}", sent.link()))
            .await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(page.reference(), sent.reference());
        assert_eq!(page.count("#sent"), 0, "the receipt is for the sender");
        assert!(!page.body.contains("marta.brandt"), "no address of persons");
    }
}

#[tokio::test]
async fn a_new_link_opens_the_claim_and_the_old_one_nothing() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    let page = passenger.get(sent.path()).await;
    let renewed = passenger
        .submit(&page.form("form[action='/form/follow/renew']"))
        .await;
    assert!(renewed.address.ends_with("?renewed"), "{}", renewed.address);
    assert_ne!(renewed.link(), sent.link());
    assert_eq!(renewed.reference(), sent.reference());
    assert!(renewed.main().contains("A new private link was made"));
    let old = passenger.get(sent.path()).await;
    assert_eq!(old.status, StatusCode::NOT_FOUND);
    // The old form again, as after a double press, arrives at the same link.
    let again = passenger
        .submit(&page.form("form[action='/form/follow/renew']"))
        .await;
    assert_eq!(again.status, StatusCode::OK);
    assert_eq!(again.path(), renewed.path());
    assert_eq!(passenger.get(renewed.path()).await.status, StatusCode::OK);
    assert!(
        !Log::has(&renewed.link()),
        "{:?}",
        Log::line(&renewed.link())
    );
}

#[tokio::test]
async fn sending_again_after_renewing_does_not_bring_the_old_link_back() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    let page = passenger.get(sent.path()).await;
    passenger
        .submit(&page.form("form[action='/form/follow/renew']"))
        .await;
    let again = passenger
        .post("/form/claim/send", &[("language", "en")])
        .await;
    assert_eq!(site.count("SELECT count(*) FROM claims").await, 1);
    assert_eq!(
        again.status,
        StatusCode::NOT_FOUND,
        "the old link stays closed"
    );
}

#[tokio::test]
async fn who_tries_many_links_is_told_to_wait() {
    let site = Site::with(Set {
        look_ups: 3,
        ..Set::default()
    })
    .await;
    let mut browser = Browser::new(&site);
    let address = format!("/en/follow/{}", "0".repeat(64));
    for _ in 0..3 {
        assert_eq!(browser.get(&address).await.status, StatusCode::NOT_FOUND);
    }
    let page = browser.get(&address).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(page.text("h1"), "That was very often");
    let airports = browser.get("/api/v1/airports?q=bre").await;
    assert_eq!(airports.status, StatusCode::TOO_MANY_REQUESTS);
    for path in ["/form/follow/withdraw", "/form/follow/renew"] {
        let zeros = "0".repeat(64);
        let fields = [("language", "en"), ("link", &*zeros), ("new", &*zeros)];
        let page = browser.post(path, &fields).await;
        assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS, "{path}");
        assert_eq!(page.count("h1"), 1);
    }
    let mut other = Browser::new(&site);
    other.network = "192.0.2.99";
    assert_eq!(other.get(&address).await.status, StatusCode::NOT_FOUND);
}
