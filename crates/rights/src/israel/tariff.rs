//! The sum: by distance and by the year of the flight.

use crate::assessment::Compensation;
use crate::code::Currency;
use crate::disruption::LegalDisruption;
use crate::finding::israel::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::money::Money;
use crate::reasoning::Reasoning;
use crate::rule::{Confidence, Rule};
use crate::sum::{full, half, note_near_limit};

use super::rule;

/// Limits of the bands in kilometres.
const LIMITS: [f64; 2] = [2000.0, 4500.0];

/// The sums of a year in shekels, by band. They follow the consumer prices on
/// each 1 January.
struct YearSums {
    year: i16,
    rule: Rule,
    sums: [i64; 3],
}

/// The years for which the sources give sums.
const YEARS: [YearSums; 2] = [
    YearSums {
        year: 2026,
        rule: rule::SUM_2026,
        sums: [1530, 2450, 3670],
    },
    YearSums {
        year: 2025,
        rule: rule::SUM_2025,
        sums: [1490, 2390, 3580],
    },
];

/// The bands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Band {
    /// Up to 2,000 km.
    Short,
    /// Over 2,000 km, up to 4,500 km.
    Medium,
    /// The rest.
    Long,
}

impl Band {
    /// The band of a journey, first departure to final destination.
    fn of(km: f64) -> Self {
        match km {
            km if km <= LIMITS[0] => Self::Short,
            km if km <= LIMITS[1] => Self::Medium,
            _ => Self::Long,
        }
    }

    /// Hours after the booking up to which a replacement that was accepted halves
    /// the sum, the limit included (First Schedule).
    fn halving_window(self) -> u8 {
        match self {
            Self::Short => 4,
            Self::Medium => 5,
            Self::Long => 6,
        }
    }
}

/// The sum of a journey, and where it stands.
pub struct Tariff {
    km: f64,
    band: Band,
    amount: Option<(Money, Rule)>,
}

impl Tariff {
    /// The sum that the year of the flight gives.
    pub fn of(journey: &Journey<'_>) -> Self {
        let km = journey.kilometres();
        let band = Band::of(km);
        let year = YEARS.iter().find(|sums| sums.year == journey.day.year());
        let amount = year.map(|year| {
            let [short, medium, long] = year.sums;
            let shekels = match band {
                Band::Short => short,
                Band::Medium => medium,
                Band::Long => long,
            };
            (Money::new(shekels * 100, Currency::ILS), year.rule)
        });
        Self { km, band, amount }
    }

    /// The whole sum, as far as it is known.
    pub fn at_stake(&self) -> Option<Compensation> {
        self.amount.map(|(amount, _)| full(amount))
    }

    /// Notes band, year and halving; gives the sum due, as far as it is known.
    pub fn due(
        &self,
        disruption: LegalDisruption,
        journey: &Journey<'_>,
        notes: &mut Reasoning,
    ) -> Option<Compensation> {
        self.note(notes);
        note_near_limit(rule::GREAT_CIRCLE, self.km, &LIMITS, notes);
        let due = self.at_stake();
        due.map(|due| self.halved(due, disruption, journey, notes))
    }

    /// Notes the sum of the band, or that the year's is not settled.
    fn note(&self, notes: &mut Reasoning) {
        let km = self.km;
        let Some((amount, rule)) = self.amount else {
            let finding = Finding::SumOfTheYearUnknown { km };
            return notes.open(rule::SUM_OTHER_YEAR, finding, MissingFact::SumOfTheYear);
        };
        if rule.confidence == Confidence::Unconfirmed {
            let finding = Finding::SumOfTheYearOpen { km, amount };
            return notes.open(rule, finding, MissingFact::SumOfTheYear);
        }
        let finding = match self.band {
            Band::Short => Finding::ShortDistance { km, amount },
            Band::Medium => Finding::MediumDistance { km, amount },
            Band::Long => Finding::LongDistance { km, amount },
        };
        notes.met(rule, finding);
    }

    /// Half the sum where the passenger accepted a replacement that landed inside the
    /// window. One that was offered and not accepted halves nothing by itself; who
    /// refused it without a ground of the law may get nothing, so that a person
    /// decides. A flight that was brought forward is no replacement for itself.
    fn halved(
        &self,
        due: Compensation,
        disruption: LegalDisruption,
        journey: &Journey<'_>,
        notes: &mut Reasoning,
    ) -> Compensation {
        let itself =
            disruption == LegalDisruption::BroughtForward && journey.departure_advance().is_none();
        let offer = journey.offer().filter(|_| !itself);
        let hours = self.band.halving_window();
        let limit = i64::from(hours) * 60;
        let late = offer.and_then(|offer| journey.arrives_late(&offer));
        let Some(minutes) = late.filter(|late| *late <= limit) else {
            return due;
        };
        match offer.and_then(|offer| offer.accepted) {
            Some(true) => {
                let halved = half(due.amount);
                let amount = halved.amount;
                let finding = Finding::HalvedByAccepting {
                    minutes,
                    limit,
                    amount,
                };
                notes.met(rule::HALF_REROUTING, finding);
                halved
            }
            Some(false) => {
                let finding = Finding::RefusedInWindow { hours };
                notes.open(rule::REFUSED_OFFER, finding, MissingFact::HalvingWindow);
                due
            }
            None => {
                let finding = Finding::AcceptanceUnknown { hours };
                notes.open(rule::HALF_REROUTING, finding, MissingFact::Reroute);
                due
            }
        }
    }
}
