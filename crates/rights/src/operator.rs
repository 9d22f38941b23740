//! Several companies of one group that fly under one number: what each of them would owe.

use crate::assessment::{Compensation, Entry, Outcome, Step};
use crate::code::CarrierCode;
use crate::finding::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::rule;

/// The answer of a law whichever company flew: where they differ it is open, and the
/// operator is asked for; where only the company differs that pays, a remark says so.
pub fn whoever_flew(
    journey: &Journey<'_>,
    under: impl Fn(&Journey<'_>) -> Result<Entry, Step>,
) -> Result<Entry, Step> {
    let first = under(journey);
    if journey.perhaps.is_empty() {
        return first;
    }
    let carrier = of_the_number(journey);
    let others = journey.perhaps.iter();
    let others: Vec<_> = others
        .map(|debtor| under(&journey.flown_by(*debtor)))
        .collect();
    let agreed = others.iter().all(|other| gives(other) == gives(&first));
    let mut answers = std::iter::once(first).chain(others);
    if agreed {
        let mut entry = answers.next().unwrap_or_else(|| under(journey))?;
        if entry.outcome != Outcome::NoCompensation {
            note(true, Finding::CompanyOfGroup { carrier }, &mut entry);
        }
        return Ok(entry);
    }
    let best = answers.min_by_key(rank).unwrap_or_else(|| under(journey));
    let mut entry = best?;
    if entry.outcome != Outcome::NoCompensation {
        note(
            false,
            Finding::CompanyOfGroupDecides { carrier },
            &mut entry,
        );
        entry.outcome = Outcome::Depends;
        entry.compensation = None;
        entry.missing_facts.insert(0, MissingFact::OperatingCarrier);
    }
    Ok(entry)
}

/// The airline of the number under which they fly.
fn of_the_number(journey: &Journey<'_>) -> CarrierCode {
    let (leg, ..) = journey.disrupted_leg();
    match journey.debtor.sold_for {
        Some(_) => leg.seller(),
        None => leg.carrier(),
    }
}

/// What an answer gives: its outcome and sum, `None` out of scope.
fn gives(answer: &Result<Entry, Step>) -> Option<(Outcome, Option<Compensation>)> {
    let entry = answer.as_ref().ok()?;
    Some((entry.outcome, entry.compensation))
}

/// The best for the passenger first.
fn rank(answer: &Result<Entry, Step>) -> u8 {
    match answer.as_ref().map(|entry| entry.outcome) {
        Ok(Outcome::Eligible) => 0,
        Ok(Outcome::Depends) => 1,
        Ok(Outcome::NoCompensation) => 2,
        Err(_) => 3,
    }
}

/// Notes it after the step that brings the journey in: the last step is the reason.
fn note(met: bool, finding: Finding, entry: &mut Entry) {
    let rule = rule::OPERATING_COMPANY;
    let step = Step { rule, met, finding };
    entry.steps.insert(entry.steps.len().min(1), step);
}
