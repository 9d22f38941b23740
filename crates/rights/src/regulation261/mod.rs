//! Regulation (EC) 261/2004 and its United Kingdom version: one law, two sets
//! of scope, sums and courts.
//!
//! The order of the questions is that of the law: scope, journey, passenger,
//! event, notice, cause, sum, set-off, limitation.

mod cancellation;
mod cause;
mod court;
mod delay;
mod event;
mod passenger;
pub mod rule;
mod scheme;
mod scope;
mod sum;

use jiff::civil::Date;

use crate::assessment::{Compensation, Entry, Step};
use crate::booking::note_unit;
use crate::finding::{Change, Finding};
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::reference::ReferenceData;
use crate::set_off::set_off;

pub use rule::ALL as RULES;
pub use scheme::Scheme;
use scope::Scope;

/// Judges a journey under one version of the law.
///
/// # Errors
///
/// The step on which the scope fails.
pub fn entry(
    scheme: &Scheme,
    journey: &Journey<'_>,
    assessed_on: Date,
    data: &impl ReferenceData,
) -> Result<Entry, Step> {
    let mut notes = Reasoning::default();
    match scope::scope(scheme, journey, data) {
        Scope::Inside(step) => notes.steps.push(step),
        Scope::Open(step, fact) => {
            notes.open(step.rule, step.finding, fact);
            if fact == MissingFact::CarrierLicence {
                notes.changes.push(Change::CarrierLicence {
                    carrier: journey.debtor.code,
                });
            }
        }
        Scope::Outside(step) => return Err(step),
    }
    let replaced = scheme.replaced.filter(|since| journey.day >= *since);
    let (verdict, sum) = match replaced {
        Some(since) => {
            let finding = Finding::NewRegulation { since };
            notes.open(rule::REFORM, finding, MissingFact::NewRegulation);
            (Ok(()), None)
        }
        None => judge(scheme, journey, assessed_on, data, &mut notes),
    };
    let deadline = court::deadline(scheme, journey, data);
    Ok(notes.entry(scheme.regime, journey, verdict, sum, deadline))
}

/// Walks through the questions after the scope. The sum comes back apart from
/// the verdict, because it is of interest even where it is not owed.
fn judge(
    scheme: &Scheme,
    journey: &Journey<'_>,
    assessed_on: Date,
    data: &impl ReferenceData,
    notes: &mut Reasoning,
) -> (Result<(), NothingOwed>, Option<Compensation>) {
    note_unit(
        rule::SINGLE_BOOKING,
        rule::RETURN_IS_SEPARATE,
        journey,
        notes,
    );
    let km = journey.kilometres();
    let within = [journey.origin(), journey.destination()]
        .iter()
        .all(|a| a.zone.is_community());
    let band = scheme.band(km, within);
    let event = event::of(journey);
    notes.at_stake = Some(sum::at_stake(scheme, band, event, journey));
    let mut sum = None;
    let verdict = passenger::fare(journey, notes)
        .and_then(|()| {
            passenger::rights(journey, event, band, notes);
            event::happened(event, journey, notes)
        })
        .and_then(|()| cause::defence(event, journey, notes))
        .and_then(|()| {
            let due = sum::due(scheme, band, km, event, journey, notes);
            notes.at_stake = Some(due);
            set_off(rule::SET_OFF, due, journey, notes).map(|left| sum = Some(left))
        })
        .and_then(|()| court::time_bar(scheme, journey, assessed_on, data, notes));
    (verdict, sum)
}
