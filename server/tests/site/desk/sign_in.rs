use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Method, Request, StatusCode, header},
};
use tokio::task::JoinSet;

use crate::support::{Browser, Log, PASSWORD, Reviewer, Set, Site, encoded};

const EMAIL: &str = "ines@example.org";
const SESSIONS: &str = "SELECT count(*) FROM staff_sessions";

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
    assert_eq!(site.count("SELECT count(*) FROM staff_sessions").await, 0);
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
        ("nobody@example.org", PASSWORD),
        ("gone@example.org", PASSWORD),
        ("nonsense", "x"),
    ] {
        let mut browser = Browser::new(&site);
        let page = Reviewer::sign_in(&mut browser, email, password).await;
        assert_eq!(page.status, StatusCode::UNAUTHORIZED, "{email}");
        assert_eq!(page.hops, [], "no address tells what was typed");
        let wrong = "The e-mail address or the password is wrong";
        assert_eq!(page.faults(), [("email".to_owned(), wrong.to_owned())]);
        assert_eq!(page.value("email"), email);
        assert_eq!(page.attribute("#password", "value").unwrap_or_default(), "");
        said.push(page.main());
        assert!(!browser.cookies.contains_key("aero-desk"), "{email}");
        assert_eq!(browser.get("/en/desk").await.path(), "/en/desk/sign-in");
    }
    assert!(said.windows(2).all(|pair| pair[0] == pair[1]));
    assert_eq!(site.count("SELECT count(*) FROM staff_sessions").await, 0);
}

#[tokio::test]
async fn an_empty_field_is_named_and_the_address_kept() {
    let site = Site::new().await;
    let mut browser = Browser::new(&site);
    for (language, no_email, no_password) in [
        ("en", "Enter your e-mail address", "Enter your password"),
        (
            "fr",
            "Saisissez votre adresse e-mail",
            "Saisissez votre mot de passe",
        ),
    ] {
        let page = format!("/{language}/desk/sign-in");
        for (email, password, expected) in [
            ("", "", vec![("email", no_email), ("password", no_password)]),
            (" ", PASSWORD, vec![("email", no_email)]),
            ("ines+é@example.org", "", vec![("password", no_password)]),
        ] {
            let mut form = browser
                .get(&page)
                .await
                .form("form[action='/form/desk/sign-in']");
            form.fill("email", email);
            form.fill("password", password);
            let answer = browser.submit(&form).await;
            assert_eq!(answer.status, StatusCode::BAD_REQUEST);
            let expected: Vec<(String, String)> = expected
                .into_iter()
                .map(|(field, said)| (field.to_owned(), said.to_owned()))
                .collect();
            assert_eq!(answer.faults(), expected);
            assert_eq!(answer.value("email"), email);
            assert_eq!(answer.texts(".field .fault").len(), expected.len());
        }
    }
    // An address from elsewhere fills nothing in.
    let page = browser
        .get("/en/desk/sign-in?email=x@example.org&fault=wrong")
        .await;
    assert_eq!(page.value("email"), "");
    assert_eq!(page.faults(), []);
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
    site.backend.disable_staff(EMAIL).await.unwrap();
    assert_eq!(site.count(SESSIONS).await, 0);
    let page = reviewer.get("/en/desk").await;
    assert_eq!(page.path(), "/en/desk/sign-in");
    let fields = [
        ("language", "en"),
        ("reference", "AE-0000-0000"),
        ("version", "1"),
    ];
    let page = reviewer.post("/form/desk/decide", &fields).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    // Enabled again, it has to sign in again.
    site.backend.enable_staff(EMAIL).await.unwrap();
    assert_eq!(reviewer.get("/en/desk").await.path(), "/en/desk/sign-in");
    let page = Reviewer::sign_in(&mut reviewer, EMAIL, PASSWORD).await;
    assert_eq!(page.path(), "/en/desk");
}

