use axum::http::StatusCode;

use super::link::is_closed;
use crate::support::{Browser, DELAY, Passenger, Set, Site};

/// Asks for a link by mail and says how many links the claim has had.
async fn ask(site: &Site, browser: &mut Browser, reference: &str, email: &str) -> i64 {
    let fields = [
        ("language", "en"),
        ("reference", reference),
        ("email", email),
    ];
    let page = browser.post("/form/tracking/request-link", &fields).await;
    assert_eq!(page.address, "/en/tracking?asked");
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.main()
            .contains("If there is a claim with this reference")
    );
    assert!(!page.body.contains("Marta"));
    site.count("SELECT link_generation::bigint FROM claims")
        .await
}

#[tokio::test]
async fn a_link_is_mailed_anew_to_who_knows_reference_and_address() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    let reference = sent.reference();
    let mut stranger = Browser::new(&site);
    for (wrong, email) in [
        (&*reference, "someone@example.org"),
        ("AE-0000-0000", "marta.brandt@example.org"),
    ] {
        assert_eq!(ask(&site, &mut stranger, wrong, email).await, 1, "{wrong}");
    }
    assert_eq!(passenger.get(sent.path()).await.status, StatusCode::OK);
    let typed = reference.to_lowercase();
    let links = ask(&site, &mut stranger, &typed, " Marta.Brandt@Example.org ").await;
    assert_eq!(links, 2);
    is_closed(&passenger.get(sent.path()).await);
    // Nothing of it comes back to who asked.
    is_closed(&stranger.get(sent.path()).await);
    assert!(stranger.cookies.is_empty());
}

#[tokio::test]
async fn what_can_be_no_reference_or_address_is_told_and_kept() {
    let site = Site::new().await;
    let sent = Passenger::new(&site, "en").file(DELAY).await.reference();
    let good = "marta.brandt@example.org";
    let mut stranger = Browser::new(&site);
    for (reference, email, expected) in [
        (
            "",
            " ",
            vec![
                ("reference", "Enter the reference of your claim"),
                ("email", "Enter an e-mail address"),
            ],
        ),
        (
            "foo",
            "bar@x",
            vec![
                ("reference", "This is no reference of ours."),
                ("email", ""),
            ],
        ),
        // One letter of it mistyped.
        (
            "AE-0000-0001",
            good,
            vec![("reference", "This is no reference of ours.")],
        ),
        (&sent, "marta@", vec![("email", "")]),
    ] {
        let page = stranger.get("/en/tracking").await;
        let mut form = page.form("form[action='/form/tracking/request-link']");
        form.fill("reference", reference);
        form.fill("email", email);
        let page = stranger.submit(&form).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST);
        assert_eq!(page.hops, [], "no address tells what was typed");
        let faults = page.faults();
        let fields: Vec<&str> = faults.iter().map(|(field, _)| &**field).collect();
        let wanted: Vec<&str> = expected.iter().map(|(field, _)| *field).collect();
        assert_eq!(fields, wanted);
        for ((_, said), (_, start)) in faults.iter().zip(&expected) {
            assert!(said.starts_with(start), "{said}");
        }
        assert_eq!(page.value("reference"), reference);
        assert_eq!(page.value("email"), email);
        assert!(!page.main().contains("Look into your mailbox"));
    }
    let fields = [("language", "fr"), ("reference", "foo"), ("email", good)];
    let page = stranger.post("/form/tracking/request-link", &fields).await;
    assert_eq!(page.attribute("html", "lang").as_deref(), Some("fr"));
    let said = &page.faults()[0].1;
    assert!(
        said.starts_with("Ce n’est pas une de nos références"),
        "{said}"
    );
    assert_eq!(
        site.count("SELECT link_generation::bigint FROM claims")
            .await,
        1
    );
    // Who has no link finds the page from where one looks first.
    for page in ["/en", "/en/help", "/en/desk/sign-in"] {
        let page = stranger.get(page).await;
        assert_eq!(
            page.count("main a[href='/en/tracking']"),
            1,
            "{}",
            page.address
        );
    }
}

#[tokio::test]
async fn a_mailbox_is_not_filled_with_links() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let reference = passenger.file(DELAY).await.reference();
    let mut last = 0;
    for network in [
        "192.0.2.1",
        "192.0.2.2",
        "192.0.2.3",
        "192.0.2.4",
        "192.0.2.5",
    ] {
        let mut stranger = Browser::new(&site);
        stranger.network = network;
        last = ask(&site, &mut stranger, &reference, "marta.brandt@example.org").await;
    }
    assert_eq!(last, 4, "three mails an hour");
}

#[tokio::test]
async fn who_asks_for_many_links_is_told_to_wait() {
    let site = Site::with(Set {
        link_requests: 2,
        ..Set::default()
    })
    .await;
    let mut browser = Browser::new(&site);
    let fields = [
        ("language", "en"),
        ("reference", "AE-0000-0000"),
        ("email", "nobody@example.org"),
    ];
    for _ in 0..2 {
        let page = browser.post("/form/tracking/request-link", &fields).await;
        assert_eq!(page.status, StatusCode::OK);
    }
    let page = browser.post("/form/tracking/request-link", &fields).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
}
