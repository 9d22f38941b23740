use std::sync::Arc;

use db::rate_limits::{Bucket, Charge, Refusal};
use jiff::Timestamp;

use super::{refused::RefusedBuckets, store::RateLimits};
use crate::Error;

/// What became of charges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Taken {
    /// All tokens are taken.
    Granted,
    /// No token is taken: these buckets have not enough.
    Refused {
        by: Vec<Bucket>,
        /// Whether a store said so, and not the cache.
        is_news: bool,
    },
}

/// Buckets in a store that processes share, behind a cache of those that refuse.
#[derive(Clone)]
pub(super) struct SharedBuckets {
    store: Arc<dyn RateLimits>,
    refused: Arc<RefusedBuckets>,
}

impl SharedBuckets {
    pub(super) fn new(store: Arc<dyn RateLimits>) -> Self {
        Self {
            store,
            refused: Arc::default(),
        }
    }

    /// Buckets of the charges that the cache knows to refuse.
    pub(super) fn refusing(&self, charges: &[Charge], now: Timestamp) -> Vec<Bucket> {
        self.refused.among(charges, now)
    }

    /// Remembers buckets that have refused.
    pub(super) fn remember(&self, refusals: &[Refusal], now: Timestamp) {
        self.refused.remember(refusals, now);
    }

    /// Takes the tokens of every charge, or of none.
    pub(super) async fn take(&self, charges: &[Charge], now: Timestamp) -> Result<Taken, Error> {
        let by = self.refusing(charges, now);
        if !by.is_empty() {
            return Ok(Taken::Refused { by, is_news: false });
        }
        let refusals = self.store.take(charges, now).await?;
        if refusals.is_empty() {
            return Ok(Taken::Granted);
        }
        self.refused.remember(&refusals, now);
        let by = refusals.iter().map(|refusal| refusal.bucket).collect();
        Ok(Taken::Refused { by, is_news: true })
    }

    /// Puts tokens back. Where the store does not answer they come back by
    /// themselves, in their time.
    pub(super) async fn give_back(&self, charges: &[Charge], now: Timestamp) {
        if let Err(error) = self.store.give_back(charges, now).await {
            tracing::debug!(%error, "tokens of a rate limit were not given back");
        }
        for charge in charges {
            self.refused.forget(&charge.bucket);
        }
    }

    pub(super) async fn delete_full(&self, now: Timestamp) -> Result<u64, Error> {
        Ok(self.store.delete_full(now).await?)
    }
}
