//! What was paid in full under one law and ends the claim under another.

use crate::assessment::{Entry, Outcome, Step};
use crate::finding::Finding;
use crate::israel;
use crate::regime::Regime;

/// One disruption is compensated once. What was paid in full under one version of
/// Regulation 261/2004 is not owed again under the other, the Canadian rules give
/// nothing to whom any other law has paid (s86.11(3) Canada Transportation Act), and
/// the Israeli law none of what was received under foreign law. Between other laws a payment is no more than set off, as each of them
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
            Regime::IlAsl => by != Regime::IlAsl,
            _ => false,
        };
        let open = entries
            .iter_mut()
            .filter(|(entry, _)| ends(entry.regime) && entry.outcome != Outcome::NoCompensation);
        for (entry, _) in open {
            let rule = match entry.regime {
                Regime::IlAsl => israel::rule::FOREIGN_BENEFIT,
                _ => step.rule,
            };
            entry.steps.push(Step { rule, ..step });
            entry.outcome = Outcome::NoCompensation;
            entry.compensation = None;
            entry.missing_facts.clear();
        }
    }
}
