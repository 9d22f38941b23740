use axum::http::StatusCode;

use crate::support::{CANCELLATION, DELAY, Passenger, Site};

#[tokio::test]
async fn a_page_that_is_not_open_yet_leads_to_the_one_that_is() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    for step in ["trip", "flights", "result", "people", "contact", "check"] {
        let page = passenger.open(step).await;
        assert_eq!(page.path(), "/en/claim/what-went-wrong", "from {step}");
        assert_eq!(page.status, StatusCode::OK);
    }
    passenger.answer_all(&DELAY[..2]).await;
    for step in ["schedule", "arrival", "reason", "result", "check"] {
        let page = passenger.open(step).await;
        assert_eq!(page.path(), "/en/claim/flights", "from {step}");
    }
    // Pages of the other journey are not on the way at all.
    assert_eq!(passenger.open("notice").await.path(), "/en/claim/flights");
}

#[tokio::test]
async fn a_forged_page_is_kept_but_opens_nothing() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let forged = [
        ("step", "contact"),
        ("language", "en"),
        ("form[email]", "marta@example.org"),
    ];
    let page = passenger.post("/form/claim/save", &forged).await;
    assert_eq!(page.path(), "/en/claim/what-went-wrong");
    assert_eq!(site.count("SELECT count(*) FROM drafts").await, 1);
    passenger.answer_to_the_end(DELAY).await;
}

#[tokio::test]
async fn an_unknown_page_is_not_found() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    for path in [
        "/en/claim/nonsense",
        "/en/nonsense",
        "/de",
        "/en/claim/Trip",
        "/xx/claim/trip",
    ] {
        let page = passenger.get(path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(page.text("h1"), "We found no such page", "{path}");
    }
    let unknown = [("step", "nonsense"), ("language", "en")];
    let page = passenger.post("/form/claim/save", &unknown).await;
    assert_eq!(page.status, StatusCode::BAD_REQUEST);
    assert_eq!(page.text("h1"), "We could not read what was sent");
}

#[tokio::test]
async fn a_page_cannot_write_the_fields_of_another() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    passenger.answer_all(&DELAY[..3]).await;
    let forged = [
        ("step", "schedule"),
        ("language", "en"),
        ("form[event]", "cancellation"),
        ("form[origin]", "MAD"),
        ("form[is-true]", "yes"),
        ("form[nonsense]", "x"),
    ];
    passenger.post("/form/claim/save", &forged).await;
    let stored = site.text("SELECT answers::text FROM drafts").await;
    assert!(stored.contains("\"event\": \"delay\""), "{stored}");
    for part in ["cancellation", "MAD", "is-true", "nonsense"] {
        assert!(!stored.contains(part), "{part}: {stored}");
    }
}

#[tokio::test]
async fn a_change_of_the_event_opens_the_pages_of_the_other_journey() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    passenger.answer_all(DELAY).await;
    let page = passenger
        .answer("what-went-wrong", &[("event", "cancellation")])
        .await;
    assert_eq!(page.path(), "/en/claim/trip");
    assert_eq!(passenger.open("arrival").await.path(), "/en/claim/notice");
    passenger.answer_to_the_end(CANCELLATION).await;
}

#[tokio::test]
async fn a_change_leads_back_to_where_it_was_asked_for() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let check = passenger.answer_to_the_end(DELAY).await;
    let change = check.attribute("a[href*='/claim/reason?back=check']", "href");
    let page = passenger.get(&change.unwrap()).await;
    let back = passenger
        .fill_and_press(&page, &[("reason", "weather")], "")
        .await;
    assert_eq!(back.path(), "/en/claim/check");

    // A mistake on the way does not forget where it came from.
    let page = passenger.get("/en/claim/trip?back=result").await;
    let mut form = page.form("form#step");
    form.fill("form[destination]", "Nowhere");
    let wrong = passenger.submit(&form).await;
    assert_eq!(wrong.address, "/en/claim/trip?check&back=result");
    let page = passenger
        .fill_and_press(&wrong, &[("destination", "Asunción")], "")
        .await;
    assert_eq!(page.path(), "/en/claim/result");

    // Another airport has another flight, which is asked for first.
    let page = passenger.get("/en/claim/trip?back=result").await;
    let page = passenger
        .fill_and_press(&page, &[("destination", "GRU")], "")
        .await;
    assert_eq!(page.path(), "/en/claim/flights");
    assert_eq!(page.value("flight-1"), "");
    assert_eq!(page.value("flight-month"), "March", "the day still holds");
    let odd = [
        ("step", "what-went-wrong"),
        ("language", "en"),
        ("back_to", "//evil.example"),
        ("form[event]", "delay"),
    ];
    let page = passenger.post("/form/claim/save", &odd).await;
    assert_eq!(page.path(), "/en/claim/trip");
}

#[tokio::test]
async fn an_address_that_is_as_good_as_known_leads_there() {
    let site = Site::new().await;
    for (typed, address) in [
        ("/en/claim", "/en/claim/what-went-wrong"),
        ("/fr/claim/", "/fr/claim/what-went-wrong"),
        ("/EN", "/en"),
        ("/Fr/help", "/fr/help"),
        ("/EN/claim", "/en/claim/what-went-wrong"),
    ] {
        let page = Passenger::new(&site, "en").get(typed).await;
        assert_eq!(page.address, address, "{typed}");
        assert_eq!(page.status, StatusCode::OK, "{typed}");
    }
}
