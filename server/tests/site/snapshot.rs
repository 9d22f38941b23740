//! A sent claim shows what was stored with it, whatever rules, sums, parsers and
//! reference data say today.

use db::AssessmentSummary;
use domain::claim::AssessmentV1;
use serde_json::{Value, json};

use crate::support::{DELAY, Page, Passenger, Reviewer, Site};

/// A claim as a release stored it.
struct Fixture {
    statement: &'static str,
    assessment: &'static str,
    /// What the desk shows of it, in English.
    facts: &'static [&'static str],
    /// What it shows of the assessment: outcome, sum, day, reasons.
    assessed: &'static [&'static str],
}

macro_rules! stored {
    ($version:literal, $law:literal) => {
        (
            include_str!(concat!("fixtures/statement-", $version, "-", $law, ".json")),
            include_str!(concat!(
                "fixtures/assessment-",
                $version,
                "-",
                $law,
                ".json"
            )),
        )
    };
}

const EU261: (&str, &str) = stored!("v1", "eu261");
const CANADA: (&str, &str) = stored!("v1", "ca-appr");
const TURKEY: (&str, &str) = stored!("v1", "tr-shy");
const UK261: (&str, &str) = stored!("v1", "uk261");
const CONNECTION: (&str, &str) = stored!("v1", "eu261-connection");
const UNVERSIONED: (&str, &str) = stored!("v0", "eu261");

/// One for each version of the stored form and of the rules that was released, in
/// several laws.
const FIXTURES: [Fixture; 5] = [
    Fixture {
        statement: EU261.0,
        assessment: EU261.1,
        facts: &[
            "BRE → CDG → GRU → ASU",
            "AF 1225, AF 454, LA 1302",
            "2 March 2026",
            "Mon 2 March 2026, 23:30",
            "Tue 3 March 2026, 10:30",
        ],
        assessed: &[
            "€600",
            "31 December 2029",
            "11 h 00",
            "10,768 km",
            "Air France (AF)",
            "It was one booking, so all 3 flights count as one journey, Bremen (BRE) to Asunción (ASU).",
            "C-402/07 Sturgeon; C-581/10 Nelson",
        ],
    },
    Fixture {
        statement: CANADA.0,
        assessment: CANADA.1,
        facts: &["YYZ → YVR", "AC 105", "Wed 4 March 2026, 17:45"],
        assessed: &[
            "CAD 700",
            "3 March 2027",
            "7 h 30",
            "Air Canada (AC)",
            "SOR/2019-150; Canada Transportation Act s86.11",
        ],
    },
    Fixture {
        statement: TURKEY.0,
        assessment: TURKEY.1,
        facts: &["IST → ESB", "TK 2124", "Thu 5 March 2026, 10:00"],
        assessed: &[
            "€100",
            "5 March 2028",
            "Turkish Airlines",
            "SHY-YOLCU, compensation (RG 28131)",
        ],
    },
    // The rules of 1 December 2026.
    Fixture {
        statement: UK261.0,
        assessment: UK261.1,
        facts: &["LHR → AGP", "LS 1401", "Mon 2 March 2026, 17:10"],
        assessed: &[
            "£350",
            "2 March 2032",
            "5 h 10",
            "Jet2",
            "Art 7(1)(b), 7(4)",
        ],
    },
    // The rules of 2 December 2026.
    Fixture {
        statement: CONNECTION.0,
        assessment: CONNECTION.1,
        facts: &[
            "BRE → FRA → LIS",
            "LH 355, LH 1166",
            "Sun 1 November 2026, 19:10",
        ],
        assessed: &[
            "€400",
            "1 November 2029",
            "4 h 35",
            "2,097 km",
            "Lufthansa (LH)",
            "It was one booking, so all 2 flights count as one journey, Bremen (BRE) to Lisbon (LIS).",
        ],
    },
];

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Puts statement and assessment in the place of those of the one claim, with
/// the columns that repeat them.
async fn store(site: &Site, statement: &Value, assessment: &Value, summary: &AssessmentSummary) {
    let amount = summary.amount.as_ref().expect("a sum");
    let text = |value: &str| format!("'{}'", value.replace('\'', "''"));
    site.execute(&format!(
        "UPDATE claims SET version = version + 1, basis_version = version + 1,
             statement = {}, assessment = {}, rules = {}, outcome = {}, regime = {},
             amount_minor = {}, currency = {}",
        text(&statement.to_string()),
        text(&assessment.to_string()),
        text(&summary.rules),
        text(&summary.outcome),
        text(summary.regime.as_deref().expect("a law")),
        amount.minor,
        text(&amount.currency),
    ))
    .await;
}

