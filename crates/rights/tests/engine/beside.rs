//! A booking of which several journeys went wrong: each is a claim of its own (C-173/07
//! Emirates), the best is shown and the others are named.

use crate::support::{case, entry, late, leg, with};
use rights::{Case, Disruption, Facts, Finding, Leg, LegStatus, Regime};

/// To Majorca and back a week later.
fn majorca() -> [Leg; 2] {
    [
        leg("FR41", "DUS", "PMI", "2026-09-01T10:00", "2026-09-01T12:20"),
        leg("FR42", "PMI", "DUS", "2026-09-08T13:00", "2026-09-08T15:25"),
    ]
}

/// The sums that are named beside the one shown: "PMI-DUS 250.00".
fn beside(case: &Case, regime: Regime) -> Vec<String> {
    let entry = entry(case, regime).expect("an entry");
    let named = |finding: Finding| match finding {
        Finding::AnotherSum {
            origin,
            destination,
            amount,
        } => Some(format!(
            "{}-{} {}",
            origin.code,
            destination.code,
            amount.decimal()
        )),
        Finding::AnotherClaim {
            origin,
            destination,
        } => Some(format!("{}-{}", origin.code, destination.code)),
        _ => None,
    };
    let findings = entry.steps.iter().map(|step| step.finding);
    findings.filter_map(named).collect()
}

fn both(status: LegStatus) -> Case {
    let [out, back] = majorca();
    let mut case = case(
        Disruption::Cancellation,
        vec![with(out, status), with(back, status)],
    );
    case.facts.notice_days = Some(2);
    case
}

#[test]
fn two_flights_of_a_return_ticket_that_were_cancelled_are_two_sums_c_173_07() {
    let case = both(LegStatus::Cancelled);
    let eu = entry(&case, Regime::Eu261).expect("an entry");
    let owed = eu.compensation.expect("a sum").amount.decimal();
    assert_eq!(owed, "250.00");
    assert_eq!(beside(&case, Regime::Eu261), ["PMI-DUS 250.00"]);
}

#[test]
fn two_flights_of_a_return_ticket_that_were_late_are_two_sums_c_173_07() {
    let of = |there, home| {
        let [out, back] = majorca();
        let case = case(Disruption::Delay, vec![late(out, there), late(back, home)]);
        beside(&case, Regime::Eu261)
    };
    assert_eq!(of(360, 240), ["PMI-DUS 250.00"]);
    assert_eq!(of(180, 180), ["PMI-DUS 250.00"]);
    // Late by too little, on time, or nothing said.
    for home in [179, 20, 0] {
        assert!(of(360, home).is_empty(), "{home}");
        assert!(of(home, 360).is_empty(), "{home}");
    }
    let [out, back] = majorca();
    let silent = case(Disruption::Delay, vec![late(out, 360), back]);
    assert!(beside(&silent, Regime::Eu261).is_empty());
}

#[test]
fn two_bookings_that_went_wrong_are_two_sums_as_well() {
    let mut case = both(LegStatus::Cancelled);
    case.facts.single_booking = false;
    assert_eq!(beside(&case, Regime::Eu261), ["PMI-DUS 250.00"]);
}

#[test]
fn of_one_journey_with_two_late_flights_there_is_one_sum_c_11_11() {
    let legs = vec![
        late(
            leg("LH1", "HAM", "FRA", "2026-06-10T06:00", "2026-06-10T07:10"),
            200,
        ),
        late(
            leg("LH2", "FRA", "MAD", "2026-06-10T12:00", "2026-06-10T14:35"),
            200,
        ),
    ];
    assert!(beside(&case(Disruption::Delay, legs), Regime::Eu261).is_empty());
}

#[test]
fn a_lower_class_shows_in_no_times_and_names_no_second_claim() {
    let [out, back] = majorca();
    let mut case = case(Disruption::Downgrade, vec![late(out, 240), late(back, 240)]);
    case.facts = Facts {
        booked_class: Some(rights::Cabin::Business),
        flown_class: Some(rights::Cabin::Economy),
        ..Facts::default()
    };
    assert!(beside(&case, Regime::Eu261).is_empty());
}

#[test]
fn other_laws_name_it_too_and_each_by_its_own_sum() {
    let legs = vec![
        leg("WS1", "YYZ", "LGW", "2026-06-10T20:00", "2026-06-11T08:00"),
        leg("WS2", "LGW", "YYZ", "2026-06-20T10:00", "2026-06-20T13:00"),
    ];
    let legs = legs.into_iter().map(|leg| late(leg, 400)).collect();
    let case = case(Disruption::Delay, legs);
    assert_eq!(beside(&case, Regime::CaAppr).len(), 1);
    // The way into the United Kingdom on a Canadian airline is outside of the British text.
    assert!(beside(&case, Regime::Uk261).is_empty());
}
