//! `aero claims` and `aero migrate` as who runs the service uses them.

use std::process::{Command, Output};

use db::{AssessmentSummary, ClaimFacts, Db, DbOptions, NewClaim, People};
use domain::{
    Language,
    claim::{Claim, ClaimReference},
    ids::{ClaimId, DraftId, EventId},
};
use jiff::{Timestamp, civil::date};
use serde_json::{Value, json};
use testing::TestDb;
use uuid::Uuid;

const ID: Uuid = Uuid::from_u128(7);
const LINK: [u8; 32] = [7; 32];

/// Runs `aero` against a database and without any other setting.
async fn aero(database: &TestDb, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_aero"));
    command
        .args(arguments)
        .env_clear()
        .env("DATABASE_URL", &database.url)
        .env("DATABASE_OWNER_URL", &database.owner_url);
    tokio::task::spawn_blocking(move || command.output().unwrap())
        .await
        .unwrap()
}

fn said(output: &Output) -> String {
    let out = String::from_utf8_lossy(&output.stdout);
    format!("{out}{}", String::from_utf8_lossy(&output.stderr))
}

/// A database with one claim.
async fn with_claim(statement: Value, assessment: Value) -> (TestDb, Db, ClaimReference) {
    let database = TestDb::fresh().await;
    let db = Db::connect(&DbOptions::new(&database.url)).await.unwrap();
    let at: Timestamp = "2026-03-20T10:00:00Z".parse().unwrap();
    let reference = ClaimReference::from_random(7);
    let claim = NewClaim {
        submission: Claim::submit(ClaimId::from_uuid(ID), at),
        reference,
        draft_id: DraftId::from_uuid(ID),
        facts: ClaimFacts {
            language: Language::En,
            origin: "BRE".to_owned(),
            destination: "ASU".to_owned(),
            flight: "AF1225".to_owned(),
            flight_day: date(2026, 3, 2),
            disruption: "delay".to_owned(),
            statement,
            assessment,
            summary: AssessmentSummary {
                rules: "2026-11-21".to_owned(),
                outcome: "eligible".to_owned(),
                regime: Some("EU261".to_owned()),
                amount: None,
            },
            claim_from: Some("AF".to_owned()),
        },
        people: People {
            names: vec!["Marta Brandt".to_owned()],
            email: "marta@example.org".to_owned(),
        },
        link_hash: LINK,
    };
    let tx = db.begin().await.unwrap();
    let event = EventId::from_uuid(ID);
    tx.claims().insert(claim, event).await.unwrap();
    tx.commit().await.unwrap();
    (database, db, reference)
}

#[tokio::test]
async fn people_are_erased_by_the_reference_of_their_claim() {
    let empty = json!({ "version": 1 });
    let (database, db, reference) = with_claim(empty.clone(), empty).await;
    let reference = reference.to_string();
    let done = aero(&database, &["claims", "erase", &reference.to_lowercase()]).await;
    assert!(done.status.success(), "{}", said(&done));
    assert!(said(&done).contains(&reference), "{}", said(&done));
    let tx = db.begin().await.unwrap();
    assert_eq!(tx.claims().by_link(&LINK).await, Ok(None));
    let history = tx.audit().events_of(ClaimId::from_uuid(ID)).await.unwrap();
    assert_eq!(history.last().unwrap().kind.as_str(), "claim_erased");

    for (wrong, says) in [
        ("AE-0000-0000", "there is no such claim"),
        ("nonsense", "no claim reference"),
    ] {
        let refused = aero(&database, &["claims", "erase", wrong]).await;
        assert!(!refused.status.success(), "{wrong}");
        assert!(said(&refused).contains(says), "{}", said(&refused));
    }
}

#[tokio::test]
async fn migrating_brings_old_claims_to_the_newest_form_once() {
    let statement = include_str!("site/fixtures/statement-v0-eu261.json");
    let assessment = include_str!("site/fixtures/assessment-v0-eu261.json");
    let parsed = |text| serde_json::from_str::<Value>(text).unwrap();
    let (database, db, _) = with_claim(parsed(statement), parsed(assessment)).await;
    for upgrades in [true, false] {
        let done = aero(&database, &["migrate"]).await;
        assert!(done.status.success(), "{}", said(&done));
        let told = said(&done).contains("Claims brought to the newest form: 1");
        assert_eq!(told, upgrades, "{}", said(&done));
    }
    let tx = db.begin().await.unwrap();
    let row = tx
        .claims()
        .by_link(&LINK)
        .await
        .unwrap()
        .expect("the claim");
    let newest = include_str!("site/fixtures/statement-v1-eu261.json");
    assert_eq!(row.facts.statement, parsed(newest));
    assert_eq!(row.claim.version, 1, "it is no change of the claim");
}
