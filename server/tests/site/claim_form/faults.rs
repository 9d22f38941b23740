use axum::http::StatusCode;

use crate::support::{CANCELLATION, DELAY, PEOPLE, Page, Passenger, Site, Trip};

/// The message at a field, as the summary says it too.
fn fault(page: &Page, field: &str) -> String {
    let faults = page.faults();
    let found = faults.iter().find(|(id, _)| id == field);
    let (id, message) = found.unwrap_or_else(|| panic!("no fault at {field}: {faults:?}"));
    let places = page.texts("p.fault");
    // A date has one message for its three boxes: the first that is wrong.
    let is_part_of_date = ["-day", "-month", "-year"]
        .iter()
        .any(|part| id.ends_with(part));
    if !is_part_of_date {
        assert!(
            places.iter().any(|place| place.ends_with(message.as_str())),
            "{message:?} is not at its field: {places:?}"
        );
    }
    assert_eq!(
        page.count(&format!("[id='{id}']")),
        1,
        "the link of the summary to {id}"
    );
    assert!(!places.is_empty());
    message.clone()
}

/// Answers a page wrongly; the same page comes back with its faults.
async fn wrong(passenger: &mut Passenger, step: &str, answers: &[(&str, &str)]) -> Page {
    let page = passenger.answer(step, answers).await;
    assert_eq!(
        page.address,
        format!("/en/claim/{step}?check"),
        "{answers:?}"
    );
    assert_eq!(page.hops[0].0, StatusCode::SEE_OTHER);
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.text("title").starts_with("Error: "),
        "{}",
        page.text("title")
    );
    assert_eq!(page.text("#error-summary-title"), "There is a problem");
    page
}

async fn at(site: &Site, trip: Trip) -> Passenger {
    let mut passenger = Passenger::new(site, "en");
    passenger.answer_all(trip).await;
    passenger
}

#[tokio::test]
async fn every_page_that_is_sent_empty_says_what_is_missing() {
    let site = Site::new().await;
    for (trip, language) in [(DELAY, "en"), (CANCELLATION, "en"), (DELAY, "fr")] {
        let mut passenger = Passenger::new(&site, language);
        for (step, answers) in trip.iter().chain(PEOPLE).chain(&[("check", [].as_slice())]) {
            let page = passenger.open(step).await;
            let mut form = page.form("form#step");
            form.clear();
            let page = passenger.submit(&form).await;
            assert_eq!(page.address, format!("/{language}/claim/{step}?check"));
            assert_eq!(page.hops[0].0, StatusCode::SEE_OTHER);
            assert!(!page.faults().is_empty(), "{step}");
            assert!(page.count("p.fault") > 0, "{step}");
            for (id, message) in page.faults() {
                assert_eq!(page.count(&format!("[id='{id}']")), 1, "{step}: {id}");
                assert!(!message.is_empty());
            }
            if *step != "check" {
                passenger.answer(step, answers).await;
            }
        }
    }
}

#[tokio::test]
async fn what_was_typed_stays_in_the_fields_beside_its_fault() {
    let site = Site::new().await;
    let mut passenger = at(&site, &DELAY[..2]).await;
    let typed = [
        ("flight-1", "AF1225 please"),
        ("operated-by-1", "Lufthansa or Swiss"),
        ("flight-day", "31"),
        ("flight-month", "Nov"),
        ("flight-year", "2025"),
    ];
    let page = wrong(&mut passenger, "flights", &typed).await;
    for (name, text) in typed {
        assert_eq!(page.value(name), text);
    }
    assert!(fault(&page, "flight-1").starts_with("This is not a flight number"));
    assert_eq!(
        fault(&page, "operated-by-1"),
        "We cannot tell which airline this is. Enter its two characters, for example KL"
    );
    assert_eq!(
        fault(&page, "flight-day"),
        "November has 30 days: enter a day from 1 to 30"
    );
    let again = passenger.open("flights").await;
    assert_eq!(again.faults(), [], "faults show once the page was sent");
    assert_eq!(again.value("flight-day"), "31");
}

#[tokio::test]
async fn an_answer_that_is_not_offered_is_a_fault() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let forged = [
        ("step", "what-went-wrong"),
        ("language", "en"),
        ("form[event]", "strike"),
    ];
    let page = passenger.post("/form/claim/save", &forged).await;
    assert_eq!(fault(&page, "event"), "Choose one of the answers shown");
}

#[tokio::test]
async fn airports_that_are_unknown_ambiguous_or_the_same_are_faults() {
    let site = Site::new().await;
    let mut passenger = at(&site, &DELAY[..1]).await;
    let typed = [("origin", "Qwertzuiop"), ("destination", "London")];
    let page = wrong(&mut passenger, "trip", &typed).await;
    assert!(fault(&page, "origin").starts_with("We know no airport"));
    assert!(fault(&page, "destination").starts_with("Several airports fit"));
    assert!(page.main().contains("Did you mean:"));

    let typed = [("origin", "FRA"), ("destination", "fra")];
    let page = wrong(&mut passenger, "trip", &typed).await;
    assert!(fault(&page, "destination").starts_with("The trip ends where it started"));
    assert_eq!(page.value("destination"), "fra");

    let typed = [("origin", "🛫"), ("destination", "' OR 1=1 --")];
    let page = wrong(&mut passenger, "trip", &typed).await;
    assert_eq!(page.faults().len(), 2);
    assert_eq!(page.value("origin"), "🛫");
}

