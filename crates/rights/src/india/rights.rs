//! Care, and the choice between another flight and the fare.

use jiff::civil::{Date, date};

use crate::assessment::Right;
use crate::case::Disruption;
use crate::journey::Journey;
use crate::reasoning::Reasoning;

use super::sum;

/// The day from which a refund is due within days: seven by card, fourteen working
/// days through an agent.
const REFUND_DAYS_SINCE: Date = date(2026, 3, 26);

/// More than six hours give the choice.
const CHOICE_AFTER: i64 = 6 * 60;

/// Food is due from so many minutes of delay, for a flight of up to so many
/// minutes of block time; longer flights have the last.
const FOOD: [(i64, i64); 2] = [(150, 120), (300, 180)];

/// The same for every longer flight.
const FOOD_LONG: i64 = 240;

/// Grants what is due beside the sum.
pub fn grant(journey: &Journey<'_>, notes: &mut Reasoning) {
    let facts = journey.facts;
    if journey.undisturbed {
        return;
    }
    refund_in_days(journey, notes);
    match journey.disruption {
        Disruption::Cancellation => {
            notes.grant(Right::RefundOrRerouting, "CAR 3-M-IV, cancellation");
            if facts.notice_days.is_none_or(|days| days == 0) {
                notes.grant(Right::Care, "CAR 3-M-IV, facilities");
            }
        }
        Disruption::MissedConnection if facts.checked_in_on_time => {
            notes.grant(Right::RefundOrRerouting, "CAR 3-M-IV, missed connection");
            notes.grant(Right::Care, "CAR 3-M-IV, facilities");
        }
        Disruption::DeniedBoarding if facts.refusal_grounds.is_none() => {
            notes.grant(Right::RefundOrRerouting, "CAR 3-M-IV, denied boarding");
        }
        Disruption::Delay | Disruption::Diversion if facts.checked_in_on_time => {
            while_waiting(journey, notes);
        }
        Disruption::MissedConnection
        | Disruption::DeniedBoarding
        | Disruption::Delay
        | Disruption::Diversion
        | Disruption::BroughtForward
        | Disruption::Downgrade
        | Disruption::Baggage => {}
    }
}

/// Who takes the fare back gets it within days (Part II of the same series).
fn refund_in_days(journey: &Journey<'_>, notes: &mut Reasoning) {
    if journey.facts.refund_chosen && journey.day >= REFUND_DAYS_SINCE {
        notes.grant(Right::RefundInDays, "CAR 3-M-II (in force 26.3.2026)");
    }
}

/// What a delay gives. The hotel, due after more than a day or more than six
/// hours at night, is part of the care.
fn while_waiting(journey: &Journey<'_>, notes: &mut Reasoning) {
    let Some(minutes) = journey.departure_delay() else {
        return;
    };
    let block = sum::block_time(journey, journey.disrupted);
    let food = FOOD
        .iter()
        .find(|(up_to, _)| block.is_some_and(|b| b <= *up_to));
    if minutes >= food.map_or(FOOD_LONG, |(_, from)| *from) {
        notes.grant(Right::Care, "CAR 3-M-IV, facilities");
    }
    if minutes > CHOICE_AFTER {
        notes.grant(Right::RefundOrRerouting, "CAR 3-M-IV, delay");
    }
}
