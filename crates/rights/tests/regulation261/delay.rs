//! Late at the end of the journey.

use rights::{Change, Disruption, Facts, Finding, Leg, LegStatus, Outcome, Regime, Reroute};

use crate::flights::{entry_eu, flight, flight_late, long, long_inside, medium, short};
use crate::support::{case, entry, eu, late, outcome, time, with};

fn delayed(leg: Leg, minutes: i64) -> String {
    eu(&case(Disruption::Delay, vec![late(leg, minutes)]))
}

#[test]
fn three_hours_at_arrival_are_enough_sturgeon() {
    assert_eq!(delayed(short(), 179), "none");
    assert_eq!(delayed(short(), 180), "250.00");
    assert_eq!(delayed(medium(), 179), "none");
    assert_eq!(delayed(medium(), 180), "400.00");
    assert_eq!(delayed(long(), 179), "none");
    assert_eq!(delayed(long(), 180), "300.00 half");
    assert_eq!(delayed(short(), 0), "none");
    assert_eq!(delayed(short(), -30), "none");
}

#[test]
fn less_than_four_hours_halve_only_the_highest_sum_sturgeon_63() {
    assert_eq!(delayed(long(), 239), "300.00 half");
    assert_eq!(delayed(long(), 240), "600.00");
    assert_eq!(delayed(long_inside(), 239), "400.00");
    assert_eq!(delayed(medium(), 239), "400.00");
}

#[test]
fn five_minutes_below_three_hours_the_door_is_asked_for_c_452_13() {
    let noted = |minutes| {
        let steps = entry(&flight_late("FRA", "MAD", minutes), Regime::Eu261)
            .expect("an entry")
            .steps;
        let near = |finding| matches!(finding, Finding::ArrivalNearThreshold { .. });
        steps.iter().any(|step| near(step.finding))
    };
    assert_eq!([174, 175, 179, 180].map(noted), [false, true, true, false]);
}

#[test]
fn without_an_arrival_a_delay_depends() {
    assert_eq!(eu(&case(Disruption::Delay, vec![short()])), "depends");
}

#[test]
fn an_own_replacement_counts_for_the_arrival() {
    let mut case = case(Disruption::Delay, vec![late(short(), 400)]);
    case.facts.reroute = Some(Reroute {
        arrival: Some(time("2026-06-20T15:34")),
        self_arranged: true,
        ..Reroute::default()
    });
    assert_eq!(eu(&case), "none");
    case.facts.reroute.as_mut().expect("a replacement").arrival = Some(time("2026-06-20T15:35"));
    assert_eq!(eu(&case), "250.00");
}

#[test]
fn a_replacement_the_passenger_found_is_no_offer_and_counts_for_the_arrival() {
    let mut case = case(
        Disruption::Delay,
        vec![late(flight("LH1", "FRA", "MAD"), 600)],
    );
    case.facts.reroute = Some(Reroute {
        arrival: Some(time("2026-06-11T01:59")),
        self_arranged: true,
        ..Reroute::default()
    });
    assert_eq!(outcome(&case, Regime::Eu261), "none");
    let late = |finding| matches!(finding, Finding::ArrivedNotLateEnough { minutes: 179 });
    assert!(entry_eu(&case).steps.iter().any(|step| late(step.finding)));
}

#[test]
fn a_passenger_who_did_not_present_or_fly_has_no_delay_c_474_22() {
    let changed = |change: fn(&mut Facts)| {
        let mut case = case(Disruption::Delay, vec![late(short(), 300)]);
        change(&mut case.facts);
        eu(&case)
    };
    assert_eq!(changed(|facts| facts.checked_in_on_time = false), "none");
    assert_eq!(changed(|facts| facts.travelled = false), "none");
    assert_eq!(changed(|facts| facts.refund_chosen = true), "none");
    assert_eq!(
        changed(|facts| facts.fare_available_to_public = false),
        "none"
    );
}

#[test]
fn who_came_late_to_check_in_is_told_of_the_45_minutes_art_3_2_a() {
    for (event, status) in [
        (Disruption::Delay, LegStatus::Operated),
        (Disruption::DeniedBoarding, LegStatus::Denied),
    ] {
        let mut case = case(
            event,
            vec![with(late(flight("LH1", "FRA", "MAD"), 300), status)],
        );
        case.facts.checked_in_on_time = false;
        let entry = entry_eu(&case);
        assert_eq!(entry.outcome, Outcome::NoCompensation);
        let told = Change::CheckInTimeNotNamed { minutes: 45 };
        assert!(entry.could_change.contains(&told), "{event:?}");
    }
}
