//! What the airline has already paid for the disruption.

use crate::assessment::{Compensation, Entry, Outcome, Step};
use crate::finding::Finding;
use crate::journey::Journey;
use crate::money::Money;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::regime::Regime;
use crate::rule::Rule;

/// Takes off what the airline has paid for the disruption. Another currency is
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

/// One disruption is compensated once. What was paid in full under one version of
/// Regulation 261/2004 is not owed again under the other, and the Canadian rules
/// give nothing to whom any other law has paid (s86.11(3) Canada Transportation
/// Act). Between other laws a payment is no more than set off, as each of them
/// says: a small sum in full does not end the claim to a higher one.
pub fn settle_once(entries: &mut [(Entry, usize)]) {
    let paid = |(entry, _): &(Entry, usize)| {
        let full = |step: &&Step| matches!(step.finding, Finding::FullyPaid { .. });
        let step = entry.steps.iter().find(full)?;
        let settled = entry.outcome == Outcome::NoCompensation && entry.regime.is_fixed_sum();
        settled.then_some((entry.regime, *step))
    };
    let payments: Vec<_> = entries.iter().filter_map(paid).collect();
    for (by, step) in payments {
        let ends = |regime: Regime| match regime {
            Regime::Eu261 | Regime::Uk261 => matches!(by, Regime::Eu261 | Regime::Uk261),
            Regime::CaAppr => true,
            _ => false,
        };
        let open = entries
            .iter_mut()
            .filter(|(entry, _)| ends(entry.regime) && entry.outcome != Outcome::NoCompensation);
        for (entry, _) in open {
            entry.steps.push(step);
            entry.outcome = Outcome::NoCompensation;
            entry.compensation = None;
            entry.missing_facts.clear();
        }
    }
}
