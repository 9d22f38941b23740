use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use domain::ids::ClaimId;

use crate::TooMany;

/// Places for pages that listen: so many in all, and so many of one kind. What
/// is counted is never more than there are places.
#[derive(Debug, Clone)]
pub(super) struct Places {
    size: usize,
    taken: Arc<Mutex<Taken>>,
}

#[derive(Debug, Default)]
struct Taken {
    all: usize,
    of: HashMap<Key, usize>,
}

/// Of whom there may only be so many.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Key {
    /// Those who look at a claim.
    Claim(ClaimId),
    /// Those at an address of the network.
    Address(String),
}

/// A place that is taken until this is dropped.
#[derive(Debug)]
pub(super) struct Place {
    keys: Vec<Key>,
    taken: Arc<Mutex<Taken>>,
}

impl Places {
    pub(super) fn new(size: usize) -> Self {
        Self {
            size,
            taken: Arc::default(),
        }
    }

    /// Takes a place that counts for these keys, each with its bound.
    pub(super) fn take(&self, keys: Vec<(Key, usize)>) -> Result<Place, TooMany> {
        let mut taken = lock(&self.taken);
        let is_full =
            |(key, most): &(Key, usize)| taken.of.get(key).is_some_and(|number| number >= most);
        if taken.all >= self.size || keys.iter().any(is_full) {
            return Err(TooMany);
        }
        taken.all += 1;
        let keys: Vec<Key> = keys.into_iter().map(|(key, _)| key).collect();
        for key in &keys {
            *taken.of.entry(key.clone()).or_default() += 1;
        }
        Ok(Place {
            keys,
            taken: self.taken.clone(),
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = lock(&self.taken);
        taken.all -= 1;
        for key in &self.keys {
            match taken.of.get_mut(key) {
                Some(number) if *number > 1 => *number -= 1,
                _ => drop(taken.of.remove(key)),
            }
        }
    }
}

fn lock(taken: &Mutex<Taken>) -> MutexGuard<'_, Taken> {
    taken.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn keys(claim: u128, address: &str) -> Vec<(Key, usize)> {
        let claim = ClaimId::from_uuid(Uuid::from_u128(claim));
        vec![
            (Key::Claim(claim), 2),
            (Key::Address(address.to_owned()), 3),
        ]
    }

    #[test]
    fn places_are_bounded_in_all_by_claim_and_by_address_and_are_given_back() {
        let places = Places::new(4);
        let first = places.take(keys(1, "a")).unwrap();
        let second = places.take(keys(1, "b")).unwrap();
        assert_eq!(places.take(keys(1, "c")).err(), Some(TooMany), "the claim");
        let more = [
            places.take(keys(2, "a")).unwrap(),
            places.take(keys(3, "a")).unwrap(),
        ];
        assert_eq!(places.take(keys(4, "d")).err(), Some(TooMany), "in all");
        drop(second);
        assert_eq!(
            places.take(keys(4, "a")).err(),
            Some(TooMany),
            "the address"
        );
        // What was refused has taken nothing.
        drop((first, more));
        let taken = lock(&places.taken);
        assert_eq!((taken.all, taken.of.len()), (0, 0));
    }
}
