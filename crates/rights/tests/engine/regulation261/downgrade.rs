//! A lower class than paid for (Art 10(2)).

use jiff::civil::date;
use rights::{
    Cabin, Case, Cause, Disruption, Facts, Forum, Leg, LegStatus, MissingFact, Outcome, Right,
};

use super::flights::{basis, connection, downgrade, entry_eu, flight, money, step};
use crate::support::{case, eu, late, leg, uk};

#[test]
fn the_european_shares_for_a_lower_class_art_10_2() {
    let rows = [
        // (a) up to 1,500 km: 30 %.
        ("MAD", "MUC", "120.00", "SHARE_SHORT"),
        ("OTP", "SVO", "120.00", "SHARE_SHORT"),
        // (b) over 1,500 km inside the EU: 50 %.
        ("BER", "SKG", "200.00", "SHARE_MEDIUM"),
        ("TFS", "WAW", "200.00", "SHARE_MEDIUM"),
        ("PDL", "HEL", "200.00", "SHARE_MEDIUM"),
        // (b) others over 1,500 km up to 3,500 km: 50 %.
        ("NTE", "TUN", "200.00", "SHARE_MEDIUM"),
        ("BCN", "DKR", "200.00", "SHARE_MEDIUM"),
        // (c) the rest: 75 %.
        ("BIO", "SID", "300.00", "SHARE_LONG"),
        ("FRA", "JFK", "300.00", "SHARE_LONG"),
        // (b) and (c): the French overseas departments, both ways.
        ("CDG", "RUN", "300.00", "SHARE_FRENCH_OVERSEAS"),
        ("FDF", "ORY", "300.00", "SHARE_FRENCH_OVERSEAS"),
        ("FRA", "PTP", "300.00", "SHARE_FRENCH_OVERSEAS"),
        ("CAY", "ORY", "300.00", "SHARE_FRENCH_OVERSEAS"),
        ("CDG", "DZA", "300.00", "SHARE_FRENCH_OVERSEAS"),
        // Neither from another outermost region nor among themselves.
        ("TFS", "PTP", "200.00", "SHARE_MEDIUM"),
        ("FDF", "RUN", "200.00", "SHARE_MEDIUM"),
        ("FDF", "PTP", "120.00", "SHARE_SHORT"),
        // Nor Saint-Martin, a collectivity.
        ("CDG", "SFG", "200.00", "SHARE_SAINT_MARTIN"),
        // By the agreements inside, but no European territory of a Member State.
        ("ZRH", "PTP", "200.00", "SHARE_BY_AGREEMENT"),
        ("OSL", "TFS", "200.00", "SHARE_BY_AGREEMENT"),
        ("KEF", "ATH", "200.00", "SHARE_BY_AGREEMENT"),
        // Saint-Barthélemy and Tahiti are outside.
        ("CDG", "PPT", "300.00", "SHARE_LONG"),
    ];
    for (from, to, sum, rule) in rows {
        let case = downgrade(vec![flight("AF1", from, to)], "EUR");
        assert_eq!(eu(&case), sum, "{from}-{to}");
        assert!(step(&entry_eu(&case), rule).is_some(), "{from}-{to} {rule}");
    }
}

#[test]
fn the_british_shares_go_by_distance_alone_art_10_2() {
    let rows = [
        ("LTN", "BUD", "120.00"),
        ("LGW", "SPU", "200.00"),
        ("LTN", "BEY", "200.00"),
        ("LGW", "CAI", "300.00"),
        ("LHR", "TFS", "200.00"),
        ("LHR", "PTP", "300.00"),
        // Third limb: into the EU, on an airline of the United Kingdom.
        ("CDG", "RUN", "300.00"),
        ("TFS", "HEL", "300.00"),
    ];
    for (from, to, sum) in rows {
        let case = downgrade(vec![flight("BA1", from, to)], "GBP");
        assert_eq!(uk(&case), sum, "{from}-{to}");
    }
}

#[test]
fn the_share_is_of_the_fare_in_its_currency_and_never_reduced() {
    let of = |minor, currency| {
        let mut case = downgrade(vec![flight("LH1", "FRA", "MAD")], "EUR");
        case.facts.leg_fare = Some(money(minor, currency));
        entry_eu(&case)
    };
    let sum = |minor, currency| of(minor, currency).compensation.expect("a sum");
    assert_eq!(sum(100_000, "CHF").amount, money(30_000, "CHF"));
    assert_eq!(sum(33_333, "EUR").amount, money(10_000, "EUR"));
    assert_eq!(sum(5, "SDR").amount, money(2, "SDR"));
    assert!(!sum(100_000, "EUR").reduced);
    assert!(sum(i64::MAX, "EUR").amount.minor > 0);
    for nothing in [0, 1, -500, i64::MIN] {
        assert_eq!(
            of(nothing, "EUR").outcome,
            Outcome::NoCompensation,
            "{nothing}"
        );
    }
}

