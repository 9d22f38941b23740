//! Whether a journey falls under the law: day, territory, carrier.

use jiff::civil::{Date, date};

use crate::assessment::Step;
use crate::code::Country;
use crate::finding::turkey::Finding;
use crate::finding::{Change, Finding as Shared};
use crate::journey::{Journey, place};
use crate::missing_fact::MissingFact;
use crate::reasoning::Reasoning;
use crate::reference::Airport;

use super::rule;

/// First day of flights the law covers.
const SINCE: Date = date(2012, 1, 1);

/// Whether an airport is a Turkish one.
pub fn is_turkish(airport: &Airport) -> bool {
    airport.country == Country::TR
}

/// Notes the scope: any carrier from Turkish airports, Turkish carriers to them
/// as well.
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
    let (origin, destination) = (journey.origin(), journey.destination());
    if is_turkish(origin) {
        let airport = place(origin);
        notes.met(rule::DEPARTURE, Finding::StartsInTurkey { airport });
        return Ok(());
    }
    if is_turkish(destination) {
        return arrival(journey, notes);
    }
    if let Some((change, _)) = journey.stops.iter().find(|(from, _)| is_turkish(from)) {
        let airport = place(change);
        let finding = Finding::ChangesPlanes { airport };
        notes.open(
            rule::CHANGE_OF_PLANES,
            finding,
            MissingFact::TerritoryStatus,
        );
        return Ok(());
    }
    let finding = Finding::OutsideTerritory {
        origin: place(origin),
        destination: place(destination),
    };
    Err(Step::failed(rule::TERRITORY, finding))
}

/// On the way in the licence of the airline decides.
fn arrival(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), Step> {
    let rule = rule::ARRIVAL_ON_TURKISH_CARRIER;
    let (destination, carrier) = (place(journey.destination()), journey.debtor.code);
    match journey.debtor.licence {
        Some(licence) if licence == Country::TR => {
            let finding = Finding::ArrivesOnTurkishCarrier {
                destination,
                carrier,
                licence,
            };
            notes.met(rule, finding);
        }
        Some(licence) => {
            let finding = Shared::CarrierNotCovered {
                destination,
                carrier,
                licence,
            };
            return Err(Step::failed(rule, finding));
        }
        None => {
            let finding = Shared::CarrierLicenceUnknown {
                destination,
                carrier,
            };
            notes.open(rule, finding, MissingFact::CarrierLicence);
            notes.changes.push(Change::CarrierLicence { carrier });
        }
    }
    Ok(())
}
