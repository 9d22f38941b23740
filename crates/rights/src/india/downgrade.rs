//! A lower class than paid for (para 3.2A, in force since 15 February 2023): a share
//! of the ticket with taxes, three quarters inland, by distance abroad.

use jiff::civil::{Date, date};

use crate::assessment::Compensation;
use crate::code::Country;
use crate::distance::kilometres;
use crate::finding::Finding as Shared;
use crate::finding::india::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::passenger::{one_airline_downgraded, sat_as_booked};
use crate::reasoning::{NothingOwed, Reasoning};
use crate::reference::{Airport, ReferenceData};
use crate::sum::{full, note_near_limit};
use crate::value::Percent;

use super::rule;

/// The day from which the shares are due.
const SINCE: Date = date(2023, 2, 15);

/// The share inland.
const DOMESTIC: Percent = 75;

/// Limits of the bands in kilometres, abroad.
const LIMITS: [f64; 2] = [1500.0, 3500.0];

/// The share of a flight, and its distance where that decides.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Share {
    percent: Percent,
    km: Option<f64>,
}

impl Share {
    fn of(from: &Airport, to: &Airport) -> Self {
        if from.country == Country::IN && to.country == Country::IN {
            return Self {
                percent: DOMESTIC,
                km: None,
            };
        }
        let km = kilometres(from, to);
        let percent = match km {
            km if km <= LIMITS[0] => 30,
            km if km <= LIMITS[1] => 50,
            _ => 75,
        };
        Self {
            percent,
            km: Some(km),
        }
    }
}

/// Notes the lower class, its share and the price.
pub fn judge(
    journey: &Journey<'_>,
    data: &impl ReferenceData,
    notes: &mut Reasoning,
) -> Result<Option<Compensation>, NothingOwed> {
    let facts = journey.facts;
    if !facts.travelled || facts.refund_chosen {
        notes.fails(rule::SAME_CLASS, Shared::NobodyDowngraded)?;
    }
    if sat_as_booked(journey) {
        notes.fails(rule::SAME_CLASS, Shared::ClassNotLower)?;
    }
    if journey.day < SINCE {
        let finding = Finding::DowngradeUnconfirmed;
        notes.open(
            rule::DOWNGRADE_BEFORE,
            finding,
            MissingFact::UnconfirmedRule,
        );
        return Ok(None);
    }
    notes.met(rule::DOWNGRADE, Shared::FlownInLowerClass);
    let share = share(journey, data, notes);
    let fare = facts.leg_fare.filter(|fare| fare.minor > 0);
    let Some(fare) = fare else {
        let finding = Finding::TicketPriceUnknown;
        notes.open(rule::TICKET_PRICE, finding, MissingFact::LegFare);
        return Ok(None);
    };
    let Some(Share { percent, km }) = share else {
        return Ok(None);
    };
    let amount = fare.percent(percent);
    let share = percent;
    let finding = match km {
        None => Finding::DowngradeInland {
            fare,
            share,
            amount,
        },
        Some(km) => Finding::DowngradeAbroad {
            km,
            fare,
            share,
            amount,
        },
    };
    notes.met(rule::DOWNGRADE, finding);
    Ok(Some(full(amount)))
}

/// The share of the downgraded flight. Where nobody says which of several it was,
/// all must give the same one, and be of one airline.
fn share(journey: &Journey<'_>, data: &impl ReferenceData, notes: &mut Reasoning) -> Option<Share> {
    let flights = journey.perhaps_downgraded().into_iter();
    let shares: Vec<Share> = flights
        .filter_map(|index| journey.stops.get(index))
        .map(|(from, to)| Share::of(from, to))
        .collect();
    let first = *shares.first()?;
    let one_airline = one_airline_downgraded(journey, data);
    if !one_airline || shares.iter().any(|other| other.percent != first.percent) {
        let finding = Shared::DowngradedLegUnknown;
        notes.open(rule::DOWNGRADE, finding, MissingFact::DowngradedLeg);
        return None;
    }
    if let Some(km) = first.km {
        note_near_limit(rule::DOWNGRADE, km, &LIMITS, notes);
    }
    Some(first)
}