#[test]
fn without_the_fare_a_downgrade_depends() {
    let mut case = downgrade(vec![flight("LH1", "FRA", "MAD")], "EUR");
    case.facts.leg_fare = None;
    let entry = entry_eu(&case);
    assert_eq!(entry.outcome, Outcome::Depends);
    assert_eq!(entry.missing_facts, [MissingFact::LegFare]);
    // The share is told all the same.
    assert!(step(&entry, "SHARE_SHORT").is_some());
}

#[test]
fn the_classes_decide_where_both_are_told_art_10() {
    use Cabin::{Business, Economy, First, PremiumEconomy};
    let rows = [
        (None, None, "120.00"),
        (Some(Business), None, "120.00"),
        (None, Some(Economy), "120.00"),
        (Some(Business), Some(Economy), "120.00"),
        (Some(PremiumEconomy), Some(Economy), "120.00"),
        (Some(First), Some(Business), "120.00"),
        (Some(Economy), Some(Economy), "none"),
        // Art 10(1): a better class gives no claim, and costs nothing.
        (Some(Economy), Some(Business), "none"),
    ];
    for (booked, flown, sum) in rows {
        let mut case = downgrade(vec![flight("LH1", "FRA", "MAD")], "EUR");
        case.facts.booked_class = booked;
        case.facts.flown_class = flown;
        assert_eq!(eu(&case), sum, "{booked:?} {flown:?}");
    }
}

#[test]
fn no_cause_no_notice_and_no_check_in_stand_against_a_downgrade_art_10_2() {
    let changed = |change: fn(&mut Facts)| {
        let mut case = downgrade(vec![flight("LH1", "FRA", "MAD")], "EUR");
        change(&mut case.facts);
        eu(&case)
    };
    let excused = |facts: &mut Facts| {
        facts.cause = Some(Cause::Weather);
        facts.cause_proven = true;
        facts.measures_proven = Some(true);
    };
    assert_eq!(changed(excused), "120.00");
    assert_eq!(changed(|facts| facts.notice_days = Some(30)), "120.00");
    assert_eq!(changed(|facts| facts.checked_in_on_time = false), "120.00");
    // Art 3(3) leaves the passenger out altogether.
    assert_eq!(
        changed(|facts| facts.fare_available_to_public = false),
        "none"
    );
    // Who did not fly flew in no lower class.
    assert_eq!(changed(|facts| facts.travelled = false), "none");
    assert_eq!(changed(|facts| facts.refund_chosen = true), "none");
}

#[test]
fn a_downgraded_flight_may_have_been_on_time_or_late() {
    for minutes in [-20, 0, 5, 600] {
        let legs = vec![late(flight("LH1", "FRA", "MAD"), minutes)];
        let entry = entry_eu(&downgrade(legs, "EUR"));
        assert_eq!(entry.outcome, Outcome::Eligible, "{minutes}");
        assert!(entry.other_rights.is_empty(), "{minutes}");
        // A sum for the late arrival comes on top (C-402/07), as its own claim.
        let noted = step(&entry, "SUM_ON_TOP").is_some();
        assert_eq!(noted, minutes >= 180, "{minutes}");
    }
}

#[test]
fn what_was_paid_for_a_downgrade_is_taken_off_art_12() {
    let paid = |minor| {
        let mut case = downgrade(vec![flight("LH1", "FRA", "MAD")], "EUR");
        case.facts.already_received = Some(money(minor, "EUR"));
        eu(&case)
    };
    assert_eq!(paid(2_000), "100.00");
    assert_eq!(paid(11_999), "0.01");
    assert_eq!(paid(12_000), "none");
}

#[test]
fn a_downgrade_is_time_barred_like_the_rest_c_139_11() {
    let mut case = downgrade(vec![flight("LO1", "WAW", "FRA")], "EUR");
    case.facts.forum = Some("PL".parse::<Forum>().expect("a court"));
    case.assessed_on = date(2027, 6, 10);
    assert_eq!(eu(&case), "120.00");
    case.assessed_on = date(2027, 6, 11);
    assert_eq!(eu(&case), "none");
}

