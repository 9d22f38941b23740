//! Canada: the Air Passenger Protection Regulations, SOR/2019-150, made under
//! s86.11 of the Canada Transportation Act, in the consolidation current to
//! 17 March 2026 (last amended 8 September 2022). The proposal of December 2024
//! is not made and not applied.
//!
//! They cover every journey that touches Canada, on any carrier. What is owed
//! goes by how far the carrier controls the disruption, by how early the passenger
//! was told, by how late the passenger arrives and by the carrier's size. The
//! order of the questions is that of the law: scope, disruption, control, notice,
//! sum, double compensation, the year for the request.

mod baggage;
mod control;
mod denial;
mod disruption;
mod notice;
mod request;
mod rights;
pub mod rule;
mod scope;
mod size;
mod sum;
mod tier;

use jiff::civil::Date;

use crate::assessment::{Compensation, Entry, Step};
use crate::booking::note_unit;
use crate::journey::Journey;
use crate::montreal;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::reference::ReferenceData;
use crate::regime::Regime;

pub use crate::finding::canada::Finding;
use disruption::LegalDisruption;
pub use rule::ALL as RULES;

/// Judges a journey.
///
/// # Errors
///
/// The step on which the scope fails.
pub fn entry(
    journey: &Journey<'_>,
    assessed_on: Date,
    data: &impl ReferenceData,
) -> Result<Entry, Step> {
    let mut notes = Reasoning::default();
    notes.steps.push(scope::scope(journey)?);
    let disruption = disruption::of(journey);
    if disruption == LegalDisruption::Baggage {
        return Ok(baggage_entry(journey, assessed_on, notes));
    }
    let (owed, sum) = judge(disruption, journey, assessed_on, data, &mut notes);
    let deadline = request::deadline(disruption, journey);
    Ok(notes.entry(Regime::CaAppr, journey, owed, sum, deadline))
}

/// Baggage has questions of its own.
fn baggage_entry(journey: &Journey<'_>, assessed_on: Date, mut notes: Reasoning) -> Entry {
    rights::baggage_fee(journey, &mut notes);
    let deadline = baggage::is_domestic(journey).then(|| montreal::time::deadline(journey));
    let deadline = deadline.flatten();
    let due = baggage::due(journey, deadline, assessed_on, &mut notes);
    let sum = due.ok().flatten();
    notes.entry(Regime::CaAppr, journey, due.map(|_| ()), sum, deadline)
}

/// Walks through the questions after the scope.
fn judge(
    disruption: LegalDisruption,
    journey: &Journey<'_>,
    assessed_on: Date,
    data: &impl ReferenceData,
    notes: &mut Reasoning,
) -> (Result<(), NothingOwed>, Option<Compensation>) {
    note_unit(
        rule::ORIGINAL_TICKET,
        rule::RETURN_IS_SEPARATE,
        journey,
        notes,
    );
    let control = control::of(journey);
    let size = size::of(journey, data);
    notes.at_stake = sum::at_stake(disruption, size, journey);
    rights::grant(disruption, control.category, journey, notes);
    let mut sum = None;
    let owed = disruption::happened(disruption, journey, notes)
        .and_then(|()| control::within(&control, notes))
        .and_then(|()| notice::told(disruption, journey, notes))
        .and_then(|()| sum::due(disruption, size, journey, notes))
        .and_then(|due| match due {
            Some(due) => {
                notes.at_stake = Some(due);
                sum::left(due, journey, notes).map(|left| sum = Some(left))
            }
            None => Ok(()),
        })
        .and_then(|()| request::in_time(disruption, journey, assessed_on, notes));
    (owed, sum)
}
