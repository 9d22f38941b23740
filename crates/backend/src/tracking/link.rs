use db::ClaimRow;
use domain::ids::ClaimId;
use hmac::{Hmac, KeyInit, Mac};
use jiff::{SignedDuration, Timestamp};
use sha2::Sha256;

use crate::{Backend, Ids, Secret};

/// How long a link opens its claim, in days, unless an operator says otherwise.
/// Airlines have two months to answer; a claim that takes longer is asked for
/// anew by mail. What lies forgotten in a mailbox opens nothing after that.
pub const LINK_DAYS: u32 = 90;

/// The number of the link that a claim has at first.
pub(crate) const FIRST_LINK: i32 = 1;

/// How private links are made.
///
/// The secret of a link is an HMAC of the claim's id and of how many links it
/// had before. So a mail can carry it although no table does, and whoever reads
/// the database without the key can open nothing.
#[derive(Debug, Clone)]
pub struct Links {
    /// The newest first.
    keys: Vec<Secret>,
    days: u32,
}

impl Default for Links {
    fn default() -> Self {
        Self::new(Vec::new(), None)
    }
}

impl Links {
    /// Links of these keys, the newest first, that open their claims for so many
    /// days; for the usual ones unless an operator says otherwise.
    ///
    /// New links are made with the first key. Those of the others still open
    /// their claims, so a key is replaced by writing another one before it.
    pub fn new(keys: Vec<Secret>, days: Option<u32>) -> Self {
        Self {
            keys,
            days: days.unwrap_or(LINK_DAYS),
        }
    }

    /// Where an operator has set no key, the process has one that nobody knows
    /// and that is gone with it: links made with it go on to open their claims,
    /// but no mail can carry them then, and a new one is made instead.
    pub(crate) fn or_of_this_process(mut self, ids: &dyn Ids) -> Self {
        if self.keys.is_empty() {
            self.keys.push(ids.secret());
        }
        self
    }

    /// The secret of a new link.
    pub(crate) fn secret(&self, claim: ClaimId, generation: i32) -> Secret {
        // There is one: see `or_of_this_process`.
        derive(&self.keys[0], claim, generation)
    }

    /// The secret of the link that a claim has, if it is of one of our keys.
    pub(crate) fn present(&self, row: &ClaimRow) -> Option<Secret> {
        self.keys.iter().find_map(|key| {
            let secret = derive(key, row.claim.id, row.link_generation);
            (secret.hash() == row.link_hash).then_some(secret)
        })
    }

    /// When a link that was issued then stops opening its claim.
    pub(crate) fn expire_at(&self, issued_at: Timestamp) -> Timestamp {
        let lifetime = SignedDuration::from_hours(24 * i64::from(self.days));
        issued_at.checked_add(lifetime).unwrap_or(Timestamp::MAX)
    }
}

fn derive(key: &Secret, claim: ClaimId, generation: i32) -> Secret {
    // An HMAC takes a key of any length.
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key.as_bytes())
        .expect("an HMAC takes a key of any length");
    mac.update(b"aero private link 2\0");
    mac.update(claim.as_uuid().as_bytes());
    mac.update(&generation.to_be_bytes());
    Secret::from_bytes(mac.finalize().into_bytes().into())
}

impl Backend {
    /// The secret of a claim's present link, for who may see it: its passenger.
    ///
    /// `None` if it has expired, or was made with a key that is gone.
    pub fn link_of(&self, row: &ClaimRow) -> Option<Secret> {
        let is_open = self.now() < self.links.expire_at(row.link_issued_at);
        self.links.present(row).filter(|_| is_open)
    }

    /// When a claim's present link stops opening it.
    pub fn link_expires_at(&self, row: &ClaimRow) -> Timestamp {
        self.links.expire_at(row.link_issued_at)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn claim(number: u128) -> ClaimId {
        ClaimId::from_uuid(Uuid::from_u128(number))
    }

    #[test]
    fn a_link_is_an_hmac_of_claim_and_generation() {
        let links = Links::new(vec![Secret::from_bytes([7; 32])], None);
        let secret = links.secret(claim(1), 1);
        // HMAC-SHA256 of the label, the id and the number, by another program.
        assert_eq!(
            secret.to_text(),
            "9ced9ba43bb7b1b7d22057b27b970870e2990ffd6996140e7ae349133056a7c7"
        );
        let others = [
            links.secret(claim(1), 2),
            links.secret(claim(2), 1),
            Links::new(vec![Secret::from_bytes([8; 32])], None).secret(claim(1), 1),
        ];
        assert!(others.iter().all(|other| *other != secret));
    }

    #[test]
    fn a_link_expires_after_its_days() {
        let links = Links::new(vec![Secret::from_bytes([7; 32])], None);
        let issued: Timestamp = "2026-03-20T10:00:00Z".parse().unwrap();
        let expires: Timestamp = "2026-06-18T10:00:00Z".parse().unwrap();
        assert_eq!(links.expire_at(issued), expires);
        let a_week = Links::new(Vec::new(), Some(7));
        let expires: Timestamp = "2026-03-27T10:00:00Z".parse().unwrap();
        assert_eq!(a_week.expire_at(issued), expires);
    }
}
