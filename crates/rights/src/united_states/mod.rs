//! United States: the rules of the Department of Transportation, 14 CFR parts
//! 250 (oversales), 254 (baggage on domestic journeys) and 260 (refunds), with
//! the amounts in force since 22 January 2025.
//!
//! They cover every journey that touches the United States or one of their
//! territories, on any carrier. A sum is owed for two things only: boarding
//! refused on an oversold flight out of an airport there, and baggage on a
//! domestic journey. Delays and cancellations give a right to the fare back and
//! to nothing else. Not seen by the engine: aircraft with fewer than 30 seats,
//! and smaller aircraft put in for reasons of safety or operation (14 CFR
//! 250.2, 250.6(b)).

mod amount;
mod baggage;
mod refund;
mod refusal;
pub mod rule;
mod scope;
mod substitute;

use jiff::civil::Date;

use crate::assessment::{Compensation, Entry, Step};
use crate::booking::note_unit;
use crate::case::Disruption;
use crate::journey::Journey;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::reference::ReferenceData;
use crate::regime::Regime;
use crate::set_off::set_off;

pub use crate::finding::united_states::Finding;
pub use rule::ALL as RULES;

/// Judges a journey. Neither the day of the claim nor the reference data matter:
/// these rules set no period of their own.
///
/// # Errors
///
/// The step on which the scope fails.
pub fn entry(
    journey: &Journey<'_>,
    _assessed_on: Date,
    _data: &impl ReferenceData,
) -> Result<Entry, Step> {
    let mut notes = Reasoning::default();
    notes.steps.push(scope::scope(journey)?);
    note_unit(rule::DESTINATION, rule::STOPOVER, journey, &mut notes);
    refund::grant(journey, &mut notes);
    let mut sum = None;
    let owed = due(journey, &mut notes).and_then(|due| match due {
        Some(due) => {
            notes.at_stake = Some(due);
            set_off(rule::SET_OFF, due, journey, &mut notes).map(|left| sum = Some(left))
        }
        None => Ok(()),
    });
    Ok(notes.entry(Regime::UsDot, journey, owed, sum, None))
}

/// Notes the sum; `None` where a fact is missing for it.
fn due(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<Option<Compensation>, NothingOwed> {
    match journey.disruption {
        Disruption::DeniedBoarding => refusal::due(journey, notes),
        Disruption::Baggage => baggage::due(journey, notes),
        Disruption::Downgrade => notes
            .fails(rule::DOWNGRADE, Finding::NoSumForDowngrade)
            .map(|()| None),
        Disruption::Delay
        | Disruption::Cancellation
        | Disruption::MissedConnection
        | Disruption::BroughtForward
        | Disruption::Diversion => notes
            .fails(rule::NO_DELAY_SUM, Finding::NoSumForDelay)
            .map(|()| None),
    }
}
