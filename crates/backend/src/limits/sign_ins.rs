use std::num::NonZeroU32;

use jiff::{SignedDuration, Timestamp};

use super::{TooMany, buckets::Buckets};

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
///   whole minute of its address up. The first try from an address is always
///   heard, so the right password always opens, and a thousand addresses still
///   have no more than a thousand guesses a minute, with passwords of at least
///   [`MIN_PASSWORD`](crate::MIN_PASSWORD) characters.
///
/// A try counts before the password is looked at and is forgiven afterwards,
/// so that many at once are no way around. Keys are what was typed, whether or
/// not there is such an account: the limits tell no more than the answers do.
pub(super) struct SignIns {
    share: u32,
    pairs: Buckets,
    addresses: Buckets,
    accounts: Buckets,
}

/// A try that has been counted.
#[must_use = "a try that succeeds is to be forgiven"]
pub struct Try<'a> {
    counted: Vec<(&'a Buckets, String, u32)>,
}

impl SignIns {
    pub(super) fn per_minute(share: NonZeroU32) -> Self {
        let minute = SignedDuration::from_mins(1);
        let share = share.get();
        Self {
            share,
            pairs: Buckets::new(share, minute),
            addresses: Buckets::new(share.saturating_mul(ACCOUNTS_AN_ADDRESS), minute),
            accounts: Buckets::new(
                share.saturating_mul(ADDRESSES_AN_ACCOUNT),
                SignedDuration::from_hours(1),
            ),
        }
    }

    pub(super) fn begin(
        &self,
        address: &str,
        account: &str,
        now: Timestamp,
    ) -> Result<Try<'_>, TooMany> {
        // No account is longer; a longer key would only fill the memory.
        let account: String = account.trim().to_lowercase().chars().take(254).collect();
        let pair = format!("{address} {account}");
        let mut counted = Try {
            counted: Vec::with_capacity(3),
        };
        let weight = match counted.count(&self.accounts, &account, 1, now) {
            Ok(()) => 1,
            Err(TooMany) => self.share,
        };
        let refused = counted
            .count(&self.pairs, &pair, weight, now)
            .and_then(|()| counted.count(&self.addresses, address, 1, now));
        match refused {
            Ok(()) => Ok(counted),
            Err(TooMany) => {
                counted.forgive();
                Err(TooMany)
            }
        }
    }

    pub(super) fn forget_idle(&self, now: Timestamp) {
        for buckets in [&self.pairs, &self.addresses, &self.accounts] {
            buckets.forget_full(now);
        }
    }
}

impl<'a> Try<'a> {
    fn count(
        &mut self,
        buckets: &'a Buckets,
        key: &str,
        drops: u32,
        now: Timestamp,
    ) -> Result<(), TooMany> {
        if !buckets.take(key, drops, now) {
            return Err(TooMany);
        }
        self.counted.push((buckets, key.to_owned(), drops));
        Ok(())
    }

    /// The password was right, or could not be looked at.
    pub fn forgive(self) {
        for (buckets, key, drops) in self.counted {
            buckets.give_back(&key, drops);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;
    const INES: &str = "ines@example.org";

    fn three() -> SignIns {
        SignIns::per_minute(NonZeroU32::new(3).unwrap())
    }

    fn fails(sign_ins: &SignIns, address: &str, account: &str) -> bool {
        sign_ins.begin(address, account, NOW).is_ok()
    }

    #[test]
    fn guesses_from_one_place_end_and_other_places_go_on() {
        let sign_ins = three();
        for account in [INES, " Ines@Example.org ", INES] {
            assert!(fails(&sign_ins, "a", account));
        }
        assert!(!fails(&sign_ins, "a", INES));
        assert!(fails(&sign_ins, "b", INES));
        assert!(fails(&sign_ins, "a", "tomasz@example.org"));
        let later = NOW + SignedDuration::from_secs(20);
        assert!(sign_ins.begin("a", INES, later).is_ok());
        assert!(sign_ins.begin("a", INES, later).is_err());
    }

    #[test]
    fn the_right_password_counts_for_nothing() {
        let sign_ins = three();
        for _ in 0..100 {
            sign_ins.begin("a", INES, NOW).ok().unwrap().forgive();
        }
        sign_ins.forget_idle(NOW);
        for _ in 0..3 {
            assert!(fails(&sign_ins, "a", INES));
        }
    }

    #[test]
    fn one_password_on_every_account_is_guessing_too() {
        let sign_ins = three();
        let heard = (0..100)
            .filter(|n| fails(&sign_ins, "a", &format!("{n}@example.org")))
            .count();
        assert_eq!(heard, 9);
        assert!(fails(&sign_ins, "b", "99@example.org"));
    }

    #[test]
    fn an_account_that_is_guessed_from_everywhere_slows_but_stays_open() {
        let sign_ins = three();
        for n in 0..6 {
            for _ in 0..3 {
                assert!(fails(&sign_ins, &n.to_string(), INES));
            }
        }
        for n in 100..1_000 {
            let address = n.to_string();
            assert!(fails(&sign_ins, &address, INES), "the first is heard");
            assert!(!fails(&sign_ins, &address, INES), "a guesser waits");
        }
        let right = sign_ins.begin("home", INES, NOW).ok().unwrap();
        right.forgive();
        assert!(fails(&sign_ins, "home", INES), "and costs nothing");
        assert!(fails(&sign_ins, "home", "tomasz@example.org"));
    }

    #[test]
    fn a_refused_try_costs_nothing() {
        let sign_ins = three();
        for _ in 0..50 {
            fails(&sign_ins, "a", INES);
        }
        // Of the address's nine only three are used.
        for n in 0..6 {
            assert!(fails(&sign_ins, "a", &format!("{n}@example.org")));
        }
        assert!(!fails(&sign_ins, "a", "more@example.org"));
    }
}
