//! How often somebody may do what costs others something.
//!
//! What is rare and dear (signing in, new drafts, claims) is counted in the
//! store that all processes share before it is done. What is frequent and cheap
//! is counted in this process at once and in the shared store behind the answer,
//! so that no page waits for it.
//!
//! Where the store is away, the first kind fails with it, as the work itself
//! would: it is in the same database. The second goes on, with a bucket for each
//! process: suggestions and assessments need no database, and the rest of it
//! finds none a moment later.

mod deferred;
mod memory;
mod quotas;
mod refused;
#[cfg(test)]
mod samples;
mod shared;
mod sign_ins;
mod store;

use std::sync::Arc;

use db::rate_limits::{Bucket, Charge};
use jiff::Timestamp;

use crate::{Error, Secret, security};

use deferred::DeferredBuckets;
pub use memory::MemoryRateLimits;
use quotas::Quota;
pub use quotas::Quotas;
use shared::{SharedBuckets, Taken};
pub use sign_ins::SignInAttempt;
use sign_ins::SignIns;
pub use store::{Answer, RateLimits};

/// How many drafts' worth of savings one address has.
const DRAFTS_AN_ADDRESS: u32 = 10;

/// Links an hour that are mailed for one claim: a mailbox must not be filled by
/// whoever knows the reference and the address.
const LINK_MAILS: u32 = 3;

/// How many pages of the form are read for one that is saved.
const PAGES_A_SAVE: u32 = 3;

/// The rate limits.
pub struct Limits {
    sign_ins: SignIns,
    shared: SharedBuckets,
    deferred: DeferredBuckets,
    look_ups: Quota,
    live_openings: Quota,
    suggestions: Quota,
    drafts: Quota,
    saves_of_draft: Quota,
    saves_of_address: Quota,
    draft_pages: Quota,
    claims: Quota,
    assessments: Quota,
    link_requests: Quota,
    link_mails: Quota,
}

/// Asked too often; wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMany;

impl From<TooMany> for Error {
    fn from(TooMany: TooMany) -> Self {
        Error::TooMany
    }
}

impl Limits {
    /// Limits whose buckets are in this store.
    pub fn new(quotas: &Quotas, store: Arc<dyn RateLimits>) -> Self {
        let shared = SharedBuckets::new(store);
        let saves = quotas.saves_per_minute.get();
        let saves_of_address = saves.saturating_mul(DRAFTS_AN_ADDRESS);
        let draft_pages = saves_of_address.saturating_mul(PAGES_A_SAVE);
        Self {
            sign_ins: SignIns::new(quotas.sign_ins_per_minute, shared.clone()),
            deferred: DeferredBuckets::new(shared.clone()),
            shared,
            look_ups: Quota::per_minute("look_ups", quotas.look_ups_per_minute.get()),
            live_openings: Quota::per_minute("live", quotas.live_openings_per_minute.get()),
            suggestions: Quota::per_minute("suggestions", quotas.suggestions_per_minute.get()),
            drafts: Quota::per_hour("drafts", quotas.drafts_per_hour.get()),
            saves_of_draft: Quota::per_minute("saves_of_draft", saves),
            saves_of_address: Quota::per_minute("saves_of_address", saves_of_address),
            draft_pages: Quota::per_minute("draft_pages", draft_pages),
            claims: Quota::per_hour("claims", quotas.claims_per_hour.get()),
            assessments: Quota::per_minute("assessments", quotas.assessments_per_minute.get()),
            link_requests: Quota::per_hour("link_requests", quotas.link_requests_per_hour.get()),
            link_mails: Quota::per_hour("link_mails", LINK_MAILS),
        }
    }

    /// Counts an attempt to sign in from an address for an account, until it
    /// proves to be none that counts: see [`SignInAttempt::forgive`].
    ///
    /// # Errors
    /// Too many have failed, or the store does not answer.
    pub async fn sign_in(
        &self,
        address: &str,
        account: &str,
        now: Timestamp,
    ) -> Result<SignInAttempt, Error> {
        self.sign_ins.begin(address, account, now).await
    }

