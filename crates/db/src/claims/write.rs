//! Changing claims. Each function writes the event beside the change; there is no
//! way to write one without the other.

use domain::claim::{
    Actor, Claim, ClaimEvent, ClaimReference, ClaimState, EventKind, StateName, Transition, Verdict,
};
use domain::ids::{ClaimId, DraftId, EventId};
use jiff::Timestamp;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, UpdateMany};
use serde_json::{Value, json};

use super::facts::ClaimFacts;
use super::{Claims, row};
use crate::audit::Audit;
use crate::entity::claim::{ActiveModel, Column, Entity};
use crate::entity::claim_passenger;
use crate::error::DbError;
use crate::instant;

/// A claim before it is stored; it starts submitted and in version 1.
#[derive(Debug, Clone, PartialEq)]
pub struct NewClaim {
    /// Its id.
    pub id: ClaimId,
    /// What the passenger will quote.
    pub reference: ClaimReference,
    /// The draft it is sent from.
    pub draft_id: DraftId,
    /// What is sent.
    pub facts: ClaimFacts,
    /// SHA-256 of the secret in the private link.
    pub link_hash: [u8; 32],
    /// When it is sent.
    pub submitted_at: Timestamp,
}

impl Claims<'_> {
    /// Stores a claim that was just sent, with its first event.
    ///
    /// # Errors
    /// [`DbError::Conflict`] with `claims_draft_id_key` when the draft has been
    /// sent, with `claims_reference_key` when the reference is taken and another
    /// must be drawn. Either way the unit of work is lost.
    pub async fn insert(&self, claim: NewClaim, event_id: EventId) -> Result<(), DbError> {
        let (id, at) = (claim.id, claim.submitted_at);
        let passengers = passengers(id, &claim.facts.passengers);
        let detail = json!({ "outcome": claim.facts.outcome, "rules": claim.facts.rules });
        Entity::insert(new_row(claim)?)
            .exec_without_returning(self.tx)
            .await?;
        claim_passenger::Entity::insert_many(passengers)
            .exec_without_returning(self.tx)
            .await?;
        let (kind, actor) = (EventKind::ClaimSubmitted, Actor::Passenger);
        let event = ClaimEvent { kind, actor, at };
        Audit::new(self.tx)
            .append(event_id, id, event, detail)
            .await
    }

    /// Stores a change that the rules of [`Claim`] have allowed, with its event,
    /// and gives the claim as it is now.
    ///
    /// # Errors
    /// [`DbError::Conflict`] when the claim is no longer in the version that the
    /// transition starts from, or is gone.
    pub async fn apply(&self, transition: Transition, event_id: EventId) -> Result<Claim, DbError> {
        let Transition {
            claim_id,
            from_version,
            to,
            event,
        } = transition;
        let changed = update(claim_id, event.at)
            .filter(Column::Version.eq(from_version))
            .set(columns_of(&to))
            .exec_with_returning(self.tx)
            .await?;
        let row = changed.first().ok_or_else(DbError::stale)?;
        let claim = row::claim(row)?;
        Audit::new(self.tx)
            .append(event_id, claim_id, event, particulars(&to))
            .await?;
        Ok(claim)
    }

    /// Makes another secret open the claim, and the old one open nothing.
    ///
    /// It changes nothing that a decision rests on, so the version stays: who
    /// is deciding is not disturbed. Of two renewals at once the second finds
    /// the old link gone.
    ///
    /// # Errors
    /// [`DbError::Conflict`] when the old link no longer opens the claim.
    pub async fn renew_link(
        &self,
        claim_id: ClaimId,
        old: [u8; 32],
        new: [u8; 32],
        event_id: EventId,
        actor: Actor,
        at: Timestamp,
    ) -> Result<(), DbError> {
        let renewed = ActiveModel {
            link_hash: Set(new.to_vec()),
            link_issued_at: Set(instant::to_driver(at)),
            updated_at: Set(instant::to_driver(at)),
            ..Default::default()
        };
        let changed = Entity::update_many()
            .set(renewed)
            .filter(Column::Id.eq(claim_id.as_uuid()))
            .filter(Column::LinkHash.eq(old.to_vec()))
            .exec(self.tx)
            .await?;
        if changed.rows_affected == 0 {
            return Err(DbError::stale());
        }
        let kind = EventKind::LinkRenewed;
        let event = ClaimEvent { kind, actor, at };
        Audit::new(self.tx)
            .append(event_id, claim_id, event, json!({}))
            .await
    }
}

/// Every change of the state counts the version and moves the time of the last
/// change.
fn update(claim_id: ClaimId, at: Timestamp) -> UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .col_expr(Column::UpdatedAt, Expr::value(instant::to_driver(at)))
        .filter(Column::Id.eq(claim_id.as_uuid()))
}

fn new_row(claim: NewClaim) -> Result<ActiveModel, DbError> {
    let at = instant::to_driver(claim.submitted_at);
    let mut row = ActiveModel {
        id: Set(claim.id.as_uuid()),
        reference: Set(claim.reference.to_string()),
        state: Set(StateName::Submitted.name().to_owned()),
        version: Set(1),
        draft_id: Set(claim.draft_id.as_uuid()),
        link_hash: Set(claim.link_hash.to_vec()),
        link_issued_at: Set(at),
        submitted_at: Set(at),
        updated_at: Set(at),
        ..Default::default()
    };
    claim.facts.fill(&mut row)?;
    Ok(row)
}

fn passengers(claim_id: ClaimId, names: &[String]) -> Vec<claim_passenger::ActiveModel> {
    (0..)
        .zip(names)
        .map(|(position, name)| claim_passenger::ActiveModel {
            claim_id: Set(claim_id.as_uuid()),
            position: Set(position),
            name: Set(name.clone()),
        })
        .collect()
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
        row.decision_reason = Set(reason_of(decision.verdict()).map(str::to_owned));
        row.decision_text = Set(Some(decision.text().to_owned()));
    }
    row
}

fn particulars(state: &ClaimState) -> Value {
    match state {
        ClaimState::Decided { decision, .. } => match reason_of(decision.verdict()) {
            Some(reason) => json!({ "reason": reason }),
            None => json!({}),
        },
        ClaimState::Submitted | ClaimState::Withdrawn => json!({}),
    }
}

fn reason_of(verdict: Verdict) -> Option<&'static str> {
    match verdict {
        Verdict::Approved => None,
        Verdict::Rejected(reason) => Some(reason.code()),
    }
}
