//! Rights beside the sum.

use jiff::ToSpan;
use rights::{Cabin, Case, Cause, Disruption, LegStatus, Outcome, Regime, Right};

use super::flights::{entry_eu, flight, flight_late};
use crate::support::{cancelled, case, entry, eu, late, leg, with};

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
        let granted = |minutes, right| has(&flight_late(from, to, minutes), regime, right);
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
fn the_rights_beside_the_sum_each_with_its_article() {
    let booked = || flight("LH1", "FRA", "MAD");
    let rights = |case: &Case| {
        let entry = entry_eu(case);
        let listed = entry.other_rights.iter();
        listed
            .map(|other| (other.right, other.basis))
            .collect::<Vec<_>>()
    };
    let choice = (Right::RefundOrRerouting, "Art 5(1)(a), 8");
    let care = (Right::Care, "Art 5(1)(b), 9");
    let expenses = |basis| (Right::Expenses, basis);
    let all = expenses("Art 8(1)(b), 9; C-12/11 McDonagh");
    let only_care = expenses("Art 9; C-12/11 McDonagh");
    // Cancelled, told on the day, nothing offered.
    assert_eq!(rights(&cancelled(booked(), 0, None)), [choice, care, all]);
    // Offered another way.
    assert_eq!(
        rights(&cancelled(booked(), 0, Some((0, 300)))),
        [choice, care, only_care]
    );
    // Told in time: nobody waits at the airport.
    assert_eq!(
        rights(&cancelled(booked(), 14, None)),
        [choice, expenses("Art 8(1)(b)")]
    );
    // The fare back: no other way to pay for.
    let mut refunded = cancelled(booked(), 0, None);
    refunded.facts.refund_chosen = true;
    assert_eq!(rights(&refunded), [choice, care, only_care]);
    // Bought another way.
    let mut own = cancelled(booked(), 0, Some((0, 300)));
    own.facts.reroute.as_mut().expect("a way").self_arranged = true;
    assert_eq!(rights(&own), [choice, care, all]);
    // Refused.
    let mut refused = case(
        Disruption::DeniedBoarding,
        vec![with(booked(), LegStatus::Denied)],
    );
    let choice = (Right::RefundOrRerouting, "Art 4(3), 8");
    assert_eq!(
        rights(&refused),
        [choice, (Right::Care, "Art 4(3), 9"), all]
    );
    refused.facts.denied_voluntarily = true;
    assert_eq!(
        rights(&refused),
        [(Right::RefundOrRerouting, "Art 4(1), 8")]
    );
    refused.facts.denied_voluntarily = false;
    refused.facts.checked_in_on_time = false;
    assert_eq!(rights(&refused), []);
    // Extraordinary circumstances take none of them away (C-12/11).
    let mut storm = cancelled(booked(), 0, None);
    storm.facts.cause = Some(Cause::Weather);
    storm.facts.cause_proven = true;
    storm.facts.measures_proven = Some(true);
    assert_eq!(eu(&storm), "none");
    assert_eq!(rights(&storm).len(), 3);
}

#[test]
fn who_sat_as_booked_or_higher_gets_no_share_art_10_2() {
    let share = |flown, travelled, refund_chosen| {
        let mut case = cancelled(flight("LH1", "FRA", "MAD"), 0, Some((0, 300)));
        case.facts.booked_class = Some(Cabin::Business);
        case.facts.flown_class = Some(flown);
        case.facts.travelled = travelled;
        case.facts.refund_chosen = refund_chosen;
        has(&case, Regime::Eu261, Right::DowngradeReimbursement)
    };
    assert!(share(Cabin::Economy, true, false));
    assert!(!share(Cabin::Business, true, false));
    assert!(!share(Cabin::First, true, false));
    // Nobody sat lower who did not fly.
    assert!(!share(Cabin::Economy, false, false));
    assert!(!share(Cabin::Economy, true, true));
}

#[test]
fn the_way_out_that_ran_gives_no_rights_of_a_cancelled_way_back_c_173_07() {
    let out = leg("UA1", "FRA", "JFK", "2026-06-10T12:00", "2026-06-10T15:00");
    let back = leg("UA2", "JFK", "FRA", "2026-06-20T12:00", "2026-06-21T02:00");
    // The way back of an airline from elsewhere is none of this law (Art 3(1)(b)), and
    // its times alone show which half failed.
    let case = case(
        Disruption::Cancellation,
        vec![late(out, 0), late(back, 300)],
    );
    let entry = entry_eu(&case);
    assert_eq!(entry.outcome, Outcome::NoCompensation);
    assert_eq!(entry.other_rights, []);
}

#[test]
fn a_missed_connection_is_a_wait_that_shows_at_the_end_and_a_late_landing_is_none_art_6_1() {
    let legs = |status| {
        let first = late(flight("LH1", "FRA", "MAD"), 0);
        let mut second = leg("IB2", "MAD", "LIS", "2026-06-11T01:00", "2026-06-11T01:20");
        second.actual_arrival = second.scheduled_arrival.map(|at| at + 5.hours());
        vec![first, with(second, status)]
    };
    let cared = |event, status| {
        let case = case(event, legs(status));
        has(&case, Regime::Eu261, Right::Care)
    };
    assert!(cared(Disruption::MissedConnection, LegStatus::Missed));
    // Art 6 counts the delay at departure.
    assert!(!cared(Disruption::Delay, LegStatus::Operated));
}
