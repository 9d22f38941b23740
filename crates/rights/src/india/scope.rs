//! Whether a journey falls under the Indian rules: territory, then carrier.

use crate::assessment::Step;
use crate::code::Country;
use crate::finding::india::Finding;
use crate::journey::{Journey, place};

use super::rule;

/// Where a journey stands that touches India.
pub enum Scope {
    /// Covered, by this step.
    Inside(Step),
    /// The licence of the carrier is not known.
    LicenceOpen(Finding),
}

/// Decides the scope: an Indian airline, and an airport of the journey in India.
pub fn of(journey: &Journey<'_>) -> Result<Scope, Step> {
    let airports = journey.airports();
    let in_india = airports.into_iter().find(|a| a.country == Country::IN);
    let Some(airport) = in_india else {
        let (origin, destination) = (place(journey.origin()), place(journey.destination()));
        let finding = Finding::OutsideTerritory {
            origin,
            destination,
        };
        return Err(Step::failed(rule::TERRITORY, finding));
    };
    let carrier = journey.debtor.code;
    match journey.debtor.licence {
        None => Ok(Scope::LicenceOpen(Finding::LicenceUnknown { carrier })),
        Some(Country::IN) => {
            let airport = place(airport);
            let finding = Finding::IndianCarrier { airport, carrier };
            Ok(Scope::Inside(Step::met(rule::CARRIER, finding)))
        }
        Some(licence) => Err(Step::failed(
            rule::CARRIER,
            Finding::ForeignCarrier { carrier, licence },
        )),
    }
}
