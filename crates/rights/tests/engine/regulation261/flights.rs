//! Flights of every distance, and what is asked of the answer.

use rights::{Case, Disruption, Entry, Leg, Money, Regime, Right, Step};

use crate::support::{case, entry, late, leg};

/// 1,421 km inside the EU.
pub fn short() -> Leg {
    leg(
        "LH1112",
        "FRA",
        "MAD",
        "2026-06-20T10:00",
        "2026-06-20T12:35",
    )
}

/// 2,946 km inside the EU.
pub fn medium() -> Leg {
    leg(
        "AY1662",
        "MAD",
        "HEL",
        "2026-06-10T10:00",
        "2026-06-10T15:20",
    )
}

/// 6,570 km out of the EU.
pub fn long() -> Leg {
    leg(
        "LH756",
        "FRA",
        "BOM",
        "2026-06-10T13:00",
        "2026-06-11T00:50",
    )
}

/// 4,094 km inside the EU.
pub fn long_inside() -> Leg {
    leg(
        "LO6082",
        "TFS",
        "WAW",
        "2026-02-03T12:00",
        "2026-02-03T18:10",
    )
}

/// A flight at noon.
pub fn flight(number: &str, from: &str, to: &str) -> Leg {
    leg(number, from, to, "2026-06-10T12:00", "2026-06-10T23:00")
}

/// A flight at noon, `minutes` late.
pub fn flight_late(from: &str, to: &str, minutes: i64) -> Case {
    let booked = leg("LH1", from, to, "2026-06-10T12:00", "2026-06-10T23:00");
    case(Disruption::Delay, vec![late(booked, minutes)])
}

/// Frankfurt to a hub and on.
pub fn connection(first: (&str, &str, &str), second: (&str, &str, &str)) -> Vec<Leg> {
    vec![
        leg(
            first.0,
            first.1,
            first.2,
            "2026-06-10T08:00",
            "2026-06-10T12:00",
        ),
        leg(
            second.0,
            second.1,
            second.2,
            "2026-06-10T16:00",
            "2026-06-10T23:00",
        ),
    ]
}

/// A downgrade on these legs; the flight cost 400.00.
pub fn downgrade(legs: Vec<Leg>, currency: &str) -> Case {
    let mut case = case(Disruption::Downgrade, legs);
    case.facts.leg_fare = Some(money(40_000, currency));
    case
}

/// A sum in hundredths.
pub fn money(minor: i64, currency: &str) -> Money {
    Money::new(minor, currency.parse().expect("a currency"))
}

/// The entry under Regulation 261/2004.
pub fn entry_eu(case: &Case) -> Entry {
    entry(case, Regime::Eu261).expect("an entry")
}

/// The step with this rule.
pub fn step(entry: &Entry, rule: &str) -> Option<Step> {
    entry
        .steps
        .iter()
        .copied()
        .find(|step| step.rule.name == rule)
}

/// Where a right stands.
pub fn basis(entry: &Entry, right: Right) -> Option<&'static str> {
    let granted = entry.other_rights.iter().find(|other| other.right == right);
    granted.map(|granted| granted.basis)
}