/// A site with one claim, and who sent and reviews it.
async fn sent() -> (Site, Passenger, Page, Reviewer) {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let page = passenger.file(DELAY).await;
    let reviewer = Reviewer::new(&site, "ines@example.org").await;
    (site, passenger, page, reviewer)
}

fn summary(assessment: &Value) -> AssessmentSummary {
    AssessmentSummary::of(&AssessmentV1::read(assessment).expect("an assessment"))
}

async fn desk(reviewer: &mut Reviewer, language: &str, reference: &str) -> Page {
    let page = reviewer
        .get(&format!("/{language}/desk/claims/{reference}"))
        .await;
    assert_eq!(page.status.as_u16(), 200, "{language}");
    page
}

fn has(page: &Page, texts: &[&str]) {
    let main = page.main();
    for text in texts {
        // The text of a page comes with single blanks.
        let text = text.replace('\u{a0}', " ");
        assert!(main.contains(&text), "no {text:?} in {main}");
    }
}

#[tokio::test]
async fn a_claim_of_each_version_shows_what_was_stored() {
    let (site, mut passenger, page, mut reviewer) = sent().await;
    for fixture in &FIXTURES {
        let (statement, assessment) = (parsed(fixture.statement), parsed(fixture.assessment));
        store(&site, &statement, &assessment, &summary(&assessment)).await;
        let claim = desk(&mut reviewer, "en", &page.reference()).await;
        has(&claim, fixture.facts);
        has(&claim, fixture.assessed);
        // The queue says the same.
        let queue = reviewer.get("/en/desk").await;
        assert_eq!(queue.text("td[data-cell='amount']"), fixture.assessed[0]);
        let chip = queue.text("td[data-cell='outcome']");
        assert!(
            claim.texts(".block-head").concat().contains(&chip),
            "{chip}"
        );
        // And so does the passenger's page.
        let tracking = passenger.get(page.path()).await;
        has(&tracking, &[fixture.assessed[0]]);
        let route: Vec<&str> = fixture.facts[0].split(" → ").collect();
        has(&tracking, &route);
        desk(&mut reviewer, "fr", &page.reference()).await;
    }
}

#[tokio::test]
async fn what_was_stored_is_shown_where_todays_rules_and_names_say_otherwise() {
    let (site, mut passenger, page, mut reviewer) = sent().await;
    let (mut statement, mut assessment) = (parsed(EU261.0), parsed(EU261.1));
    assessment["rules"] = json!("2019-01-01");
    assessment["carriers"] = json!([{ "code": "AF", "name": "Air Ancienne" }]);
    assessment["airports"][0]["city"] = json!("Old Bremen");
    statement["airports"][0]["city"] = json!("Old Bremen");
    let entry = &mut assessment["entries"][0];
    let sum = json!({ "amount": "717.00", "currency": "EUR" });
    entry["compensation"] = json!({ "amount": "717.00", "currency": "EUR", "reduced": false });
    entry["deadline"]["last_day"] = json!("2031-05-05");
    entry["steps"][4]["finding"]["values"]["amount"] = sum;
    entry["steps"][4]["rule"]["source"] = json!("Art 7(1)(z)");
    // A code that no rule makes today, one of a newer release, and a sentence
    // of an older one.
    entry["steps"][3]["finding"] =
        json!({ "code": "cause_own_risk", "values": { "cause": "weather" } });
    entry["could_change"][0] = json!({ "code": "moon.phase", "values": { "days": 3 } });
    entry["could_change"][1] = json!({ "sentence": "An old sentence." });
    store(&site, &statement, &assessment, &summary(&assessment)).await;
    let stored = [
        "€717",
        "5 May 2031",
        "Air Ancienne (AF)",
        "Old Bremen (BRE)",
        "Art 7(1)(z)",
        "There is something that could change this",
        "An old sentence.",
    ];
    let claim = desk(&mut reviewer, "en", &page.reference()).await;
    assert!(claim.text("#outcome").contains("rules of 2019-01-01"));
    has(&claim, &stored);
    let french = desk(&mut reviewer, "fr", &page.reference()).await;
    has(
        &french,
        &[
            "717\u{a0}€",
            "5 mai 2031",
            "Air Ancienne (AF)",
            "Old Bremen (BRE)",
        ],
    );
    let queue = reviewer.get("/fr/desk").await;
    assert_eq!(queue.text("td[data-cell='amount']"), "717 €");
    let address = page.path().replace("/en/", "/fr/");
    let tracking = passenger.get(&address).await;
    has(&tracking, &["717\u{a0}€", "Old Bremen"]);
}

