//! What became of a flight, and why a delay differs from the published one.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::DateTime;
use reference::Embedded;
use rights::{ReferenceData, timeline};

use crate::passenger::{Stopped, Times, stated_delay};
use crate::row::Row;

/// No flight out of New York is booked for longer: the longest, to Honolulu,
/// takes less than twelve hours.
const LONGEST_BOOKED: i64 = 14 * 60;

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// What became of a flight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    /// It landed, and the delay is the published one.
    Agrees,
    /// It landed, and the delay is another one.
    Differs(Cause),
    /// It never left: no time of departure, so nothing was published.
    NeverLeft,
    /// It left, and no time of arrival is known: it turned back or landed elsewhere.
    NoArrival,
    /// It landed elsewhere and came to its destination later; the Bureau gives no
    /// delay for that.
    Diverted,
    /// The form or the assessment refused it.
    Refused,
}

/// Why a delay differs from the published one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Cause {
    /// It left more than 22 hours late. The table says the hour and not the day,
    /// and the first day that fits is one too early. With the day told, which the
    /// form asks for, the delay is the published one.
    DayLater,
    /// The clocks were changed between the booked and the real arrival. What was
    /// published is the difference of the clocks, an hour that nobody waited.
    ClockChange,
    /// The published booked arrival is no arrival of this flight: it lies more
    /// than 14 hours after the departure.
    BookedArrival,
    /// None of these.
    Unexplained,
}

impl Outcome {
    /// Every outcome, in the order of the report.
    pub(crate) const ALL: [Self; 9] = [
        Self::Agrees,
        Self::Differs(Cause::DayLater),
        Self::Differs(Cause::ClockChange),
        Self::Differs(Cause::BookedArrival),
        Self::Differs(Cause::Unexplained),
        Self::NeverLeft,
        Self::NoArrival,
        Self::Diverted,
        Self::Refused,
    ];
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Agrees => "agrees",
            Self::Differs(Cause::DayLater) => "day later",
            Self::Differs(Cause::ClockChange) => "clock change",
            Self::Differs(Cause::BookedArrival) => "booked arrival",
            Self::Differs(Cause::Unexplained) => "unexplained",
            Self::NeverLeft => "never left",
            Self::NoArrival => "no arrival",
            Self::Diverted => "diverted",
            Self::Refused => "refused",
        })
    }
}

/// What became of a flight, and the delay that was stated for it, where it has
/// one to compare.
pub(crate) fn outcome(row: &Row) -> (Outcome, Option<i64>) {
    let published = match (row.dep_time, row.arr_time, row.arr_delay) {
        (None, _, _) => return (Outcome::NeverLeft, None),
        (_, None, _) => return (Outcome::NoArrival, None),
        (_, _, None) => return (Outcome::Diverted, None),
        (_, _, Some(published)) => published,
    };
    let Some(times) = Times::of(row) else {
        return (Outcome::Refused, None);
    };
    match stated_delay(row, &times) {
        Err(Stopped::Form(_) | Stopped::NoDelay) => (Outcome::Refused, None),
        Ok(stated) if stated == published => (Outcome::Agrees, Some(stated)),
        Ok(stated) => {
            let cause = cause(row, &times, published, stated);
            (Outcome::Differs(cause), Some(stated))
        }
    }
}

/// Each cause has to show in the times; the size of the difference is not enough.
fn cause(row: &Row, times: &Times, published: i64, stated: i64) -> Cause {
    let booked = timeline::minutes(times.booked_departure.moment, times.booked_arrival.moment);
    if booked > LONGEST_BOOKED {
        return Cause::BookedArrival;
    }
    if published - stated == DAY && a_day_later(row, times) == Some(published) {
        return Cause::DayLater;
    }
    if change(times) != 0 && published - stated == change(times) {
        return Cause::ClockChange;
    }
    Cause::Unexplained
}

/// The delay of a passenger who says that the flight landed a day later.
fn a_day_later(row: &Row, times: &Times) -> Option<i64> {
    let day = times.booked_departure.local.date();
    let to = Embedded.airport(row.dest.parse().ok()?, day)?;
    stated_delay(row, &times.a_day_later(&to)?).ok()
}

/// By how many minutes the clocks at the destination were put on between the
/// booked and the real arrival.
fn change(times: &Times) -> i64 {
    let clocks = |local: DateTime, moment: Timestamp| {
        let zero = jiff::tz::Offset::UTC.to_datetime(moment);
        zero.duration_until(local).as_mins()
    };
    let (booked, real) = (times.booked_arrival, times.arrival);
    clocks(real.local, real.moment) - clocks(booked.local, booked.moment)
}
