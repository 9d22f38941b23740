//! Cancellations and flights brought forward: notice and replacement
//! (Art 5(1)(c)).

use crate::finding::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::notice::{NoticeRules, minutes_early};
use crate::reasoning::{NothingOwed, Reasoning};

use super::rule;

/// A flight that leaves more than an hour early is a cancelled one (C-146/20).
const BROUGHT_FORWARD: i64 = 60;

/// The windows.
const NOTICE: NoticeRules = NoticeRules {
    two_weeks: rule::TWO_WEEKS_NOTICE,
    one_week: rule::ONE_WEEK_NOTICE,
    short: rule::SHORT_NOTICE,
    proof: rule::NOTICE_PROOF,
};

/// Notes the notice and the replacement offered with it.
pub fn told(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    NOTICE.told(journey, notes)
}

/// Whether the disruption goes by the rules of a cancellation. A departure nobody
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
    NOTICE.told_of_early_flight(minutes, journey, notes)
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