#[tokio::test]
async fn an_operator_ends_the_sessions_of_an_account_that_signs_in_again() {
    let site = Site::new().await;
    let mut reviewer = Reviewer::new(&site, EMAIL).await;
    let mut elsewhere = Browser::new(&site);
    Reviewer::sign_in(&mut elsewhere, EMAIL, PASSWORD).await;
    let mut colleague = Reviewer::new(&site, "tomas@example.org").await;
    assert_eq!(site.backend.end_sessions(EMAIL).await.unwrap(), 2);
    for browser in [&mut *reviewer, &mut elsewhere] {
        assert_eq!(browser.get("/en/desk").await.path(), "/en/desk/sign-in");
    }
    assert_eq!(colleague.get("/en/desk").await.path(), "/en/desk");
    let page = Reviewer::sign_in(&mut elsewhere, EMAIL, PASSWORD).await;
    assert_eq!(page.path(), "/en/desk");
    assert!(Log::line_with(&["sessions_ended", "ended=2"]).is_some());
    let nobody = site.backend.end_sessions("nobody@example.org").await;
    assert!(
        matches!(nobody, Err(backend::Error::NotFound)),
        "{nobody:?}"
    );
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
            assert_eq!(page.status, StatusCode::UNAUTHORIZED);
        }
        let page = Reviewer::sign_in(&mut browser, email, PASSWORD).await;
        assert_eq!(page.hops, [], "the form itself is answered");
        assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(page.header("retry-after"), "60");
        assert!(page.faults()[0].1.starts_with("Too many tries"));
        assert_eq!(page.value("email"), email);
        assert_eq!(page.count("form[action='/form/desk/sign-in']"), 1);
        // In the language of the form, and to programs without a page.
        let fields = [("language", "fr"), ("email", email), ("password", PASSWORD)];
        let page = browser.post("/form/desk/sign-in", &fields).await;
        assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(page.attribute("html", "lang").as_deref(), Some("fr"));
        assert!(page.faults()[0].1.starts_with("Trop d’essais"));
        let request = Request::builder()
            .method(Method::POST)
            .uri("/form/desk/sign-in")
            .header(header::HOST, "127.0.0.1:3000")
            .header(header::ACCEPT, "application/json")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .extension(ConnectInfo(browser.peer))
            .header("cf-connecting-ip", browser.network)
            .body(Body::from(encoded(&fields)));
        let page = browser.follow("/form/desk/sign-in", request.unwrap()).await;
        assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(page.header("retry-after"), "60");
        assert!(page.body.contains("TooMany"), "{}", page.body);
    }
    // The page says so to nobody else.
    let page = Browser::new(&site).get("/en/desk/sign-in?often").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.faults(), []);
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
        assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS, "{network}");
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
            browser.post("/form/desk/sign-in", &fields).await.status
        });
    }
    let answers = all.join_all().await;
    let heard = answers
        .iter()
        .filter(|status| **status == StatusCode::UNAUTHORIZED);
    assert_eq!(heard.count(), 3, "{answers:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_flood_of_guesses_is_turned_away_and_others_sign_in() {
    let site = Site::new().await;
    site.add_staff(EMAIL, "Ines Okafor").await;
    let mut all = JoinSet::new();
    for number in 0..60 {
        let mut browser = Browser::new(&site);
        all.spawn(async move {
            let email = format!("{number}@example.org");
            let fields = [("language", "en"), ("email", &email), ("password", "guess")];
            let page = browser.post("/form/desk/sign-in", &fields).await;
            let says = page.text("h1");
            (page.status, page.headers.get("retry-after").cloned(), says)
        });
    }
    let mut reviewer = Browser::new(&site);
    reviewer.network = "192.0.2.99";
    let page = Reviewer::sign_in(&mut reviewer, EMAIL, PASSWORD).await;
    assert_eq!(page.path(), "/en/desk");
    let answers = all.join_all().await;
    let turned_away = answers.iter().filter(|(status, retry_after, says)| {
        *status == StatusCode::SERVICE_UNAVAILABLE
            && retry_after.is_some()
            && says == "Too many are signing in at once"
    });
    let heard = answers
        .iter()
        .filter(|(status, ..)| *status == StatusCode::UNAUTHORIZED);
    let (turned_away, heard) = (turned_away.count(), heard.count());
    assert_eq!(turned_away + heard, 60, "{answers:?}");
    assert!(turned_away > 0 && heard >= 4, "{turned_away} {heard}");
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
    assert_eq!(site.count("SELECT count(*) FROM staff_sessions").await, 0);
}

#[tokio::test]
async fn a_session_ends_after_half_an_hour_without_a_request() {
    let site = Site::new().await;
    let mut reviewer = Reviewer::new(&site, EMAIL).await;
    for _ in 0..3 {
        site.clock.advance_minutes(29);
        assert_eq!(reviewer.get("/en/desk").await.path(), "/en/desk");
    }
    site.clock.advance_minutes(30);
    assert_eq!(reviewer.get("/en/desk").await.path(), "/en/desk/sign-in");
}

/// Its scripts ask for live updates, and for the page again.
#[tokio::test]
async fn a_page_that_is_left_open_does_not_keep_the_session() {
    let site = Site::new().await;
    let mut reviewer = Reviewer::new(&site, EMAIL).await;
    for (minutes, status) in [(29, StatusCode::OK), (1, StatusCode::UNAUTHORIZED)] {
        site.clock.advance_minutes(minutes);
        let request = reviewer.request(Method::GET, "/en/desk/live");
        let request = request.header("sec-fetch-dest", "empty");
        let stream = reviewer.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(stream.status(), status);
        let challenge = stream.headers().get(header::WWW_AUTHENTICATE);
        assert_eq!(challenge.is_some(), status == StatusCode::UNAUTHORIZED);
    }
    assert_eq!(reviewer.get("/en/desk").await.path(), "/en/desk/sign-in");
}

