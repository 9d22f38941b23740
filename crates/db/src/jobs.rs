//! Work that outlives the request that asked for it.

use domain::claim::Effect;
use domain::ids::{ClaimId, EventId};
use sea_orm::DatabaseTransaction;

use crate::error::DbError;

/// Stores the work that follows from an event, in the transaction of the event:
/// both happen or neither does.
///
/// The event tells two effects of the same kind apart, so that each is stored
/// once however often the transaction is tried.
#[expect(clippy::unused_async, reason = "the queue is not there yet")]
pub(crate) async fn enqueue(
    _tx: &DatabaseTransaction,
    _claim_id: ClaimId,
    _event_id: EventId,
    _effects: &[Effect],
) -> Result<(), DbError> {
    Ok(())
}
