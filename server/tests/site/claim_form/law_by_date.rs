//! What pages say of the law goes by the day of the flight and of the claim.

use crate::support::{Browser, DELAY, Page, Passenger, Site, Trip};

/// Days from the time that tests begin at to 22 October 2027.
const TO_THE_EVE: i64 = 581;

/// A direct flight on a day of October 2027, on time but for so many minutes.
fn late(
    day: &'static str,
    arrived: &'static str,
) -> Vec<(&'static str, Vec<(&'static str, &'static str)>)> {
    let flight = vec![
        ("flight-1", "LH1112"),
        ("flight-day", day),
        ("flight-month", "10"),
        ("flight-year", "2027"),
    ];
    let booked = vec![
        ("booked-arrival-day", day),
        ("booked-arrival-month", "10"),
        ("booked-arrival-year", "2027"),
        ("booked-arrival-time", "12:35"),
    ];
    let real = vec![
        ("actual-arrival-day", day),
        ("actual-arrival-month", "10"),
        ("actual-arrival-year", "2027"),
        ("actual-arrival-time", arrived),
    ];
    vec![
        ("what-went-wrong", vec![("event", "delay")]),
        ("trip", vec![("origin", "FRA"), ("destination", "MAD")]),
        ("flights", flight),
        ("schedule", booked),
        ("arrival", real),
        ("reason", vec![("reason", "none")]),
    ]
}

async fn result(site: &Site, language: &'static str, trip: Trip) -> Page {
    Passenger::new(site, language).answer_all(trip).await
}

/// The result of a flight of October 2027.
async fn october(site: &Site, day: &'static str, arrived: &'static str) -> Page {
    let mut passenger = Passenger::new(site, "en");
    let mut page = None;
    for (step, answers) in late(day, arrived) {
        page = Some(passenger.answer(step, &answers).await);
    }
    page.expect("a page")
}

#[tokio::test]
async fn the_first_page_says_from_when_three_hours_are_not_enough() {
    let site = Site::new().await;
    site.clock.advance(24 * TO_THE_EVE);
    let eve = Browser::new(&site).get("/en").await;
    assert!(eve.main().contains("three hours late or more"));
    site.clock.advance(24);
    for (path, part) in [
        (
            "/en",
            "23 October 2027, when you arrive more than three hours late",
        ),
        ("/fr", "23 octobre 2027, au-delà de trois heures"),
    ] {
        let page = Browser::new(&site).get(path).await;
        assert!(page.main().contains(part), "{}", page.main());
        assert!(!page.main().contains("three hours late or more"));
    }
}

#[tokio::test]
async fn the_day_before_and_the_day_of_the_amendment_differ_at_three_hours() {
    let site = Site::new().await;
    site.clock.advance(24 * (TO_THE_EVE + 5));
    let eve = october(&site, "22", "15:35").await;
    assert!(eve.main().contains("€250"), "{}", eve.main());
    let day = october(&site, "23", "15:35").await;
    assert!(
        day.main().contains("takes more than three hours"),
        "{}",
        day.main()
    );
    let later = october(&site, "23", "15:36").await;
    for part in ["€250", "2026/2202", "within 96 hours", "7 working days"] {
        assert!(later.main().contains(part), "{part}: {}", later.main());
    }
}

#[tokio::test]
async fn what_comes_after_a_refusal_goes_by_the_country() {
    let site = Site::new().await;
    let german = result(&site, "en", DELAY).await;
    for part in [
        "Luftfahrt-Bundesamt (LBA) can act",
        "cannot award you money",
        "You can also go to court.",
    ] {
        assert!(german.main().contains(part), "{part}: {}", german.main());
    }
    let from = |origin: &'static str| {
        let mut trip = DELAY.to_vec();
        let places: &'static [(&str, &str)] = match origin {
            "CDG" => &[("origin", "CDG"), ("destination", "ASU")],
            _ => &[("origin", "ZRH"), ("destination", "ASU")],
        };
        trip[1] = ("trip", places);
        trip
    };
    let mut passenger = Passenger::new(&site, "en");
    let french = passenger.answer_all(&from("CDG")).await;
    for part in [
        "only after mediation (Médiateur Tourisme et Voyage)",
        "7 February 2026",
    ] {
        assert!(french.main().contains(part), "{part}: {}", french.main());
    }
    assert!(!french.main().contains("You can also go to court."));
    let mut passenger = Passenger::new(&site, "fr");
    let french = passenger.answer_all(&from("CDG")).await;
    assert!(
        french.main().contains("qu’après une médiation"),
        "{}",
        french.main()
    );
    let mut passenger = Passenger::new(&site, "en");
    let swiss = passenger.answer_all(&from("ZRH")).await;
    assert!(
        swiss
            .main()
            .contains("you can report it to Bundesamt für Zivilluftfahrt (BAZL)")
    );
    assert!(swiss.main().contains("For the money you can go to court."));
}
