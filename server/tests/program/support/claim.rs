use db::{AssessmentSummary, ClaimFacts, Db, DbOptions, NewClaim, People};
use domain::{
    Language,
    claim::{Claim, ClaimReference},
    ids::{ClaimId, DraftId, EventId},
};
use jiff::{Timestamp, civil::date};
use serde_json::json;
use uuid::Uuid;

/// Where its passenger is written to.
pub const EMAIL: &str = "marta.brandt@example.org";

/// Stores a claim that was sent, and tells its reference.
pub async fn stored_claim(url: &str) -> ClaimReference {
    let db = Db::connect(&DbOptions::new(url)).await.unwrap();
    let id = Uuid::from_u128(7);
    let at: Timestamp = "2026-03-20T10:00:00Z".parse().unwrap();
    let reference = ClaimReference::from_random(7);
    let claim = NewClaim {
        submission: Claim::submit(ClaimId::from_uuid(id), at),
        reference,
        draft_id: DraftId::from_uuid(id),
        facts: ClaimFacts {
            language: Language::En,
            origin: "BRE".to_owned(),
            destination: "ASU".to_owned(),
            flight: "AF1225".to_owned(),
            flight_day: date(2026, 3, 2),
            disruption: "delay".to_owned(),
            statement: json!({ "version": 1 }),
            assessment: json!({ "version": 1 }),
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
            email: EMAIL.to_owned(),
        },
        link_hash: [7; 32],
    };
    let tx = db.begin().await.unwrap();
    let event = EventId::from_uuid(id);
    tx.claims().insert(claim, event).await.unwrap();
    tx.commit().await.unwrap();
    db.close().await.unwrap();
    reference
}
