//! The claim itself: made in time, and paid once.

use jiff::civil::date;
use rights::{Currency, Facts, Money};

use super::flights::{canada, delayed, found, keys, refused};

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
