//! What is said besides the sum, and what is due at the airport on both sides of each
//! hour.

use rights::{Case, Entry};

use super::*;

fn found(case: &Case) -> Entry {
    entry(case, Regime::BrAnac400).expect("in scope")
}

fn keys(case: &Case) -> Vec<&'static str> {
    let steps = found(case).steps;
    steps.iter().map(|step| step.finding.key()).collect()
}

fn bases(case: &Case) -> Vec<&'static str> {
    let rights = found(case).other_rights;
    rights.iter().map(|other| other.basis).collect()
}

#[test]
fn a_higher_sum_is_remarked_for_a_feeder_of_a_journey_abroad_alone_art_24() {
    let of = |legs| {
        let case = case(Disruption::DeniedBoarding, legs);
        keys(&case).contains(&"FeederSum")
    };
    let inland = || refused(flight("G31", "GIG", "GRU"));
    assert!(!of(vec![inland()]));
    let onward = leg("TP81", "GRU", "LIS", "2026-06-10T22:00", "2026-06-11T10:00");
    assert!(of(vec![inland(), onward]));
}

#[test]
fn who_was_refused_with_a_ground_has_no_choice_art_21_iii() {
    let refused = |refusal_grounds| {
        let mut case = case(
            Disruption::DeniedBoarding,
            vec![refused(flight("G31", "GIG", "GRU"))],
        );
        case.facts.refusal_grounds = refusal_grounds;
        rights(&case)
    };
    assert_eq!(refused(None), [Right::RefundOrRerouting, Right::Care]);
    assert_eq!(refused(Some(RefusalGrounds::Security)), []);
}

#[test]
fn a_long_delay_told_before_gives_the_choice_once_art_12_and_21() {
    let told = |minutes| {
        let legs = vec![late(flight("G31", "GIG", "GRU"), minutes)];
        let mut case = case(Disruption::Delay, legs);
        case.facts.notice_days = Some(5);
        bases(&case)
    };
    let care = "ANAC 400, Art 26 I, 27";
    // Up to four hours it is the change of the schedule that gives the choice.
    assert_eq!(told(240), [care, "ANAC 400, Art 12"]);
    assert_eq!(told(241), [care, "ANAC 400, Art 21 I"]);
    assert_eq!(told(242), [care, "ANAC 400, Art 21 I"]);
    assert_eq!(told(61), [care, "ANAC 400, Art 12"]);
    assert_eq!(told(60), ["ANAC 400, Art 12"]);
    assert_eq!(told(31), ["ANAC 400, Art 12"]);
    assert_eq!(told(30), [""; 0]);
}

#[test]
fn a_flight_that_was_not_moved_has_no_changed_schedule_art_12() {
    let moved = |early: i64| {
        let legs = vec![late(flight("G31", "GIG", "GRU"), -early)];
        keys(&case(Disruption::BroughtForward, legs)).contains(&"ScheduleMoved")
    };
    assert!(moved(1));
    assert!(moved(20));
    assert!(!moved(0));
}
