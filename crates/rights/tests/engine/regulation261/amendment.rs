//! Regulation (EU) 2026/2202, for flights from 23 October 2027: the day before and
//! the day after, on both sides of each threshold.

use jiff::civil::date;
use rights::regulation261::{AMENDED_FROM, Comparison, Scheme, Threshold};
use rights::{
    Cause, Change, Confidence, Disruption, Entry, Leg, LegStatus, Process, Regime, Right,
};

use super::flights::{basis, downgrade, entry_eu, step};
use crate::support::{cancelled, case, entry, eu, judge, late, leg, uk, with};

pub const EVE: &str = "2027-10-22";
pub const DAY: &str = "2027-10-23";

pub fn flight(number: &str, from: &str, to: &str, day: &str) -> Leg {
    let (departure, arrival) = (format!("{day}T08:00"), format!("{day}T12:00"));
    leg(number, from, to, &departure, &arrival)
}

pub fn delayed(from: &str, to: &str, day: &str, minutes: i64) -> Entry {
    let booked = flight("LH1", from, to, day);
    entry_eu(&case(Disruption::Delay, vec![late(booked, minutes)]))
}

pub fn sum(from: &str, to: &str, day: &str, minutes: i64) -> String {
    let booked = flight("LH1", from, to, day);
    eu(&case(Disruption::Delay, vec![late(booked, minutes)]))
}

#[test]
fn from_that_day_it_takes_more_than_three_hours() {
    // FRA-MAD 1,421 km, MAD-HEL 2,946 km, FRA-JFK 6,184 km, TFS-WAW inside, 4,094 km.
    let rows = [
        ("FRA", "MAD", "250.00"),
        ("MAD", "HEL", "400.00"),
        ("TFS", "WAW", "400.00"),
        ("FRA", "JFK", "300.00 half"),
    ];
    for (from, to, due) in rows {
        assert_eq!(sum(from, to, EVE, 179), "none", "{from}-{to}");
        assert_eq!(sum(from, to, EVE, 180), due, "{from}-{to}");
        assert_eq!(sum(from, to, DAY, 180), "none", "{from}-{to}");
        assert_eq!(sum(from, to, DAY, 181), due, "{from}-{to}");
    }
}

#[test]
fn from_that_day_four_hours_still_halve_over_3_500_km() {
    assert_eq!(sum("FRA", "JFK", EVE, 239), "300.00 half");
    assert_eq!(sum("FRA", "JFK", EVE, 240), "600.00");
    assert_eq!(sum("FRA", "JFK", DAY, 240), "300.00 half");
    assert_eq!(sum("FRA", "JFK", DAY, 241), "600.00");
    // No other band is halved for a delay, before or after.
    for day in [EVE, DAY] {
        assert_eq!(sum("TFS", "WAW", day, 240), "400.00");
        assert_eq!(sum("MAD", "HEL", day, 240), "400.00");
        assert_eq!(sum("FRA", "MAD", day, 240), "250.00");
    }
}

#[test]
fn minutes_and_comparisons_are_data_of_the_text() {
    assert_eq!(Scheme::EU.late, Threshold::at_least(180));
    assert_eq!(Scheme::EU.whole, Threshold::at_least(240));
    assert_eq!(Scheme::UK.late, Scheme::EU.late);
    assert_eq!(Scheme::UK.whole, Scheme::EU.whole);
    assert_eq!(Scheme::EU_AMENDED.late.comparison, Comparison::MoreThan);
    assert_eq!(Scheme::EU_AMENDED.late.minutes, 180);
    assert_eq!(Scheme::EU_AMENDED.whole, Threshold::more_than(240));
    assert_eq!(AMENDED_FROM, date(2027, 10, 23));
    for threshold in [Threshold::at_least(180), Threshold::more_than(180)] {
        assert!(threshold.is_reached(threshold.first()));
        assert!(!threshold.is_reached(threshold.first() - 1));
    }
}

#[test]
fn the_day_of_the_first_departure_decides() {
    // Over midnight: the first flight leaves on the last day of the old text.
    let first = leg("LH1", "FRA", "MAD", "2027-10-22T20:00", "2027-10-22T22:35");
    let second = leg("LH2", "MAD", "LIS", "2027-10-23T06:00", "2027-10-23T06:30");
    let both = vec![late(first, 0), late(second, 180)];
    assert_eq!(eu(&case(Disruption::Delay, both)), "400.00");
}

#[test]
fn the_amended_text_is_probable_and_says_so_to_a_reviewer() {
    let answer = delayed("FRA", "MAD", DAY, 181);
    for rule in ["REFORM", "MORE_THAN_THREE_HOURS"] {
        let found = step(&answer, rule).expect(rule);
        assert_eq!(found.rule.confidence, Confidence::Probable);
        assert_eq!(found.rule.checked, date(2026, 12, 1));
    }
    let half = delayed("FRA", "JFK", DAY, 240);
    let found = step(&half, "HALF_UP_TO_FOUR_HOURS").expect("a step");
    assert_eq!(found.rule.confidence, Confidence::Probable);
    assert!(step(&delayed("FRA", "MAD", EVE, 181), "REFORM").is_none());
}

