//! The other journeys of a case that went wrong as well: each is a claim of its own, and
//! only the best of them is shown.

use crate::assessment::{Entry, Outcome, Step};
use crate::case::Disruption;
use crate::finding::Finding;
use crate::journey::{Journey, place};
use crate::regime::Regime;

/// What the journeys of a case that failed give or may give under a law, by the index of
/// the journey. A downgrade and baggage show in no times, so nothing tells which of them
/// they were on.
pub fn claims(
    regime: Regime,
    journeys: &[Journey<'_>],
    answers: &[(usize, Result<Entry, Step>)],
) -> Vec<(usize, Finding)> {
    let claim = |(index, answer): &(usize, Result<Entry, Step>)| {
        let (entry, journey) = (answer.as_ref().ok()?, &journeys[*index]);
        let shows = !matches!(
            journey.disruption,
            Disruption::Downgrade | Disruption::Baggage
        );
        let claim = entry.outcome != Outcome::NoCompensation && journey.failed && shows;
        claim.then(|| (*index, finding(entry, journey)))
    };
    if regime.is_fixed_sum() {
        answers.iter().filter_map(claim).collect()
    } else {
        Vec::new()
    }
}

/// Notes them beside the journey that is shown, after the step that says what the booking
/// counts as, and by the same rule.
pub fn note(claims: &[(usize, Finding)], shown: usize, entry: &mut Entry) {
    let unit = |step: &Step| {
        matches!(
            step.finding,
            Finding::OutboundAndReturn { .. } | Finding::SeparateBookings { .. }
        )
    };
    let Some(at) = entry.steps.iter().position(unit) else {
        return;
    };
    let rule = entry.steps[at].rule;
    let others = claims.iter().filter(|(index, _)| *index != shown);
    for (place, (_, finding)) in others.enumerate() {
        let step = Step::met(rule, *finding);
        entry.steps.insert(at + 1 + place, step);
    }
}

fn finding(entry: &Entry, journey: &Journey<'_>) -> Finding {
    let (origin, destination) = (place(journey.origin()), place(journey.destination()));
    match entry.compensation.or(entry.at_stake) {
        Some(sum) => Finding::AnotherSum {
            origin,
            destination,
            amount: sum.amount,
        },
        None => Finding::AnotherClaim {
            origin,
            destination,
        },
    }
}
