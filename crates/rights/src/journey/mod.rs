//! The unit that is judged: what one booking counts as, what went wrong on it
//! and who answers for it.

mod blame;
mod operator;
mod replaced;
mod split;
mod told;

use std::cell::OnceCell;

use jiff::civil::{Date, DateTime};

use crate::case::{Disruption, Leg, LegStatus};
use crate::distance::kilometres;
use crate::facts::{Facts, Reroute};
use crate::finding::Place;
use crate::reference::Airport;
use crate::timeline::{instant, minutes, minutes_between};

pub use blame::Debtor;
pub use split::{Unreadable, journeys};

/// How a journey came out of the booking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// All legs, one booking.
    WholeBooking,
    /// One leg of several bookings.
    SeparateLeg,
    /// The way out or the way back, or the way to a stay and the way on.
    OneWayOfReturn,
}

/// A journey to judge.
#[derive(Debug, Clone)]
pub struct Journey<'a> {
    /// Its legs, at least one.
    pub legs: &'a [Leg],
    /// The airports of each leg.
    pub stops: Vec<(Airport, Airport)>,
    /// Day of the first departure.
    pub day: Date,
    /// How it came out of the booking.
    pub unit: Unit,
    /// Where the booking starts and ends, of which it may be a part.
    pub ticket: (Airport, Airport),
    /// What went wrong on it.
    pub disruption: Disruption,
    /// Index of the first leg that did not run as booked.
    pub disrupted: usize,
    /// Index of the leg the passenger names as the one it happened on.
    pub named: Option<usize>,
    /// Nothing shows that it went wrong: its own times are good, or another
    /// part of the case is the one that failed.
    pub undisturbed: bool,
    /// It was named as the one that failed, or its statuses and times show it.
    pub failed: bool,
    /// What the passenger tells of happened on another part of the booking.
    pub aside: bool,
    /// The airline that answers.
    pub debtor: Debtor,
    /// The others of its group that answer instead, if it was they who flew.
    pub perhaps: Vec<Debtor>,
    /// Where a diverted aircraft came down.
    pub landed_at: Option<Airport>,
    /// The replacement journey, where it belongs to this one.
    pub reroute: Option<Reroute>,
    /// The facts of the case.
    pub facts: &'a Facts,
    /// What every law asks for, worked out once.
    measured: Measured,
}

/// What was measured of a journey, once somebody asked.
#[derive(Debug, Clone, Default)]
struct Measured {
    kilometres: OnceCell<f64>,
    arrival_delay: OnceCell<Option<i64>>,
    departure_delay: OnceCell<Option<i64>>,
}

