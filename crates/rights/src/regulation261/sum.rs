//! The sum: band and halving (Art 7).

use crate::assessment::Compensation;
use crate::disruption::LegalDisruption;
use crate::finding::{Change, Finding, reform};
use crate::journey::Journey;
use crate::money::Money;
use crate::sum::{Halving, full as whole, half, note_near_limit};

use super::rule;
use super::scheme::{Band, Scheme, Text};
use crate::reasoning::Reasoning;

/// Limits of the bands in kilometres (Art 7(1)).
const LIMITS: [f64; 2] = [1500.0, 3500.0];

/// Halving after re-routing (Art 7(2)).
const HALVING: Halving = Halving {
    rule: rule::HALF_REROUTING,
    left_early: rule::NO_HALF_EARLY,
};

/// The sum as it would be if the rest of the questions went well.
pub fn at_stake(
    scheme: &Scheme,
    band: Band,
    disruption: LegalDisruption,
    journey: &Journey<'_>,
) -> Compensation {
    let full = scheme.sum(band);
    let short = disruption == LegalDisruption::Delay
        && band == Band::Long
        && journey
            .arrival_delay()
            .is_some_and(|minutes| !scheme.whole.is_reached(minutes));
    if short { half(full) } else { whole(full) }
}

/// Notes band and halving; gives the sum due.
pub fn due(
    scheme: &Scheme,
    band: Band,
    km: f64,
    disruption: LegalDisruption,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Compensation {
    let amount = scheme.sum(band);
    let (rule, finding) = match band {
        Band::Short => (rule::SUM_SHORT, Finding::ShortDistance { km, amount }),
        Band::WithinCommunity if by_agreement(journey) => {
            (rule::SUM_BY_AGREEMENT, Finding::WithinEu { km, amount })
        }
        Band::WithinCommunity => (rule::SUM_MEDIUM, Finding::WithinEu { km, amount }),
        Band::Medium => (rule::SUM_MEDIUM, Finding::MediumDistance { km, amount }),
        Band::Long => (rule::SUM_LONG, Finding::LongDistance { km, amount }),
    };
    notes.met(rule, finding);
    // Inside the Community the sum does not change at 3,500 km.
    note_near_limits(km, band != Band::WithinCommunity, notes);
    let halved = if disruption == LegalDisruption::Delay {
        half_delay(scheme, band, journey, notes)
    } else {
        half_rerouting(amount, band, disruption, journey, notes)
    };
    halved.unwrap_or_else(|| whole(amount))
}

/// Whether a journey is inside the Community only by the agreements. Up to
/// 3,500 km that makes no difference to the sum.
fn by_agreement(journey: &Journey<'_>) -> bool {
    let ends = [journey.origin(), journey.destination()];
    let far = journey.kilometres() > 3500.0;
    far && ends.iter().any(|end| !end.zone.is_treaty_territory())
}

/// Notes a distance so close to a limit that the reference points matter; `far`:
/// the higher limit is one too.
pub fn note_near_limits(km: f64, far: bool, notes: &mut Reasoning) {
    let limits = if far { &LIMITS[..] } else { &LIMITS[..1] };
    note_near_limit(rule::GREAT_CIRCLE, km, limits, notes);
}

/// A delay that is short for so long a journey halves the highest sum, and no
/// other: less than four hours (Sturgeon, para 63), as amended no more than four.
fn half_delay(
    scheme: &Scheme,
    band: Band,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Option<Compensation> {
    let minutes = journey.arrival_delay()?;
    let full = scheme.sum(band);
    if band != Band::Long || scheme.whole.is_reached(minutes) {
        notes.changes.push(above(scheme, band, minutes));
        return None;
    }
    let halved = half(full);
    let amount = halved.amount;
    let short_by = scheme.whole.first() - minutes;
    match scheme.text {
        Text::Of2004 => {
            let finding = Finding::HalvedShortDelay { minutes, amount };
            notes.met(rule::HALF_DELAY, finding);
            notes.changes.push(Change::FourHoursGiveFull {
                minutes: short_by,
                amount: full,
            });
        }
        Text::Of2026 => {
            let finding = reform::Finding::HalvedUpToFourHours { minutes, amount };
            notes.met(rule::HALF_UP_TO_FOUR_HOURS, finding);
            notes.changes.push(Change::MinutesToHigherSum {
                minutes: short_by,
                amount: full,
            });
        }
    }
    Some(halved)
}

/// What a shorter delay would have given.
fn above(scheme: &Scheme, band: Band, minutes: i64) -> Change {
    let threshold = if band == Band::Long {
        scheme.whole
    } else {
        scheme.late
    };
    let limit = threshold.minutes;
    let minutes = minutes - limit;
    match (scheme.text, band) {
        (Text::Of2004, Band::Long) => Change::LessThanFourHoursHalves { minutes },
        (Text::Of2004, _) => Change::MinutesAboveThreshold { minutes },
        (Text::Of2026, Band::Long) => Change::DelayUpToLimitHalves { minutes, limit },
        (Text::Of2026, _) => Change::MinutesBeyondLimit { minutes, limit },
    }
}

/// A replacement that arrives soon after the booking halves the sum (Art 7(2)),
/// but not for a flight that was brought forward, nor where it left more than
/// an hour early and arrived no later than booked (C-146/20; C-270/20).
fn half_rerouting(
    full: Money,
    band: Band,
    disruption: LegalDisruption,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Option<Compensation> {
    if disruption == LegalDisruption::BroughtForward {
        return None;
    }
    HALVING.apply(full, band.rerouting_limit(), journey, notes)
}
