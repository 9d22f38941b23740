//! What is due beside the sum: treatment while waiting (s14), another flight or
//! the fare back (s17, 18).

use jiff::civil::{Date, date};

use crate::assessment::Right;
use crate::facts::{ApprControl, BaggageKind};
use crate::journey::Journey;
use crate::reasoning::Reasoning;

use super::disruption::{self, LegalDisruption};
use super::sum::LATE_FROM;

/// Minutes of waiting at departure from which treatment is owed (s14(1)).
const TREATMENT_AFTER: i64 = 120;

/// Since this day a passenger may have the fare back where the disruption was
/// outside the carrier's control (SOR/2022-134).
const REFUND_OUTSIDE_CONTROL_SINCE: Date = date(2022, 9, 8);

/// Grants the rights beside the sum.
pub fn grant(
    disruption: LegalDisruption,
    control: ApprControl,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) {
    let facts = journey.facts;
    if journey.undisturbed
        || (disruption.is_inconvenience() && !disruption::delay_rules_apply(journey))
    {
        return;
    }
    match disruption {
        LegalDisruption::Cancellation => {
            other_flight(control, journey, notes);
            if told_late(journey) {
                treatment(control, notes);
            }
        }
        LegalDisruption::DeniedBoarding => {
            let willing = facts.denied_voluntarily || facts.refusal_grounds.is_some();
            if !willing && facts.checked_in_on_time {
                after_refusal(control, journey, notes);
                treatment(control, notes);
            }
        }
        LegalDisruption::Delay => while_waiting(control, journey, notes),
        LegalDisruption::Downgrade | LegalDisruption::Baggage => {}
    }
    fare_difference(journey, notes);
}

/// What a delay gives, by its length (s12(2), 14, 17). A missed connection is a
/// wait at an airport too, and its length shows at the end.
fn while_waiting(control: ApprControl, journey: &Journey<'_>, notes: &mut Reasoning) {
    if !journey.facts.checked_in_on_time || disruption::is_own_connection(journey) {
        return;
    }
    let at_start = journey.departure_delay();
    let at_end = journey.arrival_delay();
    if journey
        .longest_wait()
        .is_some_and(|minutes| minutes >= TREATMENT_AFTER)
        && told_late(journey)
    {
        treatment(control, notes);
    }
    let longest = at_start.max(at_end);
    if longest.is_some_and(|minutes| minutes >= LATE_FROM) {
        other_flight(control, journey, notes);
    }
}

/// Treatment is owed to whom was told less than twelve hours before, which in
/// whole days is none.
fn told_late(journey: &Journey<'_>) -> bool {
    journey.facts.notice_days.is_none_or(|days| days == 0)
}

/// Food, a way to call, a night's stay; none where the disruption was outside the
/// carrier's control.
fn treatment(control: ApprControl, notes: &mut Reasoning) {
    if control != ApprControl::OutsideControl {
        notes.grant(Right::Care, "s14");
    }
}

/// After a refusal outside the carrier's control another flight is owed, and never
/// the fare instead (s10(3)(d)).
fn after_refusal(control: ApprControl, journey: &Journey<'_>, notes: &mut Reasoning) {
    if control == ApprControl::OutsideControl {
        notes.grant(Right::Rerouting, "s10(3)(d)");
    } else {
        other_flight(control, journey, notes);
    }
}

/// Another flight, or the fare back. Within the carrier's control the fare is owed where
/// the flights offered do not meet the passenger's needs (s17(2)). Outside the carrier's control the fare is owed
/// only where no flight within 48 hours can be given.
fn other_flight(control: ApprControl, journey: &Journey<'_>, notes: &mut Reasoning) {
    if control != ApprControl::OutsideControl {
        notes.grant(Right::ReroutingOrRefundByNeeds, "s17(1), 17(2)");
    } else if journey.day >= REFUND_OUTSIDE_CONTROL_SINCE {
        notes.grant(Right::ReroutingElseRefund, "s18");
    } else {
        notes.grant(Right::Rerouting, "s18");
    }
}

/// The difference in price where the replacement was in a lower class.
fn fare_difference(journey: &Journey<'_>, notes: &mut Reasoning) {
    let classes = journey.facts.flown_class.zip(journey.facts.booked_class);
    let lower = classes.is_some_and(|(flown, booked)| flown < booked);
    let taken = journey
        .offer()
        .is_some_and(|offer| offer.accepted != Some(false));
    if lower && taken {
        notes.grant(Right::FareDifference, "s17(7)");
    }
}

/// The fee for a bag that is lost or came broken.
pub fn baggage_fee(journey: &Journey<'_>, notes: &mut Reasoning) {
    let kind = journey.facts.baggage.map(|baggage| baggage.kind);
    if matches!(kind, Some(BaggageKind::Lost | BaggageKind::Damaged)) {
        notes.grant(Right::BaggageFee, "s23");
    }
}