#[tokio::test]
async fn stops_have_faults_of_their_own() {
    let site = Site::new().await;
    let mut passenger = at(&site, &DELAY[..1]).await;
    let typed = [("origin", "FRA"), ("destination", "MAD")];
    let page = passenger.answer_and_press("trip", &typed, "add trip").await;
    let page = passenger
        .fill_and_press(&page, &[("stop-1", "FRA")], "")
        .await;
    assert!(fault(&page, "stop-1").starts_with("This airport stands twice"));
    assert_eq!(
        fault(&page, "one-booking"),
        "Say whether it was all one booking"
    );
    let apart = [("stop-1", "CDG"), ("one-booking", "no")];
    let page = passenger.fill_and_press(&page, &apart, "").await;
    assert!(fault(&page, "one-booking").starts_with("Flights booked apart"));
    let page = passenger
        .fill_and_press(&page, &[("one-booking", "unknown")], "")
        .await;
    assert_eq!(page.path(), "/en/claim/flights");
    let page = wrong(&mut passenger, "flights", &[("flight-1", "LH1")]).await;
    fault(&page, "flight-2");
    assert_eq!(
        fault(&page, "trouble-leg"),
        "Choose the flight that went wrong first"
    );
}

#[tokio::test]
async fn days_that_cannot_be_are_faults() {
    let site = Site::new().await;
    let mut passenger = at(&site, &DELAY[..2]).await;
    let day = |day, month, year| {
        [
            ("flight-1", "AF1"),
            ("flight-day", day),
            ("flight-month", month),
            ("flight-year", year),
        ]
    };
    for (typed, field, message) in [
        (day("30", "2", "2026"), "flight-day", "February has 28 days"),
        (day("0", "2", "2026"), "flight-day", "February has 28 days"),
        (
            day("1", "13", "2026"),
            "flight-month",
            "Enter the month as a number",
        ),
        (
            day("1", "brumaire", "2026"),
            "flight-month",
            "Enter the month as a number",
        ),
        (
            day("1", "1", "1999"),
            "flight-year",
            "Enter the year with four digits",
        ),
        (
            day("1", "1", "MMXX"),
            "flight-year",
            "Enter the year with four digits",
        ),
        (day("-1", "1", "2026"), "flight-day", "January has 31 days"),
        (
            day("22", "3", "2026"),
            "flight-year",
            "This day is still to come",
        ),
        (
            day("1", "1", "2099"),
            "flight-year",
            "This day is still to come",
        ),
    ] {
        let page = wrong(&mut passenger, "flights", &typed).await;
        let said = fault(&page, field);
        assert!(said.starts_with(message), "{typed:?}: {said}");
    }
    // Tomorrow may be today already where the passenger is.
    let page = passenger.answer("flights", &day("21", "3", "2026")).await;
    assert_eq!(page.path(), "/en/claim/schedule");
}

#[tokio::test]
async fn a_cancelled_flight_may_be_still_to_come_but_not_in_years() {
    let site = Site::new().await;
    let mut passenger = at(&site, &CANCELLATION[..2]).await;
    let day = |year| {
        [
            ("flight-1", "LH1"),
            ("flight-day", "1"),
            ("flight-month", "5"),
            ("flight-year", year),
        ]
    };
    let page = wrong(&mut passenger, "flights", &day("2028")).await;
    assert_eq!(
        fault(&page, "flight-year"),
        "This day is still to come. Check the date"
    );
    let page = passenger.answer("flights", &day("2026")).await;
    assert_eq!(page.path(), "/en/claim/notice");
}

