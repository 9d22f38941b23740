//! One case in, one assessment out.

use std::cmp::Ordering;

use crate::assessment::{Assessment, Distance, Entry, NotCovered, Outcome, Step};
use crate::case::{Case, Disruption};
use crate::code::Currency;
use crate::finding::{Finding, Place};
use crate::journey::{Journey, Unreadable, journeys};
use crate::reference::ReferenceData;
use crate::regime::Regime;
use crate::regulation261::{self, Scheme};
use crate::rule::Rule;

/// The regimes with rules, each as a variant of Regulation 261/2004. A regime
/// of another kind is one more line in [`judge`].
const SCHEMES: [&Scheme; 2] = [&Scheme::EU, &Scheme::UK];

/// Judges a case. Never panics; what cannot be read ends in `out_of_scope`
/// with the step that says why.
#[must_use]
pub fn assess(case: &Case, data: &impl ReferenceData) -> Assessment {
    let mut answer = Assessment {
        rules: crate::RULES,
        delay_minutes: None,
        distance: None,
        entries: Vec::new(),
        recommended: None,
        out_of_scope: Vec::new(),
        not_covered: NotCovered {
            regimes: Regime::NOT_COVERED.to_vec(),
            event: None,
        },
    };
    match journeys(case, data) {
        Ok(journeys) if !journeys.is_empty() => judge(case, &journeys, data, &mut answer),
        Ok(_) => {}
        Err(why) => {
            let step = unreadable(why);
            answer.out_of_scope = SCHEMES.map(|scheme| (scheme.regime, step)).into();
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
    let covered = !matches!(case.disruption, Disruption::Downgrade | Disruption::Baggage);
    let mut found: Vec<(Entry, usize)> = Vec::new();
    if covered {
        for scheme in SCHEMES {
            match best_entry(scheme, case, journeys, data) {
                Ok(entry) => found.push(entry),
                Err(step) => answer.out_of_scope.push((scheme.regime, step)),
            }
        }
    } else {
        answer.not_covered.event = Some(case.disruption);
    }
    regulation261::settle_once(&mut found);
    found.sort_by(|a, b| by_merit(&a.0, &b.0));
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
    answer.entries = found.into_iter().map(|(entry, _)| entry).collect();
    let gain = answer
        .entries
        .first()
        .filter(|entry| entry.outcome != Outcome::NoCompensation);
    answer.recommended = gain.map(|entry| entry.regime);
}

/// A regime's entry is that of its best journey; out of scope only if every
/// journey is.
fn best_entry(
    scheme: &Scheme,
    case: &Case,
    journeys: &[Journey<'_>],
    data: &impl ReferenceData,
) -> Result<(Entry, usize), Step> {
    let mut best: Option<(Entry, usize)> = None;
    let mut failed = None;
    // Of equals the first is shown: rather a part that went wrong.
    let mut order: Vec<_> = journeys.iter().enumerate().collect();
    order.sort_by_key(|(_, journey)| (journey.aside, journey.undisturbed));
    for (index, journey) in order {
        match regulation261::entry(scheme, journey, case.assessed_on, data) {
            Ok(entry) if best.as_ref().is_none_or(|b| by_merit(&entry, &b.0).is_lt()) => {
                best = Some((entry, index));
            }
            Ok(_) => {}
            Err(step) => failed = failed.or(Some(step)),
        }
    }
    best.ok_or_else(|| failed.unwrap_or_else(|| unreadable(Unreadable::Day)))
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

/// Best for the passenger first: a sum owed, then an open case, then none; the
/// higher sum first.
fn by_merit(a: &Entry, b: &Entry) -> Ordering {
    let rank = |entry: &Entry| match entry.outcome {
        Outcome::Eligible => 0,
        Outcome::Depends => 1,
        Outcome::NoCompensation => 2,
    };
    rank(a).cmp(&rank(b)).then_with(|| worth(b).cmp(&worth(a)))
}

/// Sums in two currencies, made comparable. No rate of exchange is known here;
/// the ratio of the lowest sums of the two regimes (250 to 220) stands in for
/// it, so that equal bands weigh the same and EU261, listed first, stays first.
fn worth(entry: &Entry) -> i64 {
    let Some(sum) = entry.compensation.or(entry.at_stake) else {
        return 0;
    };
    if sum.amount.currency == Currency::GBP {
        sum.amount.minor * 250 / 220
    } else {
        sum.amount.minor
    }
}

/// The step that says why a case cannot be judged.
fn unreadable(why: Unreadable) -> Step {
    let (rule, finding) = match why {
        Unreadable::Airport(code) => (
            Rule::KnownAirport,
            Finding::UnknownAirport {
                airport: Place { code, city: "" },
            },
        ),
        Unreadable::Day => (Rule::InForce, Finding::FlightDayUnknown),
    };
    Step {
        rule,
        met: false,
        finding,
    }
}
