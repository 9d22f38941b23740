//! What the disruption is in the words of the Regulations, and whether the passenger
//! can rely on it.

use jiff::civil::{Date, date};

use crate::case::{Disruption, LegStatus};
use crate::finding::Finding as Shared;
use crate::finding::canada::Finding;
use crate::journey::Journey;
use crate::reasoning::{NothingOwed, Reasoning};

use super::{denial, rule};

/// First day of flights to which the provisions on delays and cancellations
/// apply.
pub const DELAY_RULES_SINCE: Date = date(2019, 12, 15);

/// The disruption in the law's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegalDisruption {
    /// Late, whatever made it so: missed connections, diversions and changed
    /// schedules go by the delay at the destination as well.
    Delay,
    /// Not flown.
    Cancellation,
    /// Refused for want of a seat.
    DeniedBoarding,
    /// Seated in a lower class.
    Downgrade,
    /// Baggage lost, late or broken.
    Baggage,
}

impl LegalDisruption {
    /// Whether the sum is that for inconvenience (s19).
    pub fn is_inconvenience(self) -> bool {
        matches!(self, Self::Delay | Self::Cancellation)
    }
}

/// The disruption of a journey.
pub fn of(journey: &Journey<'_>) -> LegalDisruption {
    match journey.disruption {
        Disruption::Delay
        | Disruption::MissedConnection
        | Disruption::BroughtForward
        | Disruption::Diversion => LegalDisruption::Delay,
        Disruption::Cancellation => LegalDisruption::Cancellation,
        Disruption::DeniedBoarding => LegalDisruption::DeniedBoarding,
        Disruption::Downgrade => LegalDisruption::Downgrade,
        Disruption::Baggage => LegalDisruption::Baggage,
    }
}

/// Whether s19 applied on the day of the flight.
pub fn delay_rules_apply(journey: &Journey<'_>) -> bool {
    journey.day >= DELAY_RULES_SINCE
}

/// The first flight of a booking can only be missed through a flight outside of
/// it: the passenger's own risk.
pub fn is_own_connection(journey: &Journey<'_>) -> bool {
    let first = journey.legs.first().map(|leg| leg.status);
    first == Some(LegStatus::Missed)
}

/// Notes what happened; fails where it founds no claim to a sum.
pub fn happened(
    disruption: LegalDisruption,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    if journey.undisturbed {
        return notes.fails(rule::THREE_HOURS, Shared::ArrivedOnTime);
    }
    if disruption.is_inconvenience() && !delay_rules_apply(journey) {
        let finding = Finding::BeforeDelayRules {
            day: journey.day,
            since: DELAY_RULES_SINCE,
        };
        return notes.fails(rule::DELAY_RULES_IN_FORCE, finding);
    }
    match disruption {
        LegalDisruption::Delay => delayed(journey, notes),
        LegalDisruption::Cancellation => {
            notes.met(rule::NOTICE, Shared::Cancelled);
            Ok(())
        }
        LegalDisruption::DeniedBoarding => denial::refused(journey, notes),
        LegalDisruption::Downgrade | LegalDisruption::Baggage => {
            notes.fails(rule::DOWNGRADE, Finding::NoSumForDowngrade)
        }
    }
}

/// A passenger who presented, and who flew or took the fare back.
fn delayed(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    if is_own_connection(journey) {
        return notes.fails(rule::OWN_CONNECTION, Shared::OwnConnection);
    }
    if !journey.facts.checked_in_on_time {
        return notes.fails(rule::CHECK_IN, Shared::NotCheckedIn);
    }
    // Whose ticket is refunded has a sum of its own without flying (s19(2)).
    if !journey.facts.travelled && !journey.facts.refund_chosen {
        return notes.fails(rule::TRAVELLED, Shared::NotTravelled);
    }
    Ok(())
}
