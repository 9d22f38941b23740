//! The sum: by distance, one for all journeys inside Turkey.

use crate::assessment::Compensation;
use crate::code::Currency;
use crate::disruption::LegalDisruption;
use crate::finding::Finding as Shared;
use crate::finding::turkey::Finding;
use crate::journey::{Journey, place};
use crate::missing_fact::MissingFact;
use crate::money::Money;
use crate::reasoning::Reasoning;
use crate::sum::{Halving, full, note_near_limit};

use super::rule;
use super::scope::is_turkish;

/// Limits of the bands in kilometres.
const LIMITS: [f64; 2] = [1500.0, 3500.0];

/// Minutes up to which a replacement might halve the sum inside Turkey.
const DOMESTIC_LIMIT: i64 = 120;

/// Halving after re-routing.
const HALVING: Halving = Halving {
    rule: rule::HALF_REROUTING,
    left_early: rule::NO_HALF_EARLY,
};

/// The bands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Band {
    /// Both ends in Turkey.
    Domestic,
    /// Up to 1,500 km.
    Short,
    /// Over 1,500 km, up to 3,500 km.
    Medium,
    /// The rest.
    Long,
}

impl Band {
    /// The band of a journey, first departure to final destination.
    pub fn of(journey: &Journey<'_>) -> Self {
        match journey.kilometres() {
            _ if is_turkish(journey.origin()) && is_turkish(journey.destination()) => {
                Self::Domestic
            }
            km if km <= LIMITS[0] => Self::Short,
            km if km <= LIMITS[1] => Self::Medium,
            _ => Self::Long,
        }
    }

    /// The full sum. It is paid in lira, at the Central Bank's selling rate of
    /// the day of payment.
    pub fn sum(self) -> Money {
        let euro = match self {
            Self::Domestic => 100,
            Self::Short => 250,
            Self::Medium => 400,
            Self::Long => 600,
        };
        Money::new(euro * 100, Currency::EUR)
    }

    /// Minutes of delay at departure from which care is owed.
    pub fn care_after(journey: &Journey<'_>) -> i64 {
        match journey.kilometres() {
            km if km <= LIMITS[0] => 120,
            km if km <= LIMITS[1] => 180,
            _ => 240,
        }
    }

    /// Minutes after the booking up to which a replacement may arrive and halve
    /// the sum, the limit included; none for a journey inside Turkey.
    fn rerouting_limit(self) -> Option<i64> {
        match self {
            Self::Domestic => None,
            Self::Short => Some(120),
            Self::Medium => Some(180),
            Self::Long => Some(240),
        }
    }

    /// Notes band and halving; gives the sum due. A delay is never halved: of
    /// that the amendment says nothing.
    pub fn due(
        self,
        disruption: LegalDisruption,
        journey: &Journey<'_>,
        notes: &mut Reasoning,
    ) -> Compensation {
        let amount = self.sum();
        self.note(amount, journey, notes);
        let halves = matches!(
            disruption,
            LegalDisruption::Cancellation | LegalDisruption::DeniedBoarding
        );
        if self == Self::Domestic && halves {
            note_domestic_halving(amount, journey, notes);
        }
        self.rerouting_limit()
            .filter(|_| halves)
            .and_then(|limit| HALVING.apply(amount, limit, journey, notes))
            .unwrap_or_else(|| full(amount))
    }

    /// Notes the band.
    fn note(self, amount: Money, journey: &Journey<'_>, notes: &mut Reasoning) {
        let km = journey.kilometres();
        let (rule, finding) = match self {
            Self::Domestic => {
                let finding = Finding::Domestic {
                    origin: place(journey.origin()),
                    destination: place(journey.destination()),
                    amount,
                };
                return notes.met(rule::SUM_DOMESTIC, finding);
            }
            Self::Short => (rule::SUM_SHORT, Shared::ShortDistance { km, amount }),
            Self::Medium => (rule::SUM_MEDIUM, Shared::MediumDistance { km, amount }),
            Self::Long => (rule::SUM_LONG, Shared::LongDistance { km, amount }),
        };
        notes.met(rule, finding);
        note_near_limit(rule::GREAT_CIRCLE, km, &LIMITS, notes);
    }
}

/// Notes a replacement that would halve the sum abroad. Whether it does so inside
/// Turkey the sources do not agree.
fn note_domestic_halving(amount: Money, journey: &Journey<'_>, notes: &mut Reasoning) {
    // What halving would note is for sums that are surely halved.
    let mut tried = Reasoning::default();
    if let Some(halved) = HALVING.apply(amount, DOMESTIC_LIMIT, journey, &mut tried) {
        let lower = halved.amount;
        let finding = Finding::DomesticHalvingOpen { lower, amount };
        notes.open(rule::HALF_DOMESTIC, finding, MissingFact::HalvingWindow);
    }
}
