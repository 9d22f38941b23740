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
//! The order of the questions is that of the law: scope, journey, event,
//! notice, exemptions, sum, set-off, limitation.

mod cause;
mod event;
mod rights;
pub mod rule;
mod scope;
mod tariff;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::assessment::{Compensation, Deadline, Entry, Step};
use crate::booking::note_unit;
use crate::code::{Country, Forum};
use crate::event::Event;
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
    let event = event::of(journey);
    rights::grant(event, journey, &mut notes);
    let mut sum = None;
    let verdict = match event {
        Event::Baggage => notes.fails(rule::BAGGAGE, Finding::NoBaggageSum),
        Event::Downgrade => {
            let open = (rule::DOWNGRADE, Finding::DowngradeOpen);
            downgrade_is_open(rule::SAME_CLASS, open, journey, &mut notes)
        }
        _ => owed(event, journey, &mut sum, &mut notes),
    };
    let deadline = deadline(journey, data);
    let bars = journey.facts.forum.is_some();
    let verdict = verdict.and_then(|()| {
        limitation::time_bar(rule::LIMITATION, deadline, bars, assessed_on, &mut notes)
    });
    Ok(notes.entry(Regime::IlAsl, journey, verdict, sum, deadline))
}

/// Walks through event, exemptions, sum and set-off.
fn owed(
    event: Event,
    journey: &Journey<'_>,
    sum: &mut Option<Compensation>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    let tariff = Tariff::of(journey);
    notes.at_stake = tariff.at_stake();
    event::happened(event, journey, notes)?;
    cause::defence(event, journey, notes)?;
    cause::special_period(event, journey, notes);
    if let Some(due) = tariff.due(event, journey, notes) {
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
