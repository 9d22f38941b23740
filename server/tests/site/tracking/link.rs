use axum::http::StatusCode;
use tokio::task::JoinSet;

use crate::support::{Browser, DELAY, Log, Passenger, Reviewer, Set, Site};

const RENEW: &str = "form[action='/form/tracking/renew']";

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
        let page = passenger.get(&format!("/en/tracking/{wrong}")).await;
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
            .get(&format!("/{language}/tracking/{}", sent.link()))
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
        .submit(&page.form("form[action='/form/tracking/renew']"))
        .await;
    assert!(renewed.address.ends_with("?renewed"), "{}", renewed.address);
    assert_ne!(renewed.link(), sent.link());
    assert_eq!(renewed.reference(), sent.reference());
    assert!(renewed.main().contains("A new private link was made"));
    let old = passenger.get(sent.path()).await;
    assert_eq!(old.status, StatusCode::NOT_FOUND);
    // The old form again, as after a double press, arrives at the same link.
    let again = passenger
        .submit(&page.form("form[action='/form/tracking/renew']"))
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
        .submit(&page.form("form[action='/form/tracking/renew']"))
        .await;
    let again = passenger
        .post("/form/claim/send", &[("language", "en")])
        .await;
    assert_eq!(site.count("SELECT count(*) FROM claims").await, 1);
    assert_eq!(again.status, StatusCode::OK);
    assert_eq!(again.text("h1"), "You have already sent this claim");
    assert_eq!(again.reference(), sent.reference());
    assert!(again.main().contains("Use the newest private link"));
    assert_eq!(
        again.count("form"),
        0,
        "nothing of the claim but its number"
    );
    assert!(!again.main().contains("Marta"));
    // The old link is closed for everybody, and tells others nothing.
    assert_eq!(
        passenger.get(sent.path()).await.status,
        StatusCode::NOT_FOUND
    );
    let mut other = Browser::new(&site);
    assert_eq!(
        other.get(&again.address).await.status,
        StatusCode::NOT_FOUND
    );
    let mut someone = Passenger::new(&site, "en");
    someone.file(DELAY).await;
    let page = someone.get(&again.address).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND, "another's draft");
}

#[tokio::test]
async fn a_new_link_does_not_make_an_open_decision_stale() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let open = reviewer
        .get(&format!("/en/desk/claims/{}", sent.reference()))
        .await;
    let renewed = passenger.submit(&sent.form(RENEW)).await;
    let approve = [("verdict", "approve"), ("text", "Good.")];
    let decided = reviewer.decide_on(&open, &approve).await;
    assert!(decided.address.ends_with("?saved"), "{}", decided.address);
    // And a decision does not undo the new link.
    let page = passenger.get(renewed.path()).await;
    assert!(page.main().contains("Good."));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_renewals_at_once_one_link_remains() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    // Three tabs, each with a new link of its own, and each pressed twice.
    let mut forms = Vec::new();
    for _ in 0..3 {
        let form = passenger.get(sent.path()).await.form(RENEW);
        forms.extend([form.clone(), form]);
    }
    let mut all = JoinSet::new();
    for form in forms {
        let mut tab = passenger.clone();
        all.spawn(async move {
            let page = tab.submit(&form).await;
            (page.status, page.address)
        });
    }
    let answers = all.join_all().await;
    let opened: Vec<_> = answers
        .iter()
        .filter(|(status, _)| *status == StatusCode::OK)
        .collect();
    assert_eq!(opened.len(), 2, "{answers:?}");
    assert_eq!(opened[0], opened[1], "both presses of one tab");
    let gone = answers
        .iter()
        .filter(|(status, _)| *status == StatusCode::NOT_FOUND);
    assert_eq!(gone.count(), 4, "{answers:?}");
    let events = "SELECT count(*) FROM claim_events WHERE kind = 'link_renewed'";
    assert_eq!(site.count(events).await, 1);
}

#[tokio::test]
async fn who_tries_many_links_is_told_to_wait() {
    let site = Site::with(Set {
        look_ups: 3,
        ..Set::default()
    })
    .await;
    let mut browser = Browser::new(&site);
    let address = format!("/en/tracking/{}", "0".repeat(64));
    for _ in 0..3 {
        assert_eq!(browser.get(&address).await.status, StatusCode::NOT_FOUND);
    }
    let page = browser.get(&address).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(page.text("h1"), "That was very often");
    assert_eq!(page.header("retry-after"), "60");
    let airports = browser.get("/api/v1/airports?q=bre").await;
    assert_eq!(airports.status, StatusCode::OK, "counted apart");
    for path in ["/form/tracking/withdraw", "/form/tracking/renew"] {
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

#[tokio::test]
async fn who_searches_airports_without_end_still_reads_a_claim() {
    let site = Site::with(Set {
        suggestions: 3,
        ..Set::default()
    })
    .await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    for _ in 0..3 {
        let found = passenger.get("/api/v1/airports?q=bre").await;
        assert_eq!(found.status, StatusCode::OK);
    }
    let refused = passenger.get("/api/v1/airports?q=bre").await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.header("retry-after"), "60");
    assert_eq!(passenger.get(sent.path()).await.status, StatusCode::OK);
}
