//! The sum: band and halving (Art 7).

use crate::assessment::Compensation;
use crate::finding::{Change, Finding};
use crate::journey::Journey;
use crate::money::Money;

use super::delay::THRESHOLD;
use super::event::Event;
use super::rule;
use super::scheme::{Band, Scheme};
use crate::reasoning::Reasoning;

/// A long journey less than this late pays half (Sturgeon, para 63).
const FULL_FROM: i64 = 240;

/// Share of a limit within which a distance is worth a second look.
const NEAR_LIMIT: f64 = 0.005;

/// The sum as it would be if the rest of the questions went well.
pub fn at_stake(scheme: &Scheme, band: Band, event: Event, journey: &Journey<'_>) -> Compensation {
    let full = scheme.sum(band);
    let short = event.is_delay()
        && band == Band::Long
        && journey
            .arrival_delay()
            .is_some_and(|minutes| minutes < FULL_FROM);
    if short {
        half(full)
    } else {
        Compensation {
            amount: full,
            reduced: false,
        }
    }
}

/// Half of a sum.
fn half(full: Money) -> Compensation {
    Compensation {
        amount: Money::new(full.minor / 2, full.currency),
        reduced: true,
    }
}

/// Notes band and halving; gives the sum due.
pub fn due(
    scheme: &Scheme,
    band: Band,
    km: f64,
    event: Event,
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
    let halved = if event.is_delay() {
        half_delay(amount, band, journey, notes)
    } else {
        half_rerouting(amount, band, event, journey, notes)
    };
    halved.unwrap_or(Compensation {
        amount,
        reduced: false,
    })
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
    for limit in [1500.0].into_iter().chain(far.then_some(3500.0)) {
        if (km - limit).abs() <= limit * NEAR_LIMIT {
            notes.met(rule::GREAT_CIRCLE, Finding::DistanceNearLimit { km, limit });
        }
    }
}

/// A delay of less than four hours halves the highest sum, and no other.
fn half_delay(
    full: Money,
    band: Band,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Option<Compensation> {
    let minutes = journey.arrival_delay()?;
    if band == Band::Long && minutes < FULL_FROM {
        let halved = half(full);
        let finding = Finding::HalvedShortDelay {
            minutes,
            amount: halved.amount,
        };
        notes.met(rule::HALF_DELAY, finding);
        notes.changes.push(Change::FourHoursGiveFull {
            minutes: FULL_FROM - minutes,
            amount: full,
        });
        return Some(halved);
    }
    notes.changes.push(if band == Band::Long {
        Change::LessThanFourHoursHalves {
            minutes: minutes - FULL_FROM,
        }
    } else {
        Change::MinutesAboveThreshold {
            minutes: minutes - THRESHOLD,
        }
    });
    None
}

/// A replacement that arrives soon after the booking halves the sum (Art 7(2)),
/// but not for a flight that was brought forward, nor where it left more than
/// an hour early and arrived no later than booked (C-146/20; C-270/20).
fn half_rerouting(
    full: Money,
    band: Band,
    event: Event,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Option<Compensation> {
    if event == Event::BroughtForward {
        return None;
    }
    let offer = journey.offer()?;
    let minutes = journey.arrives_late(&offer)?;
    let limit = band.rerouting_limit();
    if minutes > limit {
        return None;
    }
    let early = journey.leaves_early(&offer);
    // A departure that is not known is not shown to have been late enough.
    if minutes <= 0 && early.is_none_or(|early| early > 60) {
        if let Some(early) = early {
            notes.met(rule::NO_HALF_EARLY, Finding::NotHalvedLeftEarly { early });
        }
        return None;
    }
    let halved = half(full);
    let finding = Finding::HalvedByRerouting {
        minutes,
        limit,
        amount: halved.amount,
    };
    notes.met(rule::HALF_REROUTING, finding);
    Some(halved)
}
