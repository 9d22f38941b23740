//! Which leg failed, where a first one was a little late and a later one did not fly as
//! booked: the connecting time decides, whatever became of the later leg (C-436/21;
//! order C-367/20).

use crate::support::{case, entry, eu, late, leg, munich_frankfurt_new_york, outcome, time, with};
use jiff::ToSpan;
use rights::{Case, Currency, Disruption, Leg, LegStatus, Money, Regime, Reroute};

/// Into Frankfurt with 90 minutes to change, `minutes` late, and on with a leg that
/// has another fate.
fn by_frankfurt(disruption: Disruption, minutes: i64, status: LegStatus) -> Case {
    let first = leg(
        "UA944",
        "ORD",
        "FRA",
        "2026-06-10T15:00",
        "2026-06-11T06:30",
    );
    let second = leg("LH7", "FRA", "MUC", "2026-06-11T08:00", "2026-06-11T09:00");
    let mut case = case(disruption, vec![late(first, minutes), with(second, status)]);
    case.facts.notice_days = Some(0);
    case
}

fn claim_from(case: &Case) -> String {
    let entry = entry(case, Regime::Eu261).expect("an entry");
    entry.claim_from.as_str().to_owned()
}

#[test]
fn a_first_leg_within_its_connecting_time_is_not_to_blame_for_what_became_of_the_next() {
    for (disruption, status) in [
        (Disruption::Cancellation, LegStatus::Cancelled),
        (Disruption::DeniedBoarding, LegStatus::Denied),
    ] {
        for minutes in [14, 15, 20, 89] {
            let case = by_frankfurt(disruption, minutes, status);
            assert_eq!(eu(&case), "600.00", "{status:?} {minutes}");
            assert_eq!(claim_from(&case), "LH", "{status:?} {minutes}");
        }
        // From the connecting time on the first airline answers, which is not covered.
        let case = by_frankfurt(disruption, 90, status);
        assert_eq!(eu(&case), "out", "{status:?}");
    }
    let diverted = |minutes| {
        let mut case = by_frankfurt(Disruption::Diversion, minutes, LegStatus::Diverted);
        case.facts.landed_at = Some("STR".parse().expect("an airport"));
        eu(&case)
    };
    assert_eq!(diverted(89), "600.00");
    assert_eq!(diverted(90), "out");
    // A connection that was missed is missed because of the flight before it.
    let missed = by_frankfurt(Disruption::MissedConnection, 1, LegStatus::Missed);
    assert_eq!(eu(&missed), "out");
}

#[test]
fn a_leg_beyond_its_connecting_time_is_not_to_blame_where_the_next_was_caught_and_later_c_436_21() {
    // Into Frankfurt `minutes` late with 90 to change; the next flight, flown with the
    // passenger on board, `own` minutes late at both ends.
    let flown = |minutes, own| {
        let mut case = by_frankfurt(Disruption::Delay, minutes, LegStatus::Operated);
        case.legs[1] = late(case.legs[1].clone(), own);
        case
    };
    // 08:05 instead of 06:30, and 12:20 instead of 09:00: half of 600 for 3 h 20.
    for minutes in [70, 89, 90, 95, 120, 199] {
        let case = flown(minutes, 200);
        assert_eq!(eu(&case), "300.00 half", "{minutes}");
        assert_eq!(claim_from(&case), "LH", "{minutes}");
    }
    // As late as the first came or less: it may have waited for its passengers.
    for (minutes, own) in [(200, 200), (250, 205), (95, 20)] {
        assert_eq!(eu(&flown(minutes, own)), "out", "{minutes} {own}");
    }
    // The arrival of the second alone does not show when it left.
    let mut case = flown(95, 200);
    case.legs[1].actual_departure = None;
    assert_eq!(eu(&case), "out");
    // A flight that was cancelled is not caught.
    let mut case = flown(95, 200);
    case.legs[1].status = LegStatus::Cancelled;
    assert_eq!(eu(&case), "out");
}