    /// Counts a look-up of a claim by its link.
    ///
    /// # Errors
    /// The address has used up its share.
    pub fn look_up(&self, address: &str, now: Timestamp) -> Result<(), TooMany> {
        self.count_deferred(address, &[self.look_ups.charge(address, 1)], now)
    }

    /// Counts a page that asks to be told of changes: by itself, so that no hall of
    /// open pages takes the look-ups of those who open their links there.
    ///
    /// # Errors
    /// The address has used up its share.
    pub fn open_live(&self, address: &str, now: Timestamp) -> Result<(), TooMany> {
        self.count_deferred(address, &[self.live_openings.charge(address, 1)], now)
    }

    /// Counts a search of airports.
    ///
    /// # Errors
    /// The address has used up its share.
    pub fn suggest(&self, address: &str, now: Timestamp) -> Result<(), TooMany> {
        self.count_deferred(address, &[self.suggestions.charge(address, 1)], now)
    }

    /// Counts a case that another program has assessed.
    ///
    /// # Errors
    /// The address has used up its share.
    pub fn assess(&self, address: &str, now: Timestamp) -> Result<(), TooMany> {
        self.count_deferred(address, &[self.assessments.charge(address, 1)], now)
    }

    /// Counts a page of a draft that is saved or sent.
    ///
    /// # Errors
    /// The address or the draft has used up its share.
    pub fn save(
        &self,
        address: &str,
        draft: Option<&Secret>,
        now: Timestamp,
    ) -> Result<(), TooMany> {
        let of_address = self.saves_of_address.charge(address, 1);
        let Some(draft) = draft else {
            return self.count_deferred(address, &[of_address], now);
        };
        let of_draft = self.saves_of_draft.charge(&draft.to_text(), 1);
        self.count_deferred(address, &[of_address, of_draft], now)
    }

    /// Counts a page that is made from a draft.
    ///
    /// # Errors
    /// The address has used up its share.
    pub fn draft_page(&self, address: &str, now: Timestamp) -> Result<(), TooMany> {
        self.count_deferred(address, &[self.draft_pages.charge(address, 1)], now)
    }

    /// Counts a new draft.
    ///
    /// # Errors
    /// The address has used up its share, or the store does not answer.
    pub async fn draft(&self, address: &str, now: Timestamp) -> Result<(), Error> {
        self.count(address, self.drafts.charge(address, 1), now)
            .await
    }

    /// Counts a claim that is sent.
    ///
    /// # Errors
    /// The address has used up its share, or the store does not answer.
    pub async fn claim(&self, address: &str, now: Timestamp) -> Result<(), Error> {
        self.count(address, self.claims.charge(address, 1), now)
            .await
    }

    /// Counts a link that is asked for by mail.
    ///
    /// # Errors
    /// The address has used up its share, or the store does not answer.
    pub async fn request_link(&self, address: &str, now: Timestamp) -> Result<(), Error> {
        self.count(address, self.link_requests.charge(address, 1), now)
            .await
    }

    /// Counts a link that is mailed to the passenger of a claim; `false` where
    /// that mailbox has had enough of them, whoever asked.
    ///
    /// # Errors
    /// The store does not answer.
    pub async fn mail_link(&self, reference: &str, now: Timestamp) -> Result<bool, Error> {
        let charge = self.link_mails.charge(reference, 1);
        let taken = self.shared.take(&[charge], now).await?;
        Ok(taken == Taken::Granted)
    }

    /// Deletes what is stored of those who have their whole share again, and
    /// says how many buckets there were.
    ///
    /// # Errors
    /// The store does not answer.
    pub async fn delete_full(&self, now: Timestamp) -> Result<u64, Error> {
        self.deferred.forget_full(now).await;
        self.shared.delete_full(now).await
    }

    async fn count(&self, address: &str, charge: Charge, now: Timestamp) -> Result<(), Error> {
        let taken = self.shared.take(&[charge], now).await?;
        Ok(admitted(address, taken)?)
    }

    fn count_deferred(
        &self,
        address: &str,
        charges: &[Charge],
        now: Timestamp,
    ) -> Result<(), TooMany> {
        admitted(address, self.deferred.take(charges, now))
    }
}

