use std::collections::HashMap;
use std::future::ready;
use std::sync::{Mutex, MutexGuard, PoisonError};

use db::rate_limits::{Bucket, Charge, Refusal};
use jiff::Timestamp;

use super::store::{Answer, RateLimits};

/// The most buckets at a time: some ten megabytes.
const MOST: usize = 100_000;

/// Token buckets of one process.
///
/// Beyond [`MOST`] buckets, the fuller half of them is forgotten: whoever sends
/// from that many networks has spread the load already, and the emptiest
/// buckets, those of who asks most, stay.
#[derive(Default)]
pub struct MemoryRateLimits {
    /// When each bucket will be full again; one that is full has no entry.
    full_at: Mutex<HashMap<Bucket, Timestamp>>,
}

impl MemoryRateLimits {
    /// As [`RateLimits::take`], at once.
    pub(super) fn take_now(&self, charges: &[Charge], now: Timestamp) -> Vec<Refusal> {
        let mut full_at = self.lock();
        let level = |full_at: &HashMap<Bucket, Timestamp>, charge: &Charge| {
            full_at.get(&charge.bucket).copied()
        };
        let refused: Vec<Refusal> = charges
            .iter()
            .filter_map(|charge| {
                let before = level(&full_at, charge);
                let fits = after(before, charge, now).is_some();
                (!fits).then(|| Refusal {
                    bucket: charge.bucket,
                    full_at: before.unwrap_or(now),
                })
            })
            .collect();
        if refused.is_empty() {
            for charge in charges {
                if let Some(at) = after(level(&full_at, charge), charge, now) {
                    full_at.insert(charge.bucket, at);
                }
            }
            if full_at.len() > MOST {
                forget(&mut full_at, now);
            }
        }
        refused
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Bucket, Timestamp>> {
        self.full_at.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// When a bucket will be full after a charge, if it has the tokens.
pub(super) fn after(
    full_at: Option<Timestamp>,
    charge: &Charge,
    now: Timestamp,
) -> Option<Timestamp> {
    let before = full_at.unwrap_or(now).max(now);
    let after = before.checked_add(charge.cost).ok()?;
    (now.duration_until(after) <= charge.capacity).then_some(after)
}

/// Makes room: without the buckets that are full, and if that is not enough,
/// without the fuller half.
fn forget(full_at: &mut HashMap<Bucket, Timestamp>, now: Timestamp) {
    full_at.retain(|_, at| *at > now);
    if full_at.len() <= MOST / 2 {
        return;
    }
    let mut moments: Vec<Timestamp> = full_at.values().copied().collect();
    let (_, middle, _) = moments.select_nth_unstable(full_at.len() - MOST / 2);
    let middle = *middle;
    full_at.retain(|_, at| *at > middle);
}

impl RateLimits for MemoryRateLimits {
    fn take<'a>(&'a self, charges: &'a [Charge], now: Timestamp) -> Answer<'a, Vec<Refusal>> {
        Box::pin(ready(Ok(self.take_now(charges, now))))
    }

    fn give_back<'a>(&'a self, charges: &'a [Charge], now: Timestamp) -> Answer<'a, ()> {
        let mut full_at = self.lock();
        for charge in charges {
            let Some(at) = full_at.get_mut(&charge.bucket) else {
                continue;
            };
            *at = at.checked_sub(charge.cost).unwrap_or(now);
            if *at <= now {
                full_at.remove(&charge.bucket);
            }
        }
        Box::pin(ready(Ok(())))
    }

    fn delete_full(&self, now: Timestamp) -> Answer<'_, u64> {
        let mut full_at = self.lock();
        let before = full_at.len();
        full_at.retain(|_, at| *at > now);
        let deleted = before - full_at.len();
        Box::pin(ready(Ok(deleted as u64)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{charge, second};
    use super::*;

    fn tokens(key: u64, count: i64) -> Charge {
        charge(key, 20 * count)
    }

    fn is_granted(buckets: &MemoryRateLimits, key: u64, count: i64, now: Timestamp) -> bool {
        buckets.take_now(&[tokens(key, count)], now).is_empty()
    }

    #[test]
    fn a_bucket_empties_and_fills_again() {
        let buckets = MemoryRateLimits::default();
        assert!(is_granted(&buckets, 1, 2, second(0)));
        assert!(!is_granted(&buckets, 1, 2, second(0)), "all or none");
        assert!(is_granted(&buckets, 1, 1, second(0)));
        assert!(!is_granted(&buckets, 1, 1, second(19)));
        assert!(is_granted(&buckets, 2, 3, second(19)), "another key");
        assert!(is_granted(&buckets, 1, 1, second(20)));
        assert!(is_granted(&buckets, 1, 3, second(1_000)), "full, no fuller");
        assert!(!is_granted(&buckets, 1, 1, second(1_000)));
    }

    #[tokio::test]
    async fn what_is_given_back_was_never_taken() {
        let buckets = MemoryRateLimits::default();
        let charges = [tokens(1, 3)];
        for _ in 0..100 {
            assert_eq!(buckets.take_now(&charges, second(0)), []);
            buckets.give_back(&charges, second(0)).await.unwrap();
        }
        assert!(buckets.lock().is_empty());
        buckets.give_back(&charges, second(0)).await.unwrap();
        assert_eq!(buckets.take_now(&charges, second(0)), []);
        assert_ne!(buckets.take_now(&[tokens(1, 1)], second(0)), []);
    }

    #[test]
    fn memory_is_bounded_and_who_asks_most_stays() {
        let buckets = MemoryRateLimits::default();
        assert!(is_granted(&buckets, 0, 3, second(0)));
        for key in 1..=3 * MOST as u64 {
            assert!(is_granted(&buckets, key, 1, second(0)));
            if key % 1_000 == 0 {
                assert!(buckets.lock().len() <= MOST + 1);
            }
        }
        assert!(!is_granted(&buckets, 0, 1, second(0)));
    }
}
