//! Whether a journey falls under the Regulations: an airport in Canada, and the
//! day. The carrier does not matter.

use jiff::civil::{Date, date};

use crate::assessment::Step;
use crate::code::Country;
use crate::finding::Finding as Shared;
use crate::finding::canada::Finding;
use crate::journey::{Journey, place};
use crate::reference::Airport;

use super::rule;

/// First day of flights the Regulations cover; those on delays and
/// cancellations followed later.
const SINCE: Date = date(2019, 7, 15);

/// The step by which a journey is covered.
///
/// # Errors
///
/// The step on which the scope fails.
pub fn scope(journey: &Journey<'_>) -> Result<Step, Step> {
    let airports = journey.airports();
    let Some(airport) = airports.into_iter().find(|airport| in_canada(airport)) else {
        let finding = Finding::OutsideTerritory {
            origin: place(journey.origin()),
            destination: place(journey.destination()),
        };
        return Err(Step::failed(rule::TERRITORY, finding));
    };
    let day = journey.day;
    if day < SINCE {
        return Err(Step::failed(
            rule::IN_FORCE,
            Shared::BeforeLaw { day, since: SINCE },
        ));
    }
    let airport = place(airport);
    Ok(Step::met(
        rule::TERRITORY,
        Finding::TouchesCanada { airport },
    ))
}

/// Whether an airport lies in Canada.
pub fn in_canada(airport: &Airport) -> bool {
    airport.country == Country::CA
}
