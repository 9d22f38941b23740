//! Whether a journey falls under these rules: an airport in the United States
//! or in one of their territories. The carrier does not matter.

use crate::assessment::Step;
use crate::finding::united_states::Finding;
use crate::journey::{Journey, place};
use crate::reference::Airport;

use super::rule;

/// The step by which a journey is covered.
///
/// # Errors
///
/// The step on which the scope fails.
pub fn scope(journey: &Journey<'_>) -> Result<Step, Step> {
    let airports = journey.airports();
    let found = airports.into_iter().find(|airport| inside(airport));
    let finding = found.map_or_else(
        || Finding::OutsideTerritory {
            origin: place(journey.origin()),
            destination: place(journey.destination()),
        },
        |airport| Finding::TouchesUnitedStates {
            airport: place(airport),
        },
    );
    let step = Step {
        rule: rule::TERRITORY,
        met: found.is_some(),
        finding: finding.into(),
    };
    if step.met { Ok(step) } else { Err(step) }
}

/// Whether an airport lies in the United States, their territories included.
pub fn inside(airport: &Airport) -> bool {
    airport.country.is_american()
}

/// Interstate transportation: both ends of the journey are inside. Every other
/// journey is foreign transportation, its flights between two states included.
pub fn is_domestic(journey: &Journey<'_>) -> bool {
    inside(journey.origin()) && inside(journey.destination())
}

/// Whether the journey never leaves the country, not even to change aircraft;
/// an agreed stop abroad makes it international carriage (Montreal Convention,
/// Art 1(2)).
pub fn is_wholly_domestic(journey: &Journey<'_>) -> bool {
    let stops = journey.stops.iter();
    stops.flat_map(|(from, to)| [from, to]).all(inside)
}
