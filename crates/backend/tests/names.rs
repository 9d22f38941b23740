//! Every name that the program can store is one that the database takes.

use db::{
    Amount, AssessmentSummary, ClaimFacts, Db, DbOptions, NewClaim, NewDraft, People, StaffRow,
};
use domain::{
    Language,
    access::{DecideClaims, Grant, Permitted, ReadClaims, ReassessClaims, Role, Staff},
    claim::{
        Actor, AssessmentV1, Claim, ClaimReference, Decision, DecisionOutcome, EventKind,
        LinkRenewal, Reassessment, RejectionReason, StateName,
    },
    claim_form::DisruptionKind,
    ids::{ClaimId, DraftId, EventId, StaffId},
};
use jiff::{Timestamp, civil::date};
use rights::{Outcome, Regime};
use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseBackend, SqlxPostgresConnector, Statement};
use serde_json::json;
use testing::TestDb;
use uuid::Uuid;

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn id(kind: u64, number: u64) -> Uuid {
    Uuid::from_u64_pair(kind, number)
}

fn account(role: Role, number: u64) -> StaffRow {
    StaffRow {
        id: StaffId::from_uuid(id(4, number)),
        email: format!("staff{number}@example.org"),
        name: "Ines Okafor".to_owned(),
        password_hash: "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA".to_owned(),
        role,
        created_at: NOW,
        disabled_at: None,
    }
}

fn may<P: Permitted>(permission: P) -> Grant<P> {
    let reviewer = Staff {
        id: StaffId::from_uuid(id(4, 0)),
        name: "Ines Okafor".to_owned(),
        role: Role::Reviewer,
    };
    reviewer.may(permission).unwrap()
}

fn claim(number: u64, disruption: &str, outcome: &str, regime: Option<String>) -> NewClaim {
    let mut link_hash = [0; 32];
    link_hash[..8].copy_from_slice(&number.to_be_bytes());
    NewClaim {
        submission: Claim::submit(ClaimId::from_uuid(id(1, number)), NOW),
        reference: ClaimReference::from_random(number * 7_919),
        draft_id: DraftId::from_uuid(id(2, number)),
        facts: ClaimFacts {
            language: Language::ALL[usize::try_from(number % 2).unwrap()],
            origin: "FRA".to_owned(),
            destination: "MAD".to_owned(),
            flight: "LH1112".to_owned(),
            flight_day: date(2026, 3, 5),
            disruption: disruption.to_owned(),
            statement: json!({ "version": 1 }),
            assessment: json!({ "version": 1 }),
            summary: AssessmentSummary {
                rules: "2026-11".to_owned(),
                outcome: outcome.to_owned(),
                regime,
                amount: Some(Amount {
                    minor: 12_500,
                    currency: "EUR".to_owned(),
                }),
            },
            claim_from: Some("LH".to_owned()),
        },
        people: People {
            names: vec!["Marta Brandt".to_owned()],
            email: "marta@example.org".to_owned(),
        },
        link_hash,
    }
}

fn assessment() -> AssessmentV1 {
    AssessmentV1 {
        version: AssessmentV1::VERSION,
        rules: "2026-12".to_owned(),
        assessed_on: date(2026, 3, 5),
        delay_minutes: None,
        distance: None,
        entries: Vec::new(),
        leading: 0,
        recommended: None,
        out_of_scope: Vec::new(),
        airports: Vec::new(),
        carriers: Vec::new(),
    }
}

async fn database() -> (TestDb, Db) {
    let database = TestDb::fresh().await;
    let db = Db::connect(&DbOptions::new(&database.url)).await.unwrap();
    (database, db)
}

#[tokio::test]
async fn every_disruption_outcome_and_regime_of_a_claim_can_be_stored() {
    let (_database, db) = database().await;
    // "Other" is never sent: the form ends at the assessment.
    let disruptions =
        [DisruptionKind::Delay, DisruptionKind::Cancellation].map(DisruptionKind::value);
    let outcomes = [Outcome::Eligible, Outcome::Depends, Outcome::NoCompensation];
    let outcomes = outcomes
        .map(Outcome::key)
        .into_iter()
        .chain(["out_of_scope"]);
    let regimes = Regime::ALL
        .into_iter()
        .map(|regime| Some(regime.to_string()))
        .chain([None]);
    let mut number = 0;
    for outcome in outcomes {
        for regime in regimes.clone() {
            for disruption in disruptions {
                number += 1;
                let tx = db.begin().await.unwrap();
                let new = claim(number, disruption, outcome, regime.clone());
                let stored = tx
                    .claims()
                    .insert(new, EventId::from_uuid(id(3, number)))
                    .await;
                assert_eq!(stored, Ok(()), "{disruption} {outcome} {regime:?}");
                tx.commit().await.unwrap();
            }
        }
    }
    assert_eq!(number, 88);
}

