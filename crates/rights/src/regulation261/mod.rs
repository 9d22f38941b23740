//! Regulation (EC) 261/2004 and its United Kingdom version: one law, two sets
//! of scope, sums and courts.
//!
//! The order of the questions is that of the law: scope, journey, passenger,
//! disruption, notice, cause, sum, set-off, limitation.

mod cancellation;
mod cause;
mod court;
mod debtor;
mod delay;
mod disruption;
mod downgrade;
mod passenger;
mod replacement;
mod requirements;
pub mod rule;
mod scheme;
mod scope;
mod share;
mod sum;
mod territory;

use jiff::civil::Date;

use crate::assessment::{Compensation, Entry, Step};
use crate::booking::note_unit;
use crate::disruption::LegalDisruption;
use crate::finding::{Change, Finding};
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::reference::ReferenceData;
use crate::regime::Regime;
use crate::set_off::set_off;

pub use rule::ALL as RULES;
use scheme::Band;
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
        Scope::Inside(step) => {
            notes.steps.push(step);
            note_help_abroad(step, &mut notes);
        }
        Scope::Open(step, fact) => {
            notes.open(step.rule, step.finding, fact);
            if fact == MissingFact::CarrierLicence {
                let carrier = journey.debtor.code;
                notes.changes.push(Change::CarrierLicence { carrier });
            }
        }
        Scope::Outside(step) => return Err(step),
    }
    let replaced = scheme.replaced.filter(|since| journey.day >= *since);
    let (owed, sum) = match replaced {
        Some(since) => {
            note_reform(journey, since, &mut notes);
            (Ok(()), None)
        }
        None => judge(scheme, journey, assessed_on, data, &mut notes),
    };
    let deadline = court::deadline(scheme, journey, data);
    Ok(notes.entry(scheme.regime, journey, owed, sum, deadline))
}

/// On the way in, who was compensated and helped under the law of the country
/// left has no second claim (Art 3(1)(b)). The airline shows that.
fn note_help_abroad(scope: Step, notes: &mut Reasoning) {
    let inbound = [
        rule::ARRIVAL_ON_COVERED_CARRIER,
        rule::ARRIVAL_IN_EU_ON_UK_CARRIER,
    ];
    if inbound.contains(&scope.rule) {
        notes.changes.push(Change::HelpedAbroad);
    }
}

/// Notes that a text applies that was not seen; for the EEA and Switzerland not
/// even the day is known.
fn note_reform(journey: &Journey<'_>, since: Date, notes: &mut Reasoning) {
    let (rule, finding) = if territory::only_by_agreement(journey) {
        let finding = Finding::NewRegulationDateOpen { since };
        (rule::REFORM_BY_AGREEMENT, finding)
    } else {
        (rule::REFORM, Finding::NewRegulation { since })
    };
    notes.open(rule, finding, MissingFact::NewRegulation);
}

/// Walks through the questions after the scope. The sum comes back apart from
/// the outcome, because it is of interest even where it is not owed.
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
    debtor::note_seller(journey, data, notes);
    let due = match disruption::of(journey) {
        LegalDisruption::Downgrade => share_due(scheme, journey, data, notes),
        LegalDisruption::Baggage => {
            disruption::happened(LegalDisruption::Baggage, journey, notes).map(|()| None)
        }
        disruption => sum_due(scheme, disruption, journey, notes).map(Some),
    };
    let mut sum = None;
    let owed = due
        .and_then(|due| match due {
            Some(due) => {
                notes.at_stake = Some(due);
                set_off(rule::SET_OFF, due, journey, notes).map(|left| sum = Some(left))
            }
            None => Ok(()),
        })
        .and_then(|()| court::time_bar(scheme, journey, assessed_on, data, notes));
    (owed, sum)
}

/// The share of the price for a lower class; `None` where a part is not known.
fn share_due(
    scheme: &Scheme,
    journey: &Journey<'_>,
    data: &impl ReferenceData,
    notes: &mut Reasoning,
) -> Result<Option<Compensation>, NothingOwed> {
    passenger::fare(journey, notes)?;
    disruption::happened(LegalDisruption::Downgrade, journey, notes)?;
    cause::defence(LegalDisruption::Downgrade, journey, notes)?;
    downgrade::due(scheme, journey, data, notes)
}

/// The sum of Art 7.
fn sum_due(
    scheme: &Scheme,
    disruption: LegalDisruption,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<Compensation, NothingOwed> {
    let km = journey.kilometres();
    let band = band(scheme, journey, km, notes);
    notes.at_stake = Some(sum::at_stake(scheme, band, disruption, journey));
    passenger::fare(journey, notes)?;
    passenger::rights(journey, disruption, band, notes);
    disruption::happened(disruption, journey, notes)?;
    cause::defence(disruption, journey, notes)?;
    if scheme.regime == Regime::Eu261 && disruption == LegalDisruption::Delay {
        delay::note_swiss_courts(journey, notes);
    }
    replacement::note_second_disruption(journey, notes);
    Ok(sum::due(scheme, band, km, disruption, journey, notes))
}

/// The band of a journey. Where a place of disputed standing decides between
/// two bands, a person has to say, and the lower sum is shown.
fn band(scheme: &Scheme, journey: &Journey<'_>, km: f64, notes: &mut Reasoning) -> Band {
    let matters = scheme.intra_community_clause && km > 3500.0;
    let within = territory::within_community(journey.origin(), journey.destination(), matters);
    let within = within.unwrap_or_else(|airport| {
        territory::ask(airport, notes);
        true
    });
    scheme.band(km, within)
}