#[tokio::test]
async fn what_cannot_be_read_is_shown_as_far_as_the_columns_go() {
    let (site, mut passenger, page, mut reviewer) = sent().await;
    for statement in [
        r#"{"origin": "Atlantis"}"#,
        r#"{"version": 9, "note": "Atlantis"}"#,
    ] {
        site.execute(&format!(
            "UPDATE claims SET version = version + 1, basis_version = version + 1,
                 statement = '{statement}', assessment = '{{\"rules\": 1}}'"
        ))
        .await;
        let claim = desk(&mut reviewer, "en", &page.reference()).await;
        has(
            &claim,
            &["BRE → ASU", "AF1225", "€600", "Atlantis", "EU261"],
        );
        assert_eq!(passenger.get(page.path()).await.status.as_u16(), 200);
    }
    // It can still be decided.
    let approve = [("verdict", "approve"), ("text", "Good.")];
    let saved = reviewer.decide(&page.reference(), &approve).await;
    assert!(saved.address.ends_with("?saved"), "{}", saved.address);
}

#[tokio::test]
async fn an_event_of_a_newer_release_is_a_line_of_the_history() {
    let (site, mut passenger, page, mut reviewer) = sent().await;
    site.execute(
        "INSERT INTO claim_events (id, claim_id, claim_version, at, actor_kind, kind)
         SELECT gen_random_uuid(), id, 2, now(), 'system', 'claim_teleported' FROM claims",
    )
    .await;
    let claim = desk(&mut reviewer, "en", &page.reference()).await;
    has(&claim, &["claim_teleported"]);
    let tracking = passenger.get(page.path()).await;
    assert_eq!(tracking.status.as_u16(), 200);
    assert_eq!(tracking.count(".timeline li"), 2);
}

#[tokio::test]
async fn claims_of_older_releases_are_upgraded_once() {
    let (site, _, page, mut reviewer) = sent().await;
    let (statement, mut assessment) = (parsed(UNVERSIONED.0), parsed(UNVERSIONED.1));
    // The rules of then gave another sum, and said something that nobody says now.
    let entry = &mut assessment["assessments"][0];
    entry["compensation"]["amount"] = json!("555.00");
    entry["deadline"]["last_day"] = json!("2027-07-07");
    entry["steps"][2]["because"] = json!("You were much too late.");
    let mut then = summary(&parsed(EU261.1));
    then.amount.as_mut().unwrap().minor = 55_500;
    store(&site, &statement, &assessment, &then).await;
    let upgraded = site.backend.upgrade_snapshots().await.unwrap();
    assert_eq!((upgraded.done, upgraded.left), (1, 0));
    let again = site.backend.upgrade_snapshots().await.unwrap();
    assert_eq!((again.done, again.left), (0, 0));
    // It is no change of the claim.
    assert_eq!(site.count("SELECT version::bigint FROM claims").await, 2);

    let stored = site.text("SELECT statement::text FROM claims").await;
    assert_eq!(
        parsed(&stored),
        parsed(EU261.0),
        "the facts, with their zones"
    );
    let claim = desk(&mut reviewer, "en", &page.reference()).await;
    has(&claim, FIXTURES[0].facts);
    has(
        &claim,
        &[
            "€555",
            "7 July 2027",
            "You were much too late.",
            "Air France (AF)",
        ],
    );
    // What today's rules say as well has its words in every language.
    let french = desk(&mut reviewer, "fr", &page.reference()).await;
    let known = "C’était une seule réservation : les 3 vols";
    has(
        &french,
        &[
            "555\u{a0}€",
            "7 juillet 2027",
            "You were much too late.",
            known,
        ],
    );
}

#[tokio::test]
async fn answers_that_no_parser_reads_stay_as_they_were() {
    let (site, _, page, mut reviewer) = sent().await;
    let old = summary(&parsed(EU261.1));
    let statement = json!({ "event": "delay", "origin": "Atlantis" });
    store(&site, &statement, &parsed(UNVERSIONED.1), &old).await;
    let upgraded = site.backend.upgrade_snapshots().await.unwrap();
    assert_eq!((upgraded.done, upgraded.left), (0, 1));
    has(
        &desk(&mut reviewer, "en", &page.reference()).await,
        &["Atlantis", "€600"],
    );
}

