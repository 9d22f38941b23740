use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use db::rate_limits::{Bucket, Charge};
use jiff::{SignedDuration, Timestamp};

use super::memory::MemoryRateLimits;
use super::shared::{SharedBuckets, Taken};
use super::store::RateLimits;

/// The part of a bucket that a process gives out before it tells the others.
const SHARE: i32 = 20;

/// The most buckets with tokens that the others do not know of yet.
const MOST: usize = 10_000;

/// Buckets for what is asked often and quickly answered: counted in this
/// process at once, and in the shared buckets behind the answer, a twentieth of
/// a bucket at a time.
///
/// No request waits for the store. Several processes together give out a
/// twentieth of a bucket each more than there is; where the store is away, each
/// gives out a bucket of its own.
#[derive(Clone)]
pub(super) struct DeferredBuckets {
    own: Arc<MemoryRateLimits>,
    unsettled: Arc<Mutex<HashMap<Bucket, SignedDuration>>>,
    shared: SharedBuckets,
}

impl DeferredBuckets {
    pub(super) fn new(shared: SharedBuckets) -> Self {
        Self {
            own: Arc::default(),
            unsettled: Arc::default(),
            shared,
        }
    }

    /// Takes the tokens of every charge, or of none.
    pub(super) fn take(&self, charges: &[Charge], now: Timestamp) -> Taken {
        let by = self.shared.refusing(charges, now);
        if !by.is_empty() {
            return Taken::Refused { by, is_news: false };
        }
        let refusals = self.own.take_now(charges, now);
        if !refusals.is_empty() {
            self.shared.remember(&refusals, now);
            let by = refusals.iter().map(|refusal| refusal.bucket).collect();
            return Taken::Refused { by, is_news: true };
        }
        let due: Vec<Charge> = charges.iter().filter_map(|c| self.note(c)).collect();
        if !due.is_empty() {
            let shared = self.shared.clone();
            tokio::spawn(async move { settle(&shared, &due, now).await });
        }
        Taken::Granted
    }

    pub(super) async fn forget_full(&self, now: Timestamp) {
        // In memory nothing fails.
        let _ = self.own.delete_full(now).await;
    }

    /// Adds to what is to be settled; what there is of it, once it is enough.
    fn note(&self, charge: &Charge) -> Option<Charge> {
        let unsettled = self.unsettled.lock();
        let mut unsettled = unsettled.unwrap_or_else(PoisonError::into_inner);
        let sum = unsettled.get(&charge.bucket).copied().unwrap_or_default() + charge.cost;
        if sum < charge.capacity / SHARE {
            // Somebody comes from everywhere: each of them asks little.
            if unsettled.len() >= MOST {
                unsettled.clear();
            }
            unsettled.insert(charge.bucket, sum);
            return None;
        }
        unsettled.remove(&charge.bucket);
        let cost = sum.min(charge.capacity);
        Some(Charge { cost, ..*charge })
    }
}

/// Charges each shared bucket; one that refuses is in the cache then.
async fn settle(shared: &SharedBuckets, due: &[Charge], now: Timestamp) {
    for charge in due {
        if let Err(error) = shared.take(std::slice::from_ref(charge), now).await {
            tracing::debug!(%error, "a rate limit was counted in this process only");
        }
    }
}
