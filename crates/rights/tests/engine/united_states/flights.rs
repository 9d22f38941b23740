//! Flights in the United States, and what is asked of the answer.

use rights::{Case, Currency, Disruption, Entry, Facts, Leg, LegStatus, Money, Regime, Right};

use crate::support::{case, entry, leg, outcome, replacement, with};

pub fn domestic() -> Leg {
    leg(
        "AA100",
        "ORD",
        "LGA",
        "2026-06-10T08:00",
        "2026-06-10T11:10",
    )
}

pub fn international() -> Leg {
    leg("DL1", "JFK", "LHR", "2026-06-10T19:00", "2026-06-11T07:00")
}

pub fn dollars(amount: i64) -> Money {
    Money::new(amount * 100, Currency::USD)
}

pub fn usa(case: &Case) -> String {
    outcome(case, Regime::UsDot)
}

pub fn found(case: &Case) -> Entry {
    entry(case, Regime::UsDot).expect("the rules apply")
}

pub fn last(case: &Case) -> &'static str {
    found(case).steps.last().expect("a step").finding.key()
}

/// Refused on this leg with a fare of USD 300, offered a substitute that is so
/// late.
pub fn refused(leg: Leg, late: Option<i64>) -> Case {
    let reroute = late.map(|late| replacement(&leg, (0, late)));
    let mut case = case(
        Disruption::DeniedBoarding,
        vec![with(leg, LegStatus::Denied)],
    );
    case.facts = Facts {
        oversold: Some(true),
        leg_fare: Some(dollars(300)),
        reroute,
        ..Facts::default()
    };
    case
}

/// Whether a right is granted, and where it stands.
pub fn basis(case: &Case, right: Right) -> Option<&'static str> {
    let rights = found(case).other_rights;
    let granted = rights.iter().find(|other| other.right == right);
    granted.map(|granted| granted.basis)
}
