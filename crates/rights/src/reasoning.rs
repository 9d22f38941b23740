//! The record that is kept while a journey is judged.

use crate::assessment::{Compensation, Deadline, Entry, OtherRight, Outcome, Right, Step};
use crate::finding::{Change, Finding};
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::regime::Regime;
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
    pub fn met(&mut self, rule: Rule, finding: impl Into<Finding>) {
        self.steps.push(Step::met(rule, finding));
    }

    /// Notes a condition that is not met and does not end the matter.
    pub fn unmet(&mut self, rule: Rule, finding: impl Into<Finding>) {
        self.steps.push(Step::failed(rule, finding));
    }

    /// Notes the condition on which the sum fails.
    pub fn fails(&mut self, rule: Rule, finding: impl Into<Finding>) -> Result<(), NothingOwed> {
        self.unmet(rule, finding);
        Err(NothingOwed)
    }

    /// Notes a gap: without the fact there is no answer.
    pub fn open(&mut self, rule: Rule, finding: impl Into<Finding>, fact: MissingFact) {
        self.unmet(rule, finding);
        self.missing.push(fact);
    }

    /// Notes that the end of the journey is not known, and which time would tell
    /// it.
    pub fn arrival_unknown(
        &mut self,
        rule: Rule,
        finding: impl Into<Finding>,
        journey: &Journey<'_>,
    ) {
        let booked = journey.legs.last().and_then(|leg| leg.scheduled_arrival);
        let fact = booked.map_or(MissingFact::ScheduledArrival, |_| {
            MissingFact::ActualArrival
        });
        self.open(rule, finding, fact);
    }

    /// Notes a right beside the sum.
    pub fn grant(&mut self, right: Right, basis: &'static str) {
        self.rights.push(OtherRight { right, basis });
    }

    /// Makes the entry of what was noted. `sum` is what is owed if nothing
    /// failed and nothing is missing.
    pub fn entry(
        mut self,
        regime: Regime,
        journey: &Journey<'_>,
        owed: Result<(), NothingOwed>,
        sum: Option<Compensation>,
        deadline: Option<Deadline>,
    ) -> Entry {
        let outcome = self.outcome(owed);
        if outcome == Outcome::NoCompensation {
            self.missing.clear();
            // Only the way to a sum is of interest now, not what might take it away.
            self.changes.retain(|change| change.leads_to_a_sum());
        }
        // After the day its step says so; "by" that day would send the claim into the past.
        let passed = |step: &Step| matches!(step.finding, Finding::DeadlinePassed { .. });
        let uncertain = deadline
            .filter(|deadline| !deadline.certain)
            .filter(|_| !self.steps.iter().any(passed));
        if let Some(open) = uncertain.filter(|_| outcome != Outcome::NoCompensation) {
            self.changes.push(Change::DeadlineUncertain {
                last_day: open.last_day,
            });
        }
        Entry {
            regime,
            outcome,
            compensation: sum.filter(|_| outcome == Outcome::Eligible),
            at_stake: self.at_stake,
            claim_from: journey.debtor.code,
            deadline,
            other_rights: self.rights,
            missing_facts: self.missing,
            steps: self.steps,
            could_change: self.changes,
            excludes: Vec::new(),
            process: None,
        }
    }

    /// The outcome that follows: a failed condition goes before a gap.
    pub fn outcome(&self, owed: Result<(), NothingOwed>) -> Outcome {
        match owed {
            Err(NothingOwed) => Outcome::NoCompensation,
            Ok(()) if self.missing.is_empty() => Outcome::Eligible,
            Ok(()) => Outcome::Depends,
        }
    }
}