#[test]
fn what_would_turn_the_answer_counts_from_the_first_minute_that_is_enough() {
    let could = |from: &str, to: &str, minutes| delayed(from, to, DAY, minutes).could_change;
    let short = Change::MinutesToLimit {
        minutes: 1,
        limit: 181,
    };
    assert!(could("FRA", "MAD", 180).contains(&short));
    // Up to three hours nothing is due, up to four half: a minute beyond either.
    let above = Change::MinutesBeyondLimit {
        minutes: 1,
        limit: 180,
    };
    assert!(could("FRA", "MAD", 181).contains(&above));
    let halves = Change::DelayUpToLimitHalves {
        minutes: 1,
        limit: 240,
    };
    assert!(could("FRA", "JFK", 241).contains(&halves));
    let higher = could("FRA", "JFK", 240);
    let gives = |change: &&Change| matches!(change, Change::MinutesToHigherSum { minutes: 1, .. });
    assert_eq!(higher.iter().filter(gives).count(), 1);
}

#[test]
fn the_door_is_asked_for_up_to_three_hours_c_452_13() {
    let noted = |minutes| step(&delayed("FRA", "MAD", DAY, minutes), "DOORS_OPEN").is_some();
    assert_eq!([175, 176, 180, 181].map(noted), [false, true, true, false]);
}

#[test]
fn of_mixed_causes_more_than_three_hours_must_remain_c_315_15() {
    let rest = |day: &str, minutes: i64| {
        let booked = flight("LH1", "FRA", "MAD", day);
        let mut case = case(Disruption::Delay, vec![late(booked, minutes)]);
        case.facts.cause = Some(Cause::Weather);
        case.facts.cause_proven = true;
        case.facts.measures_proven = Some(true);
        case.facts.extraordinary_minutes = Some(60);
        eu(&case)
    };
    assert_eq!(rest(EVE, 239), "none");
    assert_eq!(rest(EVE, 240), "250.00");
    assert_eq!(rest(DAY, 240), "none");
    assert_eq!(rest(DAY, 241), "250.00");
}

#[test]
fn only_a_direct_cause_excuses_under_the_amended_text() {
    let excused = |day: &str, direct, measures| {
        let booked = flight("LH1", "FRA", "MAD", day);
        let mut case = case(Disruption::Delay, vec![late(booked, 300)]);
        case.facts.cause = Some(Cause::Weather);
        case.facts.cause_proven = true;
        case.facts.direct_cause = direct;
        case.facts.measures_proven = measures;
        eu(&case)
    };
    let shown = Some(true);
    // Silence counts as the cause itself is shown.
    assert_eq!(excused(DAY, None, shown), "none");
    assert_eq!(excused(DAY, Some(true), shown), "none");
    assert_eq!(excused(DAY, Some(true), None), "depends");
    for measures in [None, Some(true), Some(false)] {
        assert_eq!(excused(DAY, Some(false), measures), "250.00");
    }
    // The text of 2004 does not ask.
    assert_eq!(excused(EVE, Some(false), shown), "none");
    // A cause that was only stated excuses nobody, direct or not.
    let booked = flight("LH1", "FRA", "MAD", DAY);
    let mut stated = case(Disruption::Delay, vec![late(booked, 300)]);
    stated.facts.cause = Some(Cause::Weather);
    stated.facts.direct_cause = Some(true);
    stated.facts.measures_proven = Some(true);
    assert_eq!(eu(&stated), "250.00");
    assert!(step(&entry_eu(&stated), "DIRECT_CAUSE").is_none());
}

#[test]
fn a_late_replacement_and_a_late_downgrade_go_by_the_same_limit() {
    let second = |day: &str, minutes: i64| {
        let booked = flight("LH1", "FRA", "MAD", day);
        let mut case = cancelled(booked, 0, Some((0, 300)));
        let planned = case.facts.reroute.and_then(|reroute| reroute.arrival);
        case.legs[0].actual_arrival = planned.map(|at| at + jiff::Span::new().minutes(minutes));
        step(&entry_eu(&case), "SECOND_EVENT").is_some()
    };
    assert!(second(EVE, 180));
    assert!(!second(DAY, 180));
    assert!(second(DAY, 181));
    let as_well = |day: &str, minutes: i64| {
        let booked = flight("LH1", "FRA", "MAD", day);
        let case = downgrade(vec![late(booked, minutes)], "EUR");
        step(&entry_eu(&case), "SUM_ON_TOP").is_some()
    };
    assert!(as_well(EVE, 180));
    assert!(!as_well(DAY, 180));
    assert!(as_well(DAY, 181));
}

