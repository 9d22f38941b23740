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
    limitation::earliest(&courts(scheme, journey), journey.day, data)
}

/// The courts whose periods go: the one given, else those the passenger may choose.
fn courts(scheme: &Scheme, journey: &Journey<'_>) -> Vec<Forum> {
    if let Some(forum) = journey.facts.forum {
        return vec![forum];
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
    courts
}

/// The last day of a claim by the longest period in any court that may hear it: those of
/// departure and arrival, and of the airline's seat (Art 4, 7 and 63 Regulation (EU)
/// 1215/2012). `None`: a court whose period nobody knows hears it for ever.
pub fn last_day_anywhere(
    scheme: &Scheme,
    journey: &Journey<'_>,
    data: &impl ReferenceData,
) -> Option<Date> {
    let mut courts = courts(scheme, journey);
    let inside = |state: &Country| {
        let zone = data.zone(*state, journey.day);
        zone.is_some_and(Zone::is_community)
    };
    if scheme.regime == Regime::Eu261 && journey.facts.forum.is_none() {
        let debtors = std::iter::once(&journey.debtor).chain(&journey.perhaps);
        let seats = debtors.filter_map(|debtor| debtor.licence).filter(inside);
        courts.extend(seats.map(Forum::Country));
    }
    let ends = courts
        .iter()
        .map(|forum| limitation::deadline(*forum, journey.day, data)?.longest);
    ends.collect::<Option<Vec<Date>>>()?.into_iter().max()
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
