//! One case in, one assessment out.

use jiff::civil::Date;

use crate::assessment::{Assessment, Distance, Entry, Outcome, Step};
use crate::case::{Case, Disruption};
use crate::finding::{Finding, Place};
use crate::journey::{Journey, Unreadable, journeys};
use crate::merit::{gain, merit};
use crate::missing_fact::MissingFact;
use crate::process::process;
use crate::reference::ReferenceData;
use crate::regime::Regime;
use crate::regulation261::{self, Scheme};
use crate::rule::{self, Rule};
use crate::settlement::settle_once;
use crate::{
    beside, brazil, canada, india, israel, montreal, operator, saudi_arabia, turkey, united_states,
};

/// The rules of a regime, each with its source.
#[must_use]
pub fn rules(regime: Regime) -> &'static [Rule] {
    match regime {
        Regime::Eu261 | Regime::Uk261 => regulation261::RULES,
        Regime::CaAppr => canada::RULES,
        Regime::TrShy => turkey::RULES,
        Regime::IlAsl => israel::RULES,
        Regime::BrAnac400 => brazil::RULES,
        Regime::InDgca => india::RULES,
        Regime::SaGaca => saudi_arabia::RULES,
        Regime::UsDot => united_states::RULES,
        Regime::Mc99 => montreal::RULES,
    }
}

/// Judges a case. Never panics; what cannot be read ends in `out_of_scope`
/// with the step that says why.
#[must_use]
pub fn assess(case: &Case, data: &impl ReferenceData) -> Assessment {
    let mut answer = Assessment {
        rules: crate::RULES,
        delay_minutes: None,
        distance: None,
        entries: Vec::new(),
        leading: 0,
        recommended: None,
        out_of_scope: Vec::new(),
    };
    match journeys(case, data) {
        Ok(journeys) if !journeys.is_empty() => judge(case, &journeys, data, &mut answer),
        Ok(_) => {}
        Err(why) => {
            let step = unreadable(why);
            answer.out_of_scope = Regime::ALL.map(|regime| (regime, step)).into();
        }
    }
    answer
}

