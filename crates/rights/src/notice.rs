//! Notice of a cancellation and the replacement offered with it: the windows of
//! Art 5(1)(c) Regulation 261/2004, which other laws have taken over. Each law
//! brings the rules it has them from.

use crate::finding::{Change, Finding};
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::rule::Rule;

/// Days of notice from which no replacement need be offered.
pub const IN_TIME: u32 = 14;

/// Where a law has its windows.
#[derive(Clone, Copy)]
pub struct NoticeRules {
    /// Told two weeks before or earlier.
    pub two_weeks: Rule,
    /// Told less than two weeks and at least seven days before.
    pub one_week: Rule,
    /// Told less than seven days before.
    pub short: Rule,
    /// The carrier proves the notice.
    pub proof: Rule,
}

/// What a replacement may be off by for a length of notice.
struct Window {
    /// The provision.
    rule: Rule,
    /// It may leave so many minutes early, the limit included.
    early: i64,
    /// It must arrive less than so many minutes late.
    late: i64,
}

/// How far a replacement is off, in minutes.
#[derive(Debug, Clone, Copy)]
struct Offset {
    early: i64,
    late: i64,
}

impl NoticeRules {
    /// The window for a notice in whole days; `None`: told in time.
    fn window(&self, days: u32) -> Option<Window> {
        match days {
            IN_TIME.. => None,
            7..IN_TIME => Some(Window {
                rule: self.one_week,
                early: 120,
                late: 240,
            }),
            0..7 => Some(Window {
                rule: self.short,
                early: 60,
                late: 120,
            }),
        }
    }

    /// Notes the notice of a cancellation and the replacement offered with it.
    pub fn told(&self, journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
        let offset = journey.offer().and_then(|offer| {
            let (early, late) = (journey.leaves_early(&offer)?, journey.arrives_late(&offer)?);
            Some(Offset { early, late })
        });
        self.judge(journey, offset, journey.offer().is_some(), notes)
    }

    /// Notes the notice of a flight that left `minutes` early: the flight itself
    /// is the replacement that was offered, unless there was another.
    pub fn told_of_early_flight(
        &self,
        minutes: i64,
        journey: &Journey<'_>,
        notes: &mut Reasoning,
    ) -> Result<(), NothingOwed> {
        if journey.offer().is_some() {
            return self.told(journey, notes);
        }
        // Early at the end of a flight that left early is no lateness at all.
        let late = journey.arrival_delay().unwrap_or(0);
        let early = minutes;
        self.judge(journey, Some(Offset { early, late }), true, notes)
    }

    /// Applies the windows. A replacement whose times are not known is not shown
    /// to have been close enough: the proof is the carrier's.
    fn judge(
        &self,
        journey: &Journey<'_>,
        offset: Option<Offset>,
        offered: bool,
        notes: &mut Reasoning,
    ) -> Result<(), NothingOwed> {
        let Some(days) = journey.facts.notice_days else {
            notes.open(self.proof, Finding::NoticeUnknown, MissingFact::NoticeDays);
            notes.changes.push(Change::ToldTwoWeeksBefore);
            return Ok(());
        };
        let Some(window) = self.window(days) else {
            return notes.fails(self.two_weeks, Finding::ToldInTime { days });
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
}

/// Minutes by which a flight was brought forward: the leg's own times, else
/// the carrier's offer that stands for it. What the passenger arranged shows
/// nothing.
#[must_use]
pub fn minutes_early(journey: &Journey<'_>) -> Option<i64> {
    let own = journey.departure_advance();
    own.or_else(|| {
        journey
            .offer()
            .and_then(|offer| journey.leaves_early(&offer))
    })
}
