//! What happened to a claim, and who did it.

use domain::Code;
use domain::claim::{Actor, Change, EventKind};
use domain::ids::{ClaimId, EventId, StaffId};
use jiff::Timestamp;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value;

use crate::entity::claim_event::{ActiveModel, Column, Entity, Model};
use crate::error::DbError;
use crate::{instant, jobs};

/// An event as it is stored.
#[derive(Debug, Clone, PartialEq)]
pub struct EventRow {
    /// Its id.
    pub id: EventId,
    /// The claim it happened to.
    pub claim_id: ClaimId,
    /// The version that the claim had afterwards: the order of its history.
    pub claim_version: i32,
    /// What happened; a newer release may know kinds that this one does not.
    pub kind: Code<EventKind>,
    /// Who did it.
    pub actor: Actor,
    /// When.
    pub at: Timestamp,
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
            .order_by_asc(Column::ClaimVersion)
            .all(self.tx)
            .await?;
        rows.into_iter().map(EventRow::try_from).collect()
    }
}

/// Stores the event of a change and the work that follows from it, in the
/// transaction of the change. `version` is that of the claim afterwards, and
/// `detail` a JSON object.
pub(crate) async fn record<To>(
    tx: &DatabaseTransaction,
    id: EventId,
    change: &Change<To>,
    version: i32,
    detail: Value,
) -> Result<(), DbError> {
    let event = change.event();
    let (actor_kind, actor_id) = match event.actor {
        Actor::Passenger => ("passenger", None),
        Actor::Staff(id) => ("staff", Some(id.as_uuid())),
        Actor::System => ("system", None),
    };
    let row = ActiveModel {
        id: Set(id.as_uuid()),
        claim_id: Set(change.claim_id().as_uuid()),
        claim_version: Set(version),
        at: Set(instant::to_driver(event.at)),
        actor_kind: Set(actor_kind.to_owned()),
        actor_id: Set(actor_id),
        kind: Set(event.kind.name().to_owned()),
        detail: Set(detail),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    jobs::enqueue(tx, change.claim_id(), id, change.effects()).await
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
        Ok(Self {
            id: EventId::from_uuid(row.id),
            claim_id: ClaimId::from_uuid(row.claim_id),
            claim_version: row.claim_version,
            kind: Code::read(&row.kind),
            actor,
            at: instant::from_driver(row.at),
            detail: row.detail,
        })
    }
}