#[tokio::test]
async fn every_decision_withdrawal_and_renewal_can_be_stored() {
    let (database, db) = database().await;
    let tx = db.begin().await.unwrap();
    for (number, role) in (0..).zip(Role::ALL) {
        tx.staff().insert(account(role, number)).await.unwrap();
    }
    tx.commit().await.unwrap();
    let rejections = RejectionReason::ALL.map(DecisionOutcome::Rejected);
    let outcomes = [DecisionOutcome::Approved].into_iter().chain(rejections);
    for (number, outcome) in (1..).zip(outcomes) {
        let tx = db.begin().await.unwrap();
        let new = claim(number, "delay", "eligible", None);
        let (reference, old) = (new.reference, new.link_hash);
        let claims = tx.claims();
        let read = async || {
            let row = claims.for_staff(&may(ReadClaims), reference).await;
            row.unwrap().unwrap()
        };
        claims
            .insert(new, EventId::from_uuid(id(3, number)))
            .await
            .unwrap();
        let row = read().await;
        let new = [u8::try_from(number).unwrap(); 32];
        let renewal = LinkRenewal {
            old,
            new,
            request: None,
        };
        let renewed = row.claim.renew_link(renewal, Actor::Passenger, NOW);
        claims
            .renew_link(renewed, EventId::from_uuid(id(5, number)))
            .await
            .unwrap();
        let row = read().await;
        let decision = Decision::new(outcome, "Because.").unwrap();
        let decided = row
            .claim
            .decide(&may(DecideClaims), decision, row.claim.version, NOW)
            .unwrap();
        let stored = claims
            .apply(decided, EventId::from_uuid(id(6, number)))
            .await;
        assert!(stored.is_ok(), "{outcome:?}: {stored:?}");
        let decided = read().await;
        assert_eq!(
            decided.claim.state.name(),
            match outcome {
                DecisionOutcome::Approved => StateName::Approved,
                DecisionOutcome::Rejected(_) => StateName::Rejected,
            }
        );
        tx.commit().await.unwrap();
    }
    let tx = db.begin().await.unwrap();
    let new = claim(99, "delay", "eligible", None);
    let reference = new.reference;
    tx.claims()
        .insert(new, EventId::from_uuid(id(3, 99)))
        .await
        .unwrap();
    let row = tx
        .claims()
        .for_staff(&may(ReadClaims), reference)
        .await
        .unwrap()
        .unwrap();
    let reassessment = Reassessment {
        old: assessment(),
        new: assessment(),
    };
    let reassessed = row
        .claim
        .reassess(&may(ReassessClaims), reassessment, row.claim.version, NOW);
    let event = EventId::from_uuid(id(7, 99));
    let stored = tx.claims().reassess(reassessed.unwrap(), event).await;
    assert_eq!(stored, Ok(()));
    let row = tx
        .claims()
        .for_staff(&may(ReadClaims), reference)
        .await
        .unwrap();
    let withdrawn = row.unwrap().claim.withdraw(NOW).unwrap();
    let claim_id = withdrawn.claim_id();
    let stored = tx
        .claims()
        .apply(withdrawn, EventId::from_uuid(id(6, 99)))
        .await;
    assert!(stored.is_ok(), "{stored:?}");
    let event = EventId::from_uuid(id(8, 99));
    assert_eq!(tx.claims().erase(claim_id, event, NOW).await, Ok(true));
    tx.commit().await.unwrap();

    // Every kind of event was among them.
    let mut options = ConnectOptions::new(&database.url);
    options.max_connections(1);
    let beside = SqlxPostgresConnector::connect(options).await.unwrap();
    let kinds = "SELECT DISTINCT kind FROM claim_events";
    let kinds = Statement::from_string(DatabaseBackend::Postgres, kinds.to_owned());
    let mut stored: Vec<String> = beside
        .query_all_raw(kinds)
        .await
        .unwrap()
        .iter()
        .map(|row| row.try_get_by_index(0).unwrap())
        .collect();
    stored.sort();
    let mut known = EventKind::ALL.map(EventKind::name);
    known.sort_unstable();
    assert_eq!(stored, known);
}

#[tokio::test]
async fn a_draft_in_every_language_can_be_stored() {
    let (_database, db) = database().await;
    for (number, language) in (1..).zip(Language::ALL) {
        let mut key_hash = [0; 32];
        key_hash[0] = number;
        let tx = db.begin().await.unwrap();
        let draft = NewDraft {
            id: DraftId::from_uuid(id(2, number.into())),
            key_hash,
            language,
            created_at: NOW,
            expires_at: "2026-03-20T10:00:00Z".parse().unwrap(),
        };
        assert_eq!(tx.drafts().create(draft).await, Ok(()), "{language}");
        tx.commit().await.unwrap();
    }
}
