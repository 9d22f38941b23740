//! The page of the desk that somebody asked for before signing in.

use axum::http::StatusCode;

use crate::support::{Browser, DELAY, PASSWORD, Page, Passenger, Reviewer, Site};

const EMAIL: &str = "ines@example.org";

/// Fills in the sign-in page that was got.
async fn sign_in(browser: &mut Browser, page: &Page, password: &str) -> Page {
    let mut form = page.form("form[action='/form/desk/sign-in']");
    form.fill("email", EMAIL);
    form.fill("password", password);
    browser.submit(&form).await
}

#[tokio::test]
async fn after_signing_in_one_comes_to_the_page_that_was_asked_for() {
    let site = Site::new().await;
    site.add_staff_as(EMAIL, "Ines Okafor", domain::access::Role::Admin)
        .await;
    let reference = Passenger::new(&site, "en").file(DELAY).await.reference();
    let claim = format!("/desk/claims/{reference}");
    for (path, language, why) in [
        (claim.clone(), "fr", "Connectez-vous pour continuer."),
        (claim.clone(), "en", "Sign in to go on."),
        (format!("{claim}/reassess"), "en", "Sign in to go on."),
        ("/desk/jobs".to_owned(), "en", "Sign in to go on."),
        ("/desk".to_owned(), "en", "Sign in to go on."),
    ] {
        let address = format!("/{language}{path}");
        let mut browser = Browser::new(&site);
        let asked = browser.get(&address).await;
        assert_eq!(asked.path(), format!("/{language}/desk/sign-in"));
        assert!(asked.main().contains(why), "{}", asked.main());
        // A wrong password forgets nothing.
        let wrong = sign_in(&mut browser, &asked, "a wrong test password").await;
        assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
        let page = sign_in(&mut browser, &wrong, PASSWORD).await;
        assert_eq!((page.status, page.path()), (StatusCode::OK, &*address));
    }
    // In the other language too, by the link of the page.
    let mut browser = Browser::new(&site);
    let asked = browser.get(&format!("/en{claim}")).await;
    let other = asked
        .attribute(".desk-bar a[hreflang='fr']", "href")
        .unwrap();
    let french = browser.get(&other).await;
    let page = sign_in(&mut browser, &french, PASSWORD).await;
    assert_eq!(page.path(), format!("/fr{claim}"));
    // Who came of their own accord is told nothing.
    let page = Browser::new(&site).get("/en/desk/sign-in").await;
    assert!(!page.main().contains("Sign in to go on."));
}

#[tokio::test]
async fn signing_in_leads_to_no_other_site_and_to_no_other_page() {
    let site = Site::new().await;
    site.add_staff(EMAIL, "Ines Okafor").await;
    for to in [
        "",
        "//evil.example",
        "https://evil.example/desk",
        "/\\evil.example",
        "claims/../../../tracking",
        "claims/%2e%2e",
        "claims/AE-0000-0000/../..",
        "@evil.example",
        "jobs?x",
        "desk",
    ] {
        let mut browser = Browser::new(&site);
        let fields = [
            ("language", "en"),
            ("email", EMAIL),
            ("password", PASSWORD),
            ("to", to),
        ];
        let page = browser.post("/form/desk/sign-in", &fields).await;
        let hops = [(StatusCode::SEE_OTHER, "/en/desk".to_owned())];
        assert_eq!(page.hops, hops, "{to}");
        let query = crate::support::encoded(&[("to", to)]);
        let page = Browser::new(&site)
            .get(&format!("/en/desk/sign-in?{query}"))
            .await;
        assert_eq!(page.count("input[name='to']"), 0, "{to}");
        assert!(!page.body.contains("evil.example"), "{to}");
    }
}

/// The page that listens brings what is said once somebody has signed out elsewhere.
#[tokio::test]
async fn an_open_page_of_the_desk_can_say_that_one_is_signed_out() {
    let site = Site::new().await;
    let mut reviewer = Reviewer::new(&site, EMAIL).await;
    for (language, said) in [
        (
            "en",
            "You are signed out, and nothing can be saved from this page now.",
        ),
        (
            "fr",
            "Vous êtes déconnecté, et rien ne peut plus être enregistré depuis cette page.",
        ),
    ] {
        let page = reviewer.get(&format!("/{language}/desk")).await;
        assert!(page.body.contains(said), "{language}");
    }
}
