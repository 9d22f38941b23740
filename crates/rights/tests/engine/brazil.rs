//! ANAC Resolution 400/2016, each row with its article.

mod reasons;

use crate::support::{cancelled, case, entry, late, leg, outcome, with};
use rights::{
    Cause, Currency, Disruption, Facts, Leg, LegStatus, Money, Outcome, RefusalGrounds, Regime,
    Right,
};

fn flight(number: &str, from: &str, to: &str) -> Leg {
    leg(number, from, to, "2026-06-10T08:00", "2026-06-10T20:00")
}

fn denied(legs: Vec<Leg>, facts: Facts) -> String {
    let mut case = case(Disruption::DeniedBoarding, legs);
    case.facts = facts;
    outcome(&case, Regime::BrAnac400)
}

fn refused(leg: Leg) -> Leg {
    with(leg, LegStatus::Denied)
}

fn rights(case: &rights::Case) -> Vec<Right> {
    let entry = entry(case, Regime::BrAnac400).expect("in scope");
    entry.other_rights.iter().map(|other| other.right).collect()
}

#[test]
fn any_airport_of_the_journey_in_brazil_is_enough_art_1() {
    let second = leg("TP81", "GRU", "LIS", "2026-06-10T22:00", "2026-06-11T10:00");
    let rows = [
        (vec![flight("G31", "GRU", "GIG")], "none"),
        (vec![flight("LH506", "FRA", "GRU")], "none"),
        (vec![flight("AA906", "GRU", "MIA")], "none"),
        (vec![flight("AR1", "EZE", "GRU"), second], "none"),
        (vec![flight("G31", "EZE", "MVD")], "out"),
        (vec![flight("G31", "FRA", "JFK")], "out"),
    ];
    for (legs, expected) in rows {
        let case = case(Disruption::Delay, legs);
        assert_eq!(outcome(&case, Regime::BrAnac400), expected, "{case:?}");
    }
}

#[test]
fn it_applies_since_14_march_2017() {
    for (day, expected) in [("2017-03-13", "out"), ("2017-03-14", "250.00")] {
        let leg = leg(
            "G31",
            "GRU",
            "GIG",
            &format!("{day}T08:00"),
            &format!("{day}T09:00"),
        );
        assert_eq!(denied(vec![refused(leg)], Facts::default()), expected);
    }
}

#[test]
fn a_refused_boarding_has_a_sum_by_the_flight_art_24() {
    let on_to = |to| leg("LA8", "GRU", to, "2026-06-10T22:00", "2026-06-11T10:00");
    let rows = [
        (
            "domestic",
            vec![refused(flight("G31", "GRU", "GIG"))],
            "250.00",
        ),
        (
            "out",
            vec![refused(flight("AF457", "GRU", "CDG"))],
            "500.00",
        ),
        ("in", vec![refused(flight("LH506", "FRA", "GRU"))], "500.00"),
        (
            "a feeder: at least the lower sum",
            vec![refused(flight("LA3", "POA", "GRU")), on_to("LIS")],
            "250.00",
        ),
        (
            "the flight abroad after a feeder",
            vec![flight("LA3", "POA", "GRU"), refused(on_to("LIS"))],
            "500.00",
        ),
        (
            "a flight that does not touch Brazil",
            vec![
                flight("TP81", "GRU", "LIS"),
                refused(leg(
                    "TP1",
                    "LIS",
                    "MAD",
                    "2026-06-11T08:00",
                    "2026-06-11T10:00",
                )),
            ],
            "none",
        ),
    ];
    for (what, legs, expected) in rows {
        assert_eq!(denied(legs, Facts::default()), expected, "{what}");
    }
}

#[test]
fn who_is_refused_and_who_is_not_art_22_23() {
    let rows = [
        ("nothing more is asked", Facts::default(), "250.00"),
        (
            "not oversold",
            Facts {
                oversold: Some(false),
                ..Facts::default()
            },
            "250.00",
        ),
        (
            "no cause excuses",
            Facts {
                cause: Some(Cause::Weather),
                cause_proven: true,
                measures_proven: Some(true),
                ..Facts::default()
            },
            "250.00",
        ),
        (
            "a volunteer",
            Facts {
                denied_voluntarily: true,
                ..Facts::default()
            },
            "none",
        ),
        (
            "a ground",
            Facts {
                refusal_grounds: Some(RefusalGrounds::InadequateDocuments),
                ..Facts::default()
            },
            "none",
        ),
        (
            "came late",
            Facts {
                checked_in_on_time: false,
                ..Facts::default()
            },
            "none",
        ),
        (
            "told in advance need not come",
            Facts {
                checked_in_on_time: false,
                notice_days: Some(1),
                ..Facts::default()
            },
            "250.00",
        ),
        (
            "own forum without a period",
            Facts {
                forum: "BR".parse().ok(),
                ..Facts::default()
            },
            "250.00",
        ),
    ];
    for (what, facts, expected) in rows {
        let legs = vec![refused(flight("G31", "GRU", "GIG"))];
        assert_eq!(denied(legs, facts), expected, "{what}");
    }
}

