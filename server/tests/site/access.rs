//! Who may use what: the tables that the routers are built of, held against
//! what Leptos knows, and against what different clients get.

use std::collections::BTreeSet;

use app::routes::App;
use axum::{
    body::Body,
    http::{Method, StatusCode},
};
use domain::access::Role;
use server::routes::{self, Answer, Audience, ERROR_PAGE, Route};

use crate::support::{Browser, DELAY, Page, Passenger, Reviewer, Site};

/// An address of each handler that is no page and no form, and what everybody
/// gets there.
const HANDLERS: &[(&str, &str, StatusCode)] = &[
    ("/", "/", StatusCode::SEE_OTHER),
    ("/desk", "/desk", StatusCode::SEE_OTHER),
    // Staff get more there; server/tests/site/live.rs does.
    (
        "/{lang}/desk/live",
        "/en/desk/live",
        StatusCode::UNAUTHORIZED,
    ),
    // The holder of the link gets more; server/tests/site/live.rs does.
    (
        "/{lang}/tracking/{claim}/live",
        "/en/tracking/AE-0000-0000/live",
        StatusCode::NOT_FOUND,
    ),
    ("/health/live", "/health/live", StatusCode::OK),
    ("/health/ready", "/health/ready", StatusCode::OK),
    ("/api/v1/airports", "/api/v1/airports?q=bre", StatusCode::OK),
    ("/api/openapi.json", "/api/openapi.json", StatusCode::OK),
    // Only POST is answered; server/tests/site/api.rs does.
    (
        "/api/v1/assessments",
        "/api/v1/assessments",
        StatusCode::METHOD_NOT_ALLOWED,
    ),
    // Only POST is answered; server/tests/site/recourse.rs does.
    (
        "/api/v1/recourse",
        "/api/v1/recourse",
        StatusCode::METHOD_NOT_ALLOWED,
    ),
    // Files, of which a test has none.
    ("/pkg/{file}", "/pkg/aero.wasm", StatusCode::NOT_FOUND),
    ("/favicon.ico", "/favicon.ico", StatusCode::NOT_FOUND),
    ("/favicon.svg", "/favicon.svg", StatusCode::NOT_FOUND),
    (
        "/data-licences.txt",
        "/data-licences.txt",
        StatusCode::NOT_FOUND,
    ),
];

/// Fields of a form.
type Fields = &'static [(&'static str, &'static str)];

/// The server functions, each with a form that it can read.
pub const SERVER_FUNCTIONS: &[(&str, Fields)] = &[
    (
        "/form/claim/save",
        &[
            ("step", "what-went-wrong"),
            ("language", "en"),
            ("form[event]", "delay"),
        ],
    ),
    (
        "/form/claim/send",
        &[
            ("language", "en"),
            ("form[is-true]", "yes"),
            ("form[may-act]", "yes"),
        ],
    ),
    (
        "/form/tracking/withdraw",
        &[("language", "en"), ("reference", "AE-0000-0000")],
    ),
    (
        "/form/tracking/renew",
        &[
            ("language", "en"),
            ("reference", "AE-0000-0000"),
            ("request", NO_LINK),
        ],
    ),
    (
        "/form/tracking/request-link",
        &[
            ("language", "en"),
            ("reference", "AE-0000-0000"),
            ("email", "x@example.org"),
        ],
    ),
    (
        "/form/desk/sign-in",
        &[
            ("language", "en"),
            ("email", "x@example.org"),
            ("password", "x"),
        ],
    ),
    ("/form/desk/sign-out", &[("language", "en")]),
    (
        "/form/desk/decide",
        &[
            ("language", "en"),
            ("reference", "AE-0000-0000"),
            ("version", "1"),
            ("verdict", "approve"),
            ("reason", ""),
            ("text", "Good."),
        ],
    ),
    (
        "/form/desk/keep",
        &[
            ("language", "en"),
            ("reference", "AE-0000-0000"),
            ("then", "fr"),
            ("text", "Good."),
        ],
    ),
    (
        "/form/desk/reassess",
        &[
            ("language", "en"),
            ("reference", "AE-0000-0000"),
            ("version", "1"),
        ],
    ),
    (
        "/form/desk/run-job-again",
        &[("language", "en"), ("job", "1")],
    ),
];

/// A link as it looks that opens nothing.
const NO_LINK: &str = "00000000000000000000000000000000000000000000000000000000000000ff";

/// The paths of the tables with some kind of answer.
fn paths(is_wanted: fn(&Route) -> bool) -> BTreeSet<String> {
    let wanted = routes::all().filter(|route| is_wanted(route));
    wanted.map(|route| route.path.to_owned()).collect()
}

fn is_page(route: &Route) -> bool {
    matches!(route.answer, Answer::Page)
}

#[tokio::test]
async fn every_page_is_in_a_table() {
    let there: BTreeSet<String> = leptos_axum::generate_route_list(App)
        .iter()
        .map(|listing| listing.path().to_owned())
        .collect();
    let mut known = paths(is_page);
    known.insert(ERROR_PAGE.to_owned());
    assert_eq!(there, known);
}

