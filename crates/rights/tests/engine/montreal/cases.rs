//! Journeys that went wrong, and what they say.

use crate::support::{case, entry, late, leg, outcome};
use rights::{Baggage, BaggageKind, Case, Currency, Disruption, Leg, MissingFact, Money, Regime};

pub fn sdr(amount: i64) -> Money {
    Money::new(amount * 100, Currency::SDR)
}

pub fn euro(amount: i64) -> Money {
    Money::new(amount * 100, Currency::EUR)
}

pub fn is(case: &Case) -> String {
    outcome(case, Regime::Mc99)
}

pub fn missing(case: &Case) -> Vec<MissingFact> {
    entry(case, Regime::Mc99).expect("in scope").missing_facts
}

/// A flight that reaches its destination on the same day.
pub fn flight(number: &str, from: &str, to: &str, day: &str) -> Leg {
    let at = |hour: &str| format!("{day}T{hour}");
    leg(number, from, to, &at("08:00"), &at("20:00"))
}

pub fn frankfurt() -> Leg {
    flight("LH400", "FRA", "JFK", "2026-06-10")
}

/// A case that costs 500 SDR.
pub fn costly(event: Disruption, legs: Vec<Leg>) -> Case {
    let mut case = case(event, legs);
    case.facts.proven_loss = Some(sdr(500));
    case
}

pub fn delayed(leg: Leg) -> Case {
    costly(Disruption::Delay, vec![late(leg, 200)])
}

pub fn bag(kind: BaggageKind, days: Option<u32>) -> Case {
    let mut case = costly(Disruption::Baggage, vec![late(frankfurt(), 0)]);
    case.facts.baggage = Some(Baggage {
        kind,
        reported_after_days: days,
    });
    case
}
