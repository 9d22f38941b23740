//! How often one address may do what costs others something.
//!
//! Counted in memory: with several processes each counts for itself.

mod buckets;
mod quotas;
mod sign_ins;

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use jiff::Timestamp;

pub use quotas::Quotas;
use sign_ins::SignIns;
pub use sign_ins::Try;

/// What counts requests.
pub struct Limits {
    sign_ins: SignIns,
    look_ups: DefaultKeyedRateLimiter<String>,
    suggestions: DefaultKeyedRateLimiter<String>,
    drafts: DefaultKeyedRateLimiter<String>,
    claims: DefaultKeyedRateLimiter<String>,
    assessments: DefaultKeyedRateLimiter<String>,
}

/// Asked too often; wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMany;

impl Limits {
    /// Starts to count.
    pub fn new(quotas: &Quotas) -> Self {
        Self {
            sign_ins: SignIns::per_minute(quotas.sign_ins_per_minute),
            look_ups: RateLimiter::keyed(Quota::per_minute(quotas.look_ups_per_minute)),
            suggestions: RateLimiter::keyed(Quota::per_minute(quotas.suggestions_per_minute)),
            drafts: RateLimiter::keyed(Quota::per_hour(quotas.drafts_per_hour)),
            claims: RateLimiter::keyed(Quota::per_hour(quotas.claims_per_hour)),
            assessments: RateLimiter::keyed(Quota::per_minute(quotas.assessments_per_minute)),
        }
    }

    /// Counts a try to sign in from an address for an account, until it proves
    /// to be none that counts: see [`Try::forgive`].
    ///
    /// # Errors
    /// Too many have failed.
    pub fn sign_in(
        &self,
        address: &str,
        account: &str,
        now: Timestamp,
    ) -> Result<Try<'_>, TooMany> {
        self.sign_ins.begin(address, account, now)
    }

    /// Counts a look-up of a claim by its link.
    ///
    /// # Errors
    /// The address has used up its share.
    pub fn look_up(&self, address: &str) -> Result<(), TooMany> {
        count(&self.look_ups, address)
    }

    /// Counts a search of airports.
    ///
    /// # Errors
    /// The address has used up its share.
    pub fn suggest(&self, address: &str) -> Result<(), TooMany> {
        count(&self.suggestions, address)
    }

    /// Counts a new draft.
    ///
    /// # Errors
    /// The address has used up its share.
    pub fn draft(&self, address: &str) -> Result<(), TooMany> {
        count(&self.drafts, address)
    }

    /// Counts a claim that is sent.
    ///
    /// # Errors
    /// The address has used up its share.
    pub fn claim(&self, address: &str) -> Result<(), TooMany> {
        count(&self.claims, address)
    }

    /// Counts a case that another program has judged.
    ///
    /// # Errors
    /// The address has used up its share.
    pub fn assess(&self, address: &str) -> Result<(), TooMany> {
        count(&self.assessments, address)
    }

    /// Forgets addresses that have not been seen for a while.
    pub fn forget_idle(&self, now: Timestamp) {
        self.sign_ins.forget_idle(now);
        for limiter in [
            &self.look_ups,
            &self.suggestions,
            &self.drafts,
            &self.claims,
            &self.assessments,
        ] {
            limiter.retain_recent();
        }
    }
}

fn count(limiter: &DefaultKeyedRateLimiter<String>, address: &str) -> Result<(), TooMany> {
    limiter.check_key(&address.to_owned()).map_err(|_| TooMany)
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;

    use super::*;

    #[test]
    fn every_limit_counts_by_itself_and_by_address() {
        let one = NonZeroU32::MIN;
        let limits = Limits::new(&Quotas {
            sign_ins_per_minute: one,
            look_ups_per_minute: one,
            suggestions_per_minute: one,
            drafts_per_hour: one,
            claims_per_hour: one,
            assessments_per_minute: one,
        });
        for count in [
            Limits::look_up,
            Limits::suggest,
            Limits::draft,
            Limits::claim,
            Limits::assess,
        ] {
            assert_eq!(count(&limits, "a"), Ok(()));
            assert_eq!(count(&limits, "a"), Err(TooMany));
            assert_eq!(count(&limits, "b"), Ok(()));
        }
    }
}