/// A refusal stands in the log once, not for each request of a flood.
fn admitted(address: &str, taken: Taken) -> Result<(), TooMany> {
    match taken {
        Taken::Granted => Ok(()),
        Taken::Refused { by, is_news } => {
            for bucket in &by {
                metrics::counter!("rate_limit_refusals_total", "limit" => bucket.limit)
                    .increment(1);
            }
            if is_news {
                log_refusal(address, &by);
            }
            Err(TooMany)
        }
    }
}

fn log_refusal(address: &str, by: &[Bucket]) {
    for bucket in by {
        tracing::warn!(
            target: "security",
            event = "quota_refused",
            quota = bucket.limit,
            network = security::network(address),
        );
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;

    use super::*;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn limits(store: &Arc<MemoryRateLimits>) -> Limits {
        let one = NonZeroU32::MIN;
        let quotas = Quotas {
            sign_ins_per_minute: one,
            look_ups_per_minute: one,
            live_openings_per_minute: one,
            suggestions_per_minute: one,
            drafts_per_hour: one,
            saves_per_minute: one,
            claims_per_hour: one,
            assessments_per_minute: one,
            link_requests_per_hour: one,
        };
        Limits::new(&quotas, store.clone())
    }

    #[tokio::test]
    async fn every_limit_counts_by_itself_and_by_address() {
        let limits = limits(&Arc::default());
        for count in [
            Limits::look_up,
            Limits::open_live,
            Limits::suggest,
            Limits::assess,
        ] {
            assert_eq!(count(&limits, "a", NOW), Ok(()));
            assert_eq!(count(&limits, "a", NOW), Err(TooMany));
            assert_eq!(count(&limits, "b", NOW), Ok(()));
        }
        for address in ["a", "b"] {
            limits.draft(address, NOW).await.unwrap();
            limits.claim(address, NOW).await.unwrap();
            let again = limits.draft(address, NOW).await;
            assert!(matches!(again, Err(Error::TooMany)), "{again:?}");
            let again = limits.claim(address, NOW).await;
            assert!(matches!(again, Err(Error::TooMany)), "{again:?}");
        }
    }

    #[tokio::test]
    async fn saves_are_counted_by_draft_and_by_address() {
        let limits = limits(&Arc::default());
        let draft = |number| Secret::from_bytes([number; 32]);
        assert_eq!(limits.save("a", Some(&draft(0)), NOW), Ok(()));
        assert_eq!(limits.save("a", Some(&draft(0)), NOW), Err(TooMany));
        assert_eq!(limits.save("b", Some(&draft(0)), NOW), Err(TooMany));
        for number in 1..10 {
            assert_eq!(limits.save("a", Some(&draft(number)), NOW), Ok(()));
        }
        assert_eq!(limits.save("a", Some(&draft(10)), NOW), Err(TooMany));
        assert_eq!(limits.save("a", None, NOW), Err(TooMany));
        assert_eq!(limits.save("b", Some(&draft(10)), NOW), Ok(()));
    }

    #[tokio::test]
    async fn processes_share_what_is_counted_before_it_is_done() {
        let store = Arc::default();
        let (one, other) = (limits(&store), limits(&store));
        one.draft("a", NOW).await.unwrap();
        let refused = other.draft("a", NOW).await;
        assert!(matches!(refused, Err(Error::TooMany)), "{refused:?}");
    }

    #[tokio::test]
    async fn processes_share_what_is_counted_behind_the_answer() {
        let store = Arc::default();
        let (one, other) = (limits(&store), limits(&store));
        assert_eq!(one.look_up("a", NOW), Ok(()));
        // The first process has settled once this task lets it.
        tokio::task::yield_now().await;
        // The second gives one out before it knows, and none after.
        assert_eq!(other.look_up("a", NOW), Ok(()));
        tokio::task::yield_now().await;
        assert_eq!(other.look_up("a", NOW), Err(TooMany));
        let later = NOW + jiff::SignedDuration::from_mins(1);
        assert_eq!(other.look_up("a", later), Ok(()));
    }
}
