//! Boarding refused on an oversold flight (14 CFR part 250).

use crate::assessment::Compensation;
use crate::finding::united_states::Finding;
use crate::journey::{Journey, place};
use crate::missing_fact::MissingFact;
use crate::passenger::{self, RefusalRules};
use crate::reasoning::{NothingOwed, Reasoning};

use super::{amount, rule, scope, substitute};

/// What is asked of the passenger.
const REFUSAL: RefusalRules = RefusalRules {
    check_in: rule::CHECK_IN,
    grounds: rule::REFUSAL_GROUNDS,
    volunteers: rule::VOLUNTEERS,
    unless_told: false,
};

/// Notes the sum for a refused boarding; `None` where a fact is missing for it.
pub fn due(
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<Option<Compensation>, NothingOwed> {
    leaves_united_states(journey, notes)?;
    REFUSAL.against_the_will(journey, notes)?;
    oversold(journey, notes)?;
    if let Some(since) = amount::older(journey.day) {
        let finding = Finding::OlderAmounts { since };
        notes.open(rule::OLDER_AMOUNTS, finding, MissingFact::UnconfirmedRule);
        return Ok(None);
    }
    let share = substitute::share(journey, notes)?;
    let fare = amount::fare(journey, notes);
    let share_of_fare = share.zip(fare);
    Ok(share_of_fare.map(|(share, fare)| amount::due(share, fare, journey, notes)))
}

/// Only flights out of an airport of the United States are covered.
fn leaves_united_states(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    if journey.undisturbed {
        return notes.fails(rule::REFUSED, Finding::NotRefused);
    }
    let (_, from, _) = journey.refused_leg();
    let airport = place(from);
    if !scope::inside(from) {
        return notes.fails(
            rule::LEAVES_UNITED_STATES,
            Finding::RefusedAbroad { airport },
        );
    }
    notes.met(rule::LEAVES_UNITED_STATES, Finding::RefusedAt { airport });
    Ok(())
}

/// Notes whether there were more passengers than seats.
fn oversold(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    match passenger::oversold(journey) {
        Some(true) => notes.met(rule::OVERSOLD, Finding::Oversold),
        Some(false) => return notes.fails(rule::OVERSOLD, Finding::NotOversold),
        None => {
            let finding = Finding::OversoldUnknown;
            notes.open(rule::OVERSOLD, finding, MissingFact::Oversold);
        }
    }
    Ok(())
}
