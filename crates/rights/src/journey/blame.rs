//! Which leg went wrong first, and which airline answers for it.

use jiff::Timestamp;
use jiff::civil::Date;

use super::operator;
use crate::case::{Leg, LegStatus};
use crate::code::{CarrierCode, Country};
use crate::reference::{Airport, ReferenceData};
use crate::timeline::{instant, landing, minutes, minutes_between};

/// The airline that answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Debtor {
    /// Its code.
    pub code: CarrierCode,
    /// State of its licence, where known.
    pub licence: Option<Country>,
    /// The operator of the failed leg, where this airline only sold it.
    pub sold_for: Option<CarrierCode>,
}

/// A leg that arrives less than this late and whose connection is made ran as
/// booked: the whole industry counts punctuality from a quarter of an hour.
const PUNCTUAL: i64 = 15;

/// So late or later, a leg is the one that failed, whatever the others did.
const CLEARLY_LATE: i64 = 180;

/// A flight that leaves more than so many minutes early did not run as booked.
const CLEARLY_EARLY: i64 = 60;

/// The first leg that did not run as booked, as far as times and statuses tell.
///
/// A delay that the booked connecting time took up does not explain a late end
/// of the journey where a later leg does, whatever became of that one: flown
/// late, cancelled, refused or diverted (C-436/21 flightright; order C-367/20). Nor
/// does a delay that is shorter than the one with which the next flight left: that one
/// was caught, and did not wait for it.
pub fn first_disrupted(legs: &[Leg], stops: &[(Airport, Airport)]) -> Option<usize> {
    let absorbed = |index| {
        let connecting = connecting_time(legs, stops, index);
        let next = left_late(legs, stops, index + 1);
        connecting.max(next).map_or(PUNCTUAL, |c| c.max(PUNCTUAL))
    };
    first_beyond(legs, stops, absorbed).or_else(|| first_beyond(legs, stops, |_| PUNCTUAL))
}

/// Minutes by which a leg that was flown left late. Its arrival does not show that: it may
/// have left in time with the passenger and lost its time on the way.
fn left_late(legs: &[Leg], stops: &[(Airport, Airport)], index: usize) -> Option<i64> {
    let (leg, (from, _)) = (legs.get(index)?, stops.get(index)?);
    let flown = leg.status == LegStatus::Operated;
    flown.then(|| late_out(leg, from)).flatten()
}

/// The first leg that failed or was later than its connection `tolerated`.
fn first_beyond(
    legs: &[Leg],
    stops: &[(Airport, Airport)],
    tolerated: impl Fn(usize) -> i64,
) -> Option<usize> {
    for (index, (leg, (from, to))) in legs.iter().zip(stops).enumerate() {
        match leg.status {
            LegStatus::Missed => return Some(cause_of_missing(legs, index)),
            LegStatus::Operated => {
                let limit = match legs.get(index + 1).map(|next| next.status) {
                    None | Some(LegStatus::Missed) => 1,
                    Some(_) => tolerated(index),
                };
                let late = late_in(leg, from, to).or_else(|| late_out(leg, from));
                if left_early(leg, from) || late.is_some_and(|minutes| minutes >= limit) {
                    return Some(index);
                }
            }
            LegStatus::Cancelled | LegStatus::Denied | LegStatus::Diverted => return Some(index),
        }
    }
    None
}

/// Minutes booked between a leg and the next.
pub fn connecting_time(legs: &[Leg], stops: &[(Airport, Airport)], index: usize) -> Option<i64> {
    let ((leg, next), (stop, after)) = (
        (legs.get(index)?, legs.get(index + 1)?),
        (stops.get(index)?, stops.get(index + 1)?),
    );
    let arrival = booked_arrival(leg, &stop.0, &stop.1)?;
    Some(minutes(
        arrival,
        instant(next.scheduled_departure?, &after.0)?,
    ))
}

/// A missed leg ran; the one before it is to blame unless its times clear it.
fn cause_of_missing(legs: &[Leg], missed: usize) -> usize {
    match missed.checked_sub(1) {
        Some(before) if legs[before].actual_arrival.is_none() => before,
        _ => missed,
    }
}

/// Without any sign the last leg is where a delay showed.
pub fn fallback(legs: &[Leg]) -> usize {
    legs.len() - 1
}

/// Whether the times of a leg alone show that it failed.
pub fn clearly_failed(leg: &Leg, (from, to): &(Airport, Airport)) -> bool {
    let late = late_in(leg, from, to).max(late_out(leg, from));
    left_early(leg, from) || late.is_some_and(|minutes| minutes >= CLEARLY_LATE)
}

/// Whether the end of a part is known, and with it whether it was late.
pub fn arrival_known(legs: &[Leg], stops: &[(Airport, Airport)]) -> bool {
    let end = legs.last().zip(stops.last());
    end.is_some_and(|(leg, (from, to))| late_in(leg, from, to).is_some())
}

fn left_early(leg: &Leg, from: &Airport) -> bool {
    late_out(leg, from).is_some_and(|minutes| minutes < -CLEARLY_EARLY)
}

/// Minutes a leg left late; negative when early.
pub fn late_out(leg: &Leg, from: &Airport) -> Option<i64> {
    minutes_between(leg.scheduled_departure?, leg.actual_departure?, from)
}

/// Minutes a leg arrived late; negative when early.
fn late_in(leg: &Leg, from: &Airport, to: &Airport) -> Option<i64> {
    Some(minutes(
        booked_arrival(leg, from, to)?,
        instant(leg.actual_arrival?, to)?,
    ))
}

/// The airline that answers: the operator of the failed leg, or the airline
/// under whose number that leg was sold if it flies another leg of the booking
/// (C-502/18; order C-367/20). Where the number does not tell which of several
/// companies flew, all of them, the likeliest first; there is always one.
pub fn debtors(
    failed: usize,
    booking: &[Leg],
    stops: &[(Airport, Airport)],
    day: Date,
    data: &impl ReferenceData,
) -> (Debtor, Vec<Debtor>) {
    let on = |leg: &Leg| leg.scheduled_departure.map_or(day, |time| time.date());
    let canonical = |code: CarrierCode, on: Date| data.carrier(code, on).map_or(code, |c| c.code);
    let (operator, seller) = {
        let leg = &booking[failed];
        (
            canonical(leg.carrier(), on(leg)),
            canonical(leg.seller(), on(leg)),
        )
    };
    let own_leg = booking
        .iter()
        .position(|leg| canonical(leg.carrier(), on(leg)) == seller);
    let sold = own_leg.filter(|_| seller != operator);
    let index = sold.unwrap_or(failed);
    let leg = &booking[index];
    let sold_for = sold.map(|_| operator);
    let mut companies = operator::candidates(leg, &stops[index], on(leg), data)
        .into_iter()
        .map(|company| Debtor {
            code: company.code,
            licence: Some(company.licence),
            sold_for,
        });
    let told = || {
        let known = data.carrier(leg.carrier(), on(leg));
        Debtor {
            code: canonical(leg.carrier(), on(leg)),
            licence: leg
                .carrier_licence
                .or_else(|| known.map(|carrier| carrier.licence)),
            sold_for,
        }
    };
    (companies.next().unwrap_or_else(told), companies.collect())
}

/// The moment at which a leg was booked to arrive.
pub fn booked_arrival(leg: &Leg, from: &Airport, to: &Airport) -> Option<Timestamp> {
    let left = leg.scheduled_departure.and_then(|time| instant(time, from));
    landing(leg.scheduled_arrival?, to, left)
}
