//! What every law asks of the passenger: to have been there, to have flown, not
//! to have given up the seat.

use crate::case::LegStatus;
use crate::distance::same_area;
use crate::facts::Cause;
use crate::finding::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::reference::ReferenceData;
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
    /// was there and whom nothing stood against.
    pub fn refused(&self, journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
        let conditions = RefusalRules {
            check_in: self.check_in,
            grounds: self.grounds,
            volunteers: self.volunteers,
            unless_told: true,
        };
        conditions.against_the_will(journey, notes)?;
        notes.met(self.denied, Finding::BoardingDenied);
        Ok(())
    }
}

/// Where a law has the conditions of a refused boarding.
#[derive(Clone, Copy)]
pub struct RefusalRules {
    /// To present in time.
    pub check_in: Rule,
    /// Grounds for a refusal.
    pub grounds: Rule,
    /// Volunteers.
    pub volunteers: Rule,
    /// Who was told beforehand need not come to hear it again.
    pub unless_told: bool,
}

impl RefusalRules {
    /// Fails for who gave up the seat, gave a ground or did not come in time.
    pub fn against_the_will(
        &self,
        journey: &Journey<'_>,
        notes: &mut Reasoning,
    ) -> Result<(), NothingOwed> {
        let facts = journey.facts;
        if facts.denied_voluntarily {
            return notes.fails(self.volunteers, Finding::Volunteered);
        }
        if let Some(ground) = facts.refusal_grounds {
            return notes.fails(self.grounds, Finding::RefusedWithGround { ground });
        }
        let told = self.unless_told && facts.notice_days.is_some();
        if !facts.checked_in_on_time && !told {
            return notes.fails(self.check_in, Finding::NotCheckedIn);
        }
        Ok(())
    }
}

/// Whether there were more passengers than seats. A carrier that names overbooking as
/// the cause says as much against itself.
#[must_use]
pub fn oversold(journey: &Journey<'_>) -> Option<bool> {
    let named = journey.facts.cause == Some(Cause::Overbooking);
    journey.facts.oversold.or(named.then_some(true))
}

/// Whether the classes given show that the passenger sat no lower than booked.
#[must_use]
pub fn sat_as_booked(journey: &Journey<'_>) -> bool {
    let classes = journey.facts.booked_class.zip(journey.facts.flown_class);
    classes.is_some_and(|(booked, flown)| flown >= booked)
}

/// Whether the flights on which a lower class can have been, and the one the debtor was
/// found by, are all of one airline: the operator of the downgraded flight answers.
#[must_use]
pub fn one_airline_downgraded(journey: &Journey<'_>, data: &impl ReferenceData) -> bool {
    let operator = |index: usize| {
        let code = journey.legs.get(index)?.carrier();
        let known = data.carrier(code, journey.day);
        Some(known.map_or(code, |known| known.code))
    };
    let failed = operator(journey.disrupted);
    let mut candidates = journey.perhaps_downgraded().into_iter();
    candidates.all(|index| operator(index) == failed)
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
