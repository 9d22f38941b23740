//! The sum: the fare, its caps, and what was paid.

use rights::{Change, Currency, MissingFact, Money};

use super::flights::{dollars, domestic, found, last, refused, usa};
use crate::support::leg;

#[test]
fn the_sum_is_capped_and_the_cap_goes_by_the_day_250_5() {
    for (day, double, fourfold) in [
        ("2025-01-22", "1075.00", "2150.00"),
        ("2025-01-21", "775.00", "1550.00"),
        ("2021-04-13", "775.00", "1550.00"),
        ("2021-04-12", "675.00", "1350.00"),
        ("2015-08-25", "675.00", "1350.00"),
        ("2015-08-24", "650.00", "1300.00"),
        ("2011-08-23", "650.00", "1300.00"),
        ("2011-08-22", "depends", "depends"),
    ] {
        let of = |minutes| {
            let (departure, arrival) = (format!("{day}T08:00"), format!("{day}T11:10"));
            let leg = leg("AA100", "ORD", "LGA", &departure, &arrival);
            let mut case = refused(leg, Some(minutes));
            case.facts.leg_fare = Some(dollars(2000));
            usa(&case)
        };
        assert_eq!(of(90), double, "{day}");
        assert_eq!(of(300), fourfold, "{day}");
    }
    let with_fare = |minor, minutes| {
        let mut case = refused(domestic(), Some(minutes));
        case.facts.leg_fare = Some(Money::new(minor, Currency::USD));
        usa(&case)
    };
    assert_eq!(with_fare(53_750, 90), "1075.00");
    assert_eq!(with_fare(53_749, 90), "1074.98");
    assert_eq!(with_fare(i64::MAX, 90), "1075.00");
    assert_eq!(with_fare(i64::MAX, 900), "2150.00");
}

#[test]
fn the_fare_is_asked_for_in_dollars() {
    for fare in [
        None,
        Some(Money::new(30_000, Currency::EUR)),
        Some(dollars(0)),
    ] {
        let mut case = refused(domestic(), None);
        case.facts.leg_fare = fare;
        assert_eq!(found(&case).missing_facts, [MissingFact::LegFare]);
    }
    // Nothing is asked where nothing is owed.
    let mut soon = refused(domestic(), Some(30));
    soon.facts.leg_fare = None;
    assert_eq!(usa(&soon), "none");
    assert_eq!(found(&soon).missing_facts, []);
}

#[test]
fn what_was_paid_goes_off() {
    let after = |received| {
        let mut case = refused(domestic(), Some(90));
        case.facts.already_received = Some(received);
        usa(&case)
    };
    assert_eq!(after(dollars(200)), "400.00");
    assert_eq!(after(dollars(600)), "none");
    assert_eq!(after(Money::new(60_000, Currency::EUR)), "600.00");
}

#[test]
fn the_way_to_the_higher_share_is_told() {
    let changes = found(&refused(domestic(), Some(90))).could_change;
    let higher = Change::MinutesToHigherSum {
        minutes: 30,
        amount: dollars(1200),
    };
    assert_eq!(changes, [higher]);
    assert_eq!(found(&refused(domestic(), Some(120))).could_change, []);
}

#[test]
fn a_cap_is_named_where_it_cut_the_share_250_5() {
    let step = |fare: i64, day: &str| {
        let (departure, arrival) = (format!("{day}T08:00"), format!("{day}T11:10"));
        let leg = leg("AA100", "ORD", "LGA", &departure, &arrival);
        let mut case = refused(leg, Some(90));
        case.facts.leg_fare = Some(Money::new(fare, Currency::USD));
        let step = *found(&case).steps.last().expect("a step");
        assert_eq!(step.finding.key(), last(&case));
        (step.rule.name, step.finding.key())
    };
    // Twice 537.50 is the cap of 1,075 itself: nothing was cut.
    assert_eq!(step(53_750, "2026-06-10"), ("FARE", "ShareOfFare"));
    assert_eq!(step(53_751, "2026-06-10"), ("CAP", "ShareCapped"));
    assert_eq!(step(53_751, "2025-01-22"), ("CAP", "ShareCapped"));
    assert_eq!(step(53_751, "2025-01-21"), ("EARLIER_CAP", "ShareCapped"));
}

#[test]
fn the_higher_share_that_is_told_is_capped_as_well_250_5() {
    let mut case = refused(domestic(), Some(100));
    case.facts.leg_fare = Some(dollars(600));
    // Four times 600 are 2,400, over the cap of 2,150.
    let higher = Change::MinutesToHigherSum {
        minutes: 20,
        amount: dollars(2150),
    };
    assert_eq!(found(&case).could_change, [higher]);
}
