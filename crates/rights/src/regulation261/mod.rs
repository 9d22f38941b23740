//! Regulation (EC) 261/2004: the European text of 2004, the same as amended by
//! Regulation (EU) 2026/2202, and the United Kingdom's version. One law, with
//! scopes, sums, thresholds and courts of their own.
//!
//! The order of the questions is that of the law: scope, journey, passenger,
//! disruption, notice, cause, sum, set-off, limitation.

mod amendment;
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
use crate::finding::{Change, Finding, reform};
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::reference::ReferenceData;
use crate::regime::Regime;
use crate::set_off::set_off;

pub use amendment::{AMENDED_FROM, Applicable, airline_clocks, applicable};
pub use rule::ALL as RULES;
use scheme::{Band, Text};
pub use scheme::{Comparison, Scheme, Threshold};
use scope::Scope;

/// Judges a journey under the European texts: that of its day, and where an
/// agreement with the EEA or Switzerland carries the law, whichever that will be.
///
/// # Errors
///
/// The step on which the scope fails.
pub fn european(
    journey: &Journey<'_>,
    assessed_on: Date,
    data: &impl ReferenceData,
) -> Result<Entry, Step> {
    match applicable(journey, data) {
        Applicable::Text(scheme) => entry(scheme, journey, assessed_on, data),
        Applicable::Open { old, new } => entry_of_either(old, new, journey, assessed_on, data),
    }
}

/// The last day of a claim under the European or the British text in any court that may
/// hear it; `None`: no sure end.
#[must_use]
pub fn last_day_anywhere(
    regime: Regime,
    journey: &Journey<'_>,
    data: &impl ReferenceData,
) -> Option<Date> {
    let scheme = match regime {
        Regime::Uk261 => &Scheme::UK,
        _ => &Scheme::EU,
    };
    court::last_day_anywhere(scheme, journey, data)
}

/// Judges a journey under one text of the law.
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
    let mut notes = in_scope(scheme, journey, data)?;
    if scheme.text == Text::Of2026 {
        let since = scheme.since;
        notes.met(rule::REFORM, reform::Finding::AmendedTextApplies { since });
    }
    let (owed, sum) = judge(scheme, journey, assessed_on, data, &mut notes);
    let deadline = court::deadline(scheme, journey, data);
    Ok(notes.entry(scheme.regime, journey, owed, sum, deadline))
}

/// Judges a journey under both texts. What neither gives is not owed; else which
/// of them goes is for a person to say.
///
/// # Errors
///
/// The step on which the scope fails.
fn entry_of_either(
    old: &Scheme,
    new: &Scheme,
    journey: &Journey<'_>,
    assessed_on: Date,
    data: &impl ReferenceData,
) -> Result<Entry, Step> {
    let since = new.since;
    let under = |scheme: &Scheme, notes: &mut Reasoning| {
        let (owed, _) = judge(scheme, journey, assessed_on, data, notes);
        owed
    };
    let mut notes = in_scope(old, journey, data)?;
    let mut amended = Reasoning::default();
    let by_new = under(new, &mut amended);
    let scope = notes.steps.len();
    let by_old = under(old, &mut notes);
    let deadline = court::deadline(old, journey, data);
    let owed = by_old.or(by_new);
    let (mut shown, remark) = match owed {
        Err(NothingOwed) => {
            let finding = reform::Finding::EitherTextGivesNothing { since };
            let step = Step::met(rule::REFORM_BY_AGREEMENT, finding);
            (notes, step)
        }
        Ok(()) => {
            let finding = Finding::NewRegulationDateOpen { since };
            let step = Step::failed(rule::REFORM_BY_AGREEMENT, finding);
            (open_under_both(notes, amended), step)
        }
    };
    shown.steps.insert(scope, remark);
    Ok(shown.entry(old.regime, journey, owed, None, deadline))
}

/// The record of the text that goes on, with what the amended one asks besides.
fn open_under_both(mut notes: Reasoning, amended: Reasoning) -> Reasoning {
    for fact in amended.missing {
        if !notes.missing.contains(&fact) {
            notes.missing.push(fact);
        }
    }
    notes
        .missing
        .retain(|fact| *fact != MissingFact::NewRegulation);
    notes.missing.insert(0, MissingFact::NewRegulation);
    let minor = |sum: Option<Compensation>| sum.map(|sum| sum.amount.minor);
    if minor(amended.at_stake) > minor(notes.at_stake) {
        notes.at_stake = amended.at_stake;
    }
    notes
}

/// Begins the record with what brings a journey in, or with what is open of it.
fn in_scope(
    scheme: &Scheme,
    journey: &Journey<'_>,
    data: &impl ReferenceData,
) -> Result<Reasoning, Step> {
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
    Ok(notes)
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
    debtor::note_seller(journey, notes);
    let due = match disruption::of(journey) {
        LegalDisruption::Downgrade => share_due(scheme, journey, data, notes),
        LegalDisruption::Baggage => {
            disruption::happened(scheme, LegalDisruption::Baggage, journey, notes).map(|()| None)
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
    disruption::happened(scheme, LegalDisruption::Downgrade, journey, notes)?;
    cause::defence(scheme, LegalDisruption::Downgrade, journey, notes)?;
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
    passenger::rights(scheme, journey, disruption, band, notes);
    disruption::happened(scheme, disruption, journey, notes)?;
    cause::defence(scheme, disruption, journey, notes)?;
    if scheme.regime == Regime::Eu261 && disruption == LegalDisruption::Delay {
        delay::note_swiss_courts(journey, notes);
    }
    replacement::note_second_disruption(scheme, journey, notes);
    Ok(sum::due(scheme, band, km, disruption, journey, notes))
}

/// The band of a journey. Where a place of disputed standing decides between
/// two bands, a person has to say, and the lower sum is shown.
fn band(scheme: &Scheme, journey: &Journey<'_>, km: f64, notes: &mut Reasoning) -> Band {
    let matters = scheme.intra_community_clause && km > 3500.0;
    let (from, to) = (journey.origin(), journey.destination());
    let within = territory::within_community(from, to, matters);
    let within = within.unwrap_or_else(|airport| {
        territory::ask(airport, notes);
        true
    });
    if matters && within {
        amendment::ask_by_agreement(scheme, [from, to], notes);
    }
    scheme.band(km, within)
}
