use domain::{
    claim::ClaimReference,
    ids::{ClaimId, DraftId, EventId, StaffId},
};
use jiff::Timestamp;
use uuid::Uuid;

use crate::Secret;

/// Makes what must be new: ids, references and secrets. Tests bring their own.
pub trait Ids: Send + Sync {
    /// A new UUID of version 7, which sorts by the time of its making.
    fn uuid(&self, now: Timestamp) -> Uuid;
    /// 256 bits that nobody can guess.
    fn secret(&self) -> Secret;
    /// A new reference; it may by bad luck be taken already.
    fn reference(&self) -> ClaimReference;
    /// 48 bits to tell the requests in a log apart by. No secret.
    fn request(&self) -> u64;

    /// A new claim's id.
    fn claim(&self, now: Timestamp) -> ClaimId {
        ClaimId::from_uuid(self.uuid(now))
    }
    /// A new draft's id.
    fn draft(&self, now: Timestamp) -> DraftId {
        DraftId::from_uuid(self.uuid(now))
    }
    /// A new event's id.
    fn event(&self, now: Timestamp) -> EventId {
        EventId::from_uuid(self.uuid(now))
    }
    /// A new member of staff's id.
    fn staff(&self, now: Timestamp) -> StaffId {
        StaffId::from_uuid(self.uuid(now))
    }
}

/// Randomness of the operating system.
#[derive(Debug, Clone, Copy)]
pub struct RandomIds;

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that asks for randomness"
)]
fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    // Without randomness there are no secrets, and nothing may go on.
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

impl Ids for RandomIds {
    fn uuid(&self, now: Timestamp) -> Uuid {
        let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &random()).into_uuid()
    }

    fn secret(&self) -> Secret {
        Secret::from_bytes(random())
    }

    fn reference(&self) -> ClaimReference {
        ClaimReference::from_random(u64::from_le_bytes(random()))
    }

    #[expect(clippy::disallowed_methods, reason = "the home of randomness")]
    fn request(&self) -> u64 {
        // Nobody is to guess the others; only this one costs each request.
        fastrand::u64(..) >> 16
    }
}
