//! Cancellations and flights brought forward: notice and replacement
//! (Art 5(1)(c)).

use crate::finding::{Change, Finding};
use crate::journey::Journey;
use crate::missing_fact::MissingFact;

use super::rule;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::rule::Rule;

/// A flight that leaves more than an hour early is a cancelled one (C-146/20).
const BROUGHT_FORWARD: i64 = 60;

/// What a replacement may be off by for a length of notice.
struct Window {
    /// The provision.
    rule: Rule,
    /// It may leave so many minutes early, the limit included.
    early: i64,
    /// It must arrive less than so many minutes late.
    late: i64,
}

/// The window for a notice in whole days; `None`: told in time, two weeks or
/// more before.
fn window(days: u32) -> Option<Window> {
    match days {
        14.. => None,
        7..=13 => Some(Window {
            rule: rule::ONE_WEEK_NOTICE,
            early: 120,
            late: 240,
        }),
        0..=6 => Some(Window {
            rule: rule::SHORT_NOTICE,
            early: 60,
            late: 120,
        }),
    }
}

/// How far a replacement is off, in minutes.
struct Offset {
    early: i64,
    late: i64,
}

/// Notes the notice and the replacement offered with it.
pub fn told(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    let offset = journey.offer().and_then(|offer| {
        let (early, late) = (journey.leaves_early(&offer)?, journey.arrives_late(&offer)?);
        Some(Offset { early, late })
    });
    judge_notice(journey, offset, journey.offer().is_some(), notes)
}

/// Applies the windows. A replacement whose times are not known is not shown
/// to have been close enough: the proof is the carrier's (Art 5(4)).
fn judge_notice(
    journey: &Journey<'_>,
    offset: Option<Offset>,
    offered: bool,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    let Some(days) = journey.facts.notice_days else {
        notes.open(
            rule::NOTICE_PROOF,
            Finding::NoticeUnknown,
            MissingFact::NoticeDays,
        );
        notes.changes.push(Change::ToldTwoWeeksBefore);
        return Ok(());
    };
    let Some(window) = window(days) else {
        return notes.fails(rule::TWO_WEEKS_NOTICE, Finding::ToldInTime { days });
    };
    match offset {
        Some(Offset { early, late }) if early <= window.early && late < window.late => {
            notes.fails(window.rule, Finding::OfferCloseEnough { days, early, late })
        }
        _ if offered => {
            notes.met(window.rule, Finding::OfferTooFarOff { days });
            Ok(())
        }
        _ => {
            notes.met(window.rule, Finding::NoOffer { days });
            notes.changes.push(Change::OfferShown);
            Ok(())
        }
    }
}

/// Minutes by which a flight was brought forward: the leg's own times, else
/// the carrier's offer that stands for it. What the passenger arranged shows
/// nothing.
fn minutes_early(journey: &Journey<'_>) -> Option<i64> {
    let own = journey.departure_advance();
    own.or_else(|| {
        journey
            .offer()
            .and_then(|reroute| journey.leaves_early(&reroute))
    })
}

/// Whether the event goes by the rules of a cancellation. A departure nobody
/// knows is asked for rather than taken for a small change.
pub fn counts_as_early(journey: &Journey<'_>) -> bool {
    minutes_early(journey).is_none_or(|minutes| minutes > BROUGHT_FORWARD)
}

/// Notes a flight that was brought forward by more than an hour. The flight
/// itself is the replacement that was offered (C-146/20), unless there was
/// another.
pub fn brought_forward(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    let Some(minutes) = minutes_early(journey) else {
        let finding = Finding::DepartureUnknown;
        notes.open(rule::BROUGHT_FORWARD, finding, MissingFact::ActualDeparture);
        return told(journey, notes);
    };
    notes.met(rule::BROUGHT_FORWARD, Finding::BroughtForward { minutes });
    if journey.offer().is_some() {
        return told(journey, notes);
    }
    // Early at the end of a flight that left early is no lateness at all.
    let late = journey.arrival_delay().unwrap_or(0);
    judge_notice(
        journey,
        Some(Offset {
            early: minutes,
            late,
        }),
        true,
        notes,
    )
}

/// Notes a flight that left early by an hour at most, which is no cancellation.
pub fn note_small_advance(journey: &Journey<'_>, notes: &mut Reasoning) {
    if let Some(minutes) = minutes_early(journey).filter(|minutes| *minutes > 0) {
        notes.unmet(
            rule::BROUGHT_FORWARD,
            Finding::BroughtForwardLittle { minutes },
        );
    }
}
