//! Israel: the Aviation Services Law (Compensation and Assistance for Flight
//! Cancellation or Change of Conditions), 5772-2012, for flights since 16 August
//! 2012. The text itself was not at hand; what stands here is what secondary
//! sources agree on.
//!
//! It covers every journey that starts, ends or stops in Israel, on any carrier.
//! A delay counts at departure, and from eight hours on it is a cancellation in
//! law. The sums follow the consumer prices each year. Breach of the Sabbath,
//! which the law also exempts, is a cause the contract has no word for.
//!
//! The order of the questions is that of the law: scope, journey, disruption,
//! notice, exemptions, sum, set-off, limitation.

mod cause;
mod disruption;
mod rights;
pub mod rule;
mod scope;
mod tariff;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::assessment::{Compensation, Deadline, Entry, Step};
use crate::booking::note_unit;
use crate::code::{Country, Forum};
use crate::disruption::LegalDisruption;
use crate::journey::Journey;
use crate::limitation;
use crate::passenger::downgrade_is_open;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::reference::ReferenceData;
use crate::regime::Regime;
use crate::set_off::set_off;

pub use crate::finding::israel::Finding;
pub use rule::ALL as RULES;
use tariff::Tariff;

/// The Israeli courts.
const ISRAEL: Forum = Forum::Country(Country::IL);

/// Years within which a claim goes to court.
const LIMITATION_YEARS: i32 = 4;

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
    scope::scope(journey, &mut notes)?;
    note_unit(
        rule::SINGLE_BOOKING,
        rule::RETURN_IS_SEPARATE,
        journey,
        &mut notes,
    );
    let disruption = disruption::of(journey);
    rights::grant(disruption, journey, &mut notes);
    let mut sum = None;
    let owed = match disruption {
        LegalDisruption::Baggage => notes.fails(rule::BAGGAGE, Finding::NoBaggageSum),
        LegalDisruption::Downgrade => {
            let open = (rule::DOWNGRADE, Finding::DowngradeOpen);
            downgrade_is_open(rule::SAME_CLASS, open, journey, &mut notes)
        }
        _ => owed(disruption, journey, &mut sum, &mut notes),
    };
    let deadline = deadline(journey, data);
    let bars = journey.facts.forum.is_some();
    let owed = owed.and_then(|()| {
        limitation::time_bar(rule::LIMITATION, deadline, bars, assessed_on, &mut notes)
    });
    Ok(notes.entry(Regime::IlAsl, journey, owed, sum, deadline))
}

/// Walks through disruption, exemptions, sum and set-off.
fn owed(
    disruption: LegalDisruption,
    journey: &Journey<'_>,
    sum: &mut Option<Compensation>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    let tariff = Tariff::of(journey);
    notes.at_stake = tariff.at_stake();
    disruption::happened(disruption, journey, notes)?;
    cause::defence(disruption, journey, notes)?;
    cause::special_period(disruption, journey, notes);
    if let Some(due) = tariff.due(disruption, journey, notes) {
        *sum = Some(set_off(rule::SET_OFF, due, journey, notes)?);
    }
    Ok(())
}

/// The deadline: four years in Israel. It bars there if the passenger named
/// these courts, and only warns where none were named.
fn deadline(journey: &Journey<'_>, data: &impl ReferenceData) -> Option<Deadline> {
    match journey.facts.forum {
        Some(forum) if forum != ISRAEL => limitation::deadline(forum, journey.day, data),
        _ => limitation::own_period(ISRAEL, journey.day, LIMITATION_YEARS.years()),
    }
}
