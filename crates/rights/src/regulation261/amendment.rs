//! Regulation (EU) 2026/2202: from when its text goes, for which journeys that is
//! open, and what it gives that the text of 2004 does not.
//!
//! The Official Journal itself was not seen, so its rules are `Probable` and every
//! answer says that a reviewer holds it against the text. Amended is what two
//! readings of it agree on; what they do not speak of is unchanged. Not coded,
//! because nobody confirmed it: a period for the claim, a limit of hotel nights,
//! the day of the booking instead of the flight's, the list of causes, which is said not
//! to be closed. Not carried either, for no disruption has to do with them: the free
//! correction of a name, the free personal item, the ban on no-show clauses.

use jiff::civil::Date;

use crate::assessment::{AirlineClocks, Right};
use crate::finding::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::reasoning::Reasoning;
use crate::reference::{Airport, ReferenceData, Zone};

use super::rule;
use super::scheme::{Scheme, Text};
use super::territory::is_gibraltar;

/// The first day of flights under the amended text (Art 3 of the amendment).
pub const AMENDED_FROM: Date = Scheme::EU_AMENDED.since;

/// Minutes of waiting at departure after which refreshments are due, and from
/// then on at the same distance; the meal comes after three hours.
const REFRESHMENTS_AFTER: i64 = 120;

/// Minutes on the ground after which passengers may leave the aircraft.
const DISEMBARK_AFTER: i64 = 120;

/// What the airline has to do, and by when.
const CLOCKS: AirlineClocks = AirlineClocks {
    inform_hours: 96,
    acknowledge_working_days: 7,
    reply_months: 1,
    final_reply_months: 2,
};

/// The text that applies to a journey.
#[derive(Debug, Clone, Copy)]
pub enum Applicable {
    /// This one.
    Text(&'static Scheme),
    /// The EEA and Switzerland have the law by agreement, and nobody has said
    /// from when they take the amendment over.
    Open {
        /// The text that goes on until then.
        old: &'static Scheme,
        /// The text that may go instead.
        new: &'static Scheme,
    },
}

/// The European text for a journey: by the day of its first departure, and by
/// what brings it in.
#[must_use]
pub fn applicable(journey: &Journey<'_>, data: &impl ReferenceData) -> Applicable {
    if journey.day < AMENDED_FROM {
        return Applicable::Text(&Scheme::EU);
    }
    if is_by_agreement(journey, data) {
        return Applicable::Open {
            old: &Scheme::EU,
            new: &Scheme::EU_AMENDED,
        };
    }
    Applicable::Text(&Scheme::EU_AMENDED)
}

/// Whether a journey that comes in does so by the agreements only: from the EEA or
/// Switzerland, or into them, or into the Union on a licence from there.
fn is_by_agreement(journey: &Journey<'_>, data: &impl ReferenceData) -> bool {
    let (origin, destination) = (journey.origin(), journey.destination());
    if origin.zone.is_treaty_territory() {
        return false;
    }
    let licensed_there = || {
        let licence = journey.debtor.licence;
        let zone = licence.and_then(|licence| data.zone(licence, journey.day));
        zone.is_some_and(by_agreement)
    };
    outside_the_treaty(origin) || outside_the_treaty(destination) || licensed_there()
}

/// A zone that has the law by agreement.
fn by_agreement(zone: Zone) -> bool {
    zone.is_community() && !zone.is_treaty_territory()
}

/// Norway's Svalbard counts as the EEA does here: the agreement decides.
fn outside_the_treaty(airport: &Airport) -> bool {
    by_agreement(airport.zone) || (airport.zone == Zone::Review && !is_gibraltar(airport))
}

/// Asks which band goes for a journey out of the Union that is inside the
/// Community only by an agreement: over 3,500 km that decides about the sum, and
/// whether the agreements still count under the amended text is not known.
pub fn ask_by_agreement(scheme: &Scheme, ends: [&Airport; 2], notes: &mut Reasoning) {
    let agreed = ends.iter().any(|end| by_agreement(end.zone));
    let asked = notes.missing.contains(&MissingFact::NewRegulation);
    if scheme.text == Text::Of2026 && agreed && !asked {
        let since = scheme.since;
        let finding = Finding::NewRegulationDateOpen { since };
        notes.open(
            rule::REFORM_BY_AGREEMENT,
            finding,
            MissingFact::NewRegulation,
        );
    }
}

/// By when the airline has to act, for a journey under the amended text.
#[must_use]
pub fn airline_clocks(journey: &Journey<'_>, data: &impl ReferenceData) -> Option<AirlineClocks> {
    match applicable(journey, data) {
        Applicable::Text(scheme) if scheme.text == Text::Of2026 => Some(CLOCKS),
        Applicable::Text(_) | Applicable::Open { .. } => None,
    }
}

/// Grants what waiting at departure gives under the amended text: care goes by
/// hours, and no longer by distance.
pub fn while_waiting(minutes: i64, notes: &mut Reasoning) {
    if minutes >= REFRESHMENTS_AFTER {
        notes.grant(Right::CareByHours, "Art 6, 9; Regulation (EU) 2026/2202");
    }
    if minutes >= DISEMBARK_AFTER {
        notes.grant(Right::Disembark, "Regulation (EU) 2026/2202");
    }
}
