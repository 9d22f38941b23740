//! Saudi Arabia: the passenger rights regulations of the General Authority of
//! Civil Aviation (GACA), for flights since 20 November 2023. Known from press
//! summaries only, so that few of their sums can be promised: the one for a
//! delay of more than six hours. For the others a person decides.
//!
//! They cover journeys from, to and within Saudi Arabia on any carrier.

mod delay;
mod open;
mod rights;
pub mod rule;
mod scope;

use jiff::civil::Date;

use crate::assessment::{Compensation, Entry, Step};
use crate::booking::note_unit;
use crate::case::Disruption;
use crate::code::Currency;
use crate::finding::Finding as Shared;
use crate::journey::Journey;
use crate::limitation;
use crate::money::Money;
use crate::notice::minutes_early;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::reference::ReferenceData;
use crate::regime::Regime;
use crate::set_off::set_off;
use crate::sum::full;

pub use crate::finding::saudi_arabia::Finding;
pub use rule::ALL as RULES;

/// The sum for a delay: 150 special drawing rights.
const DELAY_SUM: Money = Money::new(150 * 100, Currency::SDR);

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
    rights::grant(journey, &mut notes);
    let mut sum = None;
    let owed = judge(journey, &mut sum, &mut notes);
    // No period of these regulations is known; a court goes by its own.
    let forum = journey.facts.forum;
    let deadline = forum.and_then(|forum| limitation::deadline(forum, journey.day, data));
    let owed = owed.and_then(|()| {
        limitation::time_bar(rule::LIMITATION, deadline, true, assessed_on, &mut notes)
    });
    Ok(notes.entry(Regime::SaGaca, journey, owed, sum, deadline))
}

/// Judges the disruption; the sum comes back apart from whether it is owed.
fn judge(
    journey: &Journey<'_>,
    sum: &mut Option<Compensation>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    match journey.disruption {
        Disruption::Downgrade => return open::downgraded(journey, notes),
        Disruption::Baggage => {
            open::baggage(journey, notes);
            return Ok(());
        }
        _ if journey.undisturbed => {
            return notes.fails(rule::SIX_HOURS, Shared::ArrivedOnTime);
        }
        // No cause excuses a refused boarding, here as elsewhere; what is due
        // for it is open in any case.
        Disruption::DeniedBoarding => return open::refused(journey, notes),
        Disruption::Cancellation => open::cancelled(journey, notes),
        Disruption::BroughtForward if minutes_early(journey).is_none_or(|early| early > 0) => {
            open::brought_forward(journey, notes);
        }
        Disruption::Diversion if !delay::is_late(journey) => open::diverted(notes),
        Disruption::BroughtForward
        | Disruption::Diversion
        | Disruption::Delay
        | Disruption::MissedConnection => return delayed(journey, sum, notes),
    }
    delay::defence(false, journey, notes)
}

/// A delay: the one disruption whose sum the sources agree on.
fn delayed(
    journey: &Journey<'_>,
    sum: &mut Option<Compensation>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    let due = full(DELAY_SUM);
    notes.at_stake = Some(due);
    delay::late_enough(journey, notes)?;
    delay::defence(true, journey, notes)?;
    let amount = DELAY_SUM;
    notes.met(rule::DELAY_SUM, Finding::DelaySum { amount });
    *sum = Some(set_off(rule::SET_OFF, due, journey, notes)?);
    Ok(())
}