#[test]
fn a_replacement_is_held_against_the_leg_that_was_cancelled_art_5_1_c() {
    let told = |minutes: i64, early: i64| {
        let [first, second] = munich_frankfurt_new_york();
        let second = with(second, LegStatus::Cancelled);
        let mut case = case(Disruption::Cancellation, vec![late(first, minutes), second]);
        case.facts.notice_days = Some(10);
        case.facts.reroute = Some(Reroute {
            departure: Some(time("2026-06-10T10:00") - early.minutes()),
            arrival: Some(time("2026-06-10T15:00")),
            accepted: Some(true),
            self_arranged: false,
        });
        eu(&case)
    };
    for minutes in [14, 15, 20, 179, 180] {
        // No more than two hours early would be close enough; 150 minutes are not.
        assert_eq!(told(minutes, 120), "none", "{minutes}");
        assert_eq!(told(minutes, 121), "300.00 half", "{minutes}");
        assert_eq!(told(minutes, 150), "300.00 half", "{minutes}");
    }
}

/// A first leg `minutes` late and a second one on which boarding was refused, with a
/// replacement that leaves `wait` minutes after the second.
fn refused(legs: [Leg; 2], minutes: i64, wait: i64) -> Case {
    let [first, second] = legs;
    let departure = second.scheduled_departure.map(|at| at + wait.minutes());
    let second = with(second, LegStatus::Denied);
    let mut case = case(
        Disruption::DeniedBoarding,
        vec![late(first, minutes), second],
    );
    case.facts.oversold = Some(true);
    case.facts.reroute = Some(Reroute {
        departure,
        accepted: Some(false),
        ..Reroute::default()
    });
    case
}

#[test]
fn the_two_hours_of_saudi_arabia_run_from_the_flight_that_was_refused() {
    let of = |minutes, wait| {
        let legs = [
            leg(
                "SV1020",
                "RUH",
                "JED",
                "2026-06-10T06:00",
                "2026-06-10T07:50",
            ),
            leg(
                "SV301",
                "JED",
                "CAI",
                "2026-06-10T10:00",
                "2026-06-10T12:15",
            ),
        ];
        let mut case = refused(legs, minutes, wait);
        case.facts.leg_fare = Some(Money::new(100_000, Currency::SAR));
        outcome(&case, Regime::SaGaca)
    };
    // Late by a little, and later than the connection allowed.
    for minutes in [14, 15, 130] {
        assert_eq!(of(minutes, 120), "none", "{minutes}");
        assert_eq!(of(minutes, 121), "2000.00", "{minutes}");
    }
}

#[test]
fn the_hour_of_india_runs_from_the_flight_that_was_refused() {
    let of = |minutes, wait| {
        let legs = [
            leg(
                "AI101",
                "DEL",
                "BOM",
                "2026-06-10T06:00",
                "2026-06-10T08:10",
            ),
            leg(
                "AI102",
                "BOM",
                "GOI",
                "2026-06-10T10:00",
                "2026-06-10T11:15",
            ),
        ];
        let mut case = refused(legs, minutes, wait);
        case.facts.leg_fare = Some(Money::new(400_000, Currency::INR));
        case.facts.reroute.as_mut().expect("a replacement").accepted = Some(true);
        outcome(&case, Regime::InDgca)
    };
    for minutes in [14, 15, 110] {
        assert_eq!(of(minutes, 60), "none", "{minutes}");
        assert_eq!(of(minutes, 61), "8000.00", "{minutes}");
    }
}

#[test]
fn the_size_of_a_canadian_carrier_is_that_of_the_one_whose_leg_was_cancelled() {
    let of = |minutes| {
        // Air North is small, Air Canada large.
        let first = leg(
            "4N505",
            "YXY",
            "YVR",
            "2026-06-10T06:00",
            "2026-06-10T08:35",
        );
        let second = leg(
            "AC103",
            "YVR",
            "YYZ",
            "2026-06-10T10:00",
            "2026-06-10T17:25",
        );
        let second = with(second, LegStatus::Cancelled);
        let mut case = case(Disruption::Cancellation, vec![late(first, minutes), second]);
        case.facts.notice_days = Some(0);
        case.facts.refund_chosen = true;
        case.facts.cause = None;
        outcome(&case, Regime::CaAppr)
    };
    assert_eq!(of(20), "400.00");
    assert_eq!(of(84), "400.00");
    assert_eq!(of(85), "125.00");
}
