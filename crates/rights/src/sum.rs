//! What the fixed sums of several laws have in common.

use crate::assessment::Compensation;
use crate::finding::Finding;
use crate::journey::Journey;
use crate::money::Money;
use crate::reasoning::Reasoning;
use crate::rule::Rule;

/// Share of a limit within which a distance is worth a second look.
const NEAR_LIMIT: f64 = 0.005;

/// So few minutes short of a threshold at arrival the time of the door decides.
pub const NEAR_THE_DOOR: i64 = 5;

/// A replacement that leaves earlier than this and is no later at the end does
/// not halve the sum.
const LEFT_EARLY: i64 = 60;

/// The whole sum.
#[must_use]
pub fn full(amount: Money) -> Compensation {
    Compensation {
        amount,
        reduced: false,
    }
}

/// Half of a sum.
#[must_use]
pub fn half(full: Money) -> Compensation {
    Compensation {
        amount: Money::new(full.minor / 2, full.currency),
        reduced: true,
    }
}

/// Notes a distance so close to a limit that the reference points matter.
pub fn note_near_limit(rule: Rule, km: f64, limits: &[f64], notes: &mut Reasoning) {
    for &limit in limits {
        if (km - limit).abs() <= limit * NEAR_LIMIT {
            notes.met(rule, Finding::DistanceNearLimit { km, limit });
        }
    }
}

/// Halving where a replacement arrives soon after the booking, as in Art 7(2)
/// Regulation 261/2004.
#[derive(Clone, Copy)]
pub struct Halving {
    /// Where it stands.
    pub rule: Rule,
    /// Why a replacement that left early does not halve.
    pub left_early: Rule,
}

impl Halving {
    /// Half the sum, where the replacement offered arrives no more than `limit`
    /// minutes late. A departure that is not known is not shown to have been
    /// late enough.
    pub fn apply(
        &self,
        amount: Money,
        limit: i64,
        journey: &Journey<'_>,
        notes: &mut Reasoning,
    ) -> Option<Compensation> {
        let offer = journey.offer()?;
        let minutes = journey.arrives_late(&offer)?;
        if minutes > limit {
            return None;
        }
        let early = journey.leaves_early(&offer);
        if minutes <= 0 && early.is_none_or(|early| early > LEFT_EARLY) {
            if let Some(early) = early {
                notes.met(self.left_early, Finding::NotHalvedLeftEarly { early });
            }
            return None;
        }
        let halved = half(amount);
        let finding = Finding::HalvedByRerouting {
            minutes,
            limit,
            amount: halved.amount,
        };
        notes.met(self.rule, finding);
        Some(halved)
    }
}
