use axum::http::StatusCode;
use tokio::task::JoinSet;

use crate::support::{Browser, PASSWORD, Reviewer, Set, Site};

const EMAIL: &str = "ines@example.org";

#[tokio::test]
async fn the_right_password_opens_the_desk_and_signing_out_closes_it() {
    let site = Site::new().await;
    let mut reviewer = Reviewer::new(&site, EMAIL).await;
    let desk = reviewer.get("/en/desk").await;
    assert!(desk.body.contains("Ines Okafor"));
    let before = reviewer.clone();
    let out = reviewer
        .submit(&desk.form("form[action='/form/desk/sign-out']"))
        .await;
    assert_eq!(out.address, "/en/desk/sign-in?out");
    assert!(out.main().contains("You are signed out."));
    // The session is gone, not only its cookie.
    for mut browser in [reviewer, before] {
        let page = browser.get("/en/desk").await;
        assert_eq!(page.path(), "/en/desk/sign-in");
    }
    assert_eq!(site.count("SELECT count(*) FROM sessions").await, 0);
}

#[tokio::test]
async fn a_wrong_password_an_unknown_and_a_disabled_account_look_alike() {
    let site = Site::new().await;
    site.add_staff(EMAIL, "Ines Okafor").await;
    site.add_staff("gone@example.org", "Gone").await;
    site.execute("UPDATE staff SET disabled_at = created_at WHERE email = 'gone@example.org'")
        .await;
    let mut said = Vec::new();
    for (email, password) in [
        (EMAIL, "a wrong test password"),
        (EMAIL, ""),
        ("", PASSWORD),
        ("nobody@example.org", PASSWORD),
        ("gone@example.org", PASSWORD),
        ("nonsense", "x"),
    ] {
        let mut browser = Browser::new(&site);
        let page = Reviewer::sign_in(&mut browser, email, password).await;
        assert_eq!(page.address, "/en/desk/sign-in?wrong", "{email}");
        assert_eq!(page.faults().len(), 1);
        said.push(page.main());
        assert!(!browser.cookies.contains_key("aero-desk"), "{email}");
        assert_eq!(browser.get("/en/desk").await.path(), "/en/desk/sign-in");
    }
    assert!(said.windows(2).all(|pair| pair[0] == pair[1]));
    assert_eq!(site.count("SELECT count(*) FROM sessions").await, 0);
}

#[tokio::test]
async fn the_address_may_be_typed_in_any_case() {
    let site = Site::new().await;
    site.add_staff(EMAIL, "Ines Okafor").await;
    let mut browser = Browser::new(&site);
    let page = Reviewer::sign_in(&mut browser, " Ines@Example.ORG ", PASSWORD).await;
    assert_eq!(page.path(), "/en/desk");
}

