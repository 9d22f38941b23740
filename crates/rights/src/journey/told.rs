//! What a case tells of the flight that failed: the passenger's word, the statuses of
//! the legs, and the replacement journey.

use std::ops::Range;

use super::Unit;
use crate::case::{Case, Disruption, Leg, LegStatus};

/// What a case tells of the flight that failed.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// The case.
    pub case: &'a Case,
    /// A leg of the part that the replacement journey stands for, where nothing but
    /// its times tells which that is.
    pub replaced: Option<usize>,
}

impl Told<'_> {
    /// The leg of a booking that the passenger's word is about: the one named, the
    /// first with the fate told of, the first that was not flown as booked, else one
    /// of the part that was replaced.
    pub fn failing(self) -> Option<usize> {
        let case = self.case;
        // A leg that was not flown is not the one that was flown in a lower class.
        if case.disruption == Disruption::Downgrade {
            return case.disrupted_leg;
        }
        let position = |fits: &dyn Fn(&Leg) -> bool| case.legs.iter().position(fits);
        case.disrupted_leg
            .or_else(|| {
                position(&|leg| {
                    leg.status != LegStatus::Operated && by_status(leg.status) == case.disruption
                })
            })
            .or_else(|| position(&|leg| leg.status != LegStatus::Operated))
            .or_else(|| self.failed_by_replacement())
    }

    /// A leg of the part that was replaced, where the disruption is one that a
    /// replacement answers.
    pub fn failed_by_replacement(self) -> Option<usize> {
        let shows_in_no_times = matches!(
            self.case.disruption,
            Disruption::Downgrade | Disruption::Baggage
        );
        self.replaced.filter(|_| !shows_in_no_times)
    }

    /// The leg the passenger's word is about, where no status tells.
    fn named_leg(self) -> Option<usize> {
        let mut legs = self.case.legs.iter();
        let told = legs.any(|leg| leg.status != LegStatus::Operated);
        let leg = self.case.disrupted_leg.or(self.failed_by_replacement());
        (!told).then(|| leg.unwrap_or_default())
    }

    /// Whether the one replacement journey of a case belongs to this part of it: to
    /// the leg that was not flown, or to the half that went wrong.
    pub fn takes_reroute(self, range: &Range<usize>, unit: Unit) -> bool {
        let not_flown = |leg: &Leg| {
            matches!(
                leg.status,
                LegStatus::Cancelled | LegStatus::Denied | LegStatus::Diverted
            )
        };
        let case = self.case;
        let first = match unit {
            Unit::SeparateLeg => case
                .disrupted_leg
                .or_else(|| case.legs.iter().position(not_flown)),
            _ => self.failing(),
        };
        first
            .or(self.replaced)
            .is_some_and(|index| range.contains(&index))
    }

    /// What went wrong on a part of the case. The passenger's word covers the part
    /// it was said of; of the others, and of separate bookings, the legs' own
    /// statuses say it.
    pub fn disruption_of(self, range: &Range<usize>, unit: Unit, aside: bool) -> Disruption {
        let case = self.case;
        let first = case.legs[range.start].status;
        if case.disruption == Disruption::Downgrade && case.disrupted_leg.is_none() {
            return Disruption::Downgrade;
        }
        match unit {
            Unit::OneWayOfReturn if aside => {
                let statuses = case.legs[range.clone()].iter().map(|leg| leg.status);
                let own = statuses.into_iter().find(|s| *s != LegStatus::Operated);
                own.map_or(Disruption::Delay, by_status)
            }
            Unit::SeparateLeg if case.legs.len() > 1 && first != LegStatus::Operated => {
                by_status(first)
            }
            // Which flight a bag was lost on shows in no status.
            Unit::SeparateLeg
                if case.disruption == Disruption::Baggage && case.disrupted_leg.is_none() =>
            {
                Disruption::Baggage
            }
            Unit::SeparateLeg
                if case.legs.len() > 1
                    && self.named_leg() != Some(range.start)
                    && (case.disruption != Disruption::BroughtForward
                        || self.failed_by_replacement().is_some()) =>
            {
                Disruption::Delay
            }
            _ => case.disruption,
        }
    }
}

/// What the status of a leg says of it.
fn by_status(status: LegStatus) -> Disruption {
    match status {
        LegStatus::Cancelled => Disruption::Cancellation,
        LegStatus::Denied => Disruption::DeniedBoarding,
        LegStatus::Diverted => Disruption::Diversion,
        LegStatus::Missed => Disruption::MissedConnection,
        LegStatus::Operated => Disruption::Delay,
    }
}
