//! What the disruption is in law, and whether it is shown.

use crate::case::Disruption;
use crate::disruption::LegalDisruption;
use crate::finding::Finding;
use crate::journey::{Journey, place};
use crate::passenger::landed_far;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::reference::Airport;
use crate::rule::Rule;

use super::requirements::PASSENGER;
use super::scheme::Scheme;
use super::{cancellation, delay, downgrade, rule};

/// The disruption of a journey: a departure moved forward by more than an hour is a
/// cancellation that is never halved (C-146/20), and a landing far away one that
/// nobody was told of before.
pub fn of(journey: &Journey<'_>) -> LegalDisruption {
    LegalDisruption::of(journey, cancellation::counts_as_early, landed_far)
}

/// Notes what happened; fails where it founds no claim to a sum.
pub fn happened(
    scheme: &Scheme,
    disruption: LegalDisruption,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    // A flight in a lower class is mostly on time, and says nothing of baggage.
    let shows_in_times = !matches!(
        disruption,
        LegalDisruption::Downgrade | LegalDisruption::Baggage
    );
    if journey.undisturbed && shows_in_times {
        return notes.fails(rule::THREE_HOURS, Finding::ArrivedOnTime);
    }
    match disruption {
        LegalDisruption::Delay => note_diversion(journey, notes)
            .and_then(|()| note_advance(journey, notes))
            .and_then(|()| delay::late_enough(scheme, journey, notes)),
        LegalDisruption::Cancellation => {
            notes.met(rule::CANCELLATION, Finding::Cancelled);
            cancellation::told(journey, notes)
        }
        LegalDisruption::BroughtForward => cancellation::brought_forward(journey, notes),
        LegalDisruption::FarDiversion => note_diversion(journey, notes),
        LegalDisruption::DeniedBoarding => denied(journey, notes),
        LegalDisruption::Downgrade => downgrade::happened(scheme, journey, notes),
        LegalDisruption::Baggage => notes.fails(rule::BAGGAGE, Finding::NotAboutBaggage),
    }
}

/// Notes where a diverted flight came down.
fn note_diversion(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    let diverted = journey.disruption == Disruption::Diversion;
    if let Some(landed) = journey.landed_at.filter(|_| diverted) {
        let landed_at = place(&landed);
        let finding = if landed_far(journey) {
            Finding::DivertedFar { landed_at }
        } else {
            Finding::DivertedNearby { landed_at }
        };
        notes.met(diversion_rule(journey, &landed), finding);
    }
    Ok(())
}

/// Where it stands what a landing counts as.
fn diversion_rule(journey: &Journey<'_>, landed: &Airport) -> Rule {
    let (_, origin, _) = journey.diverted_leg();
    if landed.code == origin.code {
        rule::CAME_BACK
    } else if landed_far(journey) {
        rule::LANDED_FAR
    } else {
        rule::LANDED_NEARBY
    }
}

/// Notes a departure that was brought forward too little to be a cancellation.
/// Without any arrival it came on time, as far as anyone says.
fn note_advance(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    if journey.disruption != Disruption::BroughtForward {
        return Ok(());
    }
    cancellation::note_small_advance(journey, notes);
    if journey.arrival_delay().is_none() {
        return notes.fails(rule::THREE_HOURS, Finding::ArrivedOnTime);
    }
    Ok(())
}

/// Whether a passenger who was refused had presented in time, or need not have:
/// who was told in advance need not (C-238/22).
pub fn presented(journey: &Journey<'_>) -> bool {
    journey.facts.checked_in_on_time || journey.facts.notice_days.is_some()
}

/// Refused boarding: against the will of a passenger who presented in time and
/// whom nothing stood against (Art 2(j), 4).
fn denied(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    if !presented(journey) {
        notes.changes.push(delay::CHECK_IN_NOT_NAMED);
    }
    PASSENGER.refused(journey, notes)?;
    if on_time_after_all(journey) {
        return notes.fails(rule::CONNECTION_ON_TIME, Finding::RefusedYetOnTime);
    }
    Ok(())
}

/// Whether connecting flights, which are one, made up for it: who was refused on one of them and still reached
/// the final destination without delay gets no sum (C-191/19). A single flight is
/// another matter, there the sum is due at once (Art 4(3)).
pub fn on_time_after_all(journey: &Journey<'_>) -> bool {
    let connecting = journey.legs.len() > 1 && journey.facts.travelled;
    connecting && journey.arrival_delay().is_some_and(|late| late <= 0)
}
