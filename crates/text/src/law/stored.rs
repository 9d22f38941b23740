//! What was stored with a claim, in words: every code of this release has its
//! sentence, and one of a newer release a sentence that says so.

use domain::Language;
use rights::snapshot::Said;
use rights::{Change, Code, Finding, MissingFact, Regime, Right};

use super::{Words, change, finding, missing_fact, proof, regime_name, right};
use crate::tr;

/// What a stored step found.
pub fn stored_finding(words: &Words<'_>, said: &Said<Finding>) -> String {
    match said {
        Said::Known(found) => finding(words, found),
        Said::Sentence(sentence) => sentence.clone(),
        Said::Unknown { .. } => tr!(words.language, law.newer.finding),
    }
}

/// What could still have changed a stored answer.
pub fn stored_change(words: &Words<'_>, said: &Said<Change>) -> String {
    match said {
        Said::Known(what) => change(words, what),
        Said::Sentence(sentence) => sentence.clone(),
        Said::Unknown { .. } => tr!(words.language, law.newer.change),
    }
}

/// The question for a fact that a law missed. Of a law that only a newer release
/// knows the question is put in the words of the first.
pub fn stored_fact(language: Language, regime: &Code<Regime>, fact: &Code<MissingFact>) -> String {
    match fact.known() {
        Some(fact) => missing_fact(language, regime.known().unwrap_or(Regime::Eu261), fact),
        None => tr!(language, law.newer.fact),
    }
}

/// The name of a body of law.
pub fn stored_regime(language: Language, regime: &Code<Regime>) -> String {
    match regime.known() {
        Some(regime) => regime_name(language, regime),
        None => tr!(language, law.newer.regime, code = regime.as_str()),
    }
}

/// A right beside the sum, under a law.
pub fn stored_right(language: Language, regime: &Code<Regime>, stored: &Code<Right>) -> String {
    match stored.known() {
        Some(known) => right(language, regime.known(), known),
        None => tr!(language, law.newer.right),
    }
}

/// What to keep as proof for a right.
pub fn stored_proof(language: Language, stored: &Code<Right>) -> String {
    match stored.known() {
        Some(known) => proof(language, known),
        None => tr!(language, law.newer.proof),
    }
}
