//! The claim itself: who answers, before which court, how long, and paid once.

use jiff::civil::date;
use rights::{Change, Disruption, LegStatus, Outcome, Regime};

use super::flights::{connection, entry_eu, flight, step};
use crate::support::{case, eu, judge, late, leg, uk, with};

#[test]
fn an_airline_that_only_sold_the_leg_answers_with_a_reason_c_502_18() {
    let mut legs = connection(("LH1", "BRE", "FRA"), ("UA2", "FRA", "JFK"));
    legs[1].marketing_flight = Some("LH9000".parse().expect("a flight"));
    legs[1] = late(legs[1].clone(), 300);
    let sold = entry_eu(&case(Disruption::Delay, legs.clone()));
    assert_eq!(sold.claim_from.as_str(), "LH");
    assert!(step(&sold, "SELLER_ANSWERS").is_some());
    legs[1].marketing_flight = None;
    let own = entry_eu(&case(Disruption::Delay, legs));
    assert_eq!(own.claim_from.as_str(), "UA");
    assert!(step(&own, "SELLER_ANSWERS").is_none());
}

#[test]
fn in_switzerland_the_sum_for_a_delay_is_due_and_may_be_refused() {
    let warned = |from: &str, to: &str, event, forum: Option<&str>| {
        let mut case = case(event, vec![late(flight("LX1", from, to), 300)]);
        case.facts.forum = forum.map(|forum| forum.parse().expect("a court"));
        case.facts.notice_days = Some(0);
        let entry = entry_eu(&case);
        assert_eq!(entry.outcome, Outcome::Eligible, "{from}-{to}");
        let noted = step(&entry, "SWISS_COURTS").is_some();
        let change = entry.could_change.contains(&Change::SwissCourtMayRefuse);
        assert_eq!(noted, change);
        noted
    };
    let delay = Disruption::Delay;
    // Only Switzerland brings the law in.
    assert!(warned("ZRH", "JFK", delay, None));
    assert!(warned("JFK", "ZRH", delay, None));
    assert!(warned("ZRH", "GVA", delay, None));
    // A court of the EU is at the other end.
    assert!(!warned("ZRH", "FRA", delay, None));
    assert!(!warned("FRA", "ZRH", delay, None));
    // Unless the passenger goes to a Swiss one.
    assert!(warned("FRA", "ZRH", delay, Some("CH")));
    assert!(!warned("ZRH", "JFK", delay, Some("DE")));
    // The sum for a cancellation stands in the text itself.
    assert!(!warned("ZRH", "JFK", Disruption::Cancellation, None));
    // EuroAirport lies in France.
    assert!(!warned("BSL", "JFK", delay, None));
}

#[test]
fn a_swiss_court_hears_two_years_ltrv_14() {
    let mut case = case(
        Disruption::Cancellation,
        vec![with(flight("LX1", "ZRH", "JFK"), LegStatus::Cancelled)],
    );
    case.facts.notice_days = Some(0);
    case.facts.forum = Some("CH".parse().expect("a court"));
    case.assessed_on = date(2028, 6, 10);
    assert_eq!(eu(&case), "600.00");
    case.assessed_on = date(2028, 6, 11);
    assert_eq!(eu(&case), "none");
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
    assert_eq!(paid(10_000, "GBP"), ("250.00".into(), "120.00".into()));
    assert_eq!(paid(25_000, "EUR"), ("none".into(), "none".into()));
    assert_eq!(paid(25_000, "CAD"), ("250.00".into(), "220.00".into()));
}

#[test]
fn a_law_from_whose_sum_the_payment_was_taken_goes_before_one_that_only_notes_it() {
    let first = |origin: &str, destination: &str, amount, currency: &str| {
        let (departure, arrival) = ("2026-06-10T10:00", "2026-06-10T23:50");
        let flight = leg("AF1681", origin, destination, departure, arrival);
        let mut case = case(Disruption::Delay, vec![late(flight, 240)]);
        let currency = currency.parse().expect("a currency");
        case.facts.already_received = Some(rights::Money::new(amount, currency));
        let answer = judge(&case);
        (answer.recommended, answer.entries[0].regime)
    };
    // EUR 250 and GBP 220, and EUR 600 and GBP 520.
    for (from, to) in [("LHR", "CDG"), ("FDF", "LHR")] {
        for (currency, regime) in [("EUR", Regime::Eu261), ("GBP", Regime::Uk261)] {
            let expected = (Some(regime), regime);
            assert_eq!(
                first(from, to, 10_000, currency),
                expected,
                "{from} {currency}"
            );
        }
        // Nothing paid: the order of the laws.
        assert_eq!(first(from, to, 0, "EUR").1, Regime::Eu261, "{from}");
    }
}

#[test]
fn a_court_outside_the_territory_is_none_to_choose_c_204_08() {
    // Turkey's two years are shorter than Germany's three from the end of the year.
    for (from, to) in [("FRA", "IST"), ("IST", "FRA")] {
        let case = case(Disruption::Delay, vec![late(flight("LH1", from, to), 300)]);
        let deadline = entry_eu(&case).deadline.expect("a deadline");
        assert_eq!(deadline.forum.as_str(), "DE", "{from}-{to}");
        assert_eq!(deadline.last_day, date(2029, 12, 31), "{from}-{to}");
        assert!(deadline.certain);
    }
}
