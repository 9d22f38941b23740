//! The claim itself: made in time, and paid once.

use jiff::civil::date;
use rights::{Currency, Disruption, Facts, Money};

use super::flights::{canada, delayed, found, keys, refused};
use crate::support::{case, late, leg};

#[test]
fn the_request_is_made_within_a_year_s19_3() {
    for (day, outcome) in [
        (date(2027, 6, 9), "400.00"),
        (date(2027, 6, 10), "400.00"),
        (date(2027, 6, 11), "none"),
    ] {
        let mut case = delayed(200, Facts::default());
        case.assessed_on = day;
        assert_eq!(canada(&case), outcome, "{day}");
        let deadline = found(&case).deadline.expect("a deadline");
        assert_eq!(deadline.last_day, date(2027, 6, 9));
        assert_eq!(deadline.forum.as_str(), "CA");
        // The text asks for the request before the anniversary: on it there is a warning.
        let warned = keys(&found(&case)).contains(&"AnniversaryReached");
        assert_eq!(warned, day == date(2027, 6, 10), "{day}");
    }
    // The year is not set for a refused boarding.
    let mut case = refused(Some(200));
    case.assessed_on = date(2028, 1, 1);
    assert_eq!(canada(&case), "900.00");
    assert_eq!(found(&case).deadline, None);
}

#[test]
fn one_event_is_compensated_once_s86_11_3() {
    let after = |minor, currency| {
        let facts = Facts {
            already_received: Some(Money::new(minor, currency)),
            ..Facts::default()
        };
        canada(&delayed(200, facts))
    };
    assert_eq!(after(15_000, Currency::CAD), "250.00");
    assert_eq!(after(40_000, Currency::CAD), "none");
    assert_eq!(after(0, Currency::CAD), "400.00");
    let mut case = delayed(200, Facts::default());
    case.facts.already_received = Some(Money::new(25_000, Currency::EUR));
    assert_eq!(canada(&case), "400.00");
    assert_eq!(keys(&found(&case)).pop(), Some("PaidUnderAnotherLaw"));
}

#[test]
fn the_year_runs_from_the_flight_that_failed_s19_3() {
    let first = leg("AC1", "YYZ", "YVR", "2026-06-10T22:00", "2026-06-11T00:05");
    let second = leg("AC2", "YVR", "YYJ", "2026-06-11T02:00", "2026-06-11T02:30");
    let case = case(Disruption::Delay, vec![first, late(second, 200)]);
    let deadline = found(&case).deadline.expect("a deadline");
    assert_eq!(deadline.last_day, date(2027, 6, 10));
    assert_eq!(deadline.longest, Some(date(2027, 6, 11)));
    assert!(deadline.certain);
}

#[test]
fn a_sum_below_nothing_was_not_paid_s86_11_3() {
    for currency in [Currency::CAD, Currency::EUR] {
        for minor in [0, -1] {
            let facts = Facts {
                already_received: Some(Money::new(minor, currency)),
                ..Facts::default()
            };
            let found = found(&delayed(200, facts));
            assert!(!keys(&found).contains(&"PaidUnderAnotherLaw"));
            let sum = found.compensation.expect("a sum");
            assert_eq!(sum.amount.decimal(), "400.00");
        }
    }
}
