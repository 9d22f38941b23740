//! A lower class than paid for (Art 10(2)): a share of that flight's price.
//!
//! No notice, cause or replacement matters, and a flight in a lower class is
//! mostly on time. The share comes on top of the sum for a late arrival.

use crate::assessment::Compensation;
use crate::distance::kilometres;
use crate::finding::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::money::Money;
use crate::passenger::one_airline_downgraded;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::reference::ReferenceData;
use crate::sum::full;

use super::scheme::Scheme;
use super::share::{Share, share};
use super::sum::note_near_limits;
use super::{rule, territory};

/// Whether the answers themselves show a lower class than paid for. One of
/// several classes that is not told shows nothing.
pub fn is_shown(journey: &Journey<'_>) -> bool {
    let classes = journey.facts.booked_class.zip(journey.facts.flown_class);
    classes.is_some_and(|(booked, flown)| flown < booked)
}

/// Notes that the passenger flew in a lower class; fails where not.
pub fn happened(
    scheme: &Scheme,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    let facts = journey.facts;
    if !facts.travelled || facts.refund_chosen {
        return notes.fails(rule::NO_DOWNGRADE, Finding::NobodyDowngraded);
    }
    // A class that is not told does not contradict the passenger's word.
    let classes = facts.booked_class.zip(facts.flown_class);
    if classes.is_some_and(|(booked, flown)| flown >= booked) {
        return notes.fails(rule::NO_DOWNGRADE, Finding::ClassNotLower);
    }
    notes.met(rule::DOWNGRADE, Finding::FlownInLowerClass);
    note_late_as_well(scheme, journey, notes);
    Ok(())
}

/// Notes a late arrival, for which a sum may be due on top.
fn note_late_as_well(scheme: &Scheme, journey: &Journey<'_>, notes: &mut Reasoning) {
    let late = |minutes: &i64| scheme.late.is_reached(*minutes);
    if let Some(minutes) = journey.arrival_delay().filter(late) {
        notes.met(rule::SUM_ON_TOP, Finding::LateAsWell { minutes });
    }
}

/// Notes the share and the price; gives the sum, and `None` where a part of it
/// is not known.
pub fn due(
    scheme: &Scheme,
    journey: &Journey<'_>,
    data: &impl ReferenceData,
    notes: &mut Reasoning,
) -> Result<Option<Compensation>, NothingOwed> {
    let share = share_of_journey(scheme, journey, data, notes);
    if let Some(share) = share {
        notes.met(share.rule, share.finding);
        note_near_limits(share.km, share.far_limit, notes);
    }
    let Some(fare) = journey.facts.leg_fare else {
        notes.open(
            rule::FLIGHT_PRICE,
            Finding::FlightPriceUnknown,
            MissingFact::LegFare,
        );
        return Ok(None);
    };
    let Some(share) = share else {
        return Ok(None);
    };
    priced(share, fare, notes).map(Some)
}

/// The share in money.
fn priced(share: Share, fare: Money, notes: &mut Reasoning) -> Result<Compensation, NothingOwed> {
    let percent = share.percent;
    let amount = fare.percent(percent);
    if amount.minor <= 0 {
        notes.fails(rule::FLIGHT_PRICE, Finding::FlightPriceNothing { fare })?;
    }
    let finding = Finding::ShareOfPrice {
        fare,
        percent,
        amount,
    };
    notes.met(rule::FLIGHT_PRICE, finding);
    Ok(full(amount))
}

/// The share of the downgraded flight. Where nobody says which of several it
/// was, all must give the same share from the same airline.
fn share_of_journey(
    scheme: &Scheme,
    journey: &Journey<'_>,
    data: &impl ReferenceData,
    notes: &mut Reasoning,
) -> Option<Share> {
    let mut shares = Vec::new();
    for index in journey.perhaps_downgraded() {
        let (from, to) = journey.stops.get(index)?;
        match share(scheme, from, to, kilometres(from, to)) {
            Ok(found) => shares.push(found),
            Err(airport) => {
                territory::ask(airport, notes);
                return None;
            }
        }
    }
    let first = *shares.first()?;
    if shares.iter().all(|other| other.percent == first.percent)
        && one_airline_downgraded(journey, data)
    {
        return Some(first);
    }
    notes.open(
        rule::DOWNGRADE,
        Finding::DowngradedLegUnknown,
        MissingFact::DowngradedLeg,
    );
    None
}
