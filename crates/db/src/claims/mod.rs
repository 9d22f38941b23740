//! Claims that were sent.

mod count;
mod cursor;
mod erase;
mod facts;
mod people;
mod queue;
mod read;
mod row;
mod search;
mod upgrade;
mod write;

pub use count::{Count, StateCounts};
pub use cursor::{InvalidCursor, QueueCursor};
pub use facts::{Amount, AssessmentSummary, ClaimFacts};
pub use people::People;
pub use queue::{QueueFilter, QueuePage, QueueRow};
pub use row::ClaimRow;
pub use upgrade::UnversionedClaim;
pub use write::NewClaim;

use sea_orm::DatabaseTransaction;

/// The claims within a unit of work.
#[derive(Debug)]
pub struct Claims<'tx> {
    tx: &'tx DatabaseTransaction,
}

impl<'tx> Claims<'tx> {
    pub(crate) fn new(tx: &'tx DatabaseTransaction) -> Self {
        Self { tx }
    }
}
