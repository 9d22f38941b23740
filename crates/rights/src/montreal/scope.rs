//! Whether a journey falls under the Convention: day, carriage, carrier.

use jiff::civil::{Date, date};

use crate::assessment::Step;
use crate::code::Country;
use crate::finding::Finding as Shared;
use crate::finding::montreal::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::reference::{ReferenceData, Zone};

use super::carriage::{self, Carriage};
use super::rule;

/// The day the Convention came into force.
const SINCE: Date = date(2003, 11, 4);

/// The day Regulation (EC) 889/2002 put the Convention into Regulation 2027/97.
const EUROPEAN_SINCE: Date = date(2004, 6, 28);

/// Where a journey stands.
pub enum Scope {
    /// Covered, by this step.
    Inside(Step),
    /// A fact or a person has to decide.
    Open(Step, MissingFact),
    /// Not covered, for this step.
    Outside(Step),
}

/// Decides the scope of a journey. What the carriage leaves open the licence of
/// the airline may settle.
pub fn of(journey: &Journey<'_>, data: &impl ReferenceData) -> Scope {
    if journey.day < SINCE {
        let (day, since) = (journey.day, SINCE);
        return Scope::Outside(Step {
            rule: rule::IN_FORCE,
            met: false,
            finding: Shared::BeforeLaw { day, since },
        });
    }
    let carriage = carriage::of(journey, data);
    if let Carriage::International(finding) = carriage {
        return Scope::Inside(Step::met(rule::CARRIAGE, finding));
    }
    let carrier = journey.debtor.code;
    match licence(journey, data) {
        Some((zone, licence)) if is_european(zone) && journey.day >= EUROPEAN_SINCE => {
            Scope::Inside(Step::met(
                rule::EUROPEAN_CARRIER,
                Finding::EuropeanCarrier { carrier, licence },
            ))
        }
        known => by_carriage(carriage, known.is_none(), journey),
    }
}

/// What the carriage says where the licence does not settle it.
fn by_carriage(carriage: Carriage, licence_unknown: bool, journey: &Journey<'_>) -> Scope {
    let failed = |rule, finding: Finding| Step {
        rule,
        met: false,
        finding: finding.into(),
    };
    match carriage {
        Carriage::Open(rule, finding) => {
            Scope::Open(failed(rule, finding), MissingFact::TreatyStatus)
        }
        _ if licence_unknown && europe_is_near(journey) => {
            let carrier = journey.debtor.code;
            let step = failed(rule::EUROPEAN_CARRIER, Finding::LicenceUnknown { carrier });
            Scope::Open(step, MissingFact::CarrierLicence)
        }
        Carriage::NotCovered(finding) => Scope::Outside(failed(rule::CARRIAGE, finding)),
        Carriage::International(finding) => Scope::Inside(Step::met(rule::CARRIAGE, finding)),
    }
}

/// The licence of the airline that answers, and its zone on the day.
fn licence(journey: &Journey<'_>, data: &impl ReferenceData) -> Option<(Zone, Country)> {
    let licence = journey.debtor.licence?;
    Some((data.zone(licence, journey.day)?, licence))
}

fn is_european(zone: Zone) -> bool {
    zone.is_community() || zone == Zone::UnitedKingdom
}

/// An airline nobody knows may be European where an end of the journey is; it
/// does not fly inland elsewhere.
fn europe_is_near(journey: &Journey<'_>) -> bool {
    let mut ends = [journey.origin(), journey.destination()].into_iter();
    ends.any(|airport| is_european(airport.zone))
}
