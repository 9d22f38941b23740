use crate::support::{CANCELLATION, DELAY, PEOPLE, Page, Passenger, Reviewer, Site, Trip};

/// BRE-CDG-GRU-ASU on one booking, with a stop added at a time.
pub async fn answer_with_stops(passenger: &mut Passenger) -> Page {
    passenger
        .answer("what-went-wrong", &[("event", "delay")])
        .await;
    let typed = [("origin", "Bremen"), ("destination", "Asuncion")];
    let page = passenger.answer_and_press("trip", &typed, "add trip").await;
    let page = passenger
        .fill_and_press(&page, &[("stop-1", "CDG")], "add trip")
        .await;
    let stops = [("stop-2", "GRU"), ("one-booking", "yes")];
    let page = passenger.fill_and_press(&page, &stops, "").await;
    assert!(page.path().ends_with("/claim/flights"), "{}", page.address);
    const REST: Trip = &[
        (
            "flights",
            &[
                ("flight-1", "AF1225"),
                ("flight-2", "AF 454"),
                ("flight-3", "LA1302"),
                ("flight-day", "2"),
                ("flight-month", "3"),
                ("flight-year", "2026"),
                ("trouble-leg", "1"),
            ],
        ),
        DELAY[3],
        DELAY[4],
        DELAY[5],
    ];
    passenger.answer_all(REST).await
}

#[tokio::test]
async fn a_missed_connection_gives_600_euros_and_its_passenger_sees_it_approved() {
    let site = Site::new().await;
    for (language, amount, likely, sent, approved) in [
        (
            "en",
            "€600",
            "Likely owed",
            "Claim sent",
            "Your claim was approved",
        ),
        (
            "fr",
            "600\u{a0}€",
            "Probablement dû",
            "Demande envoyée",
            "Votre demande a été acceptée",
        ),
    ] {
        let mut passenger = Passenger::new(&site, language);
        let assessment = answer_with_stops(&mut passenger).await;
        assert_eq!(assessment.path(), format!("/{language}/claim/result"));
        assert!(assessment.body.contains(amount), "{}", assessment.main());
        let text = assessment.main();
        for part in [likely, "BRE", "CDG", "GRU", "ASU", "Air France", "261/2004"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(
            assessment.count("main ol li, main details") >= 3,
            "the reasons"
        );

        passenger.answer_all(PEOPLE).await;
        let page = passenger.send_claim().await;
        assert!(page.address.ends_with("?sent"), "{}", page.address);
        assert_eq!(page.text("h1"), sent);
        let reference = page.reference();
        let follow = passenger.get(page.path()).await;
        assert!(follow.text("h1").contains("Asuncion") || follow.text("h1").contains("Asunción"));

        let mut reviewer = Reviewer::new(&site, &format!("{language}@example.org")).await;
        let claim = reviewer.get(&format!("/en/desk/claims/{reference}")).await;
        for part in ["€600", "Marta Brandt", "AF 454", "marta.brandt@example.org"] {
            assert!(claim.main().contains(part), "{part}: {}", claim.main());
        }
        let saved = reviewer
            .decide_on(
                &claim,
                &[("verdict", "approve"), ("text", "It holds.\nWe write.")],
            )
            .await;
        assert!(saved.address.ends_with("?saved"), "{}", saved.address);

        let follow = passenger.get(page.path()).await;
        assert!(follow.main().contains(approved), "{}", follow.main());
        assert!(follow.texts("main p").contains(&"It holds.".to_owned()));
        assert!(follow.texts("main p").contains(&"We write.".to_owned()));
        assert!(!follow.main().contains("Ines"), "staff are not named");
    }
}

#[tokio::test]
async fn a_cancellation_with_a_near_replacement_gives_125_euros_and_its_passenger_sees_it_rejected()
{
    let site = Site::new().await;
    for (language, amount, rejected, reason) in [
        (
            "en",
            "€125",
            "Your claim was not approved",
            "This claim was sent or paid before",
        ),
        (
            "fr",
            "125\u{a0}€",
            "Votre demande n’a pas été acceptée",
            "Cette demande a déjà été envoyée ou payée",
        ),
    ] {
        let mut passenger = Passenger::new(&site, language);
        let assessment = passenger.answer_all(CANCELLATION).await;
        assert_eq!(assessment.path(), format!("/{language}/claim/result"));
        assert!(assessment.body.contains(amount), "{}", assessment.main());
        assert!(
            assessment.main().contains("Lufthansa"),
            "{}",
            assessment.main()
        );
        passenger.answer_all(PEOPLE).await;
        let page = passenger.send_claim().await;

        let mut reviewer = Reviewer::new(&site, &format!("{language}@example.org")).await;
        let answers = [
            ("verdict", "reject"),
            ("reason", "duplicate"),
            ("text", "You were paid in January."),
        ];
        reviewer.decide(&page.reference(), &answers).await;
        let follow = passenger.get(page.path()).await;
        for part in [rejected, reason, "You were paid in January."] {
            assert!(follow.main().contains(part), "{part}: {}", follow.main());
        }
    }
}

#[tokio::test]
async fn what_cannot_be_judged_yet_is_said_at_once_and_asks_for_no_name() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let page = passenger
        .answer("what-went-wrong", &[("event", "other")])
        .await;
    assert_eq!(page.path(), "/en/claim/result");
    assert_eq!(page.text("h1"), "We cannot judge this yet");
    let people = passenger.open("people").await;
    assert_eq!(people.path(), "/en/claim/result");
}

