//! The record that is kept while a journey is judged.

use crate::assessment::{Compensation, OtherRight, Outcome, Right, Step};
use crate::finding::{Change, Finding};
use crate::missing_fact::MissingFact;
use crate::rule::Rule;

/// No sum is owed; the reason is the last step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NothingOwed;

/// Steps, gaps and side results, in the order they come up.
#[derive(Debug, Default)]
pub struct Reasoning {
    /// The steps so far.
    pub steps: Vec<Step>,
    /// Facts that are missing.
    pub missing: Vec<MissingFact>,
    /// What would turn the answer.
    pub changes: Vec<Change>,
    /// Rights beside the sum.
    pub rights: Vec<OtherRight>,
    /// The sum at stake.
    pub at_stake: Option<Compensation>,
}

impl Reasoning {
    /// Notes a condition that is met, or a remark that changes no outcome.
    pub fn met(&mut self, rule: Rule, finding: Finding) {
        self.steps.push(Step {
            rule,
            met: true,
            finding,
        });
    }

    /// Notes a condition that is not met and does not end the matter.
    pub fn unmet(&mut self, rule: Rule, finding: Finding) {
        self.steps.push(Step {
            rule,
            met: false,
            finding,
        });
    }

    /// Notes the condition on which the sum fails.
    pub fn fails(&mut self, rule: Rule, finding: Finding) -> Result<(), NothingOwed> {
        self.unmet(rule, finding);
        Err(NothingOwed)
    }

    /// Notes a gap: without the fact there is no answer.
    pub fn open(&mut self, rule: Rule, finding: Finding, fact: MissingFact) {
        self.unmet(rule, finding);
        self.missing.push(fact);
    }

    /// Notes a right beside the sum.
    pub fn grant(&mut self, right: Right, basis: &'static str) {
        self.rights.push(OtherRight { right, basis });
    }

    /// The outcome that follows: a failed condition goes before a gap.
    pub fn outcome(&self, verdict: Result<(), NothingOwed>) -> Outcome {
        match verdict {
            Err(NothingOwed) => Outcome::NoCompensation,
            Ok(()) if self.missing.is_empty() => Outcome::Eligible,
            Ok(()) => Outcome::Depends,
        }
    }
}
