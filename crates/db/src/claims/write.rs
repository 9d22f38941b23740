//! Changing claims. Each function takes a [`Change`] and writes its event and its
//! effects beside it; there is no way to write one without the others.

use domain::claim::{
    Change, Claim, ClaimReference, ClaimState, DecisionOutcome, LinkRenewal, Reassessment,
    StateName, Submission,
};
use domain::ids::{ClaimId, DraftId, EventId};
use jiff::Timestamp;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, UpdateMany};
use serde_json::{Value, json};

use super::facts::{AssessmentSummary, ClaimFacts};
use super::people::People;
use super::{Claims, row};
use crate::audit;
use crate::entity::claim::{ActiveModel, Column, Entity};
use crate::entity::claim_person;
use crate::error::DbError;
use crate::instant;

/// A claim before it is stored; it starts submitted and in version 1.
#[derive(Debug, Clone, PartialEq)]
pub struct NewClaim {
    /// Its id, and when it is sent.
    pub submission: Change<Submission>,
    /// What the passenger will quote.
    pub reference: ClaimReference,
    /// The draft it is sent from.
    pub draft_id: DraftId,
    /// What is sent.
    pub facts: ClaimFacts,
    /// By whom.
    pub people: People,
    /// SHA-256 of the secret in the private link.
    pub link_hash: [u8; 32],
}

impl Claims<'_> {
    /// Stores a claim that was just sent, with its first event.
    ///
    /// # Errors
    /// [`DbError::Conflict`] with [`Conflict::Reference`](crate::Conflict::Reference)
    /// when another reference must be made, with `claims_draft_id_key` when the
    /// draft has been sent. Either way the unit of work is lost.
    pub async fn insert(&self, claim: NewClaim, event_id: EventId) -> Result<(), DbError> {
        let submission = claim.submission.clone();
        let people = claim.people.clone().rows(submission.claim_id());
        let detail = assessed(&claim.facts.summary);
        Entity::insert(new_row(claim)?)
            .exec_without_returning(self.tx)
            .await?;
        claim_person::Entity::insert_many(people)
            .exec_without_returning(self.tx)
            .await?;
        audit::record(self.tx, event_id, &submission, FIRST_VERSION, detail).await
    }

    /// Stores a change that the rules of [`Claim`] have allowed, with its event,
    /// and gives the claim as it is now.
    ///
    /// # Errors
    /// [`DbError::Conflict`] when the claim is no longer in the version that the
    /// change starts from, or is gone.
    pub async fn apply(
        &self,
        change: Change<ClaimState>,
        event_id: EventId,
    ) -> Result<Claim, DbError> {
        let changed = update(change.claim_id(), change.event().at)
            .col_expr(Column::BasisVersion, Expr::col(Column::Version).add(1))
            .filter(Column::Version.eq(change.from_version()))
            .set(columns_of(change.to()))
            .exec_with_returning(self.tx)
            .await?;
        let row = changed.first().ok_or_else(DbError::stale)?;
        let claim = row::claim(row)?;
        let detail = particulars(change.to());
        audit::record(self.tx, event_id, &change, claim.version, detail).await?;
        Ok(claim)
    }

    /// Puts another assessment in the place of the stored one, with an event that
    /// tells both.
    ///
    /// # Errors
    /// [`DbError::Conflict`] when the claim is no longer in the version that the
    /// change starts from.
    pub async fn reassess(
        &self,
        change: Change<Reassessment>,
        event_id: EventId,
    ) -> Result<(), DbError> {
        let Reassessment { old, new } = change.to();
        let (before, after) = (AssessmentSummary::of(old), AssessmentSummary::of(new));
        let detail = json!({ "old": told(&before), "new": told(&after) });
        let mut row = ActiveModel {
            assessment: Set(
                serde_json::to_value(new).map_err(|error| DbError::Internal(error.to_string()))?
            ),
            ..Default::default()
        };
        after.fill(&mut row);
        if let Some(best) = new.best() {
            row.claim_from = Set(Some(best.claim_from.to_string()));
        }
        let changed = update(change.claim_id(), change.event().at)
            .col_expr(Column::BasisVersion, Expr::col(Column::Version).add(1))
            .filter(Column::Version.eq(change.from_version()))
            .set(row)
            .exec_with_returning(self.tx)
            .await?;
        let row = changed.first().ok_or_else(DbError::stale)?;
        audit::record(self.tx, event_id, &change, row.version, detail).await
    }

    /// Makes another secret open the claim, and the old one open nothing.
    ///
    /// It changes nothing that a decision rests on: it counts as a version, but
    /// who is deciding is not disturbed. Of two renewals at once the second finds
    /// the old link gone.
    ///
    /// # Errors
    /// [`DbError::Conflict`] when the old link no longer opens the claim.
    pub async fn renew_link(
        &self,
        change: Change<LinkRenewal>,
        event_id: EventId,
    ) -> Result<(), DbError> {
        let LinkRenewal { old, new, request } = *change.to();
        let at = change.event().at;
        let renewed = ActiveModel {
            link_hash: Set(new.to_vec()),
            link_issued_at: Set(instant::to_driver(at)),
            link_renewal_hash: Set(request.map(|request| request.to_vec())),
            ..Default::default()
        };
        let next = Expr::col(Column::LinkGeneration).add(1);
        let changed = update(change.claim_id(), at)
            .set(renewed)
            .col_expr(Column::LinkGeneration, next)
            .filter(Column::LinkHash.eq(old.to_vec()))
            .exec_with_returning(self.tx)
            .await?;
        let row = changed.first().ok_or_else(DbError::stale)?;
        audit::record(self.tx, event_id, &change, row.version, json!({})).await
    }
}