#[test]
fn the_distance_is_that_of_the_downgraded_flight_art_10_2() {
    let legs = connection(("LH1", "BRE", "FRA"), ("LH2", "FRA", "JFK"));
    let mut case = downgrade(legs, "EUR");
    // 30 or 75 %: nobody says which flight it was.
    let open = entry_eu(&case);
    assert_eq!(open.outcome, Outcome::Depends);
    assert_eq!(open.missing_facts, [MissingFact::DowngradedLeg]);
    case.disrupted_leg = Some(0);
    assert_eq!(eu(&case), "120.00");
    case.disrupted_leg = Some(1);
    assert_eq!(eu(&case), "300.00");
    // One that was not flown was not flown in a lower class either.
    case.disrupted_leg = None;
    case.legs[0].status = LegStatus::Cancelled;
    assert_eq!(eu(&case), "300.00");
    // Both unknown: both are asked for.
    case.legs[0].status = LegStatus::Operated;
    case.facts.leg_fare = None;
    assert_eq!(
        entry_eu(&case).missing_facts,
        [MissingFact::DowngradedLeg, MissingFact::LegFare]
    );
}

#[test]
fn flights_that_agree_need_not_be_told_apart() {
    let same = connection(("LH1", "BRE", "FRA"), ("LH2", "FRA", "MAD"));
    assert_eq!(eu(&downgrade(same, "EUR")), "120.00");
    // A late leg says nothing of the class.
    let mut late_first = connection(("LH1", "BRE", "FRA"), ("LH2", "FRA", "MAD"));
    late_first[0] = late(late_first[0].clone(), 60);
    assert_eq!(eu(&downgrade(late_first, "EUR")), "120.00");
    // The same share, but each flight has its own airline to answer.
    let two = connection(("LH1", "BRE", "FRA"), ("IB2", "FRA", "MAD"));
    let mut case = downgrade(two, "EUR");
    assert_eq!(entry_eu(&case).missing_facts, [MissingFact::DowngradedLeg]);
    for (index, airline) in [(0, "LH"), (1, "IB")] {
        case.disrupted_leg = Some(index);
        let entry = entry_eu(&case);
        assert_eq!(entry.outcome, Outcome::Eligible);
        assert_eq!(entry.claim_from.as_str(), airline);
    }
}

/// Frankfurt to New York and back.
fn return_trip(number: &str) -> Vec<Leg> {
    vec![
        leg(number, "FRA", "JFK", "2026-06-10T13:00", "2026-06-10T15:40"),
        leg(number, "JFK", "FRA", "2026-06-20T18:00", "2026-06-21T07:30"),
    ]
}

#[test]
fn of_a_return_booking_the_half_may_be_untold_c_173_07() {
    // Both ways the same.
    assert_eq!(eu(&downgrade(return_trip("LH400"), "EUR")), "300.00");
    // Punctual or not: a class shows in no times.
    let mut timed = return_trip("LH400");
    timed[0] = late(timed[0].clone(), 0);
    timed[1] = late(timed[1].clone(), 300);
    assert_eq!(eu(&downgrade(timed, "EUR")), "300.00");
    // On an airline of the United States only the way out is covered.
    let mut case = downgrade(return_trip("AA70"), "EUR");
    let open = entry_eu(&case);
    assert_eq!(open.outcome, Outcome::Depends);
    assert_eq!(open.missing_facts, [MissingFact::DowngradedLeg]);
    assert_eq!(open.compensation, None);
    case.disrupted_leg = Some(0);
    assert_eq!(eu(&case), "300.00");
    case.disrupted_leg = Some(1);
    assert_eq!(eu(&case), "none");
    // The other half was cancelled: it was the flown one.
    case.disrupted_leg = None;
    case.legs[1].status = LegStatus::Cancelled;
    assert_ne!(eu(&case), "none");
}

#[test]
fn a_lower_class_beside_another_event_is_a_right_of_its_own_art_10_2() {
    let mut case = case(
        Disruption::Delay,
        vec![late(flight("LH1", "FRA", "MAD"), 200)],
    );
    let granted = |case: &Case| basis(&entry_eu(case), Right::DowngradeReimbursement);
    assert_eq!(granted(&case), None);
    case.facts.booked_class = Some(Cabin::Business);
    case.facts.flown_class = Some(Cabin::Economy);
    assert_eq!(granted(&case), Some("Art 10(2)"));
    assert_eq!(eu(&case), "250.00");
    case.facts.travelled = false;
    assert_eq!(granted(&case), None);
}
