//! The sum: band, halving, set-off (Art 7, 12).

use crate::assessment::Compensation;
use crate::finding::{Change, Finding};
use crate::journey::Journey;
use crate::money::Money;
use crate::rule::Rule;

use super::delay::THRESHOLD;
use super::event::Event;
use super::reasoning::{NothingOwed, Reasoning};
use super::scheme::{Band, Scheme};

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
        Band::Short => (Rule::SumShort, Finding::ShortDistance { km, amount }),
        Band::WithinCommunity => (Rule::SumMedium, Finding::WithinEu { km, amount }),
        Band::Medium => (Rule::SumMedium, Finding::MediumDistance { km, amount }),
        Band::Long => (Rule::SumLong, Finding::LongDistance { km, amount }),
    };
    notes.met(rule, finding);
    note_near_limit(band, km, notes);
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

/// Notes a distance so close to a limit that the reference points matter.
fn note_near_limit(band: Band, km: f64, notes: &mut Reasoning) {
    let limits: &[u16] = match band {
        Band::WithinCommunity => &[1500],
        Band::Short | Band::Medium | Band::Long => &[1500, 3500],
    };
    for &limit in limits {
        if (km - f64::from(limit)).abs() <= f64::from(limit) * NEAR_LIMIT {
            notes.met(Rule::GreatCircle, Finding::DistanceNearLimit { km, limit });
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
        notes.met(Rule::HalfDelay, finding);
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
            notes.met(Rule::NoHalfEarly, Finding::NotHalvedLeftEarly { early });
        }
        return None;
    }
    let halved = half(full);
    let finding = Finding::HalvedByRerouting {
        minutes,
        limit,
        amount: halved.amount,
    };
    notes.met(Rule::HalfRerouting, finding);
    Some(halved)
}

/// Takes off what the airline has paid for the event. Another currency is
/// noted only: there is no rate of exchange here, and set-off is not automatic
/// (C-354/18).
pub fn set_off(
    due: Compensation,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<Compensation, NothingOwed> {
    let Some(received) = journey.facts.already_received.filter(|sum| sum.minor > 0) else {
        return Ok(due);
    };
    if received.currency != due.amount.currency {
        notes.met(Rule::SetOff, Finding::PaidOtherwise { received });
        return Ok(due);
    }
    if received.minor >= due.amount.minor {
        notes.fails(Rule::SetOff, Finding::FullyPaid { received })?;
    }
    let remaining = Money::new(due.amount.minor - received.minor, received.currency);
    notes.met(
        Rule::SetOff,
        Finding::PartlyPaid {
            received,
            remaining,
        },
    );
    Ok(Compensation {
        amount: remaining,
        reduced: due.reduced,
    })
}
