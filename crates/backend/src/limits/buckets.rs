use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use jiff::{SignedDuration, Timestamp};

/// A bucket of drops for each key: taking empties it, time fills it evenly.
///
/// What the `governor` crate counts cannot be given back. Here it can, so that
/// something may count beforehand and be found innocent afterwards.
pub(super) struct Buckets {
    /// How long one drop takes to come back.
    drop: SignedDuration,
    /// How long an empty bucket takes to be full.
    whole: SignedDuration,
    /// When each bucket will be full again; one that is full has no entry.
    full_at: Mutex<HashMap<String, Timestamp>>,
}

impl Buckets {
    /// Buckets of `size` drops, of which an empty one is full after `whole`.
    pub(super) fn new(size: u32, whole: SignedDuration) -> Self {
        let size = i32::try_from(size).unwrap_or(i32::MAX).max(1);
        let drop = whole / size;
        Self {
            drop,
            // Rounded as the drops are, so that a bucket holds all of them.
            whole: drop * size,
            full_at: Mutex::default(),
        }
    }

    /// Takes drops out, all or none; says whether there were so many.
    pub(super) fn take(&self, key: &str, drops: u32, now: Timestamp) -> bool {
        let mut full_at = self.lock();
        let before = full_at.get(key).copied().unwrap_or(now).max(now);
        let Ok(after) = before.checked_add(self.lasting(drops)) else {
            return false;
        };
        let fits = now.duration_until(after) <= self.whole;
        if fits {
            full_at.insert(key.to_owned(), after);
        }
        fits
    }

    /// Puts drops back that were taken.
    pub(super) fn give_back(&self, key: &str, drops: u32) {
        if let Some(at) = self.lock().get_mut(key) {
            *at = at.checked_sub(self.lasting(drops)).unwrap_or(*at);
        }
    }

    /// Forgets the buckets that are full.
    pub(super) fn forget_full(&self, now: Timestamp) {
        self.lock().retain(|_, at| *at > now);
    }

    fn lasting(&self, drops: u32) -> SignedDuration {
        self.drop * i32::try_from(drops).unwrap_or(i32::MAX)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Timestamp>> {
        self.full_at.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_bucket_empties_and_fills_again() {
        let buckets = Buckets::new(3, SignedDuration::from_secs(60));
        assert!(buckets.take("a", 2, second(0)));
        assert!(!buckets.take("a", 2, second(0)), "all or none");
        assert!(buckets.take("a", 1, second(0)));
        assert!(!buckets.take("a", 1, second(19)));
        assert!(buckets.take("b", 3, second(19)), "another key");
        assert!(buckets.take("a", 1, second(20)));
        assert!(buckets.take("a", 3, second(1_000)), "full, and no fuller");
        assert!(!buckets.take("a", 1, second(1_000)));
    }

    #[test]
    fn what_is_given_back_was_never_taken() {
        let buckets = Buckets::new(7, SignedDuration::from_secs(60));
        for _ in 0..100 {
            assert!(buckets.take("a", 7, second(0)));
            buckets.give_back("a", 7);
        }
        buckets.forget_full(second(0));
        assert!(buckets.lock().is_empty());
        buckets.give_back("a", 7);
        assert!(!buckets.take("a", 8, second(0)));
    }
}