#[tokio::test]
async fn judging_again_shows_what_differs_and_stores_nothing_until_asked() {
    let (site, mut passenger, page, mut reviewer) = sent().await;
    let reference = page.reference();
    let address = format!("/en/desk/claims/{reference}/reassess");
    let same = reviewer.get(&address).await;
    has(&same, &["Today’s rules say the same"]);
    assert_eq!(same.count("form[action='/form/desk/reassess']"), 0);

    let (statement, mut assessment) = (parsed(EU261.0), parsed(EU261.1));
    assessment["rules"] = json!("2019-01-01");
    assessment["entries"][0]["compensation"]["amount"] = json!("717.00");
    site.execute("UPDATE claims SET version = version + 1, claim_from = 'LH'")
        .await;
    assessment["entries"][0]["steps"][2]["finding"] =
        json!({ "code": "arrived_on_time", "values": {} });
    store(&site, &statement, &assessment, &summary(&assessment)).await;
    let claim = desk(&mut reviewer, "en", &reference).await;
    let link = claim.attribute("a[href$='/reassess']", "href");
    assert_eq!(link.as_deref(), Some(&*address));
    let different = reviewer.get(&address).await;
    has(&different, &["€717", "€600", "2019-01-01"]);
    let changed = different.texts("tr[data-changed] th");
    assert!(
        changed.iter().any(|term| term == "Per person"),
        "{changed:?}"
    );
    has(&different, &["You arrived 11 h 00 late"]);
    let before = "SELECT assessment->>'rules' FROM claims";
    assert_eq!(
        site.text(before).await,
        "2019-01-01",
        "nothing is stored yet"
    );

    let form = different.form("form[action='/form/desk/reassess']");
    // Nor for somebody else than whom the page was shown.
    let mut of_another = form.clone();
    of_another.fill("staff", "00000000-0000-0000-0000-000000000000");
    let refused = reviewer.submit(&of_another).await;
    assert_eq!(refused.address, format!("{address}?fault=staff"));
    let (target, said) = refused.faults().remove(0);
    assert!(said.contains("You are now signed in as"), "{said}");
    assert_eq!(refused.count(&format!("form#{target}")), 1);
    assert_eq!(site.text(before).await, "2019-01-01");
    let done = reviewer.submit(&form).await;
    assert!(done.address.ends_with("?reassessed"), "{}", done.address);
    has(
        &done,
        &["€600", "Assessed again", "Today’s assessment is stored."],
    );
    assert!(!done.main().contains("€717"));
    let detail = site
        .text("SELECT detail::text FROM claim_events WHERE kind = 'claim_reassessed'")
        .await;
    let detail = parsed(&detail);
    assert_eq!(detail["old"]["amount_minor"], json!(71_700));
    assert_eq!(detail["new"]["amount_minor"], json!(60_000));
    assert_eq!(detail["old"]["rules"], json!("2019-01-01"));
    assert_eq!(site.count("SELECT amount_minor FROM claims").await, 60_000);
    assert_eq!(site.text("SELECT claim_from FROM claims").await, "AF");
    // Pressed once more it is done already.
    let again = reviewer.submit(&form).await;
    assert!(again.address.ends_with("?reassessed"), "{}", again.address);
    let events = "SELECT count(*) FROM claim_events WHERE kind = 'claim_reassessed'";
    assert_eq!(site.count(events).await, 1);
    has(
        &passenger.get(page.path()).await,
        &["We assessed your claim again"],
    );
    // Once it is decided nothing is taken over any more.
    site.execute(
        "UPDATE claims SET version = version + 1, assessment = assessment || '{\"leading\": 1}'",
    )
    .await;
    let approve = [("verdict", "approve"), ("text", "Good.")];
    reviewer.decide(&reference, &approve).await;
    let decided = reviewer.get(&address).await;
    assert_eq!(
        decided.count("tr[data-changed]"),
        4,
        "the difference is shown"
    );
    assert_eq!(decided.count("form[action='/form/desk/reassess']"), 0);
}

#[tokio::test]
async fn an_erased_claim_names_nobody_and_can_still_be_looked_at() {
    let (site, mut passenger, page, mut reviewer) = sent().await;
    let approve = [("verdict", "approve"), ("text", "Dear Marta, yes.")];
    reviewer.decide(&page.reference(), &approve).await;
    let operator = domain::access::Operator;
    let reference = page.reference().parse().unwrap();
    site.backend
        .erase_claim(&operator, reference)
        .await
        .unwrap();
    assert_eq!(passenger.get(page.path()).await.status.as_u16(), 404);
    let claim = desk(&mut reviewer, "en", &page.reference()).await;
    has(
        &claim,
        &["Erased", "BRE → ASU", "€600", "Personal data erased"],
    );
    let queue = reviewer.get("/en/desk").await;
    assert_eq!(queue.text("td[data-cell='lead']"), "Erased");
    for page in [&claim, &queue] {
        for name in ["Marta", "marta.brandt"] {
            assert!(!page.body.contains(name), "{name} at {}", page.address);
        }
    }
    let unknown = "AE-0000-0000".parse().unwrap();
    let none = site.backend.erase_claim(&operator, unknown).await;
    assert!(matches!(none, Err(backend::Error::NotFound)), "{none:?}");
}