#[tokio::test]
async fn an_account_that_is_disabled_loses_its_session_at_once() {
    let site = Site::new().await;
    let mut reviewer = Reviewer::new(&site, EMAIL).await;
    site.execute("UPDATE staff SET disabled_at = created_at")
        .await;
    let page = reviewer.get("/en/desk").await;
    assert_eq!(page.path(), "/en/desk/sign-in");
    let fields = [
        ("language", "en"),
        ("reference", "AE-0000-0000"),
        ("version", "1"),
    ];
    let page = reviewer.post("/form/desk/decide", &fields).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn too_many_tries_have_to_wait_even_with_the_right_password() {
    let site = Site::with(Set {
        sign_ins: 3,
        ..Set::default()
    })
    .await;
    site.add_staff(EMAIL, "Ines Okafor").await;
    // An account that nobody has is refused alike.
    for email in [EMAIL, "nobody@example.org"] {
        let mut browser = Browser::new(&site);
        for _ in 0..3 {
            let page = Reviewer::sign_in(&mut browser, email, "a wrong guess").await;
            assert_eq!(page.address, "/en/desk/sign-in?wrong");
        }
        let page = Reviewer::sign_in(&mut browser, email, PASSWORD).await;
        assert_eq!(page.address, "/en/desk/sign-in?often");
        assert!(page.faults()[0].1.starts_with("Too many tries"));
    }
}

#[tokio::test]
async fn nobody_is_locked_out_from_elsewhere() {
    let site = Site::with(Set {
        sign_ins: 2,
        ..Set::default()
    })
    .await;
    site.add_staff(EMAIL, "Ines Okafor").await;
    // More failures than the account has in an hour.
    for network in [
        "192.0.2.1",
        "192.0.2.2",
        "192.0.2.3",
        "192.0.2.4",
        "192.0.2.5",
    ]
    .into_iter()
    .chain(["192.0.2.6", "192.0.2.7", "192.0.2.8"])
    {
        let mut guesser = Browser::new(&site);
        guesser.network = network;
        for _ in 0..3 {
            Reviewer::sign_in(&mut guesser, EMAIL, "a wrong guess").await;
        }
        let page = Reviewer::sign_in(&mut guesser, EMAIL, PASSWORD).await;
        assert_eq!(page.address, "/en/desk/sign-in?often", "{network}");
    }
    let mut reviewer = Browser::new(&site);
    reviewer.network = "192.0.2.99";
    for _ in 0..5 {
        let page = Reviewer::sign_in(&mut reviewer, EMAIL, PASSWORD).await;
        assert_eq!(page.path(), "/en/desk", "what is right counts for nothing");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_guesses_at_once_are_no_way_around() {
    let site = Site::with(Set {
        sign_ins: 3,
        ..Set::default()
    })
    .await;
    site.add_staff(EMAIL, "Ines Okafor").await;
    let mut all = JoinSet::new();
    for _ in 0..12 {
        let mut browser = Browser::new(&site);
        all.spawn(async move {
            let fields = [
                ("language", "en"),
                ("email", EMAIL),
                ("password", "a wrong guess"),
            ];
            browser.post("/form/desk/sign-in", &fields).await.address
        });
    }
    let answers = all.join_all().await;
    let heard = answers.iter().filter(|page| page.ends_with("?wrong"));
    assert_eq!(heard.count(), 3, "{answers:?}");
}

#[tokio::test]
async fn the_session_has_a_new_number_after_signing_in() {
    let site = Site::new().await;
    let mut reviewer = Reviewer::new(&site, EMAIL).await;
    let first = reviewer.cookies["aero-desk"].clone();
    let page = Reviewer::sign_in(&mut reviewer, EMAIL, PASSWORD).await;
    assert_eq!(page.path(), "/en/desk");
    let second = reviewer.cookies["aero-desk"].clone();
    assert_ne!(first, second);
    let mut old = Browser::new(&site);
    old.cookies.insert("aero-desk".to_owned(), first);
    assert_eq!(old.get("/en/desk").await.path(), "/en/desk/sign-in");
    // A number that was planted beforehand is not taken over.
    let mut victim = Browser::new(&site);
    let planted = "AAAAAAAAAAAAAAAAAAAAAA".to_owned();
    victim
        .cookies
        .insert("aero-desk".to_owned(), planted.clone());
    Reviewer::sign_in(&mut victim, EMAIL, PASSWORD).await;
    assert_ne!(victim.cookies["aero-desk"], planted);
}

#[tokio::test]
async fn visitors_get_no_session() {
    let site = Site::new().await;
    let mut browser = Browser::new(&site);
    for path in [
        "/en",
        "/en/desk",
        "/en/desk/sign-in",
        "/en/claim/what-went-wrong",
    ] {
        browser.get(path).await;
    }
    assert_eq!(browser.set_cookies, Vec::<String>::new());
    assert_eq!(site.count("SELECT count(*) FROM sessions").await, 0);
}

#[tokio::test]
async fn a_session_ends_after_a_working_day() {
    let site = Site::new().await;
    let mut reviewer = Reviewer::new(&site, EMAIL).await;
    site.execute("UPDATE sessions SET expires_at = '2026-03-20T09:59:59Z'")
        .await;
    let page = reviewer.get("/en/desk").await;
    assert_eq!(page.path(), "/en/desk/sign-in");
}
