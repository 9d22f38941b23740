use db::rate_limits::{Bucket, Charge};
use jiff::{SignedDuration, Timestamp};

/// So many seconds after the beginning of the clock.
pub(super) fn second(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

/// Takes `cost` seconds of a minute's tokens from the bucket of a key.
pub(super) fn charge(key: u64, cost: i64) -> Charge {
    let mut key_hash = [0; 32];
    key_hash[..8].copy_from_slice(&key.to_be_bytes());
    Charge {
        bucket: Bucket {
            limit: "test",
            key_hash,
        },
        cost: SignedDuration::from_secs(cost),
        capacity: SignedDuration::from_secs(60),
    }
}