impl Journey<'_> {
    /// The same journey, flown by another airline of the group.
    #[must_use]
    pub fn flown_by(&self, debtor: Debtor) -> Self {
        Self {
            debtor,
            ..self.clone()
        }
    }

    /// Where it starts.
    #[must_use]
    pub fn origin(&self) -> &Airport {
        &self.stops[0].0
    }

    /// Where it ends.
    #[must_use]
    pub fn destination(&self) -> &Airport {
        &self.stops[self.stops.len() - 1].1
    }

    /// Every airport of it, in order, those of a change twice.
    pub fn airports(&self) -> impl Iterator<Item = &Airport> {
        self.stops.iter().flat_map(|(from, to)| [from, to])
    }

    /// First departure to final destination, in kilometres (Art 7(4)).
    #[must_use]
    pub fn kilometres(&self) -> f64 {
        let measure = || kilometres(self.origin(), self.destination());
        *self.measured.kilometres.get_or_init(measure)
    }

    /// The leg that went wrong first, with its airports.
    #[must_use]
    pub fn disrupted_leg(&self) -> (&Leg, &Airport, &Airport) {
        self.leg(None)
    }

    /// The legs on which a downgrade can have been: the one the passenger names,
    /// else every leg that was flown, else all. It shows in no times.
    #[must_use]
    pub fn perhaps_downgraded(&self) -> Vec<usize> {
        let flown = |index: &usize| {
            let status = self.legs[*index].status;
            matches!(status, LegStatus::Operated | LegStatus::Diverted)
        };
        let all = 0..self.legs.len();
        if let Some(named) = self.named {
            return vec![named];
        }
        let flown: Vec<usize> = all.clone().filter(flown).collect();
        if flown.is_empty() {
            all.collect()
        } else {
            flown
        }
    }

    /// Index of the first leg with a status.
    #[must_use]
    pub fn first_with(&self, status: LegStatus) -> Option<usize> {
        self.legs.iter().position(|leg| leg.status == status)
    }

    /// The leg that was diverted, else the one that went wrong first.
    #[must_use]
    pub fn diverted_leg(&self) -> (&Leg, &Airport, &Airport) {
        self.leg(self.first_with(LegStatus::Diverted))
    }

    /// The leg on which boarding was refused, else the one that went wrong first.
    #[must_use]
    pub fn refused_leg(&self) -> (&Leg, &Airport, &Airport) {
        self.leg(self.first_with(LegStatus::Denied))
    }

    /// The leg at an index, else the one that went wrong first, with its airports.
    fn leg(&self, index: Option<usize>) -> (&Leg, &Airport, &Airport) {
        let index = index.unwrap_or(self.disrupted);
        let (from, to) = &self.stops[index];
        (&self.legs[index], from, to)
    }

    /// Minutes booked between a leg and the next.
    #[must_use]
    pub fn booked_stay(&self, index: usize) -> Option<i64> {
        blame::connecting_time(self.legs, &self.stops, index)
    }

    /// Index of the leg that a replacement stands for: the one that was cancelled or
    /// refused, where that is what happened, else the one that went wrong first.
    #[must_use]
    pub fn replaced(&self) -> usize {
        let told = match self.disruption {
            Disruption::Cancellation => self.first_with(LegStatus::Cancelled),
            Disruption::DeniedBoarding => self.first_with(LegStatus::Denied),
            _ => None,
        };
        told.unwrap_or(self.disrupted)
    }

    /// The most minutes by which a leg left before its time; negative when none did.
    #[must_use]
    pub fn departure_advance(&self) -> Option<i64> {
        let times = self.legs.iter().zip(&self.stops);
        times
            .filter_map(|(leg, (from, _))| blame::late_out(leg, from))
            .map(|late| -late)
            .max()
    }

    /// Minutes between booked and real arrival at the final destination
    /// (C-11/11 Folkerts); negative when early.
    #[must_use]
    pub fn arrival_delay(&self) -> Option<i64> {
        let measured = &self.measured.arrival_delay;
        *measured.get_or_init(|| self.measure_arrival_delay())
    }

    fn measure_arrival_delay(&self) -> Option<i64> {
        let last = self.legs.last()?;
        let declined = |r: &Reroute| r.accepted == Some(false) && !r.self_arranged;
        let replaced = self
            .reroute
            .filter(|r| !declined(r))
            .and_then(|r| r.arrival);
        self.late_for_booking(replaced.or(last.actual_arrival)?)
    }

    /// Minutes from the booked arrival at the final destination to another.
    fn late_for_booking(&self, arrival: DateTime) -> Option<i64> {
        let (last, (from, to)) = (self.legs.last()?, self.stops.last()?);
        Some(minutes(
            blame::booked_arrival(last, from, to)?,
            instant(arrival, to)?,
        ))
    }

    /// The longest delay at the departure of a leg.
    #[must_use]
    pub fn departure_delay(&self) -> Option<i64> {
        let times = || self.legs.iter().zip(&self.stops);
        let late = || times().filter_map(|(leg, (from, _))| blame::late_out(leg, from));
        *self.measured.departure_delay.get_or_init(|| late().max())
    }

    /// The longest wait at an airport: the delay at the departure of a leg, and where a
    /// connection was missed the delay at the end, in which that wait shows.
    #[must_use]
    pub fn longest_wait(&self) -> Option<i64> {
        let missed = self.disruption == Disruption::MissedConnection;
        let at_end = missed.then(|| self.arrival_delay()).flatten();
        self.departure_delay().max(at_end)
    }

    /// Where the passenger flew on from after a flight of the booking that was cancelled,
    /// refused or missed, though nobody says how they came there: a later leg was flown.
    #[must_use]
    pub fn flew_on_from(&self) -> Option<&Airport> {
        let stayed_behind = |leg: &Leg| {
            matches!(
                leg.status,
                LegStatus::Cancelled | LegStatus::Denied | LegStatus::Missed
            )
        };
        let flown = |leg: &Leg| {
            let times = leg.actual_departure.or(leg.actual_arrival);
            leg.status == LegStatus::Operated && times.is_some()
        };
        let gave_up = self.facts.refund_chosen || !self.facts.travelled;
        if gave_up || self.reroute.is_some() {
            return None;
        }
        let lost = self.legs.iter().position(stayed_behind)?;
        let next = (lost + 1..self.legs.len()).find(|index| flown(&self.legs[*index]))?;
        Some(&self.stops[next].0)
    }

    /// The replacement the carrier offered; what the passenger arranged is none.
    #[must_use]
    pub fn offer(&self) -> Option<Reroute> {
        self.reroute.filter(|reroute| !reroute.self_arranged)
    }

    /// Minutes by which a replacement leaves before the booking.
    ///
    /// It is held against the leg it stands for, unless it leaves before the
    /// passenger could have been there: then it replaces the journey from its
    /// start.
    #[must_use]
    pub fn leaves_early(&self, reroute: &Reroute) -> Option<i64> {
        let departure = reroute.departure?;
        let failed = self.replaced();
        let from_start = failed > 0
            && self.legs[failed - 1]
                .scheduled_arrival
                .is_some_and(|due| departure < due);
        let index = if from_start { 0 } else { failed };
        let booked = self.legs[index].scheduled_departure?;
        minutes_between(departure, booked, &self.stops[index].0)
    }

    /// Minutes by which a replacement arrives after the booking. One that was
    /// taken and whose arrival is not given arrived when the passenger did.
    #[must_use]
    pub fn arrives_late(&self, reroute: &Reroute) -> Option<i64> {
        let taken = reroute.accepted == Some(true);
        let reached = self.legs.last()?.actual_arrival.filter(|_| taken);
        self.late_for_booking(reroute.arrival.or(reached)?)
    }
}

/// An airport to name in a sentence.
#[must_use]
pub fn place(airport: &Airport) -> Place {
    Place {
        code: airport.code,
        city: airport.city,
    }
}
