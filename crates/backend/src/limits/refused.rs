use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use db::rate_limits::{Bucket, Charge, Refusal};
use jiff::Timestamp;

use super::memory::after;

/// The most buckets that are remembered: a megabyte.
const MOST: usize = 10_000;

/// A cache of buckets that were found without tokens a moment ago, so that a
/// flood is refused without a way to the database for each request.
///
/// It can be wrong in one direction only: another process may have given tokens
/// back meanwhile. Then somebody waits for as long as was said before.
#[derive(Default)]
pub(super) struct RefusedBuckets {
    full_at: Mutex<HashMap<Bucket, Timestamp>>,
}

impl RefusedBuckets {
    /// The buckets among those of the charges that will refuse again.
    pub(super) fn among(&self, charges: &[Charge], now: Timestamp) -> Vec<Bucket> {
        let full_at = self.lock();
        if full_at.is_empty() {
            return Vec::new();
        }
        charges
            .iter()
            .filter(|charge| {
                let level = full_at.get(&charge.bucket).copied();
                level.is_some_and(|level| after(Some(level), charge, now).is_none())
            })
            .map(|charge| charge.bucket)
            .collect()
    }

    /// Remembers what a store has refused.
    pub(super) fn remember(&self, refusals: &[Refusal], now: Timestamp) {
        let mut full_at = self.lock();
        for refusal in refusals {
            full_at.insert(refusal.bucket, refusal.full_at);
        }
        if full_at.len() > MOST {
            full_at.retain(|_, at| *at > now);
        }
        // It is only a cache: whoever is refused once more is in it again.
        if full_at.len() > MOST {
            full_at.clear();
        }
    }

    /// Forgets a bucket that has got tokens back.
    pub(super) fn forget(&self, bucket: &Bucket) {
        self.lock().remove(bucket);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Bucket, Timestamp>> {
        self.full_at.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{charge, second};
    use super::*;

    fn refusal(key: u64, full_at: i64) -> Refusal {
        Refusal {
            bucket: charge(key, 1).bucket,
            full_at: second(full_at),
        }
    }

    #[test]
    fn a_refusal_holds_until_the_tokens_are_back() {
        let refused = RefusedBuckets::default();
        refused.remember(&[refusal(1, 60)], second(0));
        let bucket = charge(1, 20).bucket;
        assert_eq!(refused.among(&[charge(1, 20)], second(19)), [bucket]);
        assert_eq!(refused.among(&[charge(1, 20)], second(20)), []);
        assert_eq!(refused.among(&[charge(1, 60)], second(20)), [bucket]);
        assert_eq!(refused.among(&[charge(2, 60)], second(0)), []);
        refused.forget(&bucket);
        assert_eq!(refused.among(&[charge(1, 60)], second(0)), []);
    }

    #[test]
    fn memory_is_bounded() {
        let refused = RefusedBuckets::default();
        for key in 0..5 * MOST as u64 {
            refused.remember(&[refusal(key, 60)], second(0));
            assert!(refused.lock().len() <= MOST);
        }
    }
}
