//! What the disruption is in law, and whether it founds a sum.

use crate::case::Disruption;
use crate::disruption::LegalDisruption;
use crate::finding::israel::Finding;
use crate::finding::{Change, Finding as Shared};
use crate::journey::{Journey, place};
use crate::missing_fact::MissingFact;
use crate::notice::{IN_TIME, NoticeRules, minutes_early};
use crate::passenger::{PassengerRules, landed_far};
use crate::reasoning::{NothingOwed, Reasoning};

use super::rule;

/// Minutes late at departure from which the sum is due.
pub const LEFT_LATE_FROM: i64 = 480;

/// A flight that leaves more than so many minutes early founds the sum.
const EARLY: i64 = 480;

/// The windows of notice.
const NOTICE: NoticeRules = NoticeRules {
    two_weeks: rule::TWO_WEEKS_NOTICE,
    one_week: rule::ONE_WEEK_NOTICE,
    short: rule::SHORT_NOTICE,
    proof: rule::NOTICE_PROOF,
};

/// What is asked of the passenger.
pub const PASSENGER: PassengerRules = PassengerRules {
    check_in: rule::CHECK_IN,
    travelled: rule::TRAVELLED,
    denied: rule::DENIED_BOARDING,
    grounds: rule::REFUSAL_GROUNDS,
    volunteers: rule::VOLUNTEERS,
    one_booking: rule::SINGLE_BOOKING,
};

/// The disruption of a journey. A flight that landed far away and had left eight
/// hours late is late in any case.
pub fn of(journey: &Journey<'_>) -> LegalDisruption {
    let left_late = journey.departure_delay() >= Some(LEFT_LATE_FROM);
    match journey.disruption {
        Disruption::Cancellation => LegalDisruption::Cancellation,
        Disruption::DeniedBoarding => LegalDisruption::DeniedBoarding,
        Disruption::Downgrade => LegalDisruption::Downgrade,
        Disruption::Baggage => LegalDisruption::Baggage,
        Disruption::BroughtForward if minutes_early(journey).is_none_or(|early| early > 0) => {
            LegalDisruption::BroughtForward
        }
        Disruption::Diversion if landed_far(journey) && !left_late => LegalDisruption::FarDiversion,
        Disruption::BroughtForward
        | Disruption::Diversion
        | Disruption::Delay
        | Disruption::MissedConnection => LegalDisruption::Delay,
    }
}

/// Notes what happened; fails where it founds no sum.
pub fn happened(
    disruption: LegalDisruption,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    if journey.undisturbed {
        return notes.fails(rule::EIGHT_HOURS, Shared::ArrivedOnTime);
    }
    match disruption {
        LegalDisruption::Delay => delayed(journey, notes),
        LegalDisruption::Cancellation => {
            notes.met(rule::CANCELLATION, Shared::Cancelled);
            NOTICE.told(journey, notes)
        }
        LegalDisruption::BroughtForward => left_early(journey, notes),
        LegalDisruption::FarDiversion => {
            diverted_far(journey, notes);
            Ok(())
        }
        LegalDisruption::DeniedBoarding => PASSENGER.refused(journey, notes),
        // Neither comes here: each has an answer of its own.
        LegalDisruption::Downgrade | LegalDisruption::Baggage => Ok(()),
    }
}

/// Notes whether the passenger flew and a flight of the journey left eight
/// hours late.
fn delayed(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    PASSENGER.flew(journey, notes)?;
    match journey.departure_delay() {
        Some(minutes) if minutes >= LEFT_LATE_FROM => {
            notes.met(rule::EIGHT_HOURS, Finding::LeftLate { minutes });
            notes.changes.push(Change::MinutesAboveLimit {
                minutes: minutes - LEFT_LATE_FROM,
                limit: LEFT_LATE_FROM,
            });
            Ok(())
        }
        Some(minutes) if every_departure_known(journey) => not_late_enough(minutes, notes),
        _ => departure_unknown(journey, notes),
    }
}

/// Whether it is known of every flight when it left.
pub fn every_departure_known(journey: &Journey<'_>) -> bool {
    let mut legs = journey.legs.iter();
    legs.all(|leg| leg.scheduled_departure.is_some() && leg.actual_departure.is_some())
}

/// A departure that was late by less than eight hours, or not at all.
fn not_late_enough(minutes: i64, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    if minutes <= 0 {
        return notes.fails(rule::EIGHT_HOURS, Finding::LeftOnTime);
    }
    notes.changes.push(Change::MinutesToLimit {
        minutes: LEFT_LATE_FROM - minutes,
        limit: LEFT_LATE_FROM,
    });
    notes.fails(rule::EIGHT_HOURS, Finding::LeftNotLateEnough { minutes })
}

/// The law counts at departure. Who arrived in time cannot have left eight
/// hours late; else the departure is asked for.
fn departure_unknown(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    let finding = match journey.arrival_delay() {
        Some(minutes) if minutes <= 0 => {
            return notes.fails(rule::EIGHT_HOURS, Shared::ArrivedOnTime);
        }
        Some(minutes) => Finding::OnlyArrivalKnown { minutes }.into(),
        None => Shared::DepartureUnknown,
    };
    notes.open(rule::EIGHT_HOURS, finding, MissingFact::ActualDeparture);
    Ok(())
}

/// A flight that left before its time. Whether notice of two weeks frees the
/// carrier here as it does for a cancellation is not known.
fn left_early(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    let rule = rule::EARLY_DEPARTURE;
    let Some(minutes) = minutes_early(journey) else {
        notes.open(rule, Shared::DepartureUnknown, MissingFact::ActualDeparture);
        return Ok(());
    };
    if minutes <= EARLY {
        return notes.fails(rule, Finding::LeftNotEarlyEnough { minutes });
    }
    notes.met(rule, Finding::LeftEarly { minutes });
    if let Some(days) = journey.facts.notice_days.filter(|days| *days >= IN_TIME) {
        let finding = Finding::EarlyToldInTime { days };
        notes.open(rule::EARLY_NOTICE, finding, MissingFact::BroughtForwardSum);
    }
    Ok(())
}

/// A flight that landed far away.
fn diverted_far(journey: &Journey<'_>, notes: &mut Reasoning) {
    if let Some(landed) = journey.landed_at {
        let landed_at = place(&landed);
        let finding = Finding::DivertedFarOpen { landed_at };
        notes.open(rule::DIVERSION, finding, MissingFact::DiversionSum);
    }
}
