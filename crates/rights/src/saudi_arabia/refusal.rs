//! Refused boarding for want of a seat (Denial of Boarding). No cause excuses it,
//! only another flight within two hours.

use crate::assessment::Compensation;
use crate::facts::Cause;
use crate::finding::Finding as Shared;
use crate::finding::saudi_arabia::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::reasoning::{NothingOwed, Reasoning};

use super::choice::{self, Choice};
use super::delay::{self, PASSENGER};
use super::{rule, share};

/// Another flight that leaves within so many minutes of the booked departure frees
/// the carrier.
const TWO_HOURS: i64 = 120;

/// Notes whether boarding was refused and what is due.
pub fn refused(
    journey: &Journey<'_>,
    sum: &mut Option<Compensation>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    PASSENGER.refused(journey, notes)?;
    want_of_seat(journey, notes);
    notes.met(rule::DENIED_BOARDING, Shared::NoExcuseForDenial);
    let offer = journey.offer();
    let wait = offer.and_then(|offer| journey.leaves_early(&offer));
    if wait.is_some_and(|early| early >= -TWO_HOURS) {
        notes.fails(rule::TWO_HOURS, Finding::AlternativeWithinTwoHours)?;
    }
    match choice::of(journey) {
        Choice::Flew => {
            notes.met(rule::REFUSAL_ACCEPTED, Finding::AlternativeAccepted);
            let Some(minutes) = choice::time_lost(journey, notes) else {
                return Ok(());
            };
            let amount = delay::by_time(rule::REFUSAL_ACCEPTED, minutes, notes)?;
            delay::owe(amount, journey, sum, notes)
        }
        Choice::Ended => {
            notes.met(rule::REFUSAL_ENDED, Finding::ContractEnded);
            share::of_fare(rule::REFUSAL_ENDED, share::REFUSED, journey, sum, notes)
        }
        Choice::Unknown => {
            choice::unknown(rule::REFUSAL_ENDED, notes);
            Ok(())
        }
    }
}

/// The page speaks of overbooking. Where it is known that there was a seat, no
/// source says what is due.
fn want_of_seat(journey: &Journey<'_>, notes: &mut Reasoning) {
    let facts = journey.facts;
    if facts.oversold == Some(false) && facts.cause != Some(Cause::Overbooking) {
        let finding = Finding::SeatWasThere;
        notes.open(rule::WANT_OF_SEAT, finding, MissingFact::UnconfirmedRule);
    }
}
