//! Late at the end of the journey.

use jiff::ToSpan;
use rights::{
    Change, Disruption, Facts, Finding, Leg, LegStatus, MissingFact, Outcome, Regime, Reroute,
};

use super::flights::{
    connection, entry_eu, flight, flight_late, long, long_inside, medium, short, step,
};
use crate::support::{case, entry, eu, late, outcome, time, uk, with};

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

#[test]
fn who_flew_a_part_and_took_the_rest_back_has_an_open_case() {
    let case_of = |status, arrived: Option<i64>| {
        let mut legs = connection(("LH1", "FRA", "MAD"), ("IB2", "MAD", "SDQ"));
        legs[0] = late(legs[0].clone(), 300);
        legs[1] = with(legs[1].clone(), status);
        let end = legs[1].scheduled_arrival;
        legs[1].actual_arrival = arrived.and_then(|late| Some(end? + late.minutes()));
        let mut case = case(Disruption::MissedConnection, legs);
        case.facts.refund_chosen = true;
        case
    };
    // Never got there, or got there on their own, late.
    for arrived in [None, Some(180), Some(900)] {
        let entry = entry_eu(&case_of(LegStatus::Missed, arrived));
        assert_eq!(entry.outcome, Outcome::Depends, "{arrived:?}");
        assert_eq!(entry.missing_facts, [MissingFact::RefundAndSum]);
    }
    // Not late enough is not late enough.
    assert_eq!(eu(&case_of(LegStatus::Missed, Some(179))), "none");
    assert_eq!(uk(&case_of(LegStatus::Missed, None)), "out");
    // A missed connection whose legs say nothing is one too.
    let silent = case_of(LegStatus::Operated, None);
    assert_eq!(eu(&silent), "depends");
    // Without the refund the arrival is asked for, as ever.
    let mut kept = case_of(LegStatus::Missed, None);
    kept.facts.refund_chosen = false;
    assert_eq!(entry_eu(&kept).missing_facts, [MissingFact::ActualArrival]);
    // Who took the fare of a direct flight back did not arrive late (Art 8(1)(a)).
    let mut direct = case(Disruption::Delay, vec![late(short(), 300)]);
    direct.facts.refund_chosen = true;
    assert_eq!(eu(&direct), "none");
    // Nor was a connection that was made missed, however late its end.
    let made = connection(("LH1", "FRA", "MAD"), ("IB2", "MAD", "SDQ"));
    let mut made = case(
        Disruption::Delay,
        vec![made[0].clone(), late(made[1].clone(), 300)],
    );
    made.facts.refund_chosen = true;
    assert_eq!(eu(&made), "none");
    // Nor was a part flown where the first flight was cancelled.
    let mut unflown = case_of(LegStatus::Missed, None);
    unflown.legs[0].status = LegStatus::Cancelled;
    assert_eq!(eu(&unflown), "none");
    // Nor does a direct flight have a rest, whatever was told of a connection.
    direct.disruption = Disruption::MissedConnection;
    assert_eq!(eu(&direct), "none");
    // Nor who never left.
    let mut stayed = case_of(LegStatus::Missed, None);
    stayed.facts.travelled = false;
    assert_eq!(eu(&stayed), "none");
}

#[test]
fn a_delay_told_two_weeks_ahead_is_owed_with_a_remark() {
    let told = |days: Option<u32>, minutes| {
        let mut case = case(Disruption::Delay, vec![late(short(), minutes)]);
        case.facts.notice_days = days;
        let entry = entry_eu(&case);
        let remark = step(&entry, "DELAY_TOLD_AHEAD").is_some();
        let could = entry.could_change.contains(&Change::DelayToldAhead);
        assert_eq!(remark, could);
        (eu(&case), remark)
    };
    assert_eq!(told(Some(14), 180), ("250.00".to_owned(), true));
    assert_eq!(told(Some(13), 180), ("250.00".to_owned(), false));
    assert_eq!(told(None, 180), ("250.00".to_owned(), false));
    assert_eq!(told(Some(14), 179), ("none".to_owned(), false));
}
