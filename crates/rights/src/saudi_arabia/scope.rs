//! Whether a journey falls under the regulations: day and territory. Any
//! carrier.

use jiff::civil::{Date, date};

use crate::assessment::Step;
use crate::code::Country;
use crate::finding::Finding as Shared;
use crate::finding::saudi_arabia::Finding;
use crate::journey::{Journey, place};
use crate::missing_fact::MissingFact;
use crate::reasoning::Reasoning;
use crate::reference::Airport;

use super::rule;

/// First day of flights the regulations cover.
const SINCE: Date = date(2023, 11, 20);

/// Notes the scope: a start or an end in Saudi Arabia. Whether a change of
/// planes there is enough no source says.
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
    let saudi = |airport: &&Airport| airport.country == Country::SA;
    let ends = [journey.origin(), journey.destination()];
    if let Some(inside) = ends.into_iter().find(saudi) {
        let airport = place(inside);
        notes.met(rule::TERRITORY, Finding::TouchesSaudiArabia { airport });
        return Ok(());
    }
    if let Some(stop) = journey.stops.iter().map(|(from, _)| from).find(saudi) {
        let airport = place(stop);
        let finding = Finding::ChangesPlanes { airport };
        notes.open(
            rule::CHANGE_OF_PLANES,
            finding,
            MissingFact::TerritoryStatus,
        );
        return Ok(());
    }
    let finding = Finding::OutsideTerritory {
        origin: place(journey.origin()),
        destination: place(journey.destination()),
    };
    Err(Step::failed(rule::TERRITORY, finding))
}
