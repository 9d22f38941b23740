//! India: the Directorate General of Civil Aviation's Civil Aviation
//! Requirements, Section 3, Series M, Part IV, on refused boarding,
//! cancellations and delays.
//!
//! It binds Indian airlines on journeys from, to or within India; foreign ones
//! follow the rules of their home. Sums are those of the revision that applies
//! since 1 August 2016, shares of the ticket for a lower class since 15 February
//! 2023. The text itself was not seen: but for the shares, which the press quotes from
//! the authority, every rule here is at best probable, and what the sources leave out
//! ends with a person.

mod cancellation;
mod cause;
mod denied;
mod downgrade;
mod rights;
pub mod rule;
mod scope;
mod sum;

use jiff::civil::{Date, date};

use crate::assessment::{Compensation, Entry, Step};
use crate::booking::note_unit;
use crate::case::Disruption;
use crate::code::Country;
use crate::finding::{Change, Finding as Shared};
use crate::journey::Journey;
use crate::limitation;
use crate::missing_fact::MissingFact;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::reference::ReferenceData;
use crate::regime::Regime;
use crate::set_off::set_off;

pub use crate::finding::india::Finding;
pub use rule::ALL as RULES;
use scope::Scope;

/// The day from which the sums of today apply.
const REVISED: Date = date(2016, 8, 1);

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
    match scope::of(journey)? {
        Scope::Inside(step) => notes.steps.push(step),
        Scope::LicenceOpen(finding) => {
            notes.open(rule::CARRIER, finding, MissingFact::CarrierLicence);
            let carrier = journey.debtor.code;
            notes.changes.push(Change::CarrierLicence { carrier });
        }
    }
    note_unit(rule::ONE_TICKET, rule::ONE_TICKET, journey, &mut notes);
    rights::grant(journey, &mut notes);
    let deadline = limitation::of_court(Country::IN, journey, data);
    let mut sum = None;
    let owed = judge(journey, data, &mut notes, &mut sum).and_then(|()| {
        limitation::time_bar_in_court(rule::LIMITATION, deadline, journey, assessed_on, &mut notes)
    });
    Ok(notes.entry(Regime::InDgca, journey, owed, sum, deadline))
}

/// Walks through the disruption to the sum.
fn judge(
    journey: &Journey<'_>,
    data: &impl ReferenceData,
    notes: &mut Reasoning,
    sum: &mut Option<Compensation>,
) -> Result<(), NothingOwed> {
    let shows_in_no_times = matches!(
        journey.disruption,
        Disruption::Baggage | Disruption::Downgrade
    );
    if journey.undisturbed && !shows_in_no_times {
        return notes.fails(rule::DELAY, Shared::ArrivedOnTime);
    }
    let due = match journey.disruption {
        Disruption::Cancellation => cancellation::cancelled(journey, notes)?,
        Disruption::MissedConnection => cancellation::missed(journey, notes)?,
        Disruption::DeniedBoarding => denied::judge(journey, notes)?,
        Disruption::Downgrade => downgrade::judge(journey, data, notes)?,
        Disruption::Baggage => return notes.fails(rule::BAGGAGE, Finding::BaggageNoSum),
        Disruption::Delay => return notes.fails(rule::DELAY, Finding::NoSum),
        Disruption::BroughtForward => return notes.fails(rule::DELAY, Finding::NoSumWhenEarly),
        Disruption::Diversion => return notes.fails(rule::DELAY, Finding::NoSumWhenDiverted),
    };
    if journey.day < REVISED && journey.disruption != Disruption::Downgrade {
        let finding = Finding::OlderSums { since: REVISED };
        notes.open(rule::REVISION, finding, MissingFact::UnconfirmedRule);
    }
    let Some(due) = due else { return Ok(()) };
    notes.at_stake = Some(due);
    *sum = Some(set_off(rule::SET_OFF, due, journey, notes)?);
    Ok(())
}
