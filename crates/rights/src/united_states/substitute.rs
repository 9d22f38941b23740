//! The substitute the carrier arranged: by how much later it was planned to
//! arrive (14 CFR 250.5).

use crate::finding::Finding as Shared;
use crate::finding::united_states::Finding;
use crate::journey::{Journey, place};
use crate::missing_fact::MissingFact;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::reference::Airport;

use super::{rule, scope};

/// Up to so many minutes later nothing is owed.
const FREE: i64 = 60;

/// A stay of more than so many minutes may be a stopover.
const STOPOVER: i64 = 240;

/// The share of the fare that is owed, and what would raise it.
#[derive(Debug, Clone, Copy)]
pub struct Share {
    /// Percent of the one-way fare.
    pub percent: u16,
    /// Minutes that are short of the higher share.
    pub to_higher: Option<i64>,
}

/// Four times the fare.
const FOURFOLD: Share = Share {
    percent: 400,
    to_higher: None,
};

/// Minutes from which the higher share is owed.
fn limit(journey: &Journey<'_>) -> i64 {
    if scope::is_domestic(journey) {
        120
    } else {
        240
    }
}

/// Where the passenger was booked to stay for more than four hours after the flight that
/// was refused: what counts may be the arrival there.
fn perhaps_stopover<'j>(journey: &'j Journey<'_>) -> Option<&'j Airport> {
    let mut after = journey.replaced()..journey.legs.len();
    let long = |index: &usize| {
        let stay = journey.booked_stay(*index);
        stay.is_some_and(|minutes| minutes > STOPOVER)
    };
    let index = after.find(long)?;
    journey.stops.get(index).map(|(_, to)| to)
}

/// Notes the share of the fare; `None` where the arrival is missing for it.
///
/// What was planned counts, not what came of it, and an offer counts that the
/// passenger declined. What the passenger arranged is no offer; an offer without
/// an arrival is not shown to be soon enough, but who took it knows when it came. Who
/// flew a later flight of the booking was carried to it, so that there was a substitute.
pub fn share(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<Option<Share>, NothingOwed> {
    let Some(offer) = journey.offer() else {
        if let Some(airport) = journey.flew_on_from() {
            let finding = Shared::FlewOn {
                airport: place(airport),
            };
            notes.open(rule::ONE_HOUR, finding, MissingFact::Reroute);
            return Ok(None);
        }
        notes.met(rule::FOURFOLD_FARE, Finding::NoSubstitute);
        return Ok(Some(FOURFOLD));
    };
    if let Some(stop) = perhaps_stopover(journey) {
        let airport = place(stop);
        let finding = Finding::StopoverOpen { airport };
        let fact = MissingFact::UnconfirmedRule;
        notes.open(rule::STOPOVER_OF_HOURS, finding, fact);
        return Ok(None);
    }
    let limit = limit(journey);
    match journey.arrives_late(&offer) {
        Some(..=FREE) => notes
            .fails(rule::ONE_HOUR, Finding::SubstituteWithinHour)
            .map(|()| None),
        Some(minutes) if minutes < limit => {
            notes.met(
                rule::DOUBLE_FARE,
                Finding::SubstituteLate { minutes, limit },
            );
            Ok(Some(Share {
                percent: 200,
                to_higher: Some(limit - minutes),
            }))
        }
        Some(minutes) => {
            let finding = Finding::SubstituteTooLate { minutes, limit };
            notes.met(rule::FOURFOLD_FARE, finding);
            Ok(Some(FOURFOLD))
        }
        None if offer.accepted == Some(true) => {
            notes.arrival_unknown(rule::ONE_HOUR, Finding::SubstituteUnknown, journey);
            Ok(None)
        }
        None => {
            notes.met(rule::FOURFOLD_FARE, Finding::NoSubstitute);
            Ok(Some(FOURFOLD))
        }
    }
}
