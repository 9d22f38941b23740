//! Whether a journey falls under the regulations: day, territory, and on the way in
//! the carrier.

use jiff::civil::{Date, date};

use crate::assessment::Step;
use crate::code::Country;
use crate::finding::saudi_arabia::Finding;
use crate::finding::{Change, Finding as Shared};
use crate::journey::{Journey, place};
use crate::missing_fact::MissingFact;
use crate::reasoning::Reasoning;
use crate::reference::Airport;

use super::rule;

/// First day of flights the regulations cover.
const SINCE: Date = date(2023, 11, 20);

/// Notes the scope: a start in Saudi Arabia, or an end there on a Saudi carrier.
/// Whether foreign carriers are bound on the way in the sources do not agree, and
/// whether a change of planes there is enough none says.
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
    if saudi(&journey.origin()) {
        let airport = place(journey.origin());
        notes.met(rule::TERRITORY, Finding::LeavesSaudiArabia { airport });
        return Ok(());
    }
    if saudi(&journey.destination()) {
        inbound(journey, notes);
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

/// On the way in the licence of the carrier may decide.
fn inbound(journey: &Journey<'_>, notes: &mut Reasoning) {
    let (airport, carrier) = (place(journey.destination()), journey.debtor.code);
    match journey.debtor.licence {
        Some(Country::SA) => {
            let finding = Finding::ArrivesOnSaudiCarrier { airport, carrier };
            notes.met(rule::TERRITORY, finding);
        }
        Some(licence) => {
            let finding = Finding::ArrivesOnForeignCarrier {
                airport,
                carrier,
                licence,
            };
            notes.open(rule::INBOUND_FOREIGN, finding, MissingFact::TerritoryStatus);
        }
        None => {
            let finding = Shared::CarrierLicenceUnknown {
                destination: airport,
                carrier,
            };
            notes.open(rule::INBOUND_FOREIGN, finding, MissingFact::CarrierLicence);
            notes.changes.push(Change::CarrierLicence { carrier });
        }
    }
}
