//! Work that outlives the request that asked for it.
//!
//! The queue is the tables of `graphile_worker`, in a schema of its own. A job
//! is added in the transaction of what it follows from, so that there is never
//! one without the other.

mod enqueue;
mod failed;

pub use enqueue::TRACEPARENT;
pub(crate) use enqueue::enqueue;
pub use failed::{FailedJob, JobCounts};

use domain::job::Job;
use sea_orm::DatabaseTransaction;

use crate::error::DbError;

/// The queue within a unit of work.
#[derive(Debug)]
pub struct Jobs<'tx> {
    tx: &'tx DatabaseTransaction,
}

impl<'tx> Jobs<'tx> {
    pub(crate) fn new(tx: &'tx DatabaseTransaction) -> Self {
        Self { tx }
    }

    /// Adds a job, to be done as soon as this unit of work is committed. One with
    /// the same `key` that waits already is replaced.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn add<J: Job>(&self, job: &J, key: &str) -> Result<(), DbError> {
        enqueue::add(self.tx, job, key).await
    }
}
