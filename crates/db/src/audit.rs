//! What happened to a claim, and who did it.

use domain::claim::{Actor, ClaimEvent, EventKind};
use domain::ids::{ClaimId, EventId, StaffId};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value;

use crate::entity::claim_event::{ActiveModel, Column, Entity, Model};
use crate::error::DbError;
use crate::instant;

/// An event as it is stored.
#[derive(Debug, Clone, PartialEq)]
pub struct EventRow {
    /// Its id.
    pub id: EventId,
    /// The claim it happened to.
    pub claim_id: ClaimId,
    /// What happened, who did it and when.
    pub event: ClaimEvent,
    /// The particulars: a JSON object.
    pub detail: Value,
}

/// The history within a unit of work.
#[derive(Debug)]
pub struct Audit<'tx> {
    tx: &'tx DatabaseTransaction,
}

impl<'tx> Audit<'tx> {
    pub(crate) fn new(tx: &'tx DatabaseTransaction) -> Self {
        Self { tx }
    }

    /// The history of one claim, oldest first. The caller has the id from a query
    /// that asked whose claim it is.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn events_of(&self, claim_id: ClaimId) -> Result<Vec<EventRow>, DbError> {
        let rows = Entity::find()
            .filter(Column::ClaimId.eq(claim_id.as_uuid()))
            .order_by_asc(Column::At)
            .order_by_asc(Column::Id)
            .all(self.tx)
            .await?;
        rows.into_iter().map(EventRow::try_from).collect()
    }

    /// Adds an event. Changes of a claim bring their own; this is for an event that
    /// changes nothing. `detail` is a JSON object; `id`, being a UUIDv7, orders
    /// events of the same microsecond.
    ///
    /// # Errors
    /// [`DbError::Internal`] when there is no such claim.
    pub async fn append(
        &self,
        id: EventId,
        claim_id: ClaimId,
        event: ClaimEvent,
        detail: Value,
    ) -> Result<(), DbError> {
        let (actor_kind, actor_id) = match event.actor {
            Actor::Passenger => ("passenger", None),
            Actor::Staff(id) => ("staff", Some(id.as_uuid())),
            Actor::System => ("system", None),
        };
        let row = ActiveModel {
            id: Set(id.as_uuid()),
            claim_id: Set(claim_id.as_uuid()),
            at: Set(instant::to_driver(event.at)),
            actor_kind: Set(actor_kind.to_owned()),
            actor_id: Set(actor_id),
            kind: Set(event.kind.name().to_owned()),
            detail: Set(detail),
        };
        Entity::insert(row).exec_without_returning(self.tx).await?;
        Ok(())
    }
}

impl TryFrom<Model> for EventRow {
    type Error = DbError;

    fn try_from(row: Model) -> Result<Self, DbError> {
        let actor = match (row.actor_kind.as_str(), row.actor_id) {
            ("passenger", None) => Actor::Passenger,
            ("staff", Some(id)) => Actor::Staff(StaffId::from_uuid(id)),
            ("system", None) => Actor::System,
            (kind, _) => return Err(DbError::unreadable("claim_events.actor_kind", kind)),
        };
        let kind = EventKind::from_name(&row.kind)
            .ok_or_else(|| DbError::unreadable("claim_events.kind", &row.kind))?;
        let at = instant::from_driver(row.at);
        Ok(Self {
            id: EventId::from_uuid(row.id),
            claim_id: ClaimId::from_uuid(row.claim_id),
            event: ClaimEvent { kind, actor, at },
            detail: row.detail,
        })
    }
}
