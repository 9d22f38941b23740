//! Whether a journey falls under the law: day and territory. Any carrier.

use jiff::civil::{Date, date};

use crate::assessment::Step;
use crate::code::Country;
use crate::finding::Finding as Shared;
use crate::finding::israel::Finding;
use crate::journey::{Journey, place};
use crate::reasoning::Reasoning;
use crate::reference::Airport;

use super::rule;

/// First day of flights the law covers.
const SINCE: Date = date(2012, 8, 16);

/// Notes the scope: a start, an end or a stop in Israel.
///
/// # Errors
///
/// The step on which it fails.
pub fn scope(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), Step> {
    let (day, since) = (journey.day, SINCE);
    if day < since {
        return Err(Step::failed(
            rule::IN_FORCE,
            Shared::BeforeLaw { day, since },
        ));
    }
    let mut airports = journey.airports();
    let Some(inside) = airports.find(|airport| in_israel(airport)) else {
        let finding = Finding::OutsideTerritory {
            origin: place(journey.origin()),
            destination: place(journey.destination()),
        };
        return Err(Step::failed(rule::TERRITORY, finding));
    };
    let airport = place(inside);
    notes.met(rule::TERRITORY, Finding::TouchesIsrael { airport });
    Ok(())
}

/// Whether an airport lies in Israel.
pub fn in_israel(airport: &Airport) -> bool {
    airport.country == Country::IL
}
