//! The Montreal Convention 1999: damages for delay and for baggage.
//!
//! It gives no fixed sum. The passenger shows a loss, and the airline pays it up
//! to a limit in special drawing rights: for late passengers (Art 19) and for
//! baggage that came late, damaged or not at all (Art 17, 19). It covers
//! international carriage between states parties, in force since 4 November
//! 2003; Regulation (EC) 2027/97, and the United Kingdom's version of it, carry
//! it to every flight of a European airline. Limits are those of the day of the
//! flight; today's apply since 28 December 2024.

mod baggage;
mod carriage;
mod delay;
mod limit;
mod loss;
mod measures;
pub mod rule;
mod scope;
pub(crate) mod time;

use jiff::civil::Date;

use crate::assessment::{Compensation, Entry, Step};
use crate::booking::note_unit;
use crate::case::Disruption;
use crate::finding::Change;
use crate::journey::{Journey, Unit};
use crate::missing_fact::MissingFact;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::reference::ReferenceData;
use crate::regime::Regime;
use crate::set_off::set_off;

pub use crate::finding::montreal::Finding;
pub(crate) use baggage::harmed;
pub(crate) use limit::Limit;
pub(crate) use loss::due as damages;
pub use rule::ALL as RULES;
use scope::Scope;

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
    match scope::of(journey, data) {
        Scope::Inside(step) => notes.steps.push(step),
        Scope::Open(step, fact) => {
            notes.open(step.rule, step.finding, fact);
            if fact == MissingFact::CarrierLicence {
                let carrier = journey.debtor.code;
                notes.changes.push(Change::CarrierLicence { carrier });
            }
        }
        Scope::Outside(step) => return Err(step),
    }
    // Out and back are two journeys elsewhere; here they are one contract.
    if journey.unit != Unit::OneWayOfReturn {
        note_unit(rule::ONE_CARRIAGE, rule::ONE_CARRIAGE, journey, &mut notes);
    }
    note_several_carriers(journey, &mut notes);
    let deadline = time::deadline(journey);
    let mut sum = None;
    let owed = judge(journey, &mut notes, &mut sum)
        .and_then(|()| time::bar(deadline, assessed_on, &mut notes));
    Ok(notes.entry(Regime::Mc99, journey, owed, sum, deadline))
}

/// Walks from the disruption to the sum.
fn judge(
    journey: &Journey<'_>,
    notes: &mut Reasoning,
    sum: &mut Option<Compensation>,
) -> Result<(), NothingOwed> {
    let limit = match journey.disruption {
        Disruption::Downgrade => {
            return notes.fails(rule::DOWNGRADE, Finding::DowngradeNotCovered);
        }
        Disruption::Baggage => {
            baggage::harmed(journey, notes)?;
            Limit::of_baggage(journey.day)
        }
        Disruption::Delay
        | Disruption::MissedConnection
        | Disruption::Diversion
        | Disruption::BroughtForward
        | Disruption::Cancellation
        | Disruption::DeniedBoarding => {
            delay::late(journey, notes)?;
            Limit::of_delay(journey.day)
        }
    };
    let Some(due) = loss::due(limit, journey, notes)? else {
        return Ok(());
    };
    notes.at_stake = Some(due);
    *sum = Some(set_off(rule::SET_OFF, due, journey, notes)?);
    Ok(())
}

/// With several airlines on one ticket more than the one named may answer: the
/// one the contract is with, and for baggage the first and the last as well.
fn note_several_carriers(journey: &Journey<'_>, notes: &mut Reasoning) {
    let carrier = journey.debtor.code;
    let mut legs = journey.legs.iter();
    let first = journey.legs.first().map(crate::case::Leg::carrier);
    if legs.any(|leg| Some(leg.carrier()) != first || leg.seller() != leg.carrier()) {
        notes.met(rule::SEVERAL_CARRIERS, Finding::SeveralCarriers { carrier });
    }
}
