//! What every law asks of the passenger: to have been there, to have flown, not
//! to have given up the seat.

use crate::case::LegStatus;
use crate::distance::same_area;
use crate::finding::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::rule::Rule;

/// Where a law has these conditions.
#[derive(Clone, Copy)]
pub struct PassengerRules {
    /// To present in time.
    pub check_in: Rule,
    /// To travel.
    pub travelled: Rule,
    /// What a refused boarding is.
    pub denied: Rule,
    /// Grounds for a refusal.
    pub grounds: Rule,
    /// Volunteers.
    pub volunteers: Rule,
    /// Flights of one booking belong together.
    pub one_booking: Rule,
}

impl PassengerRules {
    /// Notes whether the passenger of a late flight was there and flew. The
    /// first flight of a booking can only be missed through a flight outside of
    /// it: the passenger's own risk.
    pub fn flew(&self, journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
        let first = journey.legs.first().map(|leg| leg.status);
        if first == Some(LegStatus::Missed) {
            return notes.fails(self.one_booking, Finding::OwnConnection);
        }
        if !journey.facts.checked_in_on_time {
            return notes.fails(self.check_in, Finding::NotCheckedIn);
        }
        if !journey.facts.travelled {
            return notes.fails(self.travelled, Finding::NotTravelled);
        }
        Ok(())
    }

    /// Notes whether boarding was refused against the will of a passenger who
    /// was there and whom nothing stood against. Who was told beforehand need
    /// not come to hear it again.
    pub fn refused(&self, journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
        let facts = journey.facts;
        if facts.denied_voluntarily {
            return notes.fails(self.volunteers, Finding::Volunteered);
        }
        if let Some(ground) = facts.refusal_grounds {
            return notes.fails(self.grounds, Finding::RefusedWithGround { ground });
        }
        if !facts.checked_in_on_time && facts.notice_days.is_none() {
            return notes.fails(self.check_in, Finding::NotCheckedIn);
        }
        notes.met(self.denied, Finding::BoardingDenied);
        Ok(())
    }
}

/// Whether the classes given show that the passenger sat no lower than booked.
#[must_use]
pub fn sat_as_booked(journey: &Journey<'_>) -> bool {
    let classes = journey.facts.booked_class.zip(journey.facts.flown_class);
    classes.is_some_and(|(booked, flown)| flown >= booked)
}

/// Notes a lower class, where the share of the fare that is due is not in the
/// sources; fails where the passenger sat as booked.
pub fn downgrade_is_open(
    same_class: Rule,
    (rule, finding): (Rule, impl Into<Finding>),
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    if sat_as_booked(journey) {
        return notes.fails(same_class, Finding::ClassNotLower);
    }
    notes.open(rule, finding, MissingFact::ShareOfFare);
    Ok(())
}

/// Whether a diverted flight came back or landed outside the area of its
/// destination.
#[must_use]
pub fn landed_far(journey: &Journey<'_>) -> bool {
    let Some(landed) = journey.landed_at else {
        return false;
    };
    let (_, origin, destination) = journey.diverted_leg();
    landed.code == origin.code || !same_area(&landed, destination)
}
