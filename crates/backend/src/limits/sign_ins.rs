use std::num::NonZeroU32;

use db::rate_limits::Charge;
use jiff::Timestamp;

use super::quotas::Quota;
use super::shared::{SharedBuckets, Taken};
use super::{TooMany, admitted};
use crate::Error;

/// How many accounts' worth of failures one address may have: an office has
/// one address, and one person who tries every account has one too.
const ACCOUNTS_AN_ADDRESS: u32 = 3;

/// How many addresses' worth of failures an account may have in an hour before
/// its guessers are slowed, wherever they are.
const ADDRESSES_AN_ACCOUNT: u32 = 6;

/// Counts failed sign-ins.
///
/// - By account *and* address, what guesses from one place are held to. Other
///   places are not touched by it: nobody can lock out a reviewer from afar.
/// - By address, whatever the account: trying one password on every account is
///   guessing too.
/// - By account, which refuses nobody. Once it is used up, each failure uses a
///   whole minute of its address up. The first attempt from an address is always
///   heard, so the right password always opens, and a thousand addresses still
///   have no more than a thousand guesses a minute, with passwords of at least
///   [`MIN_PASSWORD`](crate::MIN_PASSWORD) characters.
///
/// An attempt counts before the password is looked at and is forgiven
/// afterwards, so that many at once are no way around. A refused one takes no
/// token and stores nothing. Keys are what was typed, whether or not there is
/// such an account: the limits tell no more than the answers do.
pub(super) struct SignIns {
    share: u32,
    of_pair: Quota,
    of_address: Quota,
    of_account: Quota,
    buckets: SharedBuckets,
}

/// An attempt to sign in that has been counted.
#[must_use = "an attempt that succeeds is to be forgiven"]
pub struct SignInAttempt {
    charges: Vec<Charge>,
    buckets: SharedBuckets,
}

impl SignIns {
    pub(super) fn new(per_minute: NonZeroU32, buckets: SharedBuckets) -> Self {
        let share = per_minute.get();
        let of_address = share.saturating_mul(ACCOUNTS_AN_ADDRESS);
        let of_account = share.saturating_mul(ADDRESSES_AN_ACCOUNT);
        Self {
            share,
            of_pair: Quota::per_minute("sign_ins_of_pair", share),
            of_address: Quota::per_minute("sign_ins_of_address", of_address),
            of_account: Quota::per_hour("sign_ins_of_account", of_account),
            buckets,
        }
    }

    pub(super) async fn begin(
        &self,
        address: &str,
        account: &str,
        now: Timestamp,
    ) -> Result<SignInAttempt, Error> {
        // No account is longer; a longer key would only cost time.
        let account: String = account.trim().to_lowercase().chars().take(254).collect();
        let pair = format!("{address} {account}");
        let of_account = self.of_account.charge(&account, 1);
        let once = [
            self.of_address.charge(address, 1),
            self.of_pair.charge(&pair, 1),
            of_account,
        ];
        let taken = self.buckets.take(&once, now).await?;
        let is_guessed = matches!(&taken, Taken::Refused { by, .. } if *by == [of_account.bucket]);
        if !is_guessed {
            return Ok(self.counted(address, &once, taken)?);
        }
        let dear = [
            self.of_address.charge(address, 1),
            self.of_pair.charge(&pair, self.share),
        ];
        let taken = self.buckets.take(&dear, now).await?;
        Ok(self.counted(address, &dear, taken)?)
    }

    fn counted(
        &self,
        address: &str,
        charges: &[Charge],
        taken: Taken,
    ) -> Result<SignInAttempt, TooMany> {
        admitted(address, taken)?;
        Ok(SignInAttempt {
            charges: charges.to_vec(),
            buckets: self.buckets.clone(),
        })
    }
}

impl SignInAttempt {
    /// The password was right, or could not be looked at.
    pub async fn forgive(self, now: Timestamp) {
        self.buckets.give_back(&self.charges, now).await;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::SignedDuration;

    use super::super::{MemoryRateLimits, store::RateLimits};
    use super::*;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;
    const INES: &str = "ines@example.org";

    fn three() -> SignIns {
        let store: Arc<MemoryRateLimits> = Arc::default();
        SignIns::new(NonZeroU32::new(3).unwrap(), SharedBuckets::new(store))
    }

    async fn fails(sign_ins: &SignIns, address: &str, account: &str) -> bool {
        sign_ins.begin(address, account, NOW).await.is_ok()
    }

    #[tokio::test]
    async fn guesses_from_one_place_end_and_other_places_go_on() {
        let sign_ins = three();
        for account in [INES, " Ines@Example.org ", INES] {
            assert!(fails(&sign_ins, "a", account).await);
        }
        assert!(!fails(&sign_ins, "a", INES).await);
        assert!(fails(&sign_ins, "b", INES).await);
        assert!(fails(&sign_ins, "a", "tomasz@example.org").await);
        let later = NOW + SignedDuration::from_secs(20);
        assert!(sign_ins.begin("a", INES, later).await.is_ok());
        assert!(sign_ins.begin("a", INES, later).await.is_err());
    }

    #[tokio::test]
    async fn the_right_password_counts_for_nothing() {
        let sign_ins = three();
        for _ in 0..100 {
            let attempt = sign_ins.begin("a", INES, NOW).await.ok().unwrap();
            attempt.forgive(NOW).await;
        }
        for _ in 0..3 {
            assert!(fails(&sign_ins, "a", INES).await);
        }
    }

    #[tokio::test]
    async fn one_password_on_every_account_is_guessing_too() {
        let sign_ins = three();
        let mut heard = 0;
        for n in 0..100 {
            heard += u32::from(fails(&sign_ins, "a", &format!("{n}@example.org")).await);
        }
        assert_eq!(heard, 9);
        assert!(fails(&sign_ins, "b", "99@example.org").await);
    }

    #[tokio::test]
    async fn an_account_that_is_guessed_from_everywhere_slows_but_stays_open() {
        let sign_ins = three();
        for n in 0..6 {
            for _ in 0..3 {
                assert!(fails(&sign_ins, &n.to_string(), INES).await);
            }
        }
        for n in 100..1_000 {
            let address = n.to_string();
            assert!(fails(&sign_ins, &address, INES).await, "the first is heard");
            assert!(!fails(&sign_ins, &address, INES).await, "a guesser waits");
        }
        let right = sign_ins.begin("home", INES, NOW).await.ok().unwrap();
        right.forgive(NOW).await;
        assert!(fails(&sign_ins, "home", INES).await, "and costs nothing");
        assert!(fails(&sign_ins, "home", "tomasz@example.org").await);
    }

    #[tokio::test]
    async fn a_refused_attempt_costs_nothing() {
        let sign_ins = three();
        for _ in 0..50 {
            fails(&sign_ins, "a", INES).await;
        }
        // Of the address's nine only three are used.
        for n in 0..6 {
            assert!(fails(&sign_ins, "a", &format!("{n}@example.org")).await);
        }
        assert!(!fails(&sign_ins, "a", "more@example.org").await);
    }

    #[tokio::test]
    async fn refused_attempts_store_nothing_however_many() {
        let store: Arc<MemoryRateLimits> = Arc::default();
        let buckets = SharedBuckets::new(store.clone());
        let sign_ins = SignIns::new(NonZeroU32::new(3).unwrap(), buckets);
        for n in 0..50_000 {
            fails(&sign_ins, "a", &format!("{n}@example.org")).await;
        }
        let later = NOW + SignedDuration::from_hours(2);
        // One of the address, and of nine accounts two each.
        assert_eq!(store.delete_full(later).await, Ok(19));
    }
}
