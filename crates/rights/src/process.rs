//! What comes after the claim to the airline.

use crate::assessment::Process;
use crate::code::Country;
use crate::journey::Journey;
use crate::reference::ReferenceData;
use crate::regime::Regime;

/// The country whose bodies hear a complaint under a regime. Under Regulation
/// 261/2004 that of departure, else that of arrival (Art 16); the Montreal
/// Convention has courts only (Art 33).
fn country(regime: Regime, journey: &Journey<'_>) -> Option<Country> {
    Some(match regime {
        Regime::Eu261 => {
            [journey.origin(), journey.destination()]
                .into_iter()
                .find(|airport| airport.zone.is_community())?
                .country
        }
        Regime::Uk261 => Country::GB,
        Regime::CaAppr => Country::CA,
        Regime::TrShy => Country::TR,
        Regime::IlAsl => Country::IL,
        Regime::BrAnac400 => Country::BR,
        Regime::InDgca => Country::IN,
        Regime::SaGaca => Country::SA,
        Regime::UsDot => Country::US,
        Regime::Mc99 => return None,
    })
}

/// Whom to turn to, and after how long.
pub fn process(
    regime: Regime,
    journey: &Journey<'_>,
    data: &impl ReferenceData,
) -> Option<Process> {
    let mut bodies = data.bodies(country(regime, journey)?)?;
    let own = data.conciliation(bodies.country, journey.debtor.code, journey.day);
    bodies.conciliation = own.or(bodies.conciliation);
    Some(Process {
        wait_days: bodies.wait_days,
        bodies,
    })
}
