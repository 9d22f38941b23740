//! Turkey: the Regulation on the Rights of Passengers Travelling by Air
//! (SHY-YOLCU), published in Resmî Gazete 28131 of 3 December 2011, in force
//! since 1 January 2012, as amended by Resmî Gazete 32748 of 10 December 2024.
//!
//! It follows Regulation (EC) 261/2004. It covers flights from Turkish airports
//! on any carrier and flights to them on Turkish carriers, free and award
//! tickets included. Delays give a sum only since the amendment.
//!
//! The order of the questions is that of the law: scope, journey, disruption,
//! notice, cause, sum, set-off, limitation.

mod cause;
mod disruption;
mod rights;
pub mod rule;
mod scope;
mod tariff;

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
use crate::sum::full;

pub use crate::finding::turkey::Finding;
pub use rule::ALL as RULES;
use tariff::Band;

/// The Turkish courts.
const TURKEY: Forum = Forum::Country(Country::TR);

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
    if !journey.facts.fare_available_to_public {
        notes.met(rule::FREE_TICKETS, Finding::FreeTicketCovered);
    }
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
    let forum = journey.facts.forum.unwrap_or(TURKEY);
    let deadline = limitation::deadline(forum, journey.day, data);
    let owed = owed.and_then(|()| time_bar(forum, deadline, assessed_on, &mut notes));
    Ok(notes.entry(Regime::TrShy, journey, owed, sum, deadline))
}

/// Walks through disruption, cause, sum and set-off.
fn owed(
    disruption: LegalDisruption,
    journey: &Journey<'_>,
    sum: &mut Option<Compensation>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    let band = Band::of(journey);
    notes.at_stake = Some(full(band.sum()));
    disruption::happened(disruption, journey, notes)?;
    cause::defence(disruption, journey, notes)?;
    let due = band.due(disruption, journey, notes);
    notes.at_stake = Some(due);
    *sum = Some(set_off(rule::SET_OFF, due, journey, notes)?);
    Ok(())
}

/// Notes a claim that comes too late. The Turkish period rests on one weak
/// source, so that it only warns; the courts of another country, if the
/// passenger named them, go by their own.
fn time_bar(
    forum: Forum,
    deadline: Option<Deadline>,
    assessed_on: Date,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    let (rule, bars) = match forum {
        TURKEY => (rule::LIMITATION, false),
        _ => (rule::OTHER_LIMITATION, true),
    };
    limitation::time_bar(rule, deadline, bars, assessed_on, notes)
}
