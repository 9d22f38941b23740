//! Each side of every threshold, with the article it stands in.

mod support;

use rights::{Case, Cause, Disruption, Facts, Finding, Leg, LegStatus, Regime, Reroute, Right};
use support::{cancelled, case, entry, eu, late, leg, replacement, time, uk, verdict, with};

/// 1,421 km inside the EU.
fn short() -> Leg {
    leg(
        "LH1112",
        "FRA",
        "MAD",
        "2026-06-20T10:00",
        "2026-06-20T12:35",
    )
}

/// 2,946 km inside the EU.
fn medium() -> Leg {
    leg(
        "AY1662",
        "MAD",
        "HEL",
        "2026-06-10T10:00",
        "2026-06-10T15:20",
    )
}

/// 6,570 km out of the EU.
fn long() -> Leg {
    leg(
        "LH756",
        "FRA",
        "BOM",
        "2026-06-10T13:00",
        "2026-06-11T00:50",
    )
}

/// 4,094 km inside the EU.
fn long_inside() -> Leg {
    leg(
        "LO6082",
        "TFS",
        "WAW",
        "2026-02-03T12:00",
        "2026-02-03T18:10",
    )
}

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
fn the_british_sums_go_by_distance_alone() {
    let canaries = leg(
        "BY4100",
        "LGW",
        "TFS",
        "2026-02-03T12:00",
        "2026-02-03T16:30",
    );
    let to_bombay = leg(
        "VS354",
        "LHR",
        "BOM",
        "2026-02-03T10:00",
        "2026-02-04T00:30",
    );
    let delayed =
        |leg: &Leg, minutes| uk(&case(Disruption::Delay, vec![late(leg.clone(), minutes)]));
    assert_eq!(delayed(&canaries, 180), "350.00");
    assert_eq!(delayed(&to_bombay, 239), "260.00 half");
    assert_eq!(delayed(&to_bombay, 240), "520.00");
}

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
fn refused_boarding_pays_at_once_and_halves_by_rerouting_art_4_3() {
    let refused = |late: Option<i64>| {
        let mut case = case(
            Disruption::DeniedBoarding,
            vec![with(long(), LegStatus::Denied)],
        );
        case.facts.reroute = late.map(|late| replacement(&long(), (0, late)));
        case.facts.cause = Some(Cause::Weather);
        case.facts.cause_proven = true;
        case.facts.measures_proven = Some(true);
        eu(&case)
    };
    assert_eq!(refused(None), "600.00");
    assert_eq!(refused(Some(240)), "300.00 half");
    assert_eq!(refused(Some(241)), "600.00");
}

#[test]
fn who_was_refused_must_have_presented_unless_told_before_c_238_22() {
    let mut case = case(
        Disruption::DeniedBoarding,
        vec![with(short(), LegStatus::Denied)],
    );
    case.facts.checked_in_on_time = false;
    assert_eq!(eu(&case), "none");
    case.facts.notice_days = Some(16);
    assert_eq!(eu(&case), "250.00");
}

#[test]
fn mixed_causes_leave_the_rest_of_the_delay_c_315_15() {
    let mixed = |minutes| {
        let mut case = case(Disruption::Delay, vec![late(short(), 300)]);
        case.facts = Facts {
            cause: Some(Cause::BirdStrike),
            cause_proven: true,
            measures_proven: Some(true),
            extraordinary_minutes: Some(minutes),
            ..Facts::default()
        };
        eu(&case)
    };
    assert_eq!(mixed(120), "250.00");
    assert_eq!(mixed(121), "none");
}

