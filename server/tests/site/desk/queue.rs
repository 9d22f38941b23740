use crate::support::{CANCELLATION, DELAY, Page, Passenger, Reviewer, Site, Trip, encoded};

async fn file(site: &Site, trip: Trip, name: &str) -> String {
    let mut passenger = Passenger::new(site, "en");
    passenger.answer_all(trip).await;
    passenger.answer("people", &[("passenger-1", name)]).await;
    let email = format!(
        "{}@example.org",
        name.split(' ').next().unwrap().to_lowercase()
    );
    passenger.answer("contact", &[("email", &email)]).await;
    site.clock.advance(1);
    passenger.send_claim().await.reference()
}

fn references(page: &Page) -> Vec<String> {
    page.texts("table.queue tbody th a")
}

#[tokio::test]
async fn the_queue_shows_filters_and_finds_claims() {
    let site = Site::new().await;
    let marta = file(&site, DELAY, "Marta Brandt").await;
    let juergen = file(&site, CANCELLATION, "Jürgen Schäfer").await;
    let zoe = file(&site, DELAY, "Zoë O’Hara").await;
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;

    let all = reviewer.get("/en/desk").await;
    assert_eq!(
        references(&all),
        [&*zoe, &*juergen, &*marta],
        "newest first"
    );
    assert!(all.main().contains("3 claims"), "{}", all.main());

    let reject = [
        ("verdict", "reject"),
        ("reason", "too_late"),
        ("text", "No."),
    ];
    reviewer.decide(&juergen, &reject).await;
    for (state, found) in [
        ("submitted", vec![&*zoe, &*marta]),
        ("rejected", vec![&*juergen]),
        ("approved", vec![]),
        ("withdrawn", vec![]),
        ("nonsense", vec![&*zoe, &*juergen, &*marta]),
    ] {
        let page = reviewer.get(&format!("/en/desk?state={state}")).await;
        assert_eq!(references(&page), found, "{state}");
    }
    for (typed, found) in [
        (&*juergen, vec![&*juergen]),
        (&juergen.to_lowercase().replace('-', ""), vec![&*juergen]),
        (&juergen[..7], vec![&*juergen]),
        ("brandt", vec![&*marta]),
        ("mar bra", vec![&*marta]),
        ("SCHÄFER", vec![&*juergen]),
        ("hara", vec![&*zoe]),
        ("lh1112", vec![&*juergen]),
        ("LH 1112", vec![&*juergen]),
        ("af12", vec![&*zoe, &*marta]),
        ("marta@example.org", vec![&*marta]),
        ("nobody", vec![]),
        ("%", vec![]),
        ("_", vec![]),
    ] {
        let page = reviewer
            .get(&format!("/en/desk?{}", encoded(&[("q", typed)])))
            .await;
        assert_eq!(references(&page), found, "{typed}");
        assert_eq!(page.value("q"), typed);
    }
    let none = reviewer.get("/en/desk?q=nobody").await;
    assert!(none.main().contains("Nothing found for “nobody”"));
}

#[tokio::test]
async fn a_long_queue_has_pages_without_gaps_or_repeats() {
    let site = Site::new().await;
    let reference = file(&site, DELAY, "Marta Brandt").await;
    // Copies of one claim, some sent in the same moment.
    let copies: String = (1..=120)
        .map(|n| {
            let claim = domain::claim::ClaimReference::from_random(n * 7_919);
            format!(
                "INSERT INTO copies SELECT (jsonb_populate_record(copies, jsonb_build_object(
                     'id', gen_random_uuid(), 'draft_id', gen_random_uuid(),
                     'reference', '{claim}',
                     'link_hash', '\\x' || encode(sha256('{n}'::bytea), 'hex'),
                     'submitted_at', submitted_at - {} * interval '1 minute'))).*
                 FROM copies WHERE reference = '{reference}';",
                n / 3
            )
        })
        .collect();
    // All columns but the one that PostgreSQL makes itself.
    let copies = format!(
        "DO $$
         DECLARE columns text := (SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute
             WHERE attrelid = 'claims'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '');
         BEGIN
             EXECUTE 'CREATE TEMP TABLE copies AS SELECT ' || columns || ' FROM claims';
             {copies}
             DELETE FROM copies WHERE reference = '{reference}';
             EXECUTE 'INSERT INTO claims (' || columns || ') SELECT ' || columns || ' FROM copies';
             INSERT INTO claim_people (claim_id, position, name, email)
                 SELECT copies.id, position, name, email FROM copies, claim_people;
         END $$"
    );
    site.execute(&copies).await;
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let mut seen = Vec::new();
    let mut address = "/en/desk?state=submitted&q=brandt".to_owned();
    for lines in [50, 50, 21] {
        let page = reviewer.get(&address).await;
        assert_eq!(references(&page).len(), lines, "{address}");
        assert!(page.main().contains("50+ claims"));
        seen.extend(references(&page));
        let older = page.attribute("a[href*='after=']", "href");
        assert_eq!(older.is_none(), lines == 21);
        address = older.unwrap_or_default();
        if !address.is_empty() {
            assert!(address.contains("state=submitted"), "{address}");
            assert!(address.contains("q=brandt"), "{address}");
        }
    }
    let count = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), count, "no claim twice");
    assert_eq!(count, 121);
}

