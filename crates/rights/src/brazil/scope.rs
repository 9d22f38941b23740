//! Whether a journey falls under the Resolution: an airport in Brazil, and the
//! day. The airline does not matter.

use jiff::civil::{Date, date};

use crate::assessment::Step;
use crate::code::Country;
use crate::finding::Finding as Shared;
use crate::finding::brazil::Finding;
use crate::journey::{Journey, place};
use crate::reference::Airport;

use super::rule;

/// The day from which the Resolution applies.
const SINCE: Date = date(2017, 3, 14);

/// The step by which a journey is covered: any airport of it will do.
///
/// # Errors
///
/// The step on which the scope fails.
pub fn scope(journey: &Journey<'_>) -> Result<Step, Step> {
    let airports = journey.airports();
    let Some(airport) = airports.into_iter().find(|airport| in_brazil(airport)) else {
        let (origin, destination) = (place(journey.origin()), place(journey.destination()));
        let finding = Finding::OutsideTerritory {
            origin,
            destination,
        };
        return Err(Step::failed(rule::TERRITORY, finding));
    };
    if journey.day < SINCE {
        let finding = Shared::BeforeLaw {
            day: journey.day,
            since: SINCE,
        };
        return Err(Step::failed(rule::IN_FORCE, finding));
    }
    let finding = Finding::TouchesBrazil {
        airport: place(airport),
    };
    Ok(Step::met(rule::TERRITORY, finding))
}

/// Whether an airport lies in Brazil.
pub fn in_brazil(airport: &Airport) -> bool {
    airport.country == Country::BR
}
