//! A claim as it is stored.

use domain::claim::{
    Claim, ClaimReference, ClaimState, Decision, DecisionOutcome, RejectionReason, StateName,
};
use domain::ids::{ClaimId, DraftId, StaffId};
use jiff::Timestamp;

use super::facts::ClaimFacts;
use super::people::People;
use crate::entity::claim::Model;
use crate::entity::claim_person;
use crate::error::DbError;
use crate::instant;

/// A claim as it is stored.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimRow {
    /// Id, version and state: what its rules are about.
    pub claim: Claim,
    /// What the passenger quotes.
    pub reference: ClaimReference,
    /// The draft it was sent from.
    pub draft_id: DraftId,
    /// What was sent.
    pub facts: ClaimFacts,
    /// Who it is of; `None` once they were erased.
    pub people: Option<People>,
    /// How many travelled.
    pub passenger_count: i32,
    /// SHA-256 of the secret of its present private link.
    pub link_hash: [u8; 32],
    /// Which of its links that is, from 1.
    pub link_generation: i32,
    /// Since when it opens the claim.
    pub link_issued_at: Timestamp,
    /// When it was sent.
    pub submitted_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
}

impl ClaimRow {
    pub(super) fn from_parts(
        row: Model,
        people: Vec<claim_person::Model>,
    ) -> Result<Self, DbError> {
        Ok(Self {
            claim: claim(&row)?,
            reference: reference(&row.reference)?,
            draft_id: DraftId::from_uuid(row.draft_id),
            link_hash: link_hash(&row.link_hash)?,
            link_generation: row.link_generation,
            link_issued_at: instant::from_driver(row.link_issued_at),
            submitted_at: instant::from_driver(row.submitted_at),
            updated_at: instant::from_driver(row.updated_at),
            people: People::from_rows(people),
            passenger_count: row.passenger_count,
            facts: ClaimFacts::from_row(row)?,
        })
    }
}

pub(super) fn reference(stored: &str) -> Result<ClaimReference, DbError> {
    stored
        .parse()
        .map_err(|_| DbError::unreadable("claims.reference", stored))
}

fn link_hash(stored: &[u8]) -> Result<[u8; 32], DbError> {
    stored
        .try_into()
        .map_err(|error| DbError::unreadable("claims.link_hash", error))
}

pub(super) fn state_name(stored: &str) -> Result<StateName, DbError> {
    StateName::from_name(stored).ok_or_else(|| DbError::unreadable("claims.state", stored))
}

pub(super) fn claim(row: &Model) -> Result<Claim, DbError> {
    let state = match state_name(&row.state)? {
        StateName::Submitted => ClaimState::Submitted,
        StateName::Withdrawn => ClaimState::Withdrawn,
        StateName::Approved => decided(row, DecisionOutcome::Approved)?,
        StateName::Rejected => decided(row, DecisionOutcome::Rejected(rejection_reason(row)?))?,
    };
    Ok(Claim {
        id: ClaimId::from_uuid(row.id),
        version: row.version,
        basis_version: row.basis_version,
        state,
    })
}

fn decided(row: &Model, outcome: DecisionOutcome) -> Result<ClaimState, DbError> {
    let (Some(by), Some(at), Some(text)) = (row.decided_by, row.decided_at, &row.decision_text)
    else {
        return Err(DbError::unreadable("claims.decided_at", "incomplete"));
    };
    let decision = Decision::new(outcome, text)
        .map_err(|error| DbError::unreadable("claims.decision_text", format!("{error:?}")))?;
    Ok(ClaimState::Decided {
        decision,
        by: StaffId::from_uuid(by),
        at: instant::from_driver(at),
    })
}

fn rejection_reason(row: &Model) -> Result<RejectionReason, DbError> {
    let stored = row.decision_reason.as_deref().unwrap_or_default();
    RejectionReason::from_code(stored)
        .ok_or_else(|| DbError::unreadable("claims.decision_reason", stored))
}
