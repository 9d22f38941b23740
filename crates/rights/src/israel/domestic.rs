//! Flights inside Israel: the law leaves them to regulations of 2013, by which a
//! flight counts as cancelled from three hours on, with a scale of its own. Their
//! text is not loaded, so that a person decides what is due.

use crate::disruption::LegalDisruption;
use crate::finding::israel::Finding;
use crate::finding::{Change, Finding as Shared};
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::reasoning::{NothingOwed, Reasoning};

use super::disruption::{PASSENGER, every_departure_known};
use super::{rule, scope};

/// Minutes late at departure from which a flight counts as cancelled.
const COUNTS_AS_CANCELLED_FROM: i64 = 180;

/// Whether the journey never leaves Israel.
pub fn is_domestic(journey: &Journey<'_>) -> bool {
    journey.airports().all(scope::in_israel)
}

/// Notes what is open; fails for a flight that left less than three hours late.
pub fn judge(
    disruption: LegalDisruption,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    if journey.undisturbed {
        return notes.fails(rule::DOMESTIC_DELAY, Shared::ArrivedOnTime);
    }
    match disruption {
        LegalDisruption::DeniedBoarding => PASSENGER.refused(journey, notes)?,
        LegalDisruption::Delay => late_enough(journey, notes)?,
        _ => {}
    }
    let finding = Finding::DomesticOpen;
    notes.open(rule::DOMESTIC, finding, MissingFact::UnconfirmedRule);
    Ok(())
}

/// Fails where every flight is known to have left less than three hours late.
fn late_enough(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    PASSENGER.flew(journey, notes)?;
    let left = journey.departure_delay();
    let early =
        left.filter(|late| *late < COUNTS_AS_CANCELLED_FROM && every_departure_known(journey));
    let Some(minutes) = early else {
        return Ok(());
    };
    if minutes <= 0 {
        return notes.fails(rule::DOMESTIC_DELAY, Finding::LeftOnTime);
    }
    notes.changes.push(Change::MinutesToLimit {
        minutes: COUNTS_AS_CANCELLED_FROM - minutes,
        limit: COUNTS_AS_CANCELLED_FROM,
    });
    notes.fails(rule::DOMESTIC_DELAY, Finding::DomesticTooShort { minutes })
}
