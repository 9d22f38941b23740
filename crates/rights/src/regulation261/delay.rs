//! Three hours at the final destination (C-402/07 Sturgeon).

use crate::code::{Country, Forum};
use crate::finding::{Change, Finding};
use crate::journey::Journey;

use super::requirements::PASSENGER;
use super::rule;
use super::territory::only_switzerland;
use crate::reasoning::{NothingOwed, Reasoning};

/// Minutes from which the sum is due, the same for every distance.
pub const THRESHOLD: i64 = 180;

/// From here to the threshold the time of the door decides (C-452/13).
const NEAR: i64 = 175;

/// Minutes before departure at which a passenger is in time for check-in where
/// the airline has named no time (Art 3(2)(a)).
pub const CHECK_IN_NOT_NAMED: Change = Change::CheckInTimeNotNamed { minutes: 45 };

/// Notes whether the passenger flew and came three hours late.
pub fn late_enough(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    let facts = journey.facts;
    if !facts.checked_in_on_time {
        notes.changes.push(CHECK_IN_NOT_NAMED);
    }
    PASSENGER.flew(journey, notes)?;
    if facts.refund_chosen {
        return notes.fails(rule::REFUND_INSTEAD, Finding::RefundTaken);
    }
    let Some(minutes) = journey.arrival_delay() else {
        notes.arrival_unknown(rule::THREE_HOURS, Finding::ArrivalUnknown, journey);
        return Ok(());
    };
    if minutes >= THRESHOLD {
        notes.met(rule::THREE_HOURS, Finding::ArrivedLate { minutes });
        return Ok(());
    }
    if minutes >= NEAR {
        notes.met(rule::DOORS_OPEN, Finding::ArrivalNearThreshold { minutes });
    }
    if minutes <= 0 {
        return notes.fails(rule::THREE_HOURS, Finding::ArrivedOnTime);
    }
    notes.changes.push(Change::MinutesToThreshold {
        minutes: THRESHOLD - minutes,
    });
    notes.fails(rule::THREE_HOURS, Finding::ArrivedNotLateEnough { minutes })
}

/// Notes what is special about a delay before Swiss courts.
///
/// The Regulation holds there by agreement, and its text knows no sum for a
/// delay: that is Sturgeon, a judgment of 2009, and by the agreement only those
/// from before June 1999 bind. It stays a remark, also where the court given is
/// Swiss. The sources agree that the judgment is persuasive there and that some
/// cantonal courts refuse to follow it, so the rule itself is known well enough
/// to decide; what one court may make of it is a risk of the claim and no gap in
/// what the passenger or the engine knows.
pub fn note_swiss_courts(journey: &Journey<'_>, notes: &mut Reasoning) {
    let swiss = journey.facts.forum.map_or_else(
        || only_switzerland(journey),
        |forum| forum == Forum::Country(Country::CH),
    );
    if swiss {
        notes.met(rule::SWISS_COURTS, Finding::SwissCourtsNotBound);
        notes.changes.push(Change::SwissCourtMayRefuse);
    }
}