#[tokio::test]
async fn every_server_function_is_in_a_table_and_is_tried() {
    let there: BTreeSet<String> = leptos::server_fn::axum::server_fn_paths()
        .inspect(|(path, method)| assert_eq!(*method, Method::POST, "{path}"))
        .map(|(path, _)| path.to_owned())
        .collect();
    assert_eq!(
        there,
        paths(|route| matches!(route.answer, Answer::Form(_)))
    );
    let tried = SERVER_FUNCTIONS.iter().map(|(path, _)| (*path).to_owned());
    assert_eq!(there, tried.collect());
}

#[test]
fn every_handler_is_tried() {
    let tried = HANDLERS.iter().map(|(path, ..)| (*path).to_owned());
    let there = paths(|route| matches!(route.answer, Answer::Handler(_)));
    assert_eq!(there, tried.collect());
}

#[test]
fn no_method_of_a_path_is_in_two_tables() {
    let mut seen = BTreeSet::new();
    for route in routes::all() {
        let method = route.verb.method().to_string();
        assert!(seen.insert((route.path, method)), "{}", route.path);
    }
}

#[tokio::test]
async fn handlers_answer_everybody_alike() {
    let site = Site::new().await;
    let reviewer = Reviewer::new(&site, "ines@example.org").await;
    for (is_staff, mut browser) in [(false, Browser::new(&site)), (true, (*reviewer).clone())] {
        let for_all = |status: StatusCode| !is_staff || status != StatusCode::UNAUTHORIZED;
        for (_, path, status) in HANDLERS.iter().filter(|(.., status)| for_all(*status)) {
            let request = browser.request(Method::GET, path);
            let response = browser.send(request.body(Body::empty()).unwrap()).await;
            assert_eq!(response.status(), *status, "{path}");
        }
    }
}

/// A claim of somebody, its link and its reference.
async fn claim(site: &Site) -> (Passenger, String, String) {
    let mut passenger = Passenger::new(site, "en");
    let page = passenger.file(DELAY).await;
    (passenger, page.link(), page.reference())
}

/// The address of a page of the table.
fn address(path: &str, link: &str, reference: &str) -> String {
    path.replace("{lang}", "en")
        .replace("{step}", "contact")
        .replace("{claim}", link)
        .replace("{reference}", reference)
}

#[tokio::test]
async fn every_page_refuses_who_may_not_use_it() {
    let site = Site::new().await;
    let (_, link, reference) = claim(&site).await;
    // A draft of somebody else that has reached every page.
    let mut drafting = Passenger::new(&site, "en");
    drafting.answer_to_the_end(DELAY).await;
    let (other, _, _) = claim(&site).await;
    let reviewer = Reviewer::new(&site, "ines@example.org").await;
    let clients: [(&str, Browser); 4] = [
        ("anybody", Browser::new(&site)),
        ("another passenger", (*other).clone()),
        ("a reviewer", (*reviewer).clone()),
        ("the drafting one", (*drafting).clone()),
    ];
    for (who, client) in clients {
        for route in routes::all().filter(|route| is_page(route)) {
            let path = route.path;
            let mut browser = client.clone();
            let address = address(path, &link, &reference);
            let page = browser.get(&address).await;
            let landed = page.path().to_owned();
            let stayed = landed == address;
            match route.audience {
                Audience::Anyone => {
                    assert!(stayed && page.status == StatusCode::OK, "{who}: {path}")
                }
                Audience::DraftHolder => {
                    assert_eq!(
                        stayed,
                        who == "the drafting one",
                        "{who}: {path} → {landed}"
                    );
                }
                // Whoever knows the link is its holder; a wrong one opens nothing.
                Audience::LinkHolder => {
                    assert_eq!(page.status, StatusCode::OK, "{who}: {path}");
                    assert_eq!(landed, format!("/en/tracking/{reference}"));
                    let wrong = browser.get(&format!("/en/tracking/{NO_LINK}")).await;
                    assert_eq!(wrong.status, StatusCode::NOT_FOUND, "{who}: {path}");
                }
                Audience::Staff if who == "a reviewer" => {
                    assert!(stayed, "{who}: {path} → {landed}")
                }
                Audience::Staff => assert_eq!(landed, "/en/desk/sign-in", "{who}: {path}"),
                Audience::Program | Audience::Operator => panic!("{path} is a page"),
            }
        }
        let page = client.clone().get("/en/problem").await;
        assert_eq!(
            page.status,
            StatusCode::NOT_FOUND,
            "{who}: rendered for others"
        );
    }
}

/// Posts a form of the table with other values.
async fn post(browser: &mut Browser, path: &str, changes: &[(&str, &str)]) -> Page {
    let (_, fields) = SERVER_FUNCTIONS
        .iter()
        .find(|(known, _)| *known == path)
        .unwrap();
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| {
            let change = changes.iter().find(|(changed, _)| changed == name);
            change.copied().unwrap_or((name, value))
        })
        .collect();
    browser.post(path, &fields).await
}

