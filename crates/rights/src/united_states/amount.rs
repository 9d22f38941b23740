//! The sum for a refused boarding: a share of the one-way fare, up to a cap.

use jiff::civil::{Date, date};

use crate::assessment::Compensation;
use crate::code::Currency;
use crate::finding::Change;
use crate::finding::united_states::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::money::Money;
use crate::reasoning::Reasoning;
use crate::rule::Rule;
use crate::sum::full;

use super::rule;
use super::substitute::Share;

/// The most that was owed from a day on.
struct Caps {
    since: Date,
    /// Dollars for 200 percent of the fare.
    double: i64,
    /// Dollars for 400 percent of the fare.
    fourfold: i64,
    rule: Rule,
}

impl Caps {
    const fn new(since: Date, double: i64, fourfold: i64, rule: Rule) -> Self {
        Self {
            since,
            double,
            fourfold,
            rule,
        }
    }
}

/// First day of the present shares of the fare.
const SHARES_SINCE: Date = date(2011, 8, 23);

/// The caps of today.
const CAPS: Caps = Caps::new(date(2025, 1, 22), 1075, 2150, rule::CAP);

/// The caps before, the last first.
const EARLIER_CAPS: [Caps; 3] = [
    Caps::new(date(2021, 4, 13), 775, 1550, rule::EARLIER_CAP),
    Caps::new(date(2015, 8, 25), 675, 1350, rule::EARLIER_CAP),
    Caps::new(SHARES_SINCE, 650, 1300, rule::EARLIER_CAP),
];

/// Whether a flight was before the present shares: the day they began.
pub fn older(day: Date) -> Option<Date> {
    (day < SHARES_SINCE).then_some(SHARES_SINCE)
}

/// The cap on a share on the day of the flight.
fn cap(percent: u16, day: Date) -> (Money, Rule) {
    let earlier = EARLIER_CAPS.iter().find(|caps| day >= caps.since);
    let caps = match earlier {
        Some(caps) if day < CAPS.since => caps,
        _ => &CAPS,
    };
    let dollars = if percent > 200 {
        caps.fourfold
    } else {
        caps.double
    };
    (Money::new(dollars * 100, Currency::USD), caps.rule)
}

/// The one-way fare; notes the gap where it is missing, of another currency or
/// nought. A ticket without a fare takes that of the same class, which is asked
/// for.
pub fn fare(journey: &Journey<'_>, notes: &mut Reasoning) -> Option<Money> {
    let finding = match journey.facts.leg_fare.filter(|fare| fare.minor > 0) {
        Some(fare) if fare.currency == Currency::USD => return Some(fare),
        Some(fare) => Finding::FareNotInDollars { fare },
        None => Finding::FareUnknown,
    };
    notes.open(rule::FARE, finding, MissingFact::LegFare);
    None
}

/// Notes the sum, and how far the higher share is.
pub fn due(
    share: Share,
    fare: Money,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Compensation {
    let percent = share.percent;
    let (amount, limited) = capped(percent, fare, journey);
    let (_, cap_rule) = cap(percent, journey.day);
    if limited {
        notes.met(cap_rule, Finding::ShareCapped { percent, amount });
    } else {
        notes.met(rule::FARE, Finding::ShareOfFare { percent, amount });
    }
    if let Some(minutes) = share.to_higher {
        let (amount, _) = capped(400, fare, journey);
        notes
            .changes
            .push(Change::MinutesToHigherSum { minutes, amount });
    }
    full(amount)
}

/// A share of the fare, and whether the cap cut it.
fn capped(percent: u16, fare: Money, journey: &Journey<'_>) -> (Money, bool) {
    let share = fare.percent(percent);
    let (cap, _) = cap(percent, journey.day);
    if share.minor > cap.minor {
        (cap, true)
    } else {
        (share, false)
    }
}
