//! What the rules of this regime can find.

use crate::value::{Place, vocabulary};

vocabulary! {
    /// What a step found.
    pub enum Finding {
        /// The journey has nothing to do with this law.
        OutsideTerritory { origin: Place, destination: Place },
    }
}
