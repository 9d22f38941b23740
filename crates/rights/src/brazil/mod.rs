//! ANAC Resolution 400/2016: the general conditions of air transport in Brazil.
//!
//! It covers every flight from, to or within Brazil, whatever the airline, and
//! applies since 14 March 2017. It gives the passenger care and a choice between
//! another flight, the fare and other transport; a fixed sum it knows only for
//! refused boarding (*preterição*, Art 24). Damages are for the courts.
//!
//! A revision was in consultation until 9 March 2026; by 1 December 2026 none was
//! found that had been adopted. One that is gets a day of its own here.

mod denied;
mod rights;
pub mod rule;
mod scope;

use jiff::civil::Date;

use crate::assessment::{Compensation, Entry, Step};
use crate::booking::note_unit;
use crate::case::Disruption;
use crate::code::Country;
use crate::finding::Finding as Shared;
use crate::journey::Journey;
use crate::limitation;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::reference::ReferenceData;
use crate::regime::Regime;

pub use crate::finding::brazil::Finding;
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
    note_unit(rule::ONE_BOOKING, rule::ONE_BOOKING, journey, &mut notes);
    rights::grant(journey, &mut notes);
    let deadline = limitation::of_court(Country::BR, journey, data);
    let mut sum = None;
    let owed = judge(journey, &mut notes, &mut sum).and_then(|()| {
        limitation::time_bar_in_court(rule::LIMITATION, deadline, journey, assessed_on, &mut notes)
    });
    Ok(notes.entry(Regime::BrAnac400, journey, owed, sum, deadline))
}

/// Of all disruptions only a refused boarding has a sum.
fn judge(
    journey: &Journey<'_>,
    notes: &mut Reasoning,
    sum: &mut Option<Compensation>,
) -> Result<(), NothingOwed> {
    if journey.undisturbed && journey.disruption != Disruption::Baggage {
        return notes.fails(rule::NO_FIXED_SUM, Shared::ArrivedOnTime);
    }
    match journey.disruption {
        Disruption::DeniedBoarding => denied::judge(journey, notes).map(|due| *sum = Some(due)),
        Disruption::Downgrade => notes.fails(rule::DOWNGRADE, Finding::DowngradeNoSum),
        Disruption::Baggage => notes.fails(rule::BAGGAGE, Finding::BaggageNoSum),
        Disruption::Delay
        | Disruption::Cancellation
        | Disruption::MissedConnection
        | Disruption::BroughtForward
        | Disruption::Diversion => notes.fails(rule::NO_FIXED_SUM, Finding::NoFixedSum),
    }
}