#[tokio::test]
async fn a_short_delay_can_be_sent_for_a_person_to_check() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    passenger
        .answer_all(&[DELAY[0], DELAY[1], DELAY[2], DELAY[3]])
        .await;
    let page = passenger
        .answer_all(&[
            (
                "arrival",
                &[
                    ("actual-arrival-day", "3"),
                    ("actual-arrival-month", "3"),
                    ("actual-arrival-year", "2026"),
                    ("actual-arrival-time", "9:30"),
                ],
            ),
            DELAY[5],
        ])
        .await;
    assert!(page.main().contains("1 h 00 short"), "{}", page.main());
    assert!(page.main().contains("Send it anyway"), "{}", page.main());
    passenger.answer_all(PEOPLE).await;
    let sent = passenger.send_claim().await;
    assert_eq!(sent.text("h1"), "Claim sent");
    assert_eq!(
        site.text("SELECT outcome FROM claims").await,
        "no_compensation"
    );
}

#[tokio::test]
async fn a_claim_outside_every_law_is_stored_too() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    passenger
        .answer_all(&[
            DELAY[0],
            ("trip", &[("origin", "HND"), ("destination", "CTS")]),
            (
                "flights",
                &[
                    ("flight-1", "NH51"),
                    ("flight-day", "2"),
                    ("flight-month", "3"),
                    ("flight-year", "2026"),
                ],
            ),
            DELAY[3],
            DELAY[4],
            DELAY[5],
        ])
        .await;
    passenger.answer_all(PEOPLE).await;
    let sent = passenger.send_claim().await;
    assert_eq!(sent.text("h1"), "Claim sent");
    assert_eq!(
        site.text("SELECT outcome FROM claims").await,
        "out_of_scope"
    );
}

#[tokio::test]
async fn the_start_page_offers_to_go_on_with_a_draft() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let new = passenger.get("/en").await;
    assert!(!new.body.contains("Go on with the claim you began"));
    passenger.answer_all(&DELAY[..2]).await;
    let begun = passenger.get("/en").await;
    assert!(begun.body.contains("Go on with the claim you began"));
    assert!(begun.count("a[href='/en/claim/flights']") > 0);
    site.clock.advance(24 * 30 + 1);
    let expired = passenger.get("/en").await;
    assert!(!expired.body.contains("Go on with the claim you began"));
    assert_eq!(
        passenger.open("flights").await.path(),
        "/en/claim/what-went-wrong"
    );
}

#[tokio::test]
async fn the_language_can_be_changed_in_mid_form_and_nothing_is_lost() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let page = passenger.answer_all(&DELAY[..2]).await;
    let other = page
        .attribute("a[hreflang='fr'], a[lang='fr']", "href")
        .unwrap();
    assert_eq!(other, "/fr/claim/flights");
    let french = passenger.get(&other).await;
    assert_eq!(french.attribute("html", "lang").as_deref(), Some("fr"));
    let trip = passenger.get("/fr/claim/trip").await;
    assert_eq!(trip.value("destination"), "ASU");
}
