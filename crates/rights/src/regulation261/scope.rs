//! Whether a journey falls under the law: day, territory, carrier (Art 3(1)).

use crate::assessment::Step;
use crate::code::Country;
use crate::finding::Finding;
use crate::journey::{Journey, place};
use crate::missing_fact::MissingFact;
use crate::reference::{Airport, ReferenceData, Zone};
use crate::regime::Regime;
use crate::rule::Rule;

use super::rule;
use super::scheme::Scheme;
use super::territory::{copied_by, in_community, is_gibraltar, is_open_licence};

/// Where a journey stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scope {
    /// Covered, by this step.
    Inside(Step),
    /// A fact or a person has to decide.
    Open(Step, MissingFact),
    /// Not covered, for this step.
    Outside(Step),
}

/// Decides the scope of a journey.
pub fn scope(scheme: &Scheme, journey: &Journey<'_>, data: &impl ReferenceData) -> Scope {
    if let Some(step) = not_in_force(scheme, journey).or_else(|| helicopter(journey)) {
        return Scope::Outside(step);
    }
    match scheme.regime {
        Regime::Uk261 => united_kingdom(journey, data),
        _ => match community(journey, data) {
            Scope::Outside(step) => Scope::Outside(copied_law(journey).unwrap_or(step)),
            scope => scope,
        },
    }
}

/// The law does not reach back (Art 19; SI 2019/278).
fn not_in_force(scheme: &Scheme, journey: &Journey<'_>) -> Option<Step> {
    let rule = if scheme.regime == Regime::Uk261 {
        rule::UK_IN_FORCE
    } else {
        rule::IN_FORCE
    };
    let finding = Finding::BeforeLaw {
        day: journey.day,
        since: scheme.since,
    };
    (journey.day < scheme.since).then(|| unmet(rule, finding))
}

/// Only motorised fixed-wing aircraft are covered (Art 3(4)).
fn helicopter(journey: &Journey<'_>) -> Option<Step> {
    let (_, from, to) = journey.disrupted_leg();
    let airport = [from, to]
        .into_iter()
        .find(|airport| airport.helicopters_only)?;
    let finding = Finding::HelicopterFlight {
        airport: place(airport),
    };
    Some(unmet(rule::FIXED_WING, finding))
}

/// Art 3(1) Regulation 261/2004.
fn community(journey: &Journey<'_>, data: &impl ReferenceData) -> Scope {
    let (origin, destination) = (journey.origin(), journey.destination());
    let inside = |airport| in_community(airport, journey.day);
    match (inside(origin), inside(destination)) {
        (Some(true), _) => Scope::Inside(leaves_community(origin, destination)),
        (None, Some(true)) => into_community_from_unclear(journey, data),
        (None, _) => unclear(origin),
        (Some(false), Some(false)) => Scope::Outside(outside_territory(journey)),
        (Some(false), entering) => match carrier(journey, data) {
            Licence::Unknown => licence_unknown(journey),
            Licence::Open(licence) => licence_open(journey, licence),
            Licence::Zone(zone, licence) if zone.is_community() => match entering {
                None => unclear(destination),
                Some(_) => Scope::Inside(enters_community(journey, licence)),
            },
            Licence::Zone(_, licence) => Scope::Outside(carrier_not_covered(journey, licence)),
        },
    }
}

/// Art 3(1) of the United Kingdom's text, three limbs.
fn united_kingdom(journey: &Journey<'_>, data: &impl ReferenceData) -> Scope {
    let (origin, destination) = (journey.origin(), journey.destination());
    let into_uk = destination.zone == Zone::UnitedKingdom;
    if origin.zone == Zone::UnitedKingdom {
        let airport = place(origin);
        return Scope::Inside(met(rule::DEPARTURE_INSIDE, Finding::StartsInUk { airport }));
    }
    if !into_uk && !destination.zone.is_treaty_territory() {
        return Scope::Outside(outside_territory(journey));
    }
    let code = journey.debtor.code;
    let (found, destination) = (carrier(journey, data), place(destination));
    match found {
        Licence::Unknown => licence_unknown(journey),
        Licence::Open(licence) if into_uk => licence_open(journey, licence),
        Licence::Zone(zone, licence)
            if into_uk && (zone == Zone::UnitedKingdom || zone.is_treaty_territory()) =>
        {
            let finding = Finding::ArrivesInUkOnCoveredCarrier {
                destination,
                carrier: code,
                licence,
            };
            Scope::Inside(met(rule::ARRIVAL_ON_COVERED_CARRIER, finding))
        }
        // No Member State granted it (Art 2(c)).
        Licence::Zone(zone, licence) if into_uk && zone.is_community() => {
            let step = unmet(
                rule::UK_FOREIGN_LICENCE,
                Finding::LicenceNotOfMemberState {
                    carrier: code,
                    licence,
                },
            );
            Scope::Open(step, MissingFact::LicenceStatus)
        }
        Licence::Zone(Zone::UnitedKingdom, licence) => {
            let finding = Finding::ArrivesInEuOnUkCarrier {
                destination,
                carrier: code,
                licence,
            };
            Scope::Inside(met(rule::ARRIVAL_IN_EU_ON_UK_CARRIER, finding))
        }
        Licence::Open(licence) | Licence::Zone(_, licence) => {
            Scope::Outside(carrier_not_covered(journey, licence))
        }
    }
}

