//! Refused boarding: an oversold flight, and the alternative the airline found.

use crate::assessment::Compensation;
use crate::facts::Reroute;
use crate::finding::Finding as Shared;
use crate::finding::india::Finding;
use crate::journey::{Journey, place};
use crate::missing_fact::MissingFact;
use crate::passenger::{self, RefusalRules};
use crate::reasoning::{NothingOwed, Reasoning};
use crate::timeline::{instant, minutes};

use super::sum::Share;
use super::{rule, sum};

/// An alternative that leaves within so many minutes of the booked time takes
/// the sum away.
const ONE_HOUR: i64 = 60;

/// One that leaves within so many gives the lower share.
const ONE_DAY: i64 = 24 * 60;

/// What is asked of the passenger.
const REFUSAL: RefusalRules = RefusalRules {
    check_in: rule::DENIED_BOARDING,
    grounds: rule::DENIED_BOARDING,
    volunteers: rule::DENIED_BOARDING,
    unless_told: true,
};

/// Notes whether boarding was refused and what is due. No cause excuses it.
pub fn judge(
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<Option<Compensation>, NothingOwed> {
    REFUSAL.against_the_will(journey, notes)?;
    notes.met(rule::DENIED_BOARDING, Shared::BoardingDenied);
    oversold(journey, notes)?;
    notes.met(rule::DENIED_BOARDING, Shared::NoExcuseForDenial);
    let share = share(journey, notes)?;
    Ok(share.and_then(|share| sum::share(share, journey, notes)))
}

/// Only an oversold flight counts; the cause says the same in other words.
fn oversold(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    match passenger::oversold(journey) {
        Some(true) => Ok(()),
        Some(false) => notes.fails(rule::DENIED_BOARDING, Finding::NotOversold),
        None => {
            let finding = Finding::OversoldUnknown;
            notes.open(rule::DENIED_BOARDING, finding, MissingFact::Oversold);
            Ok(())
        }
    }
}

/// The share of the fare, by the alternative; `None` where the passenger flew on and nobody
/// says by which. Else what is not shown of it does not help the carrier.
fn share(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<Option<Share>, NothingOwed> {
    let offer = journey.offer();
    let wait = offer.and_then(|offer| leaves_within(journey, &offer));
    if wait.is_some_and(|minutes| minutes <= ONE_HOUR) {
        notes.fails(rule::DENIED_SUM, Finding::AlternativeWithinHour)?;
    }
    if let Some(airport) = journey.flew_on_from() {
        let airport = place(airport);
        notes.open(
            rule::DENIED_SUM,
            Shared::FlewOn { airport },
            MissingFact::Reroute,
        );
        return Ok(None);
    }
    let declined =
        journey.facts.refund_chosen || offer.is_none_or(|offer| offer.accepted == Some(false));
    if declined {
        notes.met(rule::DENIED_SUM, Finding::NoAlternativeUsed);
        return Ok(Some(Share::HIGHER));
    }
    if wait.is_some_and(|minutes| minutes <= ONE_DAY) {
        notes.met(rule::DENIED_SUM, Finding::AlternativeWithinDay);
        return Ok(Some(Share::LOWER));
    }
    notes.met(rule::DENIED_SUM, Finding::AlternativeLater);
    Ok(Some(Share::HIGHER))
}

/// Minutes after the booked departure within which the alternative surely
/// left: its own departure, else its arrival, before which it must have left.
fn leaves_within(journey: &Journey<'_>, offer: &Reroute) -> Option<i64> {
    let early = journey.leaves_early(offer);
    early.map(i64::saturating_neg).or_else(|| {
        let (leg, from, _) = journey.refused_leg();
        let booked = instant(leg.scheduled_departure?, from)?;
        let arrival = instant(offer.arrival?, journey.destination())?;
        Some(minutes(booked, arrival))
    })
}
