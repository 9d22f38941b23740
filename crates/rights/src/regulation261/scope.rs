//! Whether a journey falls under the law: day, territory, carrier (Art 3(1)).

use crate::assessment::Step;
use crate::code::Country;
use crate::finding::Finding;
use crate::journey::{Journey, place};
use crate::missing_fact::MissingFact;
use crate::reference::{Airport, ReferenceData, Zone};
use crate::regime::Regime;

use super::rule;
use super::scheme::Scheme;

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
        _ => community(journey, data),
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
    (journey.day < scheme.since).then_some(Step {
        rule,
        met: false,
        finding,
    })
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
    Some(Step {
        rule: rule::FIXED_WING,
        met: false,
        finding,
    })
}

/// Whether an airport lies where Regulation 261/2004 applies; `None`: a person
/// decides. Gibraltar is out, because Art 1(3) is suspended for its airport.
fn in_community(airport: &Airport) -> Option<bool> {
    match airport.zone {
        Zone::Review if airport.country == Country::GI => Some(false),
        Zone::Review => None,
        zone => Some(zone.is_community()),
    }
}

/// Art 3(1) Regulation 261/2004.
fn community(journey: &Journey<'_>, data: &impl ReferenceData) -> Scope {
    let (origin, destination) = (journey.origin(), journey.destination());
    match (in_community(origin), in_community(destination)) {
        (Some(true), _) => Scope::Inside(leaves_community(origin)),
        (None, _) => unclear(origin),
        (Some(false), Some(false)) => Scope::Outside(outside_territory(journey)),
        (Some(false), entering) => match carrier(journey, data) {
            Licence::Unknown => licence_unknown(journey),
            Licence::Zone(zone, licence) if zone.is_community() => match entering {
                None => unclear(destination),
                Some(_) => Scope::Inside(Step {
                    rule: rule::ARRIVAL_ON_COVERED_CARRIER,
                    met: true,
                    finding: Finding::ArrivesInEuOnEuCarrier {
                        origin: place(origin),
                        destination: place(destination),
                        carrier: journey.debtor.code,
                        licence,
                    },
                }),
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
        let finding = Finding::StartsInUk {
            airport: place(origin),
        };
        return Scope::Inside(Step {
            rule: rule::DEPARTURE_INSIDE,
            met: true,
            finding,
        });
    }
    if !into_uk && !destination.zone.is_treaty_territory() {
        return Scope::Outside(outside_territory(journey));
    }
    let (carrier, destination) = (carrier(journey, data), place(destination));
    let code = journey.debtor.code;
    match carrier {
        Licence::Unknown => licence_unknown(journey),
        Licence::Zone(zone, licence)
            if into_uk && (zone == Zone::UnitedKingdom || zone.is_community()) =>
        {
            Scope::Inside(Step {
                rule: rule::ARRIVAL_ON_COVERED_CARRIER,
                met: true,
                finding: Finding::ArrivesInUkOnCoveredCarrier {
                    destination,
                    carrier: code,
                    licence,
                },
            })
        }
        Licence::Zone(Zone::UnitedKingdom, licence) => Scope::Inside(Step {
            rule: rule::ARRIVAL_IN_EU_ON_UK_CARRIER,
            met: true,
            finding: Finding::ArrivesInEuOnUkCarrier {
                destination,
                carrier: code,
                licence,
            },
        }),
        Licence::Zone(_, licence) => Scope::Outside(carrier_not_covered(journey, licence)),
    }
}

/// What is known of the carrier's licence.
enum Licence {
    /// Nothing.
    Unknown,
    /// The zone of the state that gave it, on the day of the journey.
    Zone(Zone, Country),
}

/// The licence of the airline that answers (Art 2(c)).
fn carrier(journey: &Journey<'_>, data: &impl ReferenceData) -> Licence {
    let known = journey.debtor.licence.and_then(|licence| {
        data.zone(licence, journey.day)
            .map(|zone| Licence::Zone(zone, licence))
    });
    known.unwrap_or(Licence::Unknown)
}

fn leaves_community(origin: &Airport) -> Step {
    let airport = place(origin);
    let finding = if origin.zone.is_treaty_territory() {
        Finding::StartsInEu { airport }
    } else {
        Finding::StartsInEeaOrSwitzerland { airport }
    };
    Step {
        rule: rule::DEPARTURE_INSIDE,
        met: true,
        finding,
    }
}

fn unclear(airport: &Airport) -> Scope {
    let finding = Finding::TerritoryUnclear {
        airport: place(airport),
    };
    let step = Step {
        rule: rule::DISPUTED_TERRITORY,
        met: false,
        finding,
    };
    Scope::Open(step, MissingFact::TerritoryStatus)
}

fn outside_territory(journey: &Journey<'_>) -> Step {
    let (origin, destination) = (place(journey.origin()), place(journey.destination()));
    let finding = Finding::OutsideTerritory {
        origin,
        destination,
    };
    Step {
        rule: rule::TERRITORY,
        met: false,
        finding,
    }
}

fn licence_unknown(journey: &Journey<'_>) -> Scope {
    let finding = Finding::CarrierLicenceUnknown {
        destination: place(journey.destination()),
        carrier: journey.debtor.code,
    };
    let step = Step {
        rule: rule::ARRIVAL_ON_COVERED_CARRIER,
        met: false,
        finding,
    };
    Scope::Open(step, MissingFact::CarrierLicence)
}

fn carrier_not_covered(journey: &Journey<'_>, licence: Country) -> Step {
    let finding = Finding::CarrierNotCovered {
        destination: place(journey.destination()),
        carrier: journey.debtor.code,
        licence,
    };
    Step {
        rule: rule::ARRIVAL_ON_COVERED_CARRIER,
        met: false,
        finding,
    }
}
