//! Saudi Arabia: the passenger rights regulations of the General Authority of
//! Civil Aviation (GACA), for flights since 20 November 2023. Delays, cancellation,
//! refused boarding and flights that were brought forward are known from the
//! authority's own pages, the rest from press summaries: there a person decides.
//!
//! They cover flights from and within Saudi Arabia on any carrier, and flights into
//! it on Saudi carriers; for foreign carriers flying in the sources differ.

mod choice;
mod delay;
mod open;
mod refusal;
mod rights;
pub mod rule;
mod scope;
mod share;

use jiff::civil::Date;

use crate::assessment::{Compensation, Entry, Step};
use crate::booking::note_unit;
use crate::case::Disruption;
use crate::code::Country;
use crate::finding::Finding as Shared;
use crate::journey::Journey;
use crate::limitation;
use crate::missing_fact::MissingFact;
use crate::notice::minutes_early;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::reference::ReferenceData;
use crate::regime::Regime;
use crate::rule::Rule;

pub use crate::finding::saudi_arabia::Finding;
use choice::Choice;
use delay::PASSENGER;
pub use rule::ALL as RULES;

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
    let deadline = limitation::of_court(Country::SA, journey, data);
    let owed = owed.and_then(|()| {
        limitation::time_bar_in_court(rule::LIMITATION, deadline, journey, assessed_on, &mut notes)
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
        Disruption::Downgrade => open::downgraded(journey, notes),
        Disruption::Baggage => {
            open::baggage(journey, notes);
            Ok(())
        }
        _ if journey.undisturbed => notes.fails(rule::THREE_HOURS, Shared::ArrivedOnTime),
        Disruption::DeniedBoarding => refusal::refused(journey, sum, notes),
        Disruption::Cancellation => {
            notes.met(rule::CANCELLATION, Shared::Cancelled);
            cancelled(journey, sum, notes)
        }
        Disruption::BroughtForward => brought_forward(journey, sum, notes),
        Disruption::Diversion if !delay::is_late(journey) => {
            open::diverted(notes);
            delay::excused(journey, notes)
        }
        Disruption::Diversion | Disruption::Delay | Disruption::MissedConnection => {
            delay::delayed(journey, sum, notes)
        }
    }
}

/// A cancelled flight: the time lost where another one was taken (para 3), else a
/// share of the fare (para 6).
fn cancelled(
    journey: &Journey<'_>,
    sum: &mut Option<Compensation>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    delay::excused(journey, notes)?;
    match choice::of(journey) {
        Choice::Flew => {
            notes.met(rule::ALTERNATIVE_ACCEPTED, Finding::AlternativeAccepted);
            by_time_lost(rule::ALTERNATIVE_ACCEPTED, journey, sum, notes)
        }
        Choice::Ended => {
            notes.met(rule::CONTRACT_ENDED, Finding::ContractEnded);
            share::by_notice(journey, sum, notes)
        }
        Choice::Unknown => {
            choice::unknown(rule::ALTERNATIVE_ACCEPTED, notes);
            Ok(())
        }
    }
}

/// A flight that left before its time: who ends the contract has a cancelled flight
/// (para 4), who flies has lost the time between the two (para 3).
fn brought_forward(
    journey: &Journey<'_>,
    sum: &mut Option<Compensation>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    let rule = rule::BROUGHT_FORWARD;
    let early = minutes_early(journey);
    match early {
        Some(..=0) => return delay::delayed(journey, sum, notes),
        Some(minutes) => notes.met(rule, Finding::LeftBefore { minutes }),
        None => notes.open(rule, Shared::DepartureUnknown, MissingFact::ActualDeparture),
    }
    if choice::of(journey) != Choice::Flew {
        return cancelled(journey, sum, notes);
    }
    PASSENGER.flew(journey, notes)?;
    delay::excused(journey, notes)?;
    if early.is_none() {
        return Ok(());
    }
    by_time_lost(rule::EARLIER_FLIGHT_TAKEN, journey, sum, notes)
}

/// Owes the sum for the time between the booked flight and the one taken.
fn by_time_lost(
    rule: Rule,
    journey: &Journey<'_>,
    sum: &mut Option<Compensation>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    let Some(minutes) = choice::time_lost(journey, notes) else {
        return Ok(());
    };
    let amount = delay::by_time(rule, minutes, notes)?;
    ask_when_told(journey, notes);
    delay::owe(amount, journey, sum, notes)
}

/// A change told more than sixty days before gives no share of the fare, and no source
/// says whether the time it costs counts. Of a cancellation the notice is asked for; a
/// flight that left early was told on the day, as far as anyone says.
fn ask_when_told(journey: &Journey<'_>, notes: &mut Reasoning) {
    let asked = journey.disruption == Disruption::Cancellation;
    match journey.facts.notice_days {
        Some(days) if days > share::EARLIEST => {
            let finding = Finding::ToldLongBefore { days };
            let fact = MissingFact::UnconfirmedRule;
            notes.open(rule::TOLD_LONG_BEFORE, finding, fact);
        }
        None if asked => {
            let finding = Shared::NoticeUnknown;
            notes.open(rule::TOLD_LONG_BEFORE, finding, MissingFact::NoticeDays);
        }
        _ => {}
    }
}
