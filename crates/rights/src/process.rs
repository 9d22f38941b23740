//! What comes after the claim to the airline.

use jiff::civil::Date;

use crate::assessment::{Mediation, Process};
use crate::code::{Country, Forum};
use crate::journey::Journey;
use crate::reference::ReferenceData;
use crate::regime::Regime;
use crate::regulation261;

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

/// Whom to turn to, after how long, and what the airline and the courts ask for
/// before. `assessed_on` is the day of the claim.
pub fn process(
    regime: Regime,
    journey: &Journey<'_>,
    assessed_on: Date,
    data: &impl ReferenceData,
) -> Option<Process> {
    let country = country(regime, journey)?;
    let mut bodies = data.bodies(country)?;
    let own = data.conciliation(bodies.country, journey.debtor.code, journey.day);
    bodies.conciliation = own.map(|body| body.name).or(bodies.conciliation);
    let european = regime == Regime::Eu261;
    let clocks = || regulation261::airline_clocks(journey, data);
    Some(Process {
        wait_days: bodies.wait_days,
        bodies,
        airline_clocks: european.then(clocks).flatten(),
        mediation: european
            .then(|| mediation(country, journey, assessed_on, data))
            .flatten(),
    })
}

/// The mediation before the court given, else before those of the bodies' country.
fn mediation(
    country: Country,
    journey: &Journey<'_>,
    assessed_on: Date,
    data: &impl ReferenceData,
) -> Option<Mediation> {
    let country = match journey.facts.forum {
        None => country,
        Some(Forum::Country(forum)) => forum,
        Some(Forum::Scotland) => return None,
    };
    let bodies = data.bodies(country)?;
    let rule = bodies.mediation?;
    if journey.day <= rule.flights_until || assessed_on < rule.claims_before {
        return None;
    }
    let may_have_claimed = journey.day < rule.claims_before;
    Some(Mediation {
        country,
        mediator: bodies.conciliation,
        since: rule.since,
        unless_claimed_before: may_have_claimed.then_some(rule.claims_before),
    })
}
