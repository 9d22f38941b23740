//! What the airline has already paid for the event.

use crate::assessment::{Compensation, Entry, Outcome, Step};
use crate::finding::Finding;
use crate::journey::Journey;
use crate::money::Money;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::rule::Rule;

/// Takes off what the airline has paid for the event. Another currency is
/// noted only: there is no rate of exchange here, and a court decides on it.
pub fn set_off(
    rule: Rule,
    due: Compensation,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<Compensation, NothingOwed> {
    let Some(received) = journey.facts.already_received.filter(|sum| sum.minor > 0) else {
        return Ok(due);
    };
    if received.currency != due.amount.currency {
        notes.met(rule, Finding::PaidOtherwise { received });
        return Ok(due);
    }
    if received.minor >= due.amount.minor && !notes.missing.is_empty() {
        // As long as it is open what is owed, so is whether all of it was paid.
        notes.unmet(rule, Finding::FullyPaid { received });
        return Ok(due);
    }
    if received.minor >= due.amount.minor {
        notes.fails(rule, Finding::FullyPaid { received })?;
    }
    let remaining = Money::new(due.amount.minor - received.minor, received.currency);
    notes.met(
        rule,
        Finding::PartlyPaid {
            received,
            remaining,
        },
    );
    Ok(Compensation {
        amount: remaining,
        reduced: due.reduced,
    })
}

/// One event is compensated once: what was paid in full under one law is not
/// owed again under another. Damages under the Montreal Convention are no fixed
/// sum; there the payment was taken off already.
pub fn settle_once(entries: &mut [(Entry, usize)]) {
    let paid = |step: &Step| matches!(step.finding, Finding::FullyPaid { .. });
    let Some(step) = entries
        .iter()
        .filter(|(entry, _)| {
            entry.regime.is_fixed_sum() && entry.outcome == Outcome::NoCompensation
        })
        .find_map(|(entry, _)| entry.steps.iter().copied().find(paid))
    else {
        return;
    };
    let open = entries.iter_mut().filter(|(entry, _)| {
        entry.regime.is_fixed_sum() && entry.outcome != Outcome::NoCompensation
    });
    for (entry, _) in open {
        entry.steps.push(step);
        entry.outcome = Outcome::NoCompensation;
        entry.compensation = None;
        entry.missing_facts.clear();
    }
}
