//! Baggage inside Canada: what is lost or damaged goes by the rules and limits of the
//! Montreal Convention (s23), what is delayed by the carrier's tariff. Across the
//! border the Convention itself applies.

use jiff::civil::Date;

use crate::assessment::{Compensation, Deadline};
use crate::facts::BaggageKind;
use crate::finding::canada::Finding;
use crate::journey::Journey;
use crate::montreal::{Limit, damages, harmed, time};
use crate::reasoning::{NothingOwed, Reasoning};
use crate::set_off::set_off;
use crate::sum::full;

use super::{rule, scope};

/// Whether the journey never leaves Canada, not even to change aircraft.
pub fn is_domestic(journey: &Journey<'_>) -> bool {
    let inside = |(from, to): &(_, _)| scope::in_canada(from) && scope::in_canada(to);
    journey.stops.iter().all(inside)
}

/// Notes what is due for baggage.
pub fn due(
    journey: &Journey<'_>,
    deadline: Option<Deadline>,
    assessed_on: Date,
    notes: &mut Reasoning,
) -> Result<Option<Compensation>, NothingOwed> {
    if !is_domestic(journey) {
        notes.fails(rule::BAGGAGE, Finding::NoSumForBaggage)?;
    }
    let kind = journey.facts.baggage.map(|baggage| baggage.kind);
    if kind == Some(BaggageKind::Delayed) {
        notes.fails(rule::DELAYED_BAGGAGE, Finding::DelayedBaggage)?;
    }
    if kind.is_some() {
        notes.met(rule::DOMESTIC_BAGGAGE, Finding::BaggageLikeAbroad);
    }
    let limit = Limit::of_baggage(journey.day);
    notes.at_stake = Some(full(limit.amount));
    harmed(journey, notes)?;
    let due = damages(limit, journey, notes)?;
    let left = match due {
        Some(due) => {
            notes.at_stake = Some(due);
            Some(set_off(rule::NO_DOUBLE_COMPENSATION, due, journey, notes)?)
        }
        None => None,
    };
    time::bar(deadline, assessed_on, notes)?;
    Ok(left)
}