#[test]
fn what_was_paid_is_taken_off() {
    let rows = [
        (Money::new(10_000, Currency::SDR), "150.00"),
        (Money::new(25_000, Currency::SDR), "none"),
        (Money::new(90_000, Currency::BRL), "250.00"),
        (Money::new(i64::MAX, Currency::SDR), "none"),
        (Money::new(-5, Currency::SDR), "250.00"),
    ];
    for (paid, expected) in rows {
        let facts = Facts {
            already_received: Some(paid),
            ..Facts::default()
        };
        let legs = vec![refused(flight("G31", "GRU", "GIG"))];
        assert_eq!(denied(legs, facts), expected, "{paid}");
    }
}

#[test]
fn no_other_event_has_a_sum_art_21_26_27() {
    let events = [
        Disruption::Delay,
        Disruption::Cancellation,
        Disruption::MissedConnection,
        Disruption::Downgrade,
        Disruption::BroughtForward,
        Disruption::Diversion,
        Disruption::Baggage,
    ];
    for event in events {
        let case = case(event, vec![late(flight("G31", "GRU", "GIG"), 600)]);
        let entry = entry(&case, Regime::BrAnac400).expect("in scope");
        assert_eq!(entry.outcome, Outcome::NoCompensation, "{event:?}");
        assert!(entry.missing_facts.is_empty(), "{event:?}");
    }
}

#[test]
fn care_after_one_hour_and_the_choice_after_four_art_21_27() {
    let rows: [(i64, &[Right]); 4] = [
        (60, &[]),
        (61, &[Right::Care]),
        (240, &[Right::Care]),
        (241, &[Right::Care, Right::RefundOrRerouting]),
    ];
    for (minutes, expected) in rows {
        let case = case(
            Disruption::Delay,
            vec![late(flight("G31", "GRU", "GIG"), minutes)],
        );
        assert_eq!(rights(&case), expected, "{minutes}");
    }
}

#[test]
fn a_changed_schedule_gives_the_choice_where_it_is_large_or_told_late_art_12() {
    let rows = [
        ("GIG", 30, None, false),
        ("GIG", 31, None, true),
        ("GIG", 10, Some(2), true),
        ("GIG", 10, Some(3), false),
        ("MIA", 60, None, false),
        ("MIA", 61, None, true),
    ];
    for (to, minutes, notice, expected) in rows {
        let mut case = case(
            Disruption::BroughtForward,
            vec![late(flight("G31", "GRU", to), -minutes)],
        );
        case.facts.notice_days = notice;
        let granted = rights(&case).contains(&Right::RefundOrRerouting);
        assert_eq!(granted, expected, "{to} {minutes} {notice:?}");
    }
}

#[test]
fn a_postponement_that_was_told_before_the_day_is_a_changed_schedule_too_art_12() {
    let rows = [
        ("GIG", 30, Some(3), false),
        ("GIG", 31, Some(3), true),
        ("GIG", 10, Some(2), true),
        ("MIA", 60, Some(3), false),
        ("MIA", 61, Some(3), true),
        // A delay of the day is none.
        ("GIG", 31, Some(0), false),
        ("GIG", 31, None, false),
    ];
    for (to, minutes, notice, expected) in rows {
        let mut case = case(
            Disruption::Delay,
            vec![late(flight("G31", "GRU", to), minutes)],
        );
        case.facts.notice_days = notice;
        let granted = rights(&case).contains(&Right::RefundOrRerouting);
        assert_eq!(granted, expected, "{to} {minutes} {notice:?}");
    }
}

#[test]
fn the_choice_stands_in_art_21_ii_to_iv() {
    for (event, basis) in [
        (Disruption::Cancellation, "ANAC 400, Art 21 II"),
        (Disruption::Diversion, "ANAC 400, Art 21 II"),
        (Disruption::DeniedBoarding, "ANAC 400, Art 21 III, 24"),
        (Disruption::MissedConnection, "ANAC 400, Art 21 IV"),
    ] {
        let case = case(event, vec![late(flight("G31", "GRU", "GIG"), 600)]);
        let granted = entry(&case, Regime::BrAnac400)
            .expect("in scope")
            .other_rights;
        assert_eq!(granted[0].basis, basis, "{event:?}");
    }
}

#[test]
fn a_cancellation_and_a_lower_class_give_rights_without_a_sum() {
    let leg = flight("G31", "GRU", "GIG");
    let told = cancelled(leg.clone(), 0, None);
    assert_eq!(rights(&told), [Right::RefundOrRerouting, Right::Care]);
    assert_eq!(
        rights(&cancelled(leg.clone(), 3, None)),
        [Right::RefundOrRerouting]
    );
    assert_eq!(
        rights(&case(Disruption::Downgrade, vec![leg])),
        [Right::FareDifference]
    );
}
