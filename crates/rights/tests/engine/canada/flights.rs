//! Flights in Canada, and what is asked of the answer.

use rights::{
    ApprControl, CarrierSize, Case, Disruption, Entry, Facts, Leg, LegStatus, Regime, Right,
};

use crate::support::{case, entry, late, leg, outcome, replacement, with};

/// Inside Canada, on an airline the table knows as large.
pub fn domestic() -> Leg {
    leg(
        "AC103",
        "YYZ",
        "YVR",
        "2026-06-10T08:00",
        "2026-06-10T10:05",
    )
}

pub fn canada(case: &Case) -> String {
    outcome(case, Regime::CaAppr)
}

pub fn found(case: &Case) -> Entry {
    entry(case, Regime::CaAppr).expect("the rules apply")
}

/// A flight so late, with these facts.
pub fn delayed(minutes: i64, facts: Facts) -> Case {
    let mut case = case(Disruption::Delay, vec![late(domestic(), minutes)]);
    case.facts = facts;
    case
}

pub fn size(size: CarrierSize) -> Facts {
    Facts {
        carrier_size: Some(size),
        ..Facts::default()
    }
}

pub fn control(control: ApprControl) -> Facts {
    Facts {
        appr_control: Some(control),
        ..Facts::default()
    }
}

/// Refused, oversold, and so late in the end.
pub fn refused(late: Option<i64>) -> Case {
    let mut case = case(
        Disruption::DeniedBoarding,
        vec![with(domestic(), LegStatus::Denied)],
    );
    case.facts.oversold = Some(true);
    case.facts.reroute = late.map(|late| replacement(&domestic(), (0, late)));
    case
}

pub fn keys(entry: &Entry) -> Vec<&'static str> {
    entry.steps.iter().map(|step| step.finding.key()).collect()
}

pub fn rights_of(case: &Case) -> Vec<(Right, &'static str)> {
    let rights = found(case).other_rights;
    rights.iter().map(|r| (r.right, r.basis)).collect()
}
