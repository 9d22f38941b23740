//! Sentences that say the right thing for the right answer.

use crate::support::{CANCELLATION, DELAY, Page, Passenger, Reviewer, SHORT_DELAY, Site, Trip};

/// The answer of a row of the summary, with what stands small below it.
fn answer(page: &Page, term: &str) -> String {
    let rows = page.texts(".summary-list > div");
    let row = rows.iter().find(|row| row.starts_with(term));
    row.unwrap_or_else(|| panic!("{term} in {rows:?}")).clone()
}

#[tokio::test]
async fn what_is_confirmed_of_another_flight_is_when_it_left_and_when_it_arrived() {
    let site = Site::new().await;
    for (language, offered, departure, arrival) in [
        (
            "en",
            "Offered instead",
            "Left: Thu 5 March 2026, 10:00.",
            "Arrived: Thu 5 March 2026, 14:35.",
        ),
        (
            "fr",
            "Proposé à la place",
            "Départ : jeu. 5 mars 2026, 10:00.",
            "Arrivée : jeu. 5 mars 2026, 14:35.",
        ),
    ] {
        let mut passenger = Passenger::new(&site, language);
        let check = passenger.answer_to_the_end(CANCELLATION).await;
        let row = answer(&check, offered);
        assert!(row.contains(departure), "{row}");
        assert!(row.contains(arrival), "{row}");
        let sent = passenger.send_claim().await;
        let mut reviewer = Reviewer::new(&site, &format!("ines.{language}@example.org")).await;
        let claim = format!("/{language}/desk/claims/{}", sent.reference());
        let facts = reviewer
            .get(&claim)
            .await
            .text("section[aria-labelledby='facts']");
        assert!(facts.contains(departure), "{facts}");
        assert!(facts.contains(arrival), "{facts}");
    }
}

#[tokio::test]
async fn the_desk_names_the_language_of_the_passenger_in_its_own() {
    let site = Site::new().await;
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    for (theirs, desk, hint, row) in [
        (
            "en",
            "en",
            "page, in English.",
            "Language of the passenger: English",
        ),
        (
            "fr",
            "en",
            "page, in French.",
            "Language of the passenger: French",
        ),
        (
            "en",
            "fr",
            "demande, en anglais.",
            "Langue du passager : anglais",
        ),
        (
            "fr",
            "fr",
            "demande, en français.",
            "Langue du passager : français",
        ),
    ] {
        let sent = Passenger::new(&site, theirs).file(DELAY).await;
        let claim = format!("/{desk}/desk/claims/{}", sent.reference());
        let page = reviewer.get(&claim).await.text("main");
        assert!(page.contains(hint), "{page}");
        assert!(page.contains(row), "{page}");
    }
    for (language, label) in [
        ("en", "Search by reference, name or flight"),
        ("fr", "Chercher par référence, nom ou vol"),
    ] {
        let page = reviewer.get(&format!("/{language}/desk")).await;
        assert_eq!(page.text("label.label[for='q']"), label);
    }
}

#[tokio::test]
async fn the_version_of_the_rules_is_told_to_passengers_as_a_day() {
    let site = Site::new().await;
    for (language, day) in [
        ("en", "rules of 3 December 2026"),
        ("fr", "règles du 3 décembre 2026"),
    ] {
        let mut passenger = Passenger::new(&site, language);
        let result = passenger.answer_all(DELAY).await;
        assert!(result.main().contains(day), "{}", result.main());
    }
}

#[tokio::test]
async fn a_rejection_for_another_reason_names_none_and_every_other_one_does() {
    let site = Site::new().await;
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    for (reason, named) in [
        ("other", None),
        ("too_late", Some("The time limit has passed")),
    ] {
        let mut passenger = Passenger::new(&site, "en");
        let sent = passenger.file(DELAY).await;
        let reject = [("verdict", "reject"), ("reason", reason), ("text", "No.")];
        reviewer.decide(&sent.reference(), &reject).await;
        let page = passenger.get(sent.path()).await;
        let told = page.texts("section[aria-labelledby='next'] dd, [aria-labelledby='next'] dd");
        assert_eq!(told.first().map(String::as_str), named, "{}", page.main());
        assert!(!page.main().contains("Another reason"));
    }
}

/// The flight of [`DELAY`], at its booked time to the minute.
const ON_TIME: Trip = &[
    DELAY[0],
    DELAY[1],
    DELAY[2],
    DELAY[3],
    (
        "arrival",
        &[
            ("actual-arrival-day", "3"),
            ("actual-arrival-month", "3"),
            ("actual-arrival-year", "2026"),
            ("actual-arrival-time", "7:30"),
        ],
    ),
    DELAY[5],
];

#[tokio::test]
async fn a_flight_is_called_late_only_if_one_arrived_late() {
    let site = Site::new().await;
    for (trip, is_late) in [(ON_TIME, false), (SHORT_DELAY, true)] {
        let mut passenger = Passenger::new(&site, "en");
        let result = passenger.answer_all(trip).await;
        let said = result.main();
        assert_eq!(said.contains("AF 1225 late"), is_late, "{said}");
        assert_eq!(said.contains("Booked Tue 07:30"), is_late, "{said}");
        assert!(said.contains("Arrived"), "{said}");
    }
}
