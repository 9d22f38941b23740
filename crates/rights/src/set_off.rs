//! What the airline has already paid for the disruption.

use crate::assessment::Compensation;
use crate::finding::Finding;
use crate::journey::Journey;
use crate::money::Money;
use crate::reasoning::{NothingOwed, Reasoning};
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