#[tokio::test]
async fn every_server_function_refuses_who_may_not_use_it() {
    let site = Site::new().await;
    let (passenger, _, reference) = claim(&site).await;
    let (_, _, others) = claim(&site).await;
    let reviewer = Reviewer::new(&site, "ines@example.org").await;
    let stranger = Browser::new(&site);
    let state =
        "SELECT string_agg(state || version || link_generation, '' ORDER BY id) FROM claims";
    let before = site.text(state).await;

    // Only staff decide; a link and a draft's cookie are no staff.
    for client in [&stranger, &*passenger] {
        let mut browser = client.clone();
        let page = post(
            &mut browser,
            "/form/desk/decide",
            &[("reference", &reference)],
        )
        .await;
        assert_eq!(page.status, StatusCode::UNAUTHORIZED);
        for path in ["/form/desk/keep", "/form/desk/run-job-again"] {
            let page = post(&mut browser, path, &[]).await;
            assert_eq!(page.status, StatusCode::UNAUTHORIZED, "{path}");
        }
    }
    // And only those of them who look after the service run jobs again.
    let page = post(&mut (*reviewer).clone(), "/form/desk/run-job-again", &[]).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    // Only the link's holder withdraws and renews; staff do not either.
    for client in [&stranger, &*passenger, &*reviewer] {
        for path in ["/form/tracking/withdraw", "/form/tracking/renew"] {
            for wrong in ["", "nonsense", NO_LINK, &others] {
                let mut browser = client.clone();
                let page = post(&mut browser, path, &[("reference", wrong)]).await;
                assert_eq!(page.status, StatusCode::NOT_FOUND, "{path} with {wrong}");
            }
        }
    }
    // Only the draft's holder writes to it.
    let mut drafting = Passenger::new(&site, "en");
    drafting.answer_to_the_end(DELAY).await;
    for client in [&stranger, &*reviewer] {
        let mut browser = client.clone();
        let sent = post(&mut browser, "/form/claim/send", &[]).await;
        assert_eq!(sent.path(), "/en/claim/what-went-wrong");
        post(
            &mut browser,
            "/form/claim/save",
            &[("form[event]", "other")],
        )
        .await;
    }
    assert_eq!(drafting.open("check").await.path(), "/en/claim/check");
    assert_eq!(before, site.text(state).await);
    // Signing out without a session is no fault.
    let page = post(&mut stranger.clone(), "/form/desk/sign-out", &[]).await;
    assert_eq!(page.path(), "/en/desk/sign-in");
}

/// After a form with a fault its address stands in the browser, and is opened again
/// with a bookmark or a tab that the browser brings back.
#[tokio::test]
async fn whoever_opens_the_address_of_a_form_comes_to_its_page() {
    let site = Site::new().await;
    let mut drafting = Passenger::new(&site, "en");
    drafting.answer_all(&DELAY[..1]).await;
    let reviewer = Reviewer::with_role(&site, "tomasz@example.org", Role::Admin).await;
    let mut tried = BTreeSet::new();
    for (client, path, page) in [
        (&*drafting, "/form/claim/save", "/claim/trip"),
        (&*drafting, "/form/claim/send", "/claim/trip"),
        (&*drafting, "/form/tracking/withdraw", "/tracking"),
        (&*drafting, "/form/tracking/renew", "/tracking"),
        (&*drafting, "/form/tracking/request-link", "/tracking"),
        (&*drafting, "/form/desk/sign-in", "/desk/sign-in"),
        (&*drafting, "/form/desk/sign-out", "/desk/sign-in"),
        (&*reviewer, "/form/desk/decide", "/desk"),
        (&*reviewer, "/form/desk/keep", "/desk"),
        (&*reviewer, "/form/desk/reassess", "/desk"),
        (&*reviewer, "/form/desk/run-job-again", "/desk/jobs"),
    ] {
        for language in ["en", "fr"] {
            let mut browser = client.clone();
            browser.language = language;
            let got = browser.get(path).await;
            assert_eq!(got.hops[0].0, StatusCode::SEE_OTHER, "{path}");
            assert_eq!(got.status, StatusCode::OK, "{path}");
            assert_eq!(got.path(), format!("/{language}{page}"), "{path}");
        }
        tried.insert(path.to_owned());
    }
    assert_eq!(
        tried,
        paths(|route| matches!(route.answer, Answer::Form(_)))
    );
}

#[tokio::test]
async fn a_draft_cookie_or_link_is_no_session_and_a_session_no_draft() {
    let site = Site::new().await;
    let reviewer = Reviewer::new(&site, "ines@example.org").await;
    let session = reviewer.cookies["aero-desk"].clone();
    let mut browser = Browser::new(&site);
    browser.cookies.insert("aero-draft".to_owned(), session);
    let page = browser.get("/en/claim/trip").await;
    assert_eq!(page.path(), "/en/claim/what-went-wrong");
    for value in ["", "nonsense", "AAAAAAAAAAAAAAAAAAAAAA", NO_LINK, "é"] {
        let mut browser = Browser::new(&site);
        browser
            .cookies
            .insert("aero-desk".to_owned(), value.to_owned());
        let page = browser.get("/en/desk").await;
        assert_eq!(page.path(), "/en/desk/sign-in", "{value}");
    }
}
