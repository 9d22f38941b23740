//! Whether a journey falls under the Regulations: an airport in Canada, and the
//! day. The carrier does not matter.

use jiff::civil::{Date, date};

use crate::assessment::Step;
use crate::code::Country;
use crate::finding::Finding as Shared;
use crate::journey::{Journey, place};
use crate::reference::Airport;

use super::finding::Finding;
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
    let airports = journey.stops.iter().flat_map(|(from, to)| [from, to]);
    let Some(airport) = airports.into_iter().find(|airport| in_canada(airport)) else {
        let finding = Finding::OutsideTerritory {
            origin: place(journey.origin()),
            destination: place(journey.destination()),
        };
        return Err(Step {
            rule: rule::TERRITORY,
            met: false,
            finding: finding.into(),
        });
    };
    let day = journey.day;
    if day < SINCE {
        return Err(Step {
            rule: rule::IN_FORCE,
            met: false,
            finding: Shared::BeforeLaw { day, since: SINCE },
        });
    }
    let airport = place(airport);
    Ok(Step {
        rule: rule::TERRITORY,
        met: true,
        finding: Finding::TouchesCanada { airport }.into(),
    })
}

/// Whether an airport lies in Canada.
pub fn in_canada(airport: &Airport) -> bool {
    airport.country == Country::CA
}
