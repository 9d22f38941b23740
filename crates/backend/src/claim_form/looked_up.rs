use std::{
    collections::{BTreeSet, HashMap},
    sync::{Mutex, MutexGuard, PoisonError},
};

use domain::claim_form::{AirportDirectory, AirportMatch};

/// Airports that were looked up beforehand, for work that must not take long: a
/// search is a thousand times slower than this.
///
/// What was not looked up cannot be told, and is noted for the next time.
#[derive(Default)]
pub(super) struct LookedUp(Mutex<Known>);

#[derive(Default)]
struct Known {
    matches: HashMap<String, AirportMatch>,
    missing: BTreeSet<String>,
}

impl LookedUp {
    /// Whether something was asked for that was not looked up. What was made of
    /// the answers is worth nothing then.
    pub(super) fn is_incomplete(&self) -> bool {
        !self.lock().missing.is_empty()
    }

    /// Looks up what was asked for in vain.
    pub(super) fn look_up(&self, airports: &dyn AirportDirectory) {
        let missing = std::mem::take(&mut self.lock().missing);
        for text in missing {
            let found = airports.find(&text);
            self.lock().matches.insert(text, found);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl AirportDirectory for LookedUp {
    fn find(&self, text: &str) -> AirportMatch {
        let mut known = self.lock();
        if let Some(found) = known.matches.get(text) {
            return *found;
        }
        known.missing.insert(text.to_owned());
        AirportMatch::CannotTell
    }
}

#[cfg(test)]
mod tests {
    use text::places::Airports;

    use super::*;

    #[test]
    fn what_was_not_looked_up_is_told_the_next_time() {
        let looked_up = LookedUp::default();
        assert!(!looked_up.is_incomplete());
        assert_eq!(looked_up.find("BRE"), AirportMatch::CannotTell);
        assert_eq!(looked_up.find("Springfield"), AirportMatch::CannotTell);
        assert!(looked_up.is_incomplete());
        looked_up.look_up(&Airports);
        assert!(!looked_up.is_incomplete());
        for text in ["BRE", "Springfield"] {
            assert_eq!(looked_up.find(text), Airports.find(text), "{text}");
        }
        assert!(!looked_up.is_incomplete());
    }
}
