//! What excuses a carrier: what an airline states is a claim, and only what is
//! shown counts. Each regime brings its own causes.

use crate::evidence::Evidence;
use crate::facts::Cause;
use crate::finding::{Change, Finding};
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::rule::Rule;

/// A regime's defence of circumstances beyond the carrier's control.
#[derive(Clone, Copy)]
pub struct Defence {
    /// Where it stands.
    pub rule: Rule,
    /// The causes that can be beyond control; every other is the carrier's risk.
    pub excuses: fn(Cause) -> bool,
    /// The rule for mixed causes, and the minutes that must remain without the
    /// excused part for the sum to be due all the same.
    pub part: Option<(Rule, i64)>,
}

impl Defence {
    /// Notes whether the carrier is excused. `counts_delay`: the sum hangs on
    /// the delay at the end of the journey.
    pub fn apply(
        &self,
        journey: &Journey<'_>,
        counts_delay: bool,
        notes: &mut Reasoning,
    ) -> Result<(), NothingOwed> {
        let facts = journey.facts;
        let Some(cause) = facts
            .cause
            .filter(|cause| facts.cause_proven && *cause != Cause::Unknown)
        else {
            notes.met(self.rule, Finding::CauseNotProven);
            notes.changes.push(Change::CauseProven);
            notes.changes.extend(facts.cause.and_then(would_settle));
            return Ok(());
        };
        if !(self.excuses)(cause) {
            notes.met(self.rule, Finding::CauseOwnRisk { cause });
            return Ok(());
        }
        if let Some((rule, threshold)) = self.part
            && let Some(remaining) = rest(journey).filter(|rest| *rest >= threshold)
        {
            notes.met(rule, Finding::RestIsLongEnough { remaining });
            return Ok(());
        }
        match facts.measures_proven {
            Some(true) if counts_delay && self.part.is_some() && rest_still_open(journey) => {}
            Some(true) => return notes.fails(self.rule, Finding::CauseExcuses { cause }),
            Some(false) => notes.met(self.rule, Finding::MeasuresNotTaken { cause }),
            None => {
                let finding = Finding::MeasuresOpen { cause };
                notes.open(self.rule, finding, MissingFact::MeasuresProven);
                notes.changes.push(Change::MeasuresProven);
            }
        }
        Ok(())
    }
}

/// What would show whether a stated cause was real.
fn would_settle(cause: Cause) -> Option<Change> {
    Evidence::of(cause).map(|evidence| Change::WouldSettle { cause, evidence })
}

/// Minutes of the delay that are not excused.
fn rest(journey: &Journey<'_>) -> Option<i64> {
    rest_of(journey.arrival_delay(), journey)
}

/// Minutes of a delay that are not excused, for a law that counts another delay
/// than that at the end of the journey.
pub fn rest_of(delay: Option<i64>, journey: &Journey<'_>) -> Option<i64> {
    let facts = journey.facts;
    match facts.extraordinary_minutes {
        Some(excused) => delay.map(|delay| delay - i64::from(excused)),
        None => facts.carrier_minutes.map(i64::from),
    }
}

/// With a part of the delay excused and the whole of it unknown, what remains
/// cannot be told yet.
fn rest_still_open(journey: &Journey<'_>) -> bool {
    journey.facts.extraordinary_minutes.is_some() && journey.arrival_delay().is_none()
}