/// Judges the journeys under each regime and orders the entries.
fn judge(
    case: &Case,
    journeys: &[Journey<'_>],
    data: &impl ReferenceData,
    answer: &mut Assessment,
) {
    let mut found: Vec<(Entry, usize)> = Vec::new();
    for regime in Regime::ALL {
        match best_entry(regime, case, journeys, data) {
            Ok(entry) => found.push(entry),
            Err(step) => answer.out_of_scope.push((regime, step)),
        }
    }
    settle_once(&mut found);
    found.sort_by_cached_key(|(entry, index)| {
        merit(entry, &journeys[*index], case.assessed_on, data)
    });
    let shown = found
        .first()
        .map_or_else(|| worst_journey(journeys), |(_, index)| *index);
    let journey = &journeys[shown];
    answer.delay_minutes = journey.arrival_delay();
    answer.distance = Some(Distance {
        origin: journey.origin().code,
        destination: journey.destination().code,
        km: journey.kilometres(),
    });
    answer.entries = found
        .into_iter()
        .map(|(entry, index)| Entry {
            process: process(entry.regime, &journeys[index], case.assessed_on, data),
            ..entry
        })
        .collect();
    note_exclusions(&mut answer.entries);
    answer.leading = leading(case.disruption, &answer.entries);
    let gain = answer
        .best()
        .filter(|entry| entry.outcome != Outcome::NoCompensation);
    answer.recommended = gain.map(|entry| entry.regime);
}

/// The entry to go by. Every delay may found damages, but without a loss there
/// is nothing to claim yet; for baggage the loss is what it is about.
fn leading(disruption: Disruption, entries: &[Entry]) -> usize {
    let goes_by = |entry: &Entry| {
        entry.regime.is_fixed_sum()
            || entry.outcome == Outcome::Eligible
            || disruption == Disruption::Baggage
    };
    entries.iter().position(goes_by).unwrap_or_default()
}

/// A regime's entry is that of its best journey; out of scope only if every
/// journey is.
fn best_entry(
    regime: Regime,
    case: &Case,
    journeys: &[Journey<'_>],
    data: &impl ReferenceData,
) -> Result<(Entry, usize), Step> {
    let mut best: Option<(Entry, usize)> = None;
    let mut failed = None;
    // Of equals the first is shown: rather a part that went wrong.
    let mut order: Vec<_> = journeys.iter().enumerate().collect();
    order.sort_by_key(|(_, journey)| (journey.aside, journey.undisturbed));
    let answers: Vec<_> = order
        .into_iter()
        .map(|(index, journey)| {
            let under = |journey: &Journey<'_>| entry(regime, journey, case.assessed_on, data);
            (index, operator::whoever_flew(journey, under))
        })
        .collect();
    let which_matters = flight_of_downgrade_matters(case, &answers);
    let beside = beside::claims(regime, journeys, &answers);
    for (index, answer) in answers {
        match answer {
            Ok(entry) if best.as_ref().is_none_or(|b| gain(&entry) < gain(&b.0)) => {
                best = Some((entry, index));
            }
            Ok(_) => {}
            Err(step) => failed = failed.or(Some(step)),
        }
    }
    if let Some((entry, _)) = best.as_mut().filter(|_| which_matters) {
        ask_for_downgraded_flight(entry);
    }
    if let Some((entry, shown)) = best.as_mut() {
        beside::note(&beside, *shown, entry);
    }
    best.ok_or_else(|| failed.unwrap_or_else(|| unreadable(Unreadable::Day)))
}

/// Whether nobody says on which part of the case a downgrade was, and the parts
/// give different answers. A downgrade shows in no times.
fn flight_of_downgrade_matters(case: &Case, answers: &[(usize, Result<Entry, Step>)]) -> bool {
    let gives = |answer: &Result<Entry, Step>| {
        let entry = answer.as_ref().ok()?;
        Some((entry.outcome, entry.compensation, entry.claim_from))
    };
    case.disruption == Disruption::Downgrade
        && case.disrupted_leg.is_none()
        && answers
            .windows(2)
            .any(|pair| gives(&pair[0].1) != gives(&pair[1].1))
}

/// A sum that hangs on a flight nobody has named is not owed yet.
fn ask_for_downgraded_flight(entry: &mut Entry) {
    if entry.outcome != Outcome::Eligible {
        return;
    }
    entry.outcome = Outcome::Depends;
    entry.compensation = None;
    entry.missing_facts.push(MissingFact::DowngradedLeg);
    entry.steps.push(Step {
        rule: rule::DOWNGRADED_FLIGHT,
        met: false,
        finding: Finding::DowngradedLegUnknown,
    });
}

/// The journey to show where no regime applies: the latest one.
fn worst_journey(journeys: &[Journey<'_>]) -> usize {
    let late = |index: &usize| journeys[*index].arrival_delay().unwrap_or(i64::MIN);
    // `max_by_key` keeps the last of equals; reversed, the first journey wins.
    (0..journeys.len())
        .rev()
        .max_by_key(late)
        .unwrap_or_default()
}

/// The answer of one regime for one journey.
fn entry(
    regime: Regime,
    journey: &Journey<'_>,
    assessed_on: Date,
    data: &impl ReferenceData,
) -> Result<Entry, Step> {
    match regime {
        Regime::Eu261 => regulation261::european(journey, assessed_on, data),
        Regime::Uk261 => regulation261::entry(&Scheme::UK, journey, assessed_on, data),
        Regime::CaAppr => canada::entry(journey, assessed_on, data),
        Regime::TrShy => turkey::entry(journey, assessed_on, data),
        Regime::IlAsl => israel::entry(journey, assessed_on, data),
        Regime::BrAnac400 => brazil::entry(journey, assessed_on, data),
        Regime::InDgca => india::entry(journey, assessed_on, data),
        Regime::SaGaca => saudi_arabia::entry(journey, assessed_on, data),
        Regime::UsDot => united_states::entry(journey, assessed_on, data),
        Regime::Mc99 => montreal::entry(journey, assessed_on, data),
    }
}

/// Of the sums that several laws give for one disruption a passenger gets one (for
/// Canada s86.11(3) of the Transportation Act says so in words).
fn note_exclusions(entries: &mut [Entry]) {
    let gives =
        |entry: &Entry| entry.regime.is_fixed_sum() && entry.outcome != Outcome::NoCompensation;
    let rivals: Vec<Regime> = entries
        .iter()
        .filter(|e| gives(e))
        .map(|e| e.regime)
        .collect();
    for entry in entries.iter_mut().filter(|entry| gives(entry)) {
        let others = rivals
            .iter()
            .copied()
            .filter(|other| *other != entry.regime);
        entry.excludes = others.collect();
    }
}

/// The step that says why a case cannot be judged.
fn unreadable(why: Unreadable) -> Step {
    let (rule, finding) = match why {
        Unreadable::Airport(code) => (
            rule::KNOWN_AIRPORT,
            Finding::UnknownAirport {
                airport: Place { code, city: "" },
            },
        ),
        Unreadable::Day => (rule::FLIGHT_DAY, Finding::FlightDayUnknown),
    };
    Step::failed(rule, finding)
}
