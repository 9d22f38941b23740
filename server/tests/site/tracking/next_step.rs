use crate::support::{DELAY, Passenger, Reviewer, SHORT_DELAY, Site, Trip};

/// What the page says in English with the last day that is safe everywhere.
fn english(day: &str) -> String {
    format!(
        "First ask the airline in writing to pay: name a day for it, and keep proof that you asked. \
         In some of the courts that may hear it, the claim may be lost after {day}."
    )
}

#[tokio::test]
async fn who_has_not_asked_the_airline_is_told_to_on_both_pages_in_both_languages() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    // Bremen: three years from the end of 2026; a French court has five.
    let first = english("31 December 2029");
    assert!(sent.main().contains(&first), "{}", sent.main());
    let address = format!("/fr/tracking/{}", sent.reference());
    let french = passenger.get(&address).await;
    let d_abord = "Demandez d’abord par écrit à la compagnie de payer : fixez-lui une date et gardez \
                   la preuve de votre demande. Devant certains des tribunaux qui peuvent en \
                   connaître, votre droit peut être perdu après le 31 décembre 2029.";
    assert!(french.main().contains(d_abord), "{}", french.main());

    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let desk = reviewer
        .get(&format!("/en/desk/claims/{}", sent.reference()))
        .await;
    let heading = desk.text("#claiming");
    assert_eq!(heading, "Claiming from the airline");
    assert!(desk.main().contains(&first), "{}", desk.main());

    // That the form was sent to us starts nobody's time.
    site.clock.advance(24 * 62);
    let later = passenger.get(&sent.address).await;
    assert!(later.main().contains(&first), "{}", later.main());
    assert!(
        !later.main().contains("Schlichtungsstelle"),
        "{}",
        later.main()
    );
}

/// A direct flight of 2 March 2026 that landed more than four hours late.
macro_rules! direct {
    ($from:literal, $to:literal, $flight:literal) => {
        &[
            ("what-went-wrong", &[("event", "delay")]),
            ("trip", &[("origin", $from), ("destination", $to)]),
            (
                "flights",
                &[
                    ("flight-1", $flight),
                    ("flight-day", "2"),
                    ("flight-month", "3"),
                    ("flight-year", "2026"),
                ],
            ),
            (
                "schedule",
                &[
                    ("booked-arrival-day", "2"),
                    ("booked-arrival-month", "3"),
                    ("booked-arrival-year", "2026"),
                    ("booked-arrival-time", "12:00"),
                ],
            ),
            (
                "arrival",
                &[
                    ("actual-arrival-day", "2"),
                    ("actual-arrival-month", "3"),
                    ("actual-arrival-year", "2026"),
                    ("actual-arrival-time", "16:30"),
                ],
            ),
            ("reason", &[("reason", "none")]),
        ]
    };
}

/// Each flight with the earliest last safe day of its courts: the year's end plus
/// three in Germany (BGB ss195, 199) before five years in Spain; two in the
/// Netherlands (BW 8:1835); one in Poland (KC 778) before the German three.
const FLIGHTS: [(Trip, &str); 3] = [
    (direct!("HAM", "PMI", "EW 7584"), "31 December 2029"),
    (direct!("AMS", "AGP", "HV 6115"), "2 March 2028"),
    (direct!("WAW", "FRA", "LO 379"), "2 March 2027"),
];

#[tokio::test]
async fn an_ordinary_claim_is_sent_to_no_court_abroad_and_the_earliest_day_counts() {
    for (trip, day) in FLIGHTS {
        let site = Site::new().await;
        let mut passenger = Passenger::new(&site, "en");
        let sent = passenger.file(trip).await;
        let main = sent.main();
        assert!(main.contains(&english(day)), "{day}: {main}");
        assert!(!main.contains("Small Claims"), "{day}: {main}");
    }
}

#[tokio::test]
async fn who_is_told_that_the_claim_does_not_hold_is_sent_to_no_court() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let reject = [
        ("verdict", "reject"),
        ("reason", "extraordinary"),
        ("text", "A storm."),
    ];
    reviewer.decide(&sent.reference(), &reject).await;
    let rejected = passenger.get(&sent.address).await;
    assert!(rejected.main().contains("A storm."));
    assert!(
        !rejected.main().contains("Claiming from the airline"),
        "{}",
        rejected.main()
    );
}

#[tokio::test]
async fn a_claim_without_a_sum_has_no_next_step() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(SHORT_DELAY).await;
    assert!(
        !sent.main().contains("Claiming from the airline"),
        "{}",
        sent.main()
    );
}
