//! The unit of work.

use std::time::Instant;

use sea_orm::DatabaseTransaction;

use crate::audit::Audit;
use crate::claims::Claims;
use crate::drafts::Drafts;
use crate::error::DbError;
use crate::jobs::Jobs;
use crate::mail::Deliveries;
use crate::staff::Staff;
use crate::trace;

/// One transaction: all of its changes happen at [`Tx::commit`], or none do.
/// Dropping it without committing undoes them.
#[derive(Debug)]
pub struct Tx {
    inner: DatabaseTransaction,
}

impl Tx {
    pub(crate) fn new(inner: DatabaseTransaction) -> Self {
        Self { inner }
    }

    /// For what is a unit of work by itself.
    pub(crate) fn inner(&self) -> &DatabaseTransaction {
        &self.inner
    }

    /// Claims that are still being written.
    #[must_use]
    pub fn drafts(&self) -> Drafts<'_> {
        Drafts::new(&self.inner)
    }

    /// Claims that were sent.
    #[must_use]
    pub fn claims(&self) -> Claims<'_> {
        Claims::new(&self.inner)
    }

    /// What happened to claims.
    #[must_use]
    pub fn audit(&self) -> Audit<'_> {
        Audit::new(&self.inner)
    }

    /// Work that outlives the request.
    #[must_use]
    pub fn jobs(&self) -> Jobs<'_> {
        Jobs::new(&self.inner)
    }

    /// Mail to passengers.
    #[must_use]
    pub fn deliveries(&self) -> Deliveries<'_> {
        Deliveries::new(&self.inner)
    }

    /// The accounts of those who review.
    #[must_use]
    pub fn staff(&self) -> Staff<'_> {
        Staff::new(&self.inner)
    }

    /// Makes the changes of this unit of work last.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] when the connection breaks here, in which case the
    /// changes may or may not have been made: the caller's work must be safe to
    /// repeat, as sending a claim is (one draft, one claim).
    pub async fn commit(self) -> Result<(), DbError> {
        let began = Instant::now();
        let committed = self.inner.commit().await;
        trace::ended("COMMIT", began.elapsed(), committed.is_err());
        Ok(committed?)
    }
}