/// The version of a claim that was just sent.
const FIRST_VERSION: i32 = 1;

/// Every change counts the version and moves the time of the last change.
fn update(claim_id: ClaimId, at: Timestamp) -> UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .col_expr(Column::UpdatedAt, Expr::value(instant::to_driver(at)))
        .filter(Column::Id.eq(claim_id.as_uuid()))
}

fn new_row(claim: NewClaim) -> Result<ActiveModel, DbError> {
    let at = instant::to_driver(claim.submission.event().at);
    let mut row = ActiveModel {
        id: Set(claim.submission.claim_id().as_uuid()),
        reference: Set(claim.reference.to_string()),
        state: Set(StateName::Submitted.name().to_owned()),
        version: Set(FIRST_VERSION),
        basis_version: Set(FIRST_VERSION),
        draft_id: Set(claim.draft_id.as_uuid()),
        link_hash: Set(claim.link_hash.to_vec()),
        link_issued_at: Set(at),
        submitted_at: Set(at),
        updated_at: Set(at),
        ..Default::default()
    };
    claim.facts.fill(&mut row)?;
    row.passenger_count = Set(claim.people.count()?);
    Ok(row)
}

/// The columns of a state. All of them are set, so that nothing of the state
/// before stays behind.
fn columns_of(state: &ClaimState) -> ActiveModel {
    let mut row = ActiveModel {
        state: Set(state.name().name().to_owned()),
        decided_at: Set(None),
        decided_by: Set(None),
        decision_reason: Set(None),
        decision_text: Set(None),
        ..Default::default()
    };
    if let ClaimState::Decided { decision, by, at } = state {
        row.decided_at = Set(Some(instant::to_driver(*at)));
        row.decided_by = Set(Some(by.as_uuid()));
        row.decision_reason = Set(reason_of(decision.outcome()).map(str::to_owned));
        row.decision_text = Set(Some(decision.text().to_owned()));
    }
    row
}

/// What the first event tells of the assessment.
fn assessed(summary: &AssessmentSummary) -> Value {
    json!({ "outcome": summary.outcome, "rules": summary.rules })
}

/// What an event tells of an assessment that was replaced, or replaces it.
fn told(summary: &AssessmentSummary) -> Value {
    let amount = summary.amount.as_ref();
    json!({
        "rules": summary.rules,
        "outcome": summary.outcome,
        "regime": summary.regime,
        "amount_minor": amount.map(|amount| amount.minor),
        "currency": amount.map(|amount| &amount.currency),
    })
}

fn particulars(state: &ClaimState) -> Value {
    match state {
        ClaimState::Decided { decision, .. } => match reason_of(decision.outcome()) {
            Some(reason) => json!({ "reason": reason }),
            None => json!({}),
        },
        ClaimState::Submitted | ClaimState::Withdrawn => json!({}),
    }
}

fn reason_of(outcome: DecisionOutcome) -> Option<&'static str> {
    match outcome {
        DecisionOutcome::Approved => None,
        DecisionOutcome::Rejected(reason) => Some(reason.code()),
    }
}