#[tokio::test]
async fn a_session_ends_after_twelve_hours_whatever_happens() {
    let site = Site::new().await;
    let mut reviewer = Reviewer::new(&site, EMAIL).await;
    for _ in 0..35 {
        site.clock.advance_minutes(20);
        assert_eq!(reviewer.get("/en/desk").await.path(), "/en/desk");
    }
    site.clock.advance_minutes(20);
    assert_eq!(reviewer.get("/en/desk").await.path(), "/en/desk/sign-in");
}

#[tokio::test]
async fn the_database_knows_a_session_by_a_hash() {
    let site = Site::new().await;
    let reviewer = Reviewer::new(&site, EMAIL).await;
    let cookie = &reviewer.cookies["aero-desk"];
    let of_cookie = format!(
        "SELECT count(*) FROM staff_sessions WHERE id_hash =
         sha256(decode(translate('{cookie}', '-_', '+/') || '==', 'base64'))"
    );
    assert_eq!(site.count(&of_cookie).await, 1);
    let all = "SELECT string_agg(row_to_json(s)::text || encode(data, 'escape'), '')
        FROM staff_sessions s";
    assert!(!site.text(all).await.contains(cookie.as_str()));
}

#[tokio::test]
async fn a_session_is_written_once_a_minute_and_the_cookie_once() {
    let site = Site::new().await;
    let mut reviewer = Reviewer::new(&site, EMAIL).await;
    let version = "SELECT xmin::text FROM staff_sessions";
    let (before, cookies) = (site.text(version).await, reviewer.set_cookies.len());
    for _ in 0..3 {
        reviewer.get("/en/desk").await;
    }
    assert_eq!(site.text(version).await, before);
    site.clock.advance_minutes(1);
    reviewer.get("/en/desk").await;
    assert_ne!(site.text(version).await, before);
    assert_eq!(reviewer.set_cookies.len(), cookies);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn signing_out_cannot_be_undone_by_a_request_under_way() {
    let site = Site::new().await;
    for _ in 0..5 {
        let mut reviewer = Browser::new(&site);
        site.execute("DELETE FROM staff").await;
        site.add_staff(EMAIL, "Ines Okafor").await;
        Reviewer::sign_in(&mut reviewer, EMAIL, PASSWORD).await;
        let mut all = JoinSet::new();
        for number in 0..16 {
            // Each writes something else into the session.
            let (mut tab, text) = (reviewer.clone(), format!("Words {number}."));
            all.spawn(async move {
                let fields = [
                    ("language", "en"),
                    ("reference", "AE-0000-0000"),
                    ("version", "1"),
                    ("verdict", "reject"),
                    ("text", &text),
                ];
                tab.post("/form/desk/decide", &fields).await;
            });
        }
        reviewer
            .post("/form/desk/sign-out", &[("language", "en")])
            .await;
        all.join_all().await;
        assert_eq!(site.count(SESSIONS).await, 0);
    }
}

#[tokio::test]
async fn over_tls_the_cookie_is_really_removed() {
    let site = Site::with(Set {
        origin: "https://claims.example.org",
        ..Set::default()
    })
    .await;
    let mut reviewer = Reviewer::new(&site, EMAIL).await;
    reviewer
        .post("/form/desk/sign-out", &[("language", "en")])
        .await;
    let removal = reviewer.set_cookies.last().unwrap();
    // Browsers refuse any other for a name with this prefix.
    for part in ["__Host-aero-desk=;", "Max-Age=0", "Path=/", "Secure"] {
        assert!(removal.contains(part), "{part}: {removal}");
    }
}

#[tokio::test]
async fn what_happens_at_the_door_stands_in_the_log_without_an_address() {
    let site = Site::new().await;
    let email = "secretive.person@example.org";
    let mut reviewer = Browser::new(&site);
    reviewer.network = "203.0.113.77";
    Reviewer::sign_in(&mut reviewer, email, "a wrong guess").await;
    let account = backend::security::account(email);
    let refused = Log::line(&account).expect("a line");
    for part in [
        "security",
        "sign_in_refused",
        "wrong_password",
        "203.0.113.0/24",
    ] {
        assert!(refused.contains(part), "{part}: {refused}");
    }
    assert!(!Log::has("secretive.person"));
    assert!(!Log::has("203.0.113.77"));
    let id = site.add_staff(email, "Ines Okafor").await;
    Reviewer::sign_in(&mut reviewer, email, PASSWORD).await;
    reviewer
        .post("/form/desk/sign-out", &[("language", "en")])
        .await;
    site.backend.disable_staff(email).await.unwrap();
    for event in ["sign_in_succeeded", "signed_out", "account_disabled"] {
        let line = Log::line_with(&[event, &id.to_string()]);
        assert!(line.is_some(), "{event}");
    }
}