#[test]
fn notice_and_replacement_stay_as_they_were() {
    for day in [EVE, DAY] {
        let told = |days, offer| eu(&cancelled(flight("LH1", "MAD", "HEL", day), days, offer));
        assert_eq!(told(14, None), "none");
        assert_eq!(told(13, None), "400.00");
        assert_eq!(told(13, Some((120, 239))), "none");
        assert_eq!(told(13, Some((120, 240))), "400.00");
        assert_eq!(told(6, Some((60, 119))), "none");
        assert_eq!(told(6, Some((60, 180))), "200.00 half");
        assert_eq!(told(6, Some((60, 181))), "400.00");
    }
}

#[test]
fn the_british_text_is_not_amended() {
    for day in [EVE, DAY] {
        let british = |to: &str, minutes| {
            let booked = flight("BA1", "LHR", to, day);
            uk(&case(Disruption::Delay, vec![late(booked, minutes)]))
        };
        assert_eq!(british("CDG", 179), "none");
        assert_eq!(british("CDG", 180), "220.00");
        assert_eq!(british("JFK", 239), "260.00 half");
        assert_eq!(british("JFK", 240), "520.00");
    }
}

#[test]
fn care_goes_by_hours_and_no_longer_by_distance() {
    let right = |day: &str, to: &str, minutes, right| {
        basis(&delayed("FRA", to, day, minutes), right).is_some()
    };
    for to in ["MAD", "JFK"] {
        assert!(!right(DAY, to, 119, Right::CareByHours));
        assert!(right(DAY, to, 120, Right::CareByHours));
        assert!(!right(DAY, to, 119, Right::Disembark));
        assert!(right(DAY, to, 120, Right::Disembark));
        assert!(!right(DAY, to, 300, Right::Care));
    }
    assert!(!right(EVE, "JFK", 239, Right::Care));
    assert!(right(EVE, "JFK", 240, Right::Care));
    assert!(!right(EVE, "JFK", 240, Right::CareByHours));
    // The fare back after five hours stays.
    for day in [EVE, DAY] {
        assert!(!right(day, "MAD", 299, Right::Refund));
        assert!(right(day, "MAD", 300, Right::Refund));
    }
}

#[test]
fn without_an_offer_the_passenger_may_find_the_own_way() {
    let granted = |day: &str, offer, right| {
        let case = cancelled(flight("LH1", "FRA", "MAD", day), 0, offer);
        basis(&entry_eu(&case), right).is_some()
    };
    assert!(granted(DAY, None, Right::SelfRerouting));
    assert!(!granted(DAY, Some((0, 300)), Right::SelfRerouting));
    assert!(!granted(EVE, None, Right::SelfRerouting));
    assert!(granted(DAY, None, Right::Expenses));
    let mut refunded = cancelled(flight("LH1", "FRA", "MAD", DAY), 0, None);
    refunded.facts.refund_chosen = true;
    assert!(basis(&entry_eu(&refunded), Right::SelfRerouting).is_none());
    let refused = vec![with(flight("LH1", "FRA", "MAD", DAY), LegStatus::Denied)];
    let refused = entry_eu(&case(Disruption::DeniedBoarding, refused));
    assert!(basis(&refused, Right::CareByHours).is_some());
    assert!(basis(&refused, Right::SelfRerouting).is_some());
}

#[test]
fn the_airline_has_its_clocks_from_that_day_on() {
    let process = |number: &str, from: &str, day: &str, regime| -> Process {
        let booked = flight(number, from, "MAD", day);
        let case = case(Disruption::Delay, vec![late(booked, 300)]);
        let found = entry(&case, regime).expect("an entry").process;
        found.expect("a process")
    };
    let clocks = process("LH1", "FRA", DAY, Regime::Eu261).airline_clocks;
    let clocks = clocks.expect("clocks");
    assert_eq!(clocks.inform_hours, 96);
    assert_eq!(clocks.acknowledge_working_days, 7);
    assert_eq!((clocks.reply_months, clocks.final_reply_months), (1, 2));
    let none = |process: Process| process.airline_clocks.is_none();
    assert!(none(process("LH1", "FRA", EVE, Regime::Eu261)));
    assert!(none(process("LX1", "ZRH", DAY, Regime::Eu261)));
    assert!(none(process("BA1", "LHR", DAY, Regime::Uk261)));
}

#[test]
fn what_is_out_of_scope_stays_so() {
    for day in [EVE, DAY] {
        let booked = flight("UA1", "JFK", "FRA", day);
        let answer = judge(&case(Disruption::Delay, vec![late(booked, 300)]));
        let out = answer.out_of_scope.iter();
        assert!(out.into_iter().any(|(regime, _)| *regime == Regime::Eu261));
    }
}
