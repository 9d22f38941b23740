use axum::http::StatusCode;

use crate::support::{DELAY, Page, Passenger, Set, Site};

async fn at_trip(site: &Site) -> (Passenger, Page) {
    let mut passenger = Passenger::new(site, "en");
    let page = passenger.answer_all(&DELAY[..1]).await;
    (passenger, page)
}

#[tokio::test]
async fn a_line_more_keeps_what_was_typed() {
    let site = Site::new().await;
    let (mut passenger, page) = at_trip(&site).await;
    let typed = [("origin", "Bremen"), ("destination", "somewhere")];
    let page = passenger.fill_and_press(&page, &typed, "add trip").await;
    assert_eq!(page.address, "/en/claim/trip?more#stop-1");
    assert_eq!(page.faults(), [], "adding a line judges nothing");
    assert_eq!(page.value("origin"), "Bremen");
    assert_eq!(page.value("destination"), "somewhere");
    assert_eq!(page.value("stop-1"), "");
}

#[tokio::test]
async fn a_line_is_taken_out_and_the_later_ones_move_up() {
    let site = Site::new().await;
    let (mut passenger, mut page) = at_trip(&site).await;
    for (field, code) in [("stop-1", "CDG"), ("stop-2", "GRU"), ("stop-3", "EZE")] {
        page = passenger.fill_and_press(&page, &[], "add trip").await;
        page = passenger
            .fill_and_press(&page, &[(field, code)], "add trip")
            .await;
    }
    let page = passenger
        .fill_and_press(&page, &[("origin", "BRE")], "remove stop-1")
        .await;
    assert_eq!(page.address, "/en/claim/trip#stop-2");
    assert_eq!(page.value("origin"), "BRE");
    assert_eq!(page.value("stop-1"), "GRU");
    assert_eq!(page.value("stop-2"), "EZE");
    assert_eq!(page.count("#stop-3"), 0);
}

#[tokio::test]
async fn lines_end_where_the_form_does() {
    let site = Site::new().await;
    let (mut passenger, mut page) = at_trip(&site).await;
    for n in 1..=6 {
        page = passenger.fill_and_press(&page, &[], "add trip").await;
        let stop = format!("stop-{n}");
        page = passenger.fill_and_press(&page, &[(&stop, "CDG")], "").await;
    }
    assert!(!page.form("form#step").buttons().contains(&"add trip"));

    let mut passenger = Passenger::new(&site, "en");
    passenger.answer_all(DELAY).await;
    let mut page = passenger.open("people").await;
    for n in 1..=9 {
        let field = format!("passenger-{n}");
        let button = if n < 9 { "add people" } else { "" };
        page = passenger
            .fill_and_press(&page, &[(&field, "Ada Muster")], button)
            .await;
        if n < 9 {
            // Where one goes on, and where the focus is.
            let next = format!("/en/claim/people?more#passenger-{}", n + 1);
            assert_eq!(page.address, next);
        }
    }
    assert_eq!(page.path(), "/en/claim/contact");
    let page = passenger.open("people").await;
    assert!(!page.form("form#step").buttons().contains(&"add people"));
    let page = passenger
        .fill_and_press(
            &page,
            &[("passenger-9", "Ben Muster")],
            "remove passenger-2",
        )
        .await;
    assert_eq!(page.value("passenger-8"), "Ben Muster");
    assert_eq!(page.count("#passenger-9"), 0);
}

#[tokio::test]
async fn an_airport_of_the_list_is_taken_with_one_press() {
    let site = Site::new().await;
    let (mut passenger, page) = at_trip(&site).await;
    let typed = [("origin", "London"), ("destination", "ASU")];
    let page = passenger.fill_and_press(&page, &typed, "").await;
    let form = page.form("form#step");
    let buttons = form.buttons();
    assert!(buttons.contains(&"pick origin LHR"), "{buttons:?}");
    let page = passenger
        .fill_and_press(&page, &[("destination", "Bremen")], "pick origin LHR")
        .await;
    assert_eq!(page.address, "/en/claim/trip#origin");
    assert!(
        page.value("origin").ends_with("(LHR)"),
        "{}",
        page.value("origin")
    );
    assert_eq!(page.value("destination"), "Bremen");
    let page = passenger.fill_and_press(&page, &[], "").await;
    assert_eq!(page.path(), "/en/claim/flights");
}

#[tokio::test]
async fn buttons_that_no_page_has_are_refused_or_do_nothing() {
    let site = Site::new().await;
    let (mut passenger, _) = at_trip(&site).await;
    for then in [
        "pick",
        "pick origin",
        "steal all",
        "add nonsense",
        "remove stop-99",
        "remove",
    ] {
        let forged = [("step", "trip"), ("language", "en"), ("then", then)];
        let page = passenger.post("/form/claim/save", &forged).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{then}");
    }
    for then in [
        "remove email",
        "pick origin Atlantis",
        "pick email LHR",
        "add check",
    ] {
        let forged = [
            ("step", "trip"),
            ("language", "en"),
            ("then", then),
            ("form[origin]", "BRE"),
        ];
        let page = passenger.post("/form/claim/save", &forged).await;
        assert_eq!(page.path(), "/en/claim/trip", "{then}");
        assert_eq!(page.value("origin"), "BRE", "{then}");
    }
}

#[tokio::test]
async fn an_airport_that_is_picked_is_a_search_and_no_longer_than_one() {
    let site = Site::with(Set {
        suggestions: 1,
        ..Set::default()
    })
    .await;
    let mut passenger = Passenger::new(&site, "en");
    passenger.answer_all(&DELAY[..1]).await;
    let long = format!("pick origin {}", "paris ".repeat(8_000));
    let pick = |then: &str| {
        let fields = [("step", "trip"), ("language", "en"), ("then", then)];
        fields.map(|(name, value)| (name, value.to_owned()))
    };
    let page = passenger.post("/form/claim/save", &pick(&long)).await;
    assert_eq!(page.value("origin"), "", "nothing was found");
    let page = passenger
        .post("/form/claim/save", &pick("pick origin BRE"))
        .await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(page.header("retry-after"), "60");
}
