//! Which courts, and by when.

use jiff::civil::Date;

use crate::assessment::Deadline;
use crate::code::{Country, Forum};
use crate::journey::Journey;
use crate::limitation;
use crate::reference::{Airport, ReferenceData, Zone};
use crate::regime::Regime;

use super::rule;
use super::scheme::Scheme;
use crate::reasoning::{NothingOwed, Reasoning};

/// The deadline: of the court given, else the earliest of those the passenger
/// may choose, the courts of departure and of arrival (C-204/08 Rehder). The
/// United Kingdom's version is law in its own courts, and at a Scottish airport
/// in those of Scotland as well.
pub fn deadline(
    scheme: &Scheme,
    journey: &Journey<'_>,
    data: &impl ReferenceData,
) -> Option<Deadline> {
    if let Some(forum) = journey.facts.forum {
        return limitation::deadline(forum, journey.day, data);
    }
    let uk = scheme.regime == Regime::Uk261;
    let applies = |airport: &&Airport| airport.zone.is_community() || airport.zone == Zone::Review;
    let ends = [journey.origin(), journey.destination()];
    let mut courts: Vec<Forum> = if uk {
        vec![Forum::Country(Country::GB)]
    } else {
        let inside = ends.into_iter().filter(applies);
        inside
            .map(|airport| Forum::Country(airport.country))
            .collect()
    };
    let scottish = |airport: &&Airport| airport.scottish && (uk || applies(airport));
    if ends.iter().any(scottish) {
        courts.push(Forum::Scotland);
    }
    limitation::earliest(&courts, journey.day, data)
}

/// A claim is refused as too late only in the court given and only after the
/// longest period any source names; before that it is a warning.
pub fn time_bar(
    scheme: &Scheme,
    journey: &Journey<'_>,
    assessed_on: Date,
    data: &impl ReferenceData,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    let deadline = deadline(scheme, journey, data);
    limitation::time_bar_in_court(rule::LIMITATION, deadline, journey, assessed_on, notes)
}
