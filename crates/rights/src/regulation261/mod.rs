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
mod reasoning;
mod scheme;
mod scope;
mod sum;

use jiff::civil::Date;

use crate::assessment::{Compensation, Entry, Outcome, Step};
use crate::finding::{Change, Finding};
use crate::journey::{Journey, Unit, place};
use crate::missing_fact::MissingFact;
use crate::reference::ReferenceData;
use crate::rule::Rule;

use reasoning::{NothingOwed, Reasoning};
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
            notes.open(Rule::Reform, finding, MissingFact::NewRegulation);
            (Ok(()), None)
        }
        None => judge(scheme, journey, assessed_on, data, &mut notes),
    };
    Ok(close(scheme, journey, data, notes, verdict, sum))
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
    note_unit(journey, notes);
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
            sum::set_off(due, journey, notes).map(|left| sum = Some(left))
        })
        .and_then(|()| court::time_bar(scheme, journey, assessed_on, data, notes));
    (verdict, sum)
}

/// Notes what the booking counts as.
fn note_unit(journey: &Journey<'_>, notes: &mut Reasoning) {
    let (origin, destination) = (place(journey.origin()), place(journey.destination()));
    match journey.unit {
        Unit::WholeBooking if journey.legs.len() > 1 => {
            let legs = u8::try_from(journey.legs.len()).unwrap_or(u8::MAX);
            notes.met(
                Rule::SingleBooking,
                Finding::OneBooking {
                    legs,
                    origin,
                    destination,
                },
            );
        }
        Unit::WholeBooking => {}
        Unit::SeparateLeg => {
            notes.met(
                Rule::SingleBooking,
                Finding::SeparateBookings {
                    origin,
                    destination,
                },
            );
        }
        Unit::OneWayOfReturn => {
            notes.met(
                Rule::ReturnIsSeparate,
                Finding::OutboundAndReturn {
                    origin,
                    destination,
                },
            );
        }
    }
}

/// Makes the entry of what was noted.
fn close(
    scheme: &Scheme,
    journey: &Journey<'_>,
    data: &impl ReferenceData,
    mut notes: Reasoning,
    verdict: Result<(), NothingOwed>,
    sum: Option<Compensation>,
) -> Entry {
    let outcome = notes.outcome(verdict);
    if outcome == Outcome::NoCompensation {
        notes.missing.clear();
        // Only the way to a sum is of interest now, not what might take it away.
        notes
            .changes
            .retain(|change| matches!(change, Change::MinutesToThreshold { .. }));
    }
    let deadline = court::deadline(scheme, journey, data);
    if let Some(open) = deadline.filter(|deadline| !deadline.certain) {
        notes.changes.push(Change::DeadlineUncertain {
            last_day: open.last_day,
        });
    }
    Entry {
        regime: scheme.regime,
        outcome,
        compensation: sum.filter(|_| outcome == Outcome::Eligible),
        at_stake: notes.at_stake,
        claim_from: journey.debtor.code,
        deadline,
        other_rights: notes.rights,
        missing_facts: notes.missing,
        steps: notes.steps,
        could_change: notes.changes,
    }
}

/// One event is compensated once: what was paid in full under one version is
/// not owed again under the other.
pub fn settle_once(entries: &mut [(Entry, usize)]) {
    let paid = |step: &Step| matches!(step.finding, Finding::FullyPaid { .. });
    let Some(step) = entries
        .iter()
        .find_map(|(e, _)| e.steps.iter().copied().find(paid))
    else {
        return;
    };
    for (entry, _) in entries
        .iter_mut()
        .filter(|(e, _)| e.outcome != Outcome::NoCompensation)
    {
        entry.steps.push(step);
        entry.outcome = Outcome::NoCompensation;
        entry.compensation = None;
        entry.missing_facts.clear();
    }
}
