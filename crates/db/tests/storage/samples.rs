//! What the tests store.

use db::{
    Amount, AssessmentSummary, ClaimFacts, Db, DbOptions, NewClaim, NewDraft, People, StaffRow,
};
use domain::Language;
use domain::access::{Grant, Permitted, Role, Staff};
use domain::claim::{Claim, ClaimReference};
use domain::ids::{ClaimId, DraftId, EventId, StaffId};
use jiff::Timestamp;
use jiff::civil::date;
use serde_json::json;
use testing::TestDb;
use uuid::Uuid;

/// A moment; larger numbers are later, by minutes.
pub fn minute(number: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000 + 60 * number).unwrap()
}

pub fn claim_id(number: u64) -> ClaimId {
    ClaimId::from_uuid(Uuid::from_u64_pair(1, number))
}

pub fn draft_id(number: u64) -> DraftId {
    DraftId::from_uuid(Uuid::from_u64_pair(2, number))
}

pub fn event_id(number: u64) -> EventId {
    EventId::from_uuid(Uuid::from_u64_pair(3, number))
}

pub fn staff_id(number: u64) -> StaffId {
    StaffId::from_uuid(Uuid::from_u64_pair(4, number))
}

/// Stands for the hash of a secret.
pub fn hash(number: u64) -> [u8; 32] {
    let mut hash = [0; 32];
    hash[..8].copy_from_slice(&number.to_be_bytes());
    hash
}

pub fn draft(number: u64) -> NewDraft {
    NewDraft {
        id: draft_id(number),
        key_hash: hash(number),
        language: Language::En,
        created_at: minute(0),
        expires_at: minute(100),
    }
}

/// Claim number 7 is sent in minute 7 from draft 7 and opened by link 7.
pub fn claim(number: u64) -> NewClaim {
    NewClaim {
        submission: Claim::submit(claim_id(number), minute(number.cast_signed())),
        reference: ClaimReference::from_random(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20),
        draft_id: draft_id(number),
        facts: facts("LH123"),
        people: people("Ada Muster"),
        link_hash: hash(number),
    }
}

pub fn people(lead: &str) -> People {
    People {
        names: vec![lead.to_owned(), "Second Person".to_owned()],
        email: "Ada@Example.org".to_owned(),
    }
}

pub fn facts(flight: &str) -> ClaimFacts {
    ClaimFacts {
        language: Language::Fr,
        origin: "OTP".to_owned(),
        destination: "JFK".to_owned(),
        flight: flight.to_owned(),
        flight_day: date(2026, 2, 28),
        disruption: "missed_connection".to_owned(),
        statement: json!({ "version": 1, "flights": ["LH123"], "declarations": ["x"] }),
        assessment: json!({ "version": 1, "steps": [] }),
        summary: AssessmentSummary {
            rules: "2026-11".to_owned(),
            outcome: "eligible".to_owned(),
            regime: Some("eu261".to_owned()),
            amount: Some(Amount {
                minor: 60_000,
                currency: "EUR".to_owned(),
            }),
        },
        claim_from: Some("Lufthansa".to_owned()),
    }
}

pub fn account(number: u64) -> StaffRow {
    StaffRow {
        id: staff_id(number),
        email: format!("staff{number}@aero.example"),
        name: "Ines Reviewer".to_owned(),
        password_hash: "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA".to_owned(),
        role: Role::Reviewer,
        created_at: minute(0),
        disabled_at: None,
    }
}

/// A grant of the reviewer.
pub fn may<P: Permitted>(permission: P) -> Grant<P> {
    let reviewer = Staff {
        id: staff_id(1),
        name: "Ines Reviewer".to_owned(),
        role: Role::Reviewer,
    };
    reviewer.may(permission).unwrap()
}

pub async fn connect(database: &TestDb) -> Db {
    Db::connect(&DbOptions::new(&database.url)).await.unwrap()
}

/// A fresh database with one reviewer. The first of the pair keeps it alive.
pub async fn desk() -> (TestDb, Db) {
    let database = TestDb::fresh().await;
    let db = connect(&database).await;
    let tx = db.begin().await.unwrap();
    tx.staff().insert(account(1)).await.unwrap();
    tx.commit().await.unwrap();
    (database, db)
}

/// Stores a claim in a unit of work of its own.
pub async fn send(db: &Db, claim: NewClaim, event: u64) {
    let tx = db.begin().await.unwrap();
    tx.claims().insert(claim, event_id(event)).await.unwrap();
    tx.commit().await.unwrap();
}