#[tokio::test]
async fn an_arrival_before_the_departure_far_from_it_or_to_come_is_a_fault() {
    let site = Site::new().await;
    let mut passenger = at(&site, &DELAY[..3]).await;
    let booked = |day, month, time| {
        [
            ("booked-arrival-day", day),
            ("booked-arrival-month", month),
            ("booked-arrival-year", "2026"),
            ("booked-arrival-time", time),
        ]
    };
    let page = wrong(&mut passenger, "schedule", &booked("3", "9", "7:30")).await;
    let far = "This is far from your flight on 2 March 2026. Check the date";
    assert!(
        fault(&page, "booked-arrival-day").ends_with("Check the date"),
        "{} {far}",
        fault(&page, "booked-arrival-day")
    );
    let page = wrong(&mut passenger, "schedule", &booked("3", "3", "25:00")).await;
    assert!(fault(&page, "booked-arrival-time").starts_with("Enter the time with hours"));
    passenger
        .answer("schedule", &booked("3", "3", "7:30"))
        .await;

    let arrived = |day, month| {
        [
            ("actual-arrival-day", day),
            ("actual-arrival-month", month),
            ("actual-arrival-year", "2026"),
            ("actual-arrival-time", "18:30"),
        ]
    };
    for (typed, message) in [
        (arrived("27", "2"), "The arrival is before the departure"),
        (arrived("3", "9"), "This is far from your flight"),
        (arrived("29", "3"), "This day is still to come"),
    ] {
        let page = wrong(&mut passenger, "arrival", &typed).await;
        let said = fault(&page, "actual-arrival-day");
        assert!(said.starts_with(message), "{said}");
    }
    // Who did not get there has no time, but something happened instead.
    let page = wrong(&mut passenger, "arrival", &[("never-arrived", "yes")]).await;
    assert!(fault(&page, "instead").starts_with("Choose what happened instead"));
    assert_eq!(page.faults().len(), 1);
    let own_way = [
        ("never-arrived", "yes"),
        ("instead", "own-way"),
        ("actual-arrival-day", ""),
    ];
    let page = wrong(&mut passenger, "arrival", &own_way).await;
    assert_eq!(
        fault(&page, "actual-arrival-day"),
        "Enter the day of the arrival"
    );
    let gave_up = [("never-arrived", "yes"), ("instead", "gave-up")];
    let page = passenger.answer("arrival", &gave_up).await;
    assert_eq!(page.path(), "/en/claim/reason");
}

#[tokio::test]
async fn a_cancelled_flight_cannot_arrive_a_day_before_it_left() {
    let site = Site::new().await;
    let mut passenger = at(&site, &CANCELLATION[..4]).await;
    let mut typed = CANCELLATION[4].1.to_vec();
    typed[4] = ("booked-arrival-day", "4");
    let page = wrong(&mut passenger, "schedule", &typed).await;
    assert!(fault(&page, "booked-arrival-day").starts_with("The arrival is before"));
    // Nor can it leave on another day than the trip.
    typed[0] = ("booked-departure-day", "8");
    let page = wrong(&mut passenger, "schedule", &typed).await;
    let said = fault(&page, "booked-departure-day");
    assert!(
        said.starts_with("You gave 5 March 2026 as the day"),
        "{said}"
    );
    assert_eq!(page.faults().len(), 1);
    passenger.answer_all(&[CANCELLATION[4]]).await;

    let mut typed = CANCELLATION[5].1.to_vec();
    typed[1] = ("replacement-departure-day", "8");
    let page = wrong(&mut passenger, "replacement", &typed).await;
    assert!(fault(&page, "replacement-arrival-day").starts_with("The arrival is before"));
    typed[2] = ("replacement-departure-month", "9");
    let page = wrong(&mut passenger, "replacement", &typed).await;
    assert!(fault(&page, "replacement-departure-day").starts_with("This is far from"));
    // Nothing but the money back needs no times, whatever stands in their boxes.
    typed[0] = ("replacement", "nothing");
    let page = passenger.answer("replacement", &typed).await;
    assert_eq!(page.path(), "/en/claim/reason");
}

#[tokio::test]
async fn names_of_the_world_are_taken_and_emoji_are_not() {
    let site = Site::new().await;
    let mut passenger = at(&site, DELAY).await;
    let page = wrong(&mut passenger, "people", &[("passenger-1", "Marta 🛫")]).await;
    assert!(fault(&page, "passenger-1").starts_with("Enter the name with letters only"));
    assert_eq!(page.value("passenger-1"), "Marta 🛫");
    let long = "a".repeat(101);
    let page = wrong(&mut passenger, "people", &[("passenger-1", &long)]).await;
    assert!(fault(&page, "passenger-1").starts_with("Enter a name of at most 100"));
    for name in [
        "Wolfeschlegelsteinhausenbergerdorff Hube",
        "Nguyễn Thị Minh Khai",
        "李小龍",
        "Niamh O’Sullivan",
    ] {
        let page = passenger.answer("people", &[("passenger-1", name)]).await;
        assert_eq!(page.path(), "/en/claim/contact", "{name}");
        assert_eq!(passenger.open("people").await.value("passenger-1"), name);
    }
    for email in ["nobody", "a@b", "a b@c.de", "a@@b.de"] {
        let page = wrong(&mut passenger, "contact", &[("email", email)]).await;
        assert_eq!(
            fault(&page, "email"),
            "Enter an e-mail address like name@example.org"
        );
        assert_eq!(page.value("email"), email);
    }
}

#[tokio::test]
async fn a_claim_is_not_sent_without_both_ticks() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    passenger.answer_to_the_end(DELAY).await;
    let page = wrong(&mut passenger, "check", &[("is-true", "yes")]).await;
    assert_eq!(page.faults().len(), 1);
    assert!(fault(&page, "may-act").starts_with("Allow the claim to be passed on"));
    assert!(
        page.attribute("#is-true", "checked").is_some(),
        "the tick stays"
    );
    assert_eq!(site.count("SELECT count(*) FROM claims").await, 0);
}