#[test]
fn a_cause_excuses_only_when_proven_with_all_measures_art_5_3() {
    let delayed = |proven, measures| {
        let mut case = case(Disruption::Delay, vec![late(short(), 300)]);
        case.facts.cause = Some(Cause::Weather);
        case.facts.cause_proven = proven;
        case.facts.measures_proven = measures;
        eu(&case)
    };
    assert_eq!(delayed(false, Some(true)), "250.00");
    assert_eq!(delayed(true, Some(true)), "none");
    assert_eq!(delayed(true, Some(false)), "250.00");
    assert_eq!(delayed(true, None), "depends");
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
fn the_presence_of_a_cancelled_passenger_does_not_matter_art_3_2_a() {
    let mut case = cancelled(short(), 0, None);
    case.facts.checked_in_on_time = false;
    case.facts.travelled = false;
    case.facts.refund_chosen = true;
    assert_eq!(eu(&case), "250.00");
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
fn what_was_paid_is_taken_off_and_not_owed_twice() {
    let paid = |amount: i64, currency: &str| {
        let mut case = case(
            Disruption::Delay,
            vec![late(
                leg(
                    "AF1681",
                    "LHR",
                    "CDG",
                    "2026-06-10T10:00",
                    "2026-06-10T12:20",
                ),
                200,
            )],
        );
        let currency = currency.parse().expect("a currency");
        case.facts.already_received = Some(rights::Money::new(amount, currency));
        (eu(&case), uk(&case))
    };
    assert_eq!(paid(10_000, "EUR"), ("150.00".into(), "220.00".into()));
    assert_eq!(paid(25_000, "EUR"), ("none".into(), "none".into()));
    assert_eq!(paid(25_000, "CAD"), ("250.00".into(), "220.00".into()));
}

#[test]
fn a_diversion_goes_by_the_arrival_at_the_booked_airport_c_826_19() {
    let diverted = |landed: &str, minutes| {
        let mut case = case(
            Disruption::Diversion,
            vec![with(
                late(
                    leg(
                        "OS229",
                        "VIE",
                        "TXL",
                        "2018-05-21T21:00",
                        "2018-05-21T22:20",
                    ),
                    minutes,
                ),
                LegStatus::Diverted,
            )],
        );
        case.facts.landed_at = Some(landed.parse().expect("an airport"));
        eu(&case)
    };
    assert_eq!(diverted("SXF", 58), "none");
    assert_eq!(diverted("SXF", 180), "250.00");
    // Came back (C-83/10) or came down far away: not flown as planned.
    assert_eq!(diverted("VIE", 100), "250.00");
    assert_eq!(diverted("MUC", 100), "250.00");
}

/// A flight at noon, `minutes` late.
fn flight(from: &str, to: &str, minutes: i64) -> Case {
    let booked = leg("LH1", from, to, "2026-06-10T12:00", "2026-06-10T23:00");
    case(Disruption::Delay, vec![late(booked, minutes)])
}

/// Whether the distance is noted as one to look at again.
fn is_near(case: &Case, regime: Regime, near: f64) -> bool {
    let steps = entry(case, regime).expect("an entry").steps;
    let noted =
        |finding| matches!(finding, Finding::DistanceNearLimit { limit, .. } if limit == near);
    steps.iter().any(|step| noted(step.finding))
}

#[test]
fn the_bands_change_at_1500_and_at_3500_kilometres_art_7_1() {
    let (european, british) = (Regime::Eu261, Regime::Uk261);
    let rows = [
        // Art 7(1)(a): up to 1,500 km, inside the EU and out of it.
        (european, "LYS", "SOF", 1499, 1500.0, "250.00"),
        (european, "MAD", "MUC", 1498, 1500.0, "250.00"),
        (european, "OTP", "SVO", 1499, 1500.0, "250.00"),
        // Art 7(1)(b): over 1,500 km inside the EU, whatever more.
        (european, "BER", "SKG", 1501, 1500.0, "400.00"),
        (european, "BER", "CFU", 1501, 1500.0, "400.00"),
        (european, "ACE", "BUD", 3494, 0.0, "400.00"),
        (european, "TFS", "WAW", 4097, 0.0, "400.00"),
        // Art 7(1)(b): others over 1,500 km up to 3,500 km.
        (european, "NTE", "TUN", 1504, 1500.0, "400.00"),
        (european, "BCN", "DKR", 3498, 3500.0, "400.00"),
        // Art 7(1)(c): the rest; four hours late, so that nothing is halved.
        (european, "BIO", "SID", 3502, 3500.0, "600.00"),
        (european, "OTP", "TAS", 3504, 3500.0, "600.00"),
        // The United Kingdom's Art 7(1): distance alone.
        (british, "LTN", "BUD", 1495, 1500.0, "220.00"),
        (british, "LGW", "SPU", 1501, 1500.0, "350.00"),
        (british, "LTN", "BEY", 3496, 3500.0, "350.00"),
        (british, "LGW", "CAI", 3501, 3500.0, "520.00"),
    ];
    for (regime, from, to, km, near, sum) in rows {
        let case = flight(from, to, 240);
        let measured = support::judge(&case).distance.expect("a distance").km;
        assert!(
            (measured - f64::from(km)).abs() < 1.0,
            "{from}-{to} {measured}"
        );
        assert_eq!(verdict(&case, regime), sum, "{from}-{to}");
        for limit in [1500.0, 3500.0] {
            assert_eq!(
                is_near(&case, regime, limit),
                near == limit,
                "{from}-{to} {limit}"
            );
        }
    }
}

#[test]
fn the_british_thresholds_are_those_of_the_european_text_art_6_7() {
    let rows = [
        // Three hours at arrival for every distance (Sturgeon).
        ("LHR", "CDG", 179, "none"),
        ("LHR", "CDG", 180, "220.00"),
        ("LGW", "TFS", 179, "none"),
        ("LGW", "TFS", 180, "350.00"),
        ("LHR", "BOM", 179, "none"),
        ("LHR", "BOM", 180, "260.00 half"),
        ("LHR", "BOM", 239, "260.00 half"),
        ("LHR", "BOM", 240, "520.00"),
    ];
    for (from, to, minutes, sum) in rows {
        assert_eq!(
            uk(&flight(from, to, minutes)),
            sum,
            "{from}-{to} {minutes} min"
        );
    }
    let rows = [
        // Art 7(2): two, three, four hours, the limit included.
        ("LHR", "CDG", 120, "110.00 half"),
        ("LHR", "CDG", 121, "220.00"),
        ("LGW", "TFS", 180, "175.00 half"),
        ("LGW", "TFS", 181, "350.00"),
        ("LHR", "BOM", 240, "260.00 half"),
        ("LHR", "BOM", 241, "520.00"),
    ];
    for (from, to, minutes, sum) in rows {
        let booked = leg("BA1", from, to, "2026-06-10T12:00", "2026-06-10T23:00");
        // Art 5(1)(c)(iii): less than two hours late would owe nothing.
        let case = cancelled(booked, 0, Some((0, minutes)));
        assert_eq!(uk(&case), sum, "{from}-{to} {minutes} min");
    }
}

#[test]
fn notice_and_windows_are_the_same_in_the_british_text_art_5_1_c() {
    let booked = leg("BA1", "LGW", "TFS", "2026-06-10T12:00", "2026-06-10T16:30");
    let rows = [
        // Art 5(1)(c)(i).
        (14, None, "none"),
        (13, None, "350.00"),
        // Art 5(1)(c)(ii): up to 2 h early, less than 4 h late.
        (13, Some((120, 239)), "none"),
        (13, Some((121, 239)), "350.00"),
        (7, Some((120, 239)), "none"),
        (7, Some((120, 240)), "350.00"),
        // Art 5(1)(c)(iii): up to 1 h early, less than 2 h late.
        (6, Some((60, 119)), "none"),
        (6, Some((61, 119)), "175.00 half"),
        (0, Some((60, 120)), "175.00 half"),
    ];
    for (days, offer, sum) in rows {
        assert_eq!(
            uk(&cancelled(booked.clone(), days, offer)),
            sum,
            "{days} {offer:?}"
        );
    }
}

/// Whether a right is granted.
fn has(case: &Case, regime: Regime, right: Right) -> bool {
    let entry = entry(case, regime).expect("an entry");
    entry
        .other_rights
        .iter()
        .any(|granted| granted.right == right)
}

#[test]
fn care_and_refund_go_by_the_delay_at_departure_art_6_1() {
    let (european, british) = (Regime::Eu261, Regime::Uk261);
    let rows = [
        // Art 6(1)(a): up to 1,500 km.
        (european, "FRA", "MAD", 120),
        (british, "LHR", "CDG", 120),
        // Art 6(1)(b): over 1,500 km inside the EU, others up to 3,500 km.
        (european, "MAD", "HEL", 180),
        (european, "TFS", "WAW", 180),
        (european, "NTE", "TUN", 180),
        (british, "LGW", "TFS", 180),
        // Art 6(1)(c): the rest.
        (european, "FRA", "BOM", 240),
        (british, "LHR", "BOM", 240),
    ];
    for (regime, from, to, after) in rows {
        let granted = |minutes, right| has(&flight(from, to, minutes), regime, right);
        assert!(!granted(after - 1, Right::Care), "{from}-{to} {after}");
        assert!(granted(after, Right::Care), "{from}-{to} {after}");
        // Art 9, C-12/11: what the passenger paid instead.
        assert!(!granted(after - 1, Right::Expenses), "{from}-{to} {after}");
        assert!(granted(after, Right::Expenses), "{from}-{to} {after}");
        // Art 6(1)(iii): five hours for every distance.
        assert!(!granted(299, Right::Refund), "{from}-{to}");
        assert!(granted(300, Right::Refund), "{from}-{to}");
    }
}

#[test]
fn five_minutes_below_three_hours_the_door_is_asked_for_c_452_13() {
    let noted = |minutes| {
        let steps = entry(&flight("FRA", "MAD", minutes), Regime::Eu261)
            .expect("an entry")
            .steps;
        let near = |finding| matches!(finding, Finding::ArrivalNearThreshold { .. });
        steps.iter().any(|step| near(step.finding))
    };
    assert_eq!([174, 175, 179, 180].map(noted), [false, true, true, false]);
}
