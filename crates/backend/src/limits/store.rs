use std::future::Future;
use std::pin::Pin;

use db::rate_limits::{self, Charge, Refusal};
use db::{Db, DbError};
use jiff::Timestamp;

/// The answer of a store, once it is there.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, DbError>> + Send + 'a>>;

/// Where the token buckets are.
pub trait RateLimits: Send + Sync {
    /// Takes the tokens of every charge, or of none: then it says which buckets
    /// refused.
    fn take<'a>(&'a self, charges: &'a [Charge], now: Timestamp) -> Answer<'a, Vec<Refusal>>;

    /// Puts tokens back that were taken.
    fn give_back<'a>(&'a self, charges: &'a [Charge], now: Timestamp) -> Answer<'a, ()>;

    /// Deletes the buckets that are full, and says how many.
    fn delete_full(&self, now: Timestamp) -> Answer<'_, u64>;
}

/// The buckets of a database: all processes on it share them.
impl RateLimits for Db {
    fn take<'a>(&'a self, charges: &'a [Charge], now: Timestamp) -> Answer<'a, Vec<Refusal>> {
        Box::pin(rate_limits::take(self, charges, now))
    }

    fn give_back<'a>(&'a self, charges: &'a [Charge], now: Timestamp) -> Answer<'a, ()> {
        Box::pin(rate_limits::give_back(self, charges, now))
    }

    fn delete_full(&self, now: Timestamp) -> Answer<'_, u64> {
        Box::pin(rate_limits::delete_full(self, now))
    }
}