/// What is known of the carrier's licence.
enum Licence {
    /// Nothing.
    Unknown,
    /// It is of an overseas country, and whether that makes a Community carrier
    /// is not settled.
    Open(Country),
    /// The zone of the state that gave it, on the day of the journey.
    Zone(Zone, Country),
}

/// The licence of the airline that answers (Art 2(c)).
fn carrier(journey: &Journey<'_>, data: &impl ReferenceData) -> Licence {
    match journey.debtor.licence {
        Some(licence) if is_open_licence(licence) => Licence::Open(licence),
        Some(licence) => data
            .zone(licence, journey.day)
            .map_or(Licence::Unknown, |zone| Licence::Zone(zone, licence)),
        None => Licence::Unknown,
    }
}

/// A departure from inside: by the Treaty, or by which agreement.
fn leaves_community(origin: &Airport, destination: &Airport) -> Step {
    let airport = place(origin);
    let rule = match origin.zone {
        Zone::Eea => rule::DEPARTURE_IN_EEA,
        Zone::Switzerland if !destination.zone.is_community() => rule::SWISS_DEPARTURE_ABROAD,
        Zone::Switzerland => rule::DEPARTURE_IN_SWITZERLAND,
        _ => {
            return met(rule::DEPARTURE_INSIDE, Finding::StartsInEu { airport });
        }
    };
    met(rule, Finding::StartsInEeaOrSwitzerland { airport })
}

/// An arrival from outside on a covered airline.
fn enters_community(journey: &Journey<'_>, licence: Country) -> Step {
    let finding = Finding::ArrivesInEuOnEuCarrier {
        origin: place(journey.origin()),
        destination: place(journey.destination()),
        carrier: journey.debtor.code,
        licence,
    };
    met(rule::ARRIVAL_ON_COVERED_CARRIER, finding)
}

/// From a place whose standing is open into the territory. On an airline with a
/// licence from there it makes no difference whether the departure brings the
/// journey in or the arrival does, and either way the sum goes by the distance.
fn into_community_from_unclear(journey: &Journey<'_>, data: &impl ReferenceData) -> Scope {
    match carrier(journey, data) {
        Licence::Zone(zone, licence) if zone.is_community() => {
            let finding = Finding::CoveredEitherWay {
                origin: place(journey.origin()),
                destination: place(journey.destination()),
                carrier: journey.debtor.code,
                licence,
            };
            Scope::Inside(met(rule::COVERED_EITHER_WAY, finding))
        }
        Licence::Zone(..) | Licence::Open(_) | Licence::Unknown => unclear(journey.origin()),
    }
}

/// A place whose standing a person decides.
fn unclear(airport: &Airport) -> Scope {
    let rule = if is_gibraltar(airport) {
        rule::GIBRALTAR
    } else {
        rule::DISPUTED_TERRITORY
    };
    let airport = place(airport);
    let step = unmet(rule, Finding::TerritoryUnclear { airport });
    Scope::Open(step, MissingFact::TerritoryStatus)
}

fn outside_territory(journey: &Journey<'_>) -> Step {
    let finding = Finding::OutsideTerritory {
        origin: place(journey.origin()),
        destination: place(journey.destination()),
    };
    unmet(rule::TERRITORY, finding)
}

/// Out of scope, and a state at one end has a law of its own like this one.
fn copied_law(journey: &Journey<'_>) -> Option<Step> {
    let finding = Finding::NationalLawMayApply {
        origin: place(journey.origin()),
        destination: place(journey.destination()),
        country: copied_by(journey)?,
    };
    Some(unmet(rule::COPIED_LAW, finding))
}

fn licence_unknown(journey: &Journey<'_>) -> Scope {
    let finding = Finding::CarrierLicenceUnknown {
        destination: place(journey.destination()),
        carrier: journey.debtor.code,
    };
    let step = unmet(rule::ARRIVAL_ON_COVERED_CARRIER, finding);
    Scope::Open(step, MissingFact::CarrierLicence)
}

fn licence_open(journey: &Journey<'_>, licence: Country) -> Scope {
    let finding = Finding::LicenceStanding {
        carrier: journey.debtor.code,
        licence,
    };
    let step = unmet(rule::OVERSEAS_LICENCE, finding);
    Scope::Open(step, MissingFact::LicenceStatus)
}

fn carrier_not_covered(journey: &Journey<'_>, licence: Country) -> Step {
    let finding = Finding::CarrierNotCovered {
        destination: place(journey.destination()),
        carrier: journey.debtor.code,
        licence,
    };
    unmet(rule::ARRIVAL_ON_COVERED_CARRIER, finding)
}

fn met(rule: Rule, finding: Finding) -> Step {
    Step::met(rule, finding)
}

fn unmet(rule: Rule, finding: Finding) -> Step {
    Step::failed(rule, finding)
}
