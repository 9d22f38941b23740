//! Keys in the place of sentences: the sentences are the application's.

use rights::contract::Sentences;
use rights::{Change, MissingFact, Regime, Right, Step};

/// Says everything by its key.
#[derive(Debug, Clone, Copy, Default)]
pub struct Keys;

impl Sentences for Keys {
    fn because(&self, step: &Step) -> String {
        step.finding.key().to_owned()
    }

    fn question(&self, _: Regime, fact: MissingFact) -> String {
        fact.key().to_owned()
    }

    fn change(&self, change: &Change) -> String {
        change.key().to_owned()
    }

    fn proof(&self, right: Right) -> String {
        right.key().to_owned()
    }
}
