//! Late at the final destination: three hours (C-402/07 Sturgeon), as amended more
//! than three hours.

use crate::case::{Disruption, LegStatus};
use crate::code::{Country, Forum};
use crate::finding::{Change, Finding, reform};
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::notice::IN_TIME;
use crate::sum::NEAR_THE_DOOR;

use super::requirements::PASSENGER;
use super::rule;
use super::scheme::{Scheme, Text};
use super::territory::only_switzerland;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::rule::Rule;

/// Minutes before departure at which a passenger is in time for check-in where
/// the airline has named no time (Art 3(2)(a)).
pub const CHECK_IN_NOT_NAMED: Change = Change::CheckInTimeNotNamed { minutes: 45 };

/// Notes whether the passenger flew and came late enough.
pub fn late_enough(
    scheme: &Scheme,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    let facts = journey.facts;
    if !facts.checked_in_on_time {
        notes.changes.push(CHECK_IN_NOT_NAMED);
    }
    PASSENGER.flew(journey, notes)?;
    if facts.refund_chosen && !rest_refunded(journey) {
        return notes.fails(rule::REFUND_INSTEAD, Finding::RefundTaken);
    }
    let Some(minutes) = journey.arrival_delay() else {
        if facts.refund_chosen {
            // Who went no farther has no arrival to tell of.
            ask_about_the_rest(notes);
        } else {
            notes.arrival_unknown(rule_of(scheme), Finding::ArrivalUnknown, journey);
        }
        return Ok(());
    };
    if !scheme.late.is_reached(minutes) {
        return too_early(scheme, minutes, notes);
    }
    let finding = match scheme.text {
        Text::Of2004 => Finding::ArrivedLate { minutes },
        Text::Of2026 => reform::Finding::ArrivedLateEnough { minutes }.into(),
    };
    notes.met(rule_of(scheme), finding);
    if facts.refund_chosen {
        ask_about_the_rest(notes);
    }
    note_told_ahead(journey, notes);
    Ok(())
}

/// Where it stands how late is late enough.
fn rule_of(scheme: &Scheme) -> Rule {
    match scheme.text {
        Text::Of2004 => rule::THREE_HOURS,
        Text::Of2026 => rule::MORE_THAN_THREE_HOURS,
    }
}

/// Notes a delay that is too short, and what it is short of.
fn too_early(scheme: &Scheme, minutes: i64, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    let rule = rule_of(scheme);
    let short_by = scheme.late.first() - minutes;
    // The arrival is when a door opens (C-452/13).
    if short_by <= NEAR_THE_DOOR {
        notes.met(rule::DOORS_OPEN, Finding::ArrivalNearThreshold { minutes });
    }
    if minutes <= 0 {
        return notes.fails(rule, Finding::ArrivedOnTime);
    }
    match scheme.text {
        Text::Of2004 => {
            notes
                .changes
                .push(Change::MinutesToThreshold { minutes: short_by });
            notes.fails(rule, Finding::ArrivedNotLateEnough { minutes })
        }
        Text::Of2026 => {
            notes.changes.push(Change::MinutesToLimit {
                minutes: short_by,
                limit: scheme.late.first(),
            });
            notes.fails(rule, reform::Finding::ArrivedNotLateEnough { minutes })
        }
    }
}

/// Whether a part of the journey was flown, the connection missed, and only the
/// fare of the rest taken back.
fn rest_refunded(journey: &Journey<'_>) -> bool {
    let (first, after) = match journey.legs.split_first() {
        Some((first, after)) if !after.is_empty() => (first, after),
        _ => return false,
    };
    let missed = journey.disruption == Disruption::MissedConnection
        || after.iter().any(|leg| leg.status == LegStatus::Missed);
    missed && matches!(first.status, LegStatus::Operated | LegStatus::Diverted)
}

/// Asks whether a sum is due to who went no farther than the connection.
fn ask_about_the_rest(notes: &mut Reasoning) {
    notes.open(
        rule::REST_REFUNDED,
        Finding::RestRefunded,
        MissingFact::RefundAndSum,
    );
}

/// Notes a delay that was told two weeks ahead, as a remark.
fn note_told_ahead(journey: &Journey<'_>, notes: &mut Reasoning) {
    if let Some(days) = journey.facts.notice_days.filter(|days| *days >= IN_TIME) {
        notes.met(rule::DELAY_TOLD_AHEAD, Finding::DelayToldAhead { days });
        notes.changes.push(Change::DelayToldAhead);
    }
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