#[tokio::test]
async fn an_empty_queue_says_so() {
    let site = Site::new().await;
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let page = reviewer.get("/en/desk").await;
    assert!(page.main().contains("No claims here"));
    // What was searched for turns nothing around.
    let page = reviewer.get("/en/desk?q=ab%E2%80%AEcd").await;
    assert!(
        page.main().contains("Nothing found for “abcd”"),
        "{}",
        page.main()
    );
    let page = reviewer.get("/fr/desk").await;
    assert_eq!(page.attribute("html", "lang").as_deref(), Some("fr"));
}

/// An error that leaves staff at the desk.
fn is_at_the_desk(page: &Page, way_back: &str) {
    assert_eq!(page.count("body.desk .desk-bar"), 1, "{}", page.address);
    let language = page.attribute("html", "lang").unwrap();
    let back = format!("main a[href='/{language}/desk']");
    assert_eq!(page.text(&back), way_back);
}

#[tokio::test]
async fn what_goes_wrong_at_the_desk_leaves_one_there() {
    let site = Site::new().await;
    let claim = Passenger::new(&site, "en").file(DELAY).await.reference();
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    for (language, heading, back, sign_in) in [
        (
            "en",
            "Your role does not allow this",
            "Back to the claims",
            "Sign in again in another tab",
        ),
        (
            "fr",
            "Votre rôle ne le permet pas",
            "Retour aux demandes",
            "Se connecter à nouveau dans un autre onglet",
        ),
    ] {
        let page = reviewer.get(&format!("/{language}/desk/jobs")).await;
        assert_eq!(page.status.as_u16(), 403);
        assert_eq!(page.text("h1"), heading);
        is_at_the_desk(&page, back);

        // Signed out in another tab, while a decision was written in this one.
        let page = reviewer
            .get(&format!("/{language}/desk/claims/{claim}"))
            .await;
        let mut decision = page.form("form[action='/form/desk/decide']");
        decision.fill("verdict", "approve");
        decision.fill("text", "Good.");
        let mut signed_out = reviewer.clone();
        signed_out.cookies.clear();
        let page = signed_out.submit(&decision).await;
        assert_eq!(page.status.as_u16(), 401);
        is_at_the_desk(&page, back);
        let link = format!("main a[target='_blank'][href='/{language}/desk/sign-in']");
        assert_eq!(page.text(&link), sign_in);
    }
}

#[tokio::test]
async fn a_claim_that_is_not_there_is_not_found() {
    let site = Site::new().await;
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    for reference in ["AE-0000-0000", "nonsense", "AE-0000-0001"] {
        let page = reviewer.get(&format!("/en/desk/claims/{reference}")).await;
        assert_eq!(page.status.as_u16(), 404, "{reference}");
        is_at_the_desk(&page, "Back to the claims");
        assert!(!page.main().contains("link"), "{}", page.main());
    }
}

/// Names are of any script, and one that is written from right to left must not turn
/// around what stands beside it.
#[tokio::test]
async fn what_a_passenger_typed_keeps_its_direction_to_itself() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let queue = reviewer.get("/en/desk").await;
    let leads = queue.texts("[data-cell='lead'] [dir='auto']");
    assert_eq!(leads, ["Marta Brandt"]);
    let claim = reviewer
        .get(&format!("/en/desk/claims/{}", sent.reference()))
        .await;
    let names = claim.texts("main [dir='auto']");
    assert!(names.contains(&"Marta Brandt".to_owned()), "{names:?}");
    let addresses = claim.texts("bdi");
    assert!(
        matches!(addresses.as_slice(), [one] if one.contains('@')),
        "{addresses:?}"
    );
}
