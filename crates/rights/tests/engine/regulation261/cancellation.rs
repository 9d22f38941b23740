//! Cancelled or brought forward: notice, and what was offered instead.

use jiff::ToSpan;
use rights::{Cause, Disruption, Finding, Leg, MissingFact, Outcome};

use super::flights::{entry_eu, flight, long, long_inside, medium, short, step};
use crate::support::{cancelled, case, eu, late};

#[test]
fn notice_of_two_weeks_frees_the_carrier_art_5_1_c_i() {
    assert_eq!(eu(&cancelled(short(), 14, None)), "none");
    assert_eq!(eu(&cancelled(short(), 13, None)), "250.00");
}

#[test]
fn from_seven_days_two_hours_early_and_less_than_four_late_art_5_1_c_ii() {
    for days in [13, 7] {
        assert_eq!(eu(&cancelled(medium(), days, Some((120, 239)))), "none");
        assert_eq!(eu(&cancelled(medium(), days, Some((121, 239)))), "400.00");
        assert_eq!(eu(&cancelled(medium(), days, Some((120, 240)))), "400.00");
    }
}

#[test]
fn below_seven_days_one_hour_early_and_less_than_two_late_art_5_1_c_iii() {
    for days in [6, 0] {
        assert_eq!(eu(&cancelled(medium(), days, Some((60, 119)))), "none");
        assert_eq!(
            eu(&cancelled(medium(), days, Some((61, 119)))),
            "200.00 half"
        );
        assert_eq!(
            eu(&cancelled(medium(), days, Some((60, 120)))),
            "200.00 half"
        );
    }
    assert_eq!(eu(&cancelled(medium(), 7, Some((61, 121)))), "none");
}

#[test]
fn rerouting_that_does_not_exceed_the_limit_halves_art_7_2() {
    let told_late = |leg: Leg, late| eu(&cancelled(leg, 0, Some((0, late))));
    assert_eq!(told_late(short(), 120), "125.00 half");
    assert_eq!(told_late(short(), 121), "250.00");
    assert_eq!(told_late(medium(), 180), "200.00 half");
    assert_eq!(told_late(medium(), 181), "400.00");
    assert_eq!(told_late(long_inside(), 180), "200.00 half");
    assert_eq!(told_late(long_inside(), 181), "400.00");
    assert_eq!(told_late(long(), 240), "300.00 half");
    assert_eq!(told_late(long(), 241), "600.00");
}

#[test]
fn a_replacement_that_leaves_an_hour_early_and_arrives_in_time_is_not_halved_c_270_20() {
    assert_eq!(eu(&cancelled(medium(), 0, Some((715, -700)))), "400.00");
    assert_eq!(eu(&cancelled(medium(), 0, Some((61, 0)))), "400.00");
    assert_eq!(eu(&cancelled(medium(), 0, Some((61, 1)))), "200.00 half");
}

#[test]
fn what_the_passenger_arranged_is_no_offer() {
    let mut case = cancelled(short(), 0, Some((0, 60)));
    assert_eq!(eu(&case), "none");
    case.facts
        .reroute
        .as_mut()
        .expect("a replacement")
        .self_arranged = true;
    assert_eq!(eu(&case), "250.00");
}

#[test]
fn an_offer_without_its_departure_is_not_shown_to_be_close_art_5_4() {
    let mut case = cancelled(short(), 0, Some((0, 60)));
    case.facts
        .reroute
        .as_mut()
        .expect("a replacement")
        .departure = None;
    assert_eq!(eu(&case), "125.00 half");
}

#[test]
fn a_cancellation_without_its_notice_depends() {
    let mut case = cancelled(short(), 0, None);
    case.facts.notice_days = None;
    assert_eq!(eu(&case), "depends");
    case.facts.cause = Some(Cause::Weather);
    case.facts.cause_proven = true;
    case.facts.measures_proven = Some(true);
    assert_eq!(eu(&case), "none");
}

#[test]
fn the_presence_of_a_cancelled_passenger_does_not_matter_art_3_2_a() {
    let mut case = cancelled(short(), 0, None);
    case.facts.checked_in_on_time = false;
    case.facts.travelled = false;
    case.facts.refund_chosen = true;
    assert_eq!(eu(&case), "250.00");
}

#[test]
fn a_replacement_late_in_its_turn_may_give_a_second_sum_c_832_18() {
    let noted = |minutes: i64| {
        let mut case = cancelled(flight("LH1", "FRA", "MAD"), 0, Some((0, 300)));
        let planned = case.facts.reroute.and_then(|reroute| reroute.arrival);
        case.legs[0].actual_arrival = planned.map(|at| at + minutes.minutes());
        let entry = entry_eu(&case);
        assert_eq!(entry.outcome, Outcome::Eligible);
        step(&entry, "SECOND_EVENT").is_some()
    };
    assert_eq!([0, 179, 180].map(noted), [false, false, true]);
}

fn forward(minutes: i64, days: Option<u32>) -> String {
    let mut case = case(Disruption::BroughtForward, vec![late(medium(), -minutes)]);
    case.facts.notice_days = days;
    eu(&case)
}

#[test]
fn more_than_an_hour_early_is_a_cancellation_c_146_20() {
    assert_eq!(forward(60, Some(0)), "none");
    assert_eq!(forward(61, Some(0)), "400.00");
    assert_eq!(forward(61, None), "depends");
    assert_eq!(forward(120, Some(7)), "none");
    assert_eq!(forward(121, Some(7)), "400.00");
    assert_eq!(forward(600, Some(14)), "none");
}

#[test]
fn an_hour_early_is_no_cancellation_and_its_notice_is_not_asked_for_c_146_20() {
    let of = |minutes: i64| {
        let case = case(Disruption::BroughtForward, vec![late(medium(), -minutes)]);
        let entry = entry_eu(&case);
        let little = step(&entry, "BROUGHT_FORWARD").filter(|step| !step.met);
        let little = little.map(|step| step.finding);
        (entry.outcome, entry.missing_facts, little)
    };
    let little = |minutes| Some(Finding::BroughtForwardLittle { minutes });
    let none = Outcome::NoCompensation;
    // On time is not early at all.
    assert_eq!(of(0), (none, vec![], None));
    assert_eq!(of(1), (none, vec![], little(1)));
    assert_eq!(of(60), (none, vec![], little(60)));
    // Of a cancelled flight the notice is asked for, which the carrier proves.
    let asked = vec![MissingFact::NoticeDays];
    assert_eq!(of(61), (Outcome::Depends, asked, None));
}

#[test]
fn a_small_advance_without_any_arrival_came_on_time() {
    let mut left = medium();
    left.actual_departure = left.scheduled_departure.map(|at| at - 60.minutes());
    let case = case(Disruption::BroughtForward, vec![left]);
    let entry = entry_eu(&case);
    assert_eq!(entry.outcome, Outcome::NoCompensation);
    let last = entry.steps.last().expect("a step");
    assert_eq!(last.finding.key(), "ArrivedOnTime");
}
