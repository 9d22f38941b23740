//! The order of the entries: best for the passenger first.

use std::cmp::Reverse;

use jiff::civil::Date;

use crate::assessment::{Entry, Outcome};
use crate::finding::Finding;
use crate::journey::Journey;
use crate::money::Money;
use crate::reference::ReferenceData;
use crate::regime::Regime;
use crate::{canada, regulation261};

/// The part of a sum by which a rough rate may be off, for the order only: a fiftieth.
const UNCERTAIN_RATE: i64 = 50;

/// How good an entry is for the passenger; the best is the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merit {
    standing: Standing,
    /// Of claims that are too late the one that lived longest goes first.
    over: Reverse<Option<Date>>,
    is_open: bool,
    worth: Reverse<i64>,
}

/// How good the answer for a journey is beside those for the others of the case, under one
/// law. Whether it comes too late is no matter here: the others are named beside it.
pub fn gain(entry: &Entry) -> impl Ord + Copy + use<> {
    let rank = match entry.outcome {
        Outcome::Eligible => 0_u8,
        Outcome::Depends => 1,
        Outcome::NoCompensation => 2,
    };
    (rank, Reverse(worth(entry)))
}

/// How an entry stands: a sum owed goes before an open case, and both before what no
/// court hears any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    /// A sum is owed, and some court still hears the claim.
    Owed,
    /// It is open whether a sum is owed.
    Open,
    /// The time for a claim is over in every court that may hear it. The airline has to
    /// plead that, so the sum is not gone.
    TooLate,
    /// No sum.
    Nothing,
}

/// How good an entry is: its standing, then the higher sum.
pub fn merit(
    entry: &Entry,
    journey: &Journey<'_>,
    assessed_on: Date,
    data: &impl ReferenceData,
) -> Merit {
    let end = last_day_anywhere(entry, journey, data);
    let over = end.filter(|last_day| assessed_on > *last_day);
    let standing = match entry.outcome {
        Outcome::NoCompensation => Standing::Nothing,
        _ if over.is_some() => Standing::TooLate,
        Outcome::Eligible => Standing::Owed,
        Outcome::Depends => Standing::Open,
    };
    Merit {
        standing,
        over: Reverse(over.filter(|_| standing == Standing::TooLate)),
        is_open: entry.outcome == Outcome::Depends,
        worth: Reverse(worth(entry)),
    }
}

/// The last day in any court, by the longest period that any source names; `None`: no
/// sure end.
fn last_day_anywhere(
    entry: &Entry,
    journey: &Journey<'_>,
    data: &impl ReferenceData,
) -> Option<Date> {
    match entry.regime {
        Regime::Eu261 | Regime::Uk261 => {
            regulation261::last_day_anywhere(entry.regime, journey, data)
        }
        // A law with a period of its own says itself what comes of it.
        own if own.sets_own_period() => None,
        _ => entry.deadline?.longest,
    }
}

/// What an entry is worth, for the order only. Where something was paid in another
/// currency, which is noted and not taken off, it is what is left, and a little less than
/// that: of two versions of one law the one goes first from whose sum it was taken.
fn worth(entry: &Entry) -> i64 {
    let roughly = |sum: Option<Money>| sum.and_then(|sum| sum.roughly_in_euro());
    let paid_otherwise = entry.steps.iter().find_map(|step| match step.finding {
        Finding::PaidOtherwise { received }
        | Finding::Canada(canada::Finding::PaidUnderAnotherLaw { received }) => Some(received),
        _ => None,
    });
    let sum = entry.compensation.or(entry.at_stake);
    let sum = roughly(sum.map(|sum| sum.amount)).unwrap_or_default();
    let less = |received| {
        let received = roughly(Some(received)).unwrap_or_default();
        received.saturating_add(sum / UNCERTAIN_RATE)
    };
    sum.saturating_sub(paid_otherwise.map_or(0, less))
}
