//! What the disruption is in law, and whether it founds a sum.

use jiff::civil::{Date, date};

use crate::case::Disruption;
use crate::disruption::LegalDisruption;
use crate::finding::turkey::Finding;
use crate::finding::{Change, Finding as Shared};
use crate::journey::{Journey, place};
use crate::missing_fact::MissingFact;
use crate::notice::{NoticeRules, minutes_early};
use crate::passenger::{PassengerRules, landed_far};
use crate::reasoning::{NothingOwed, Reasoning};

use super::rule;

/// First day of flights whose delay gives a sum (RG 32748).
const DELAYS_SINCE: Date = date(2024, 12, 10);

/// Minutes late at the final destination from which the sum is due.
pub const LATE_FROM: i64 = 180;

/// A flight that leaves more than so many minutes early is a cancelled one, unless
/// the passenger was told in time. A smaller change falls within what a replacement
/// may be off by in any case.
const BROUGHT_FORWARD: i64 = 60;

/// The windows of notice.
const NOTICE: NoticeRules = NoticeRules {
    two_weeks: rule::TWO_WEEKS_NOTICE,
    one_week: rule::ONE_WEEK_NOTICE,
    short: rule::SHORT_NOTICE,
    proof: rule::NOTICE_PROOF,
};

/// What is asked of the passenger.
const PASSENGER: PassengerRules = PassengerRules {
    check_in: rule::CHECK_IN,
    travelled: rule::TRAVELLED,
    denied: rule::DENIED_BOARDING,
    grounds: rule::REFUSAL_GROUNDS,
    volunteers: rule::VOLUNTEERS,
    one_booking: rule::SINGLE_BOOKING,
};

/// The disruption of a journey. A flight that landed far away and still came three
/// hours late is late in any case.
pub fn of(journey: &Journey<'_>) -> LegalDisruption {
    let moved =
        |journey: &_| minutes_early(journey).is_none_or(|minutes| minutes > BROUGHT_FORWARD);
    LegalDisruption::of(journey, moved, |journey| {
        landed_far(journey) && !late(journey)
    })
}

/// Whether the delay alone founds a sum.
pub fn late(journey: &Journey<'_>) -> bool {
    let minutes = journey.arrival_delay();
    journey.day >= DELAYS_SINCE && minutes.is_some_and(|minutes| minutes >= LATE_FROM)
}

/// Notes what happened; fails where it founds no sum.
pub fn happened(
    disruption: LegalDisruption,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    if journey.undisturbed {
        return notes.fails(rule::THREE_HOURS, Shared::ArrivedOnTime);
    }
    match disruption {
        LegalDisruption::Delay => delayed(journey, notes),
        LegalDisruption::Cancellation => {
            notes.met(rule::CANCELLATION, Shared::Cancelled);
            NOTICE.told(journey, notes)
        }
        LegalDisruption::BroughtForward => brought_forward(journey, notes),
        LegalDisruption::FarDiversion => {
            diverted_far(journey, notes);
            Ok(())
        }
        LegalDisruption::DeniedBoarding => PASSENGER.refused(journey, notes),
        // Neither comes here: each has an answer of its own.
        LegalDisruption::Downgrade | LegalDisruption::Baggage => Ok(()),
    }
}

/// Notes whether the passenger flew and came three hours late, on a day on
/// which that gave a sum.
fn delayed(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    PASSENGER.flew(journey, notes)?;
    let (day, since) = (journey.day, DELAYS_SINCE);
    if day < since {
        return notes.fails(rule::DELAY_SINCE, Finding::NoDelaySumBefore { day, since });
    }
    if journey.facts.refund_chosen {
        fare_back(journey, notes)?;
    }
    let Some(minutes) = journey.arrival_delay() else {
        return arrival_unknown(journey, notes);
    };
    if minutes >= LATE_FROM {
        notes.met(rule::THREE_HOURS, Shared::ArrivedLate { minutes });
        let minutes = minutes - LATE_FROM;
        notes
            .changes
            .push(Change::MinutesAboveThreshold { minutes });
        return Ok(());
    }
    if minutes <= 0 {
        return notes.fails(rule::THREE_HOURS, Shared::ArrivedOnTime);
    }
    notes.changes.push(Change::MinutesToThreshold {
        minutes: LATE_FROM - minutes,
    });
    notes.fails(rule::THREE_HOURS, Shared::ArrivedNotLateEnough { minutes })
}

/// Who took the fare back has the sum beside it once the flight is three hours late at
/// its end: Art 7(3) gives the sum and the choice of the fare side by side. Of a
/// shorter delay nobody arrived late.
fn fare_back(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    match journey.arrival_delay() {
        Some(LATE_FROM..) => {
            notes.met(rule::FARE_AND_SUM, Finding::SumBesideFare);
            Ok(())
        }
        Some(_) => notes.fails(rule::REFUND_INSTEAD, Shared::RefundTaken),
        None => Ok(()),
    }
}

/// Without an arrival there is no answer, except for a flight that left a
/// little early: it came on time, as far as anyone says.
fn arrival_unknown(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    if journey.disruption == Disruption::BroughtForward {
        return notes.fails(rule::THREE_HOURS, Shared::ArrivedOnTime);
    }
    if journey.facts.refund_chosen {
        // Who did not fly cannot tell when the flight came.
        let finding = Finding::FareBackArrivalUnknown;
        notes.open(rule::FARE_AND_SUM, finding, MissingFact::RefundAndSum);
        return Ok(());
    }
    notes.arrival_unknown(rule::THREE_HOURS, Shared::ArrivalUnknown, journey);
    Ok(())
}

/// A change of the departure that was told less than two weeks ahead is a
/// cancellation (circular HUD-2015/3 para 4); the flight itself is the replacement
/// that was offered.
fn brought_forward(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    let Some(minutes) = minutes_early(journey) else {
        let finding = Shared::DepartureUnknown;
        notes.open(rule::BROUGHT_FORWARD, finding, MissingFact::ActualDeparture);
        return NOTICE.told(journey, notes);
    };
    let finding = Finding::BroughtForwardIsCancelled { minutes };
    notes.met(rule::BROUGHT_FORWARD, finding);
    NOTICE.told_of_early_flight(minutes, journey, notes)
}

/// A flight that landed far away: the same question.
fn diverted_far(journey: &Journey<'_>, notes: &mut Reasoning) {
    if let Some(landed) = journey.landed_at {
        let landed_at = place(&landed);
        let finding = Finding::DivertedFarOpen { landed_at };
        notes.open(rule::DIVERSION, finding, MissingFact::DiversionSum);
    }
}
