//! How places stand to the Community: inside, outside, by agreement, disputed.

use jiff::civil::{Date, date};

use crate::code::Country;
use crate::finding::Finding;
use crate::journey::{Journey, place};
use crate::missing_fact::MissingFact;
use crate::reasoning::Reasoning;
use crate::reference::{Airport, Zone};

use super::rule;

/// From here on the treaty between the European Union and the United Kingdom
/// on Gibraltar may have changed what Art 1(3) says. Its effect is not confirmed.
const GIBRALTAR_OPEN: Date = date(2026, 1, 1);

/// Neighbours of the European Union that have copied Regulation 261/2004 into
/// their own law, to different degrees: partners of the European Common Aviation
/// Area and of the agreements with Georgia, Moldova and Ukraine.
const COPIED: [&str; 9] = ["RS", "ME", "MK", "BA", "AL", "XK", "MD", "GE", "UA"];

/// French and Danish overseas countries whose licences could not be confirmed to
/// be ones under Regulation 1008/2008: Air Tahiti Nui, Aircalin, Atlantic
/// Airways, Air Greenland.
const OVERSEAS_LICENCES: [&str; 7] = ["PF", "NC", "WF", "PM", "BL", "FO", "GL"];

/// Whether an airport lies where Regulation 261/2004 applies; `None`: a person
/// decides.
pub fn in_community(airport: &Airport, day: Date) -> Option<bool> {
    match airport.zone {
        Zone::Review if is_gibraltar(airport) => (day < GIBRALTAR_OPEN).then_some(false),
        Zone::Review => None,
        zone => Some(zone.is_community()),
    }
}

/// Whether an airport is that of Gibraltar, for which Art 1(3) suspends the law.
pub fn is_gibraltar(airport: &Airport) -> bool {
    airport.country == Country::GI
}

/// Whether both ends lie inside the Community: the Treaty's territory and, by
/// the agreements, the EEA and Switzerland. A disputed place is named where it
/// `matters`; Gibraltar is none, being outside the Treaty's territory whatever
/// becomes of Art 1(3).
///
/// # Errors
///
/// The airport whose standing a person has to decide.
pub fn within_community<'a>(
    from: &'a Airport,
    to: &'a Airport,
    matters: bool,
) -> Result<bool, &'a Airport> {
    let ends = [from, to];
    let open = |end: &&&Airport| end.zone == Zone::Review && !is_gibraltar(end);
    if ends
        .iter()
        .any(|end| !end.zone.is_community() && !open(&end))
    {
        return Ok(false);
    }
    match ends.iter().find(open) {
        Some(airport) if matters => Err(airport),
        disputed => Ok(disputed.is_none()),
    }
}

/// Notes a place whose standing decides and is not settled, once.
pub fn ask(airport: &Airport, notes: &mut Reasoning) {
    if notes.missing.contains(&MissingFact::TerritoryStatus) {
        return;
    }
    let airport = place(airport);
    notes.open(
        rule::DISPUTED_TERRITORY,
        Finding::TerritoryUnclear { airport },
        MissingFact::TerritoryStatus,
    );
}

/// Whether the only ends inside the Community are in Switzerland.
pub fn only_switzerland(journey: &Journey<'_>) -> bool {
    let ends = [journey.origin(), journey.destination()].map(|airport| airport.zone);
    let mut inside = ends
        .into_iter()
        .filter(|zone| zone.is_community())
        .peekable();
    inside.peek().is_some() && inside.all(|zone| zone == Zone::Switzerland)
}

/// The state at an end of a journey that has copied the law, if any.
pub fn copied_by(journey: &Journey<'_>) -> Option<Country> {
    [journey.origin(), journey.destination()]
        .into_iter()
        .map(|airport| airport.country)
        .find(|country| COPIED.contains(&country.as_str()))
}

/// Whether nobody could confirm how a licence of this country stands.
pub fn is_open_licence(licence: Country) -> bool {
    OVERSEAS_LICENCES.contains(&licence.as_str())
}
