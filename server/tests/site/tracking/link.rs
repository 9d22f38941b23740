use axum::http::StatusCode;
use tokio::task::JoinSet;

use crate::support::{Browser, DELAY, Log, Page, Passenger, Reviewer, Set, Site};

const RENEW: &str = "form[action='/form/tracking/renew']";

/// The address of a link.
fn link_of(page: &Page) -> String {
    format!("/en/tracking/{}", page.link())
}

/// Where somebody stands who has no link: nothing of the claim but what was in
/// the address, and a way to a new link.
pub fn is_closed(page: &Page) {
    assert_eq!(page.status, StatusCode::NOT_FOUND, "{}", page.address);
    assert_eq!(page.text("h1"), "Open your claim");
    assert_eq!(page.count("form[action='/form/tracking/request-link']"), 1);
    assert!(!page.body.contains("Marta"));
}

/// Where a link leads that opens nothing: the way to a new one, whatever the reason.
fn is_lost(page: &Page, heading: &str) {
    assert_eq!(page.status, StatusCode::NOT_FOUND, "{}", page.address);
    assert_eq!(page.text("h1"), heading);
    assert_eq!(page.count("form[action='/form/tracking/request-link']"), 1);
    assert_eq!(page.value("reference"), "");
    assert!(!page.body.contains("Marta"));
}

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
        is_lost(&page, "This link no longer works");
        let page = passenger.get(&format!("/fr/tracking/{wrong}")).await;
        is_lost(&page, "Ce lien ne fonctionne plus");
    }
    let mut guesser = Browser::new(&site);
    guesser.network = "203.0.113.78";
    guesser
        .get(&format!("/en/tracking/{}", "1".repeat(64)))
        .await;
    assert!(Log::line_with(&["link_refused", "203.0.113.0/24"]).is_some());
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
async fn a_link_is_exchanged_for_a_cookie_and_an_address_without_a_secret() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    let clean = format!("/en/tracking/{}", sent.reference());
    assert_eq!(sent.path(), clean, "the sender has the cookie already");
    for _ in 0..2 {
        // Again on another device, or after a scanner of mail.
        let mut other = Browser::new(&site);
        let page = other.get(&link_of(&sent)).await;
        assert_eq!(page.hops, [(StatusCode::SEE_OTHER, clean.clone())]);
        assert_eq!(page.status, StatusCode::OK);
        let cookie = other.set_cookies.last().unwrap().clone();
        let name = format!("aero-claim-{}=", sent.reference());
        assert!(cookie.starts_with(&name), "{cookie}");
        for part in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=7776000"] {
            assert!(cookie.contains(part), "{part}: {cookie}");
        }
        assert_eq!(other.get(&clean).await.status, StatusCode::OK);
    }
    is_closed(&Browser::new(&site).get(&clean).await);
    // Another claim's cookie under this one's name opens nothing.
    let mut thief = Passenger::new(&site, "en");
    let theirs = thief.file(DELAY).await;
    let secret = thief.cookies[&format!("aero-claim-{}", theirs.reference())].clone();
    let name = format!("aero-claim-{}", sent.reference());
    thief.cookies.insert(name, secret);
    is_closed(&thief.get(&clean).await);
}

#[tokio::test]
async fn a_link_and_its_cookie_end_after_ninety_days() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    site.clock.advance(24 * 90 - 1);
    let mut other = Browser::new(&site);
    assert_eq!(other.get(&link_of(&sent)).await.status, StatusCode::OK);
    assert_eq!(passenger.get(sent.path()).await.status, StatusCode::OK);
    site.clock.advance(1);
    let gone = other.get(&link_of(&sent)).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    is_closed(&passenger.get(sent.path()).await);
}

#[tokio::test]
async fn a_new_link_opens_the_claim_and_the_old_one_nothing() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    let page = passenger.get(sent.path()).await;
    let mut elsewhere = Browser::new(&site);
    elsewhere.get(&link_of(&sent)).await;
    let renewed = passenger.submit(&page.form(RENEW)).await;
    assert!(renewed.address.ends_with("?renewed"), "{}", renewed.address);
    assert_ne!(renewed.link(), sent.link());
    assert_eq!(renewed.reference(), sent.reference());
    assert!(renewed.main().contains("A new private link was made"));
    let old = Browser::new(&site).get(&link_of(&sent)).await;
    assert_eq!(old.status, StatusCode::NOT_FOUND);
    // Nor does a browser that has exchanged the old one.
    is_closed(&elsewhere.get(sent.path()).await);
    // The old form again, as after a double press, arrives at the same link.
    let again = passenger.submit(&page.form(RENEW)).await;
    assert_eq!(again.status, StatusCode::OK);
    assert_eq!(again.link(), renewed.link());
    let opened = Browser::new(&site).get(&link_of(&renewed)).await;
    assert_eq!(opened.status, StatusCode::OK);
    assert!(
        !Log::has(&renewed.link()),
        "{:?}",
        Log::line(&renewed.link())
    );
}

