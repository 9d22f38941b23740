use std::num::NonZeroU32;

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// How often one address may do what invites guessing.
///
/// Counted in memory: with several processes each counts for itself.
pub struct Limits {
    sign_in: DefaultKeyedRateLimiter<String>,
    look_up: DefaultKeyedRateLimiter<String>,
}

/// Asked too often; wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMany;

impl Limits {
    /// Both limits, in requests a minute.
    pub fn per_minute(sign_in: NonZeroU32, look_up: NonZeroU32) -> Self {
        Self {
            sign_in: RateLimiter::keyed(Quota::per_minute(sign_in)),
            look_up: RateLimiter::keyed(Quota::per_minute(look_up)),
        }
    }

    /// Counts a sign-in by the address it comes from and by the account it is
    /// for: guessing one account from many addresses is slowed as well.
    ///
    /// # Errors
    /// One of them has used up its share.
    pub fn sign_in(&self, address: &str, account: &str) -> Result<(), TooMany> {
        // No address is longer; a longer key would only fill the memory.
        let account: String = account.trim().to_lowercase().chars().take(254).collect();
        let keys = [format!("from {address}"), format!("for {account}")];
        count(&self.sign_in, &keys)
    }

    /// Counts a look-up of airports, or of a claim by its link.
    ///
    /// # Errors
    /// The address has used up its share.
    pub fn look_up(&self, address: &str) -> Result<(), TooMany> {
        count(&self.look_up, &[address.to_owned()])
    }

    /// Forgets addresses that have not been seen for a while.
    pub fn forget_idle(&self) {
        self.sign_in.retain_recent();
        self.look_up.retain_recent();
    }
}

fn count(limiter: &DefaultKeyedRateLimiter<String>, keys: &[String]) -> Result<(), TooMany> {
    for key in keys {
        limiter.check_key(key).map_err(|_| TooMany)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_guarded_from_many_addresses() {
        let limits = Limits::per_minute(NonZeroU32::MIN, NonZeroU32::MIN);
        assert_eq!(limits.sign_in("a", "ines@example.org"), Ok(()));
        assert_eq!(limits.sign_in("b", " Ines@Example.org"), Err(TooMany));
        assert_eq!(limits.sign_in("a", "tomasz@example.org"), Err(TooMany));
        assert_eq!(limits.sign_in("c", "anna@example.org"), Ok(()));
    }

    #[test]
    fn look_ups_count_apart_from_sign_ins() {
        let limits = Limits::per_minute(NonZeroU32::MIN, NonZeroU32::MIN);
        assert_eq!(limits.sign_in("a", "x"), Ok(()));
        assert_eq!(limits.look_up("a"), Ok(()));
        assert_eq!(limits.look_up("a"), Err(TooMany));
    }
}
