use std::num::NonZeroU32;

use db::rate_limits::{Bucket, Charge};
use jiff::SignedDuration;
use sha2::{Digest, Sha256};

/// How much one address may do. Each number is a burst that is free at once,
/// and what comes back of it, evenly, in the time of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotas {
    /// Failed sign-ins for one account; see [`Limits::sign_in`](super::Limits::sign_in).
    pub sign_ins_per_minute: NonZeroU32,
    /// Look-ups of claims by their private link.
    pub look_ups_per_minute: NonZeroU32,
    /// Pages of claims that ask to be told of changes.
    pub live_openings_per_minute: NonZeroU32,
    /// Suggestions of airports.
    pub suggestions_per_minute: NonZeroU32,
    /// New drafts.
    pub drafts_per_hour: NonZeroU32,
    /// Savings of one draft. An address has those of ten drafts.
    pub saves_per_minute: NonZeroU32,
    /// Claims that are sent. The same one again counts no more.
    pub claims_per_hour: NonZeroU32,
    /// Cases that other programs have assessed.
    pub assessments_per_minute: NonZeroU32,
    /// Private links that are asked for by mail.
    pub link_requests_per_hour: NonZeroU32,
}

impl Quotas {
    /// More mistypings than a person makes before asking somebody.
    const SIGN_INS: NonZeroU32 = number(10);
    /// Nobody guesses 256 bits; this and the next keep the database from a script
    /// that tries. A hall of travellers who read their claims stays below.
    const LOOK_UPS: NonZeroU32 = number(120);
    /// As many pages as may be open at one address come back six times in a minute:
    /// each does when the database or a process was away.
    const LIVE_OPENINGS: NonZeroU32 = number(600);
    /// One for each letter of a few who type at once. It is a search in memory.
    const SUGGESTIONS: NonZeroU32 = number(600);
    /// The passengers of a full aircraft behind the one address of a hotel or
    /// an airport, who want to know their assessment in the same hour.
    const DRAFTS: NonZeroU32 = number(300);
    /// A page every half second, which nobody reads. Each saving is a
    /// transaction.
    const SAVES: NonZeroU32 = number(120);
    /// Those of them who send: families send one claim together. People read
    /// each claim, so a script must not be able to bury the desk.
    const CLAIMS: NonZeroU32 = number(120);
    /// A case costs a fraction of a millisecond of one core, and no database.
    const ASSESSMENTS: NonZeroU32 = number(12_000);
    /// Each may send a mail. Who has several claims in mind stays below.
    const LINK_REQUESTS: NonZeroU32 = number(20);
}

impl Default for Quotas {
    fn default() -> Self {
        Self {
            sign_ins_per_minute: Self::SIGN_INS,
            look_ups_per_minute: Self::LOOK_UPS,
            live_openings_per_minute: Self::LIVE_OPENINGS,
            suggestions_per_minute: Self::SUGGESTIONS,
            drafts_per_hour: Self::DRAFTS,
            saves_per_minute: Self::SAVES,
            claims_per_hour: Self::CLAIMS,
            assessments_per_minute: Self::ASSESSMENTS,
            link_requests_per_hour: Self::LINK_REQUESTS,
        }
    }
}

const fn number(number: u32) -> NonZeroU32 {
    match NonZeroU32::new(number) {
        Some(number) => number,
        None => NonZeroU32::MIN,
    }
}

/// The size of a limit's buckets, and how fast they fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quota {
    /// The limit's name, in the store and in the log.
    limit: &'static str,
    /// How long one token takes to come back.
    token: SignedDuration,
    /// Tokens in a full bucket.
    size: i32,
}

impl Quota {
    pub(super) fn per_minute(limit: &'static str, size: u32) -> Self {
        Self::new(limit, size, SignedDuration::from_mins(1))
    }

    pub(super) fn per_hour(limit: &'static str, size: u32) -> Self {
        Self::new(limit, size, SignedDuration::from_hours(1))
    }

    fn new(limit: &'static str, size: u32, whole: SignedDuration) -> Self {
        let size = i32::try_from(size).unwrap_or(i32::MAX).max(1);
        // A store counts in microseconds.
        let token = SignedDuration::from_micros(1).max(whole / size);
        let token = SignedDuration::from_micros(i64::try_from(token.as_micros()).unwrap_or(1));
        // An alert on a growth needs a number to grow from.
        metrics::counter!("rate_limit_refusals_total", "limit" => limit).increment(0);
        Self { limit, token, size }
    }

    /// Some tokens out of the bucket of a key, at most all.
    pub(super) fn charge(self, key: &str, tokens: u32) -> Charge {
        let tokens = i32::try_from(tokens).unwrap_or(i32::MAX).min(self.size);
        Charge {
            bucket: Bucket {
                limit: self.limit,
                key_hash: Sha256::digest(key).into(),
            },
            cost: self.token * tokens,
            // Rounded as the tokens are, so that a bucket holds all of them.
            capacity: self.token * self.size,
        }
    }
}