/// A browser that has the page open still, with the link that was replaced elsewhere.
#[tokio::test]
async fn a_form_sent_with_a_replaced_link_does_nothing_and_says_so() {
    let site = Site::new().await;
    for (language, heading, said) in [
        (
            "en",
            "This link no longer works",
            "Nothing was done: your claim is as it was.",
        ),
        (
            "fr",
            "Ce lien ne fonctionne plus",
            "Rien n’a été fait : votre demande est inchangée.",
        ),
    ] {
        let mut passenger = Passenger::new(&site, language);
        let sent = passenger.file(DELAY).await;
        let mut elsewhere = passenger.clone();
        passenger.submit(&sent.form(RENEW)).await;
        for form in ["form[action='/form/tracking/withdraw']", RENEW] {
            let mut form = sent.form(form);
            if form.action.ends_with("renew") {
                form.fill("request", &"ab".repeat(32));
            }
            let page = elsewhere.submit(&form).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{}", form.action);
            assert_eq!(page.text("h1"), heading);
            assert!(page.main().contains(said), "{}", page.main());
            assert_eq!(page.value("reference"), sent.reference());
            assert_eq!(page.faults(), []);
            assert_eq!(page.count("form[action='/form/tracking/request-link']"), 1);
            assert!(!page.body.contains("Marta"));
        }
        let claim = format!(
            "SELECT state || link_generation FROM claims WHERE reference = '{}'",
            sent.reference()
        );
        assert_eq!(site.text(&claim).await, "submitted2");
    }
}

#[tokio::test]
async fn the_page_of_a_claim_brings_what_is_said_once_its_link_is_replaced() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    assert!(
        sent.body
            .contains("The link that opened this page works no more")
    );
    // What goes then: the link, and what only it can do.
    for part in [
        "#private-link",
        RENEW,
        "form[action='/form/tracking/withdraw']",
    ] {
        assert_eq!(sent.count(&format!("[data-with-link] {part}")), 1, "{part}");
    }
}

#[tokio::test]
async fn the_secret_of_a_new_link_is_never_the_clients_choice() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    // Chosen by the client: one of its own, and the link that was.
    for chosen in ["ab".repeat(32), sent.link()] {
        let mut form = passenger.get(sent.path()).await.form(RENEW);
        form.fill("request", &chosen);
        let renewed = passenger.submit(&form).await;
        assert_ne!(renewed.link(), chosen);
        let page = Browser::new(&site)
            .get(&format!("/en/tracking/{chosen}"))
            .await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_draft_gives_its_link_again_for_a_quarter_of_an_hour() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    // As in a browser that has the draft's cookie, and not the claim's.
    passenger
        .cookies
        .retain(|name, _| !name.starts_with("aero-claim-"));
    site.clock.advance_minutes(14);
    let mut again = passenger.clone();
    let page = again.post("/form/claim/send", &[("language", "en")]).await;
    assert_eq!(page.link(), sent.link());
    site.clock.advance_minutes(1);
    let page = passenger
        .post("/form/claim/send", &[("language", "en")])
        .await;
    assert_eq!(page.text("h1"), "You have already sent this claim");
    assert_eq!(page.reference(), sent.reference());
    assert_eq!(page.count("#private-link"), 0);
    assert!(!page.main().contains("Marta"));
    assert!(
        !passenger
            .cookies
            .keys()
            .any(|n| n.starts_with("aero-claim-"))
    );
}

#[tokio::test]
async fn sending_again_after_renewing_does_not_bring_the_old_link_back() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    let page = passenger.get(sent.path()).await;
    let renewed = passenger.submit(&page.form(RENEW)).await;
    let again = passenger
        .post("/form/claim/send", &[("language", "en")])
        .await;
    assert_eq!(site.count("SELECT count(*) FROM claims").await, 1);
    // This browser has the new link; another with the draft's cookie has none.
    assert_eq!(again.link(), renewed.link());
    passenger
        .cookies
        .retain(|name, _| !name.starts_with("aero-claim-"));
    let again = passenger
        .post("/form/claim/send", &[("language", "en")])
        .await;
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
    // For everybody else there is nothing.
    is_closed(&Browser::new(&site).get(&again.address).await);
    let mut someone = Passenger::new(&site, "en");
    someone.file(DELAY).await;
    is_closed(&someone.get(&again.address).await);
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
    let page = Browser::new(&site).get(&link_of(&renewed)).await;
    assert!(page.main().contains("Good."));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_renewals_at_once_one_link_remains() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    // Three tabs, each with a request of its own, and each pressed twice.
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
            let is_open = page.status == StatusCode::OK;
            (page.status, is_open.then(|| page.link()))
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
        let fields = [
            ("language", "en"),
            ("reference", "AE-0000-0000"),
            ("request", &*zeros),
        ];
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

#[tokio::test]
async fn a_limit_that_is_reached_stands_in_the_log_once() {
    let site = Site::with(Set {
        look_ups: 1,
        ..Set::default()
    })
    .await;
    let mut browser = Browser::new(&site);
    browser.network = "203.0.114.77";
    let link = format!("/en/tracking/{}", "0".repeat(64));
    for _ in 0..4 {
        browser.get(&link).await;
    }
    let mut lines = Log::lines("203.0.114.0/24");
    lines.retain(|line| line.contains("quota_refused"));
    assert_eq!(lines.len(), 1, "{lines:?}");
    for part in ["WARN", "security", "look_ups"] {
        assert!(lines[0].contains(part), "{part}: {lines:?}");
    }
    assert!(!Log::has("203.0.114.77"));
}
