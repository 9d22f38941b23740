//! Loss and limit (Art 22).

use crate::support::entry;
use rights::{Baggage, BaggageKind, Currency, Disruption, MissingFact, Money, Regime};

use super::cases::*;

#[test]
fn limits_are_those_of_the_day_art_22_24() {
    let rows = [
        ("2009-12-29", "4150.00", "1000.00"),
        ("2009-12-30", "4694.00", "1131.00"),
        ("2019-12-27", "4694.00", "1131.00"),
        ("2019-12-28", "5346.00", "1288.00"),
        ("2024-12-27", "5346.00", "1288.00"),
        ("2024-12-28", "6303.00", "1519.00"),
    ];
    for (day, delay, baggage) in rows {
        let leg = flight("LH400", "FRA", "JFK", day);
        let booked = leg.scheduled_arrival.expect("booked").date();
        let mut case = delayed(leg);
        case.assessed_on = booked;
        case.facts.proven_loss = Some(sdr(10_000));
        assert_eq!(is(&case), delay, "{day}");
        case.disruption = Disruption::Baggage;
        case.facts.baggage = Some(Baggage {
            kind: BaggageKind::Lost,
            reported_after_days: None,
        });
        assert_eq!(is(&case), baggage, "{day}");
    }
}

#[test]
fn the_loss_is_due_up_to_the_limit() {
    let of = |currency: &str, amount: i64| {
        let currency = currency.parse().expect("a currency");
        Money::new(amount * 100, currency)
    };
    let rows = [
        (sdr(6_302), "6302.00"),
        (sdr(6_303), "6303.00"),
        (sdr(6_304), "6303.00"),
        (euro(500), "500.00"),
        // The limit is roughly 7,437 euro: within a tenth of it the rate decides.
        (euro(6_690), "6690.00"),
        (euro(6_700), "depends"),
        (euro(8_100), "depends"),
        (euro(8_200), "6303.00"),
        // The limit is roughly 1,305,000 yen: within a quarter of it the rate decides.
        (of("JPY", 9_000), "9000.00"),
        (of("JPY", 970_000), "970000.00"),
        (of("JPY", 990_000), "depends"),
        (of("JPY", 1_620_000), "depends"),
        (of("JPY", 1_640_000), "6303.00"),
        (of("AUD", 50), "50.00"),
        (of("NOK", 60_000), "60000.00"),
        (of("NOK", 70_000), "depends"),
        // Nobody has noted a rate.
        (of("XAF", 1), "depends"),
        (sdr(0), "none"),
        (sdr(-1), "none"),
        (Money::new(i64::MAX / 2, Currency::GBP), "6303.00"),
        (Money::new(i64::MAX, Currency::SDR), "6303.00"),
    ];
    for (loss, expected) in rows {
        let mut case = delayed(frankfurt());
        case.facts.proven_loss = Some(loss);
        assert_eq!(is(&case), expected, "{loss}");
    }
}

#[test]
fn the_currency_is_that_of_the_loss_or_of_the_limit() {
    let currency = |loss| {
        let mut case = delayed(frankfurt());
        case.facts.proven_loss = Some(loss);
        let entry = entry(&case, Regime::Mc99).expect("in scope");
        entry.compensation.map(|sum| sum.amount.currency)
    };
    assert_eq!(currency(euro(500)), Some(Currency::EUR));
    assert_eq!(currency(euro(90_000)), Some(Currency::SDR));
}

#[test]
fn facts_that_are_missing() {
    let mut case = delayed(frankfurt());
    case.facts.proven_loss = None;
    assert_eq!(missing(&case), [MissingFact::ProvenLoss]);
    case.facts.proven_loss = Some(euro(7_000));
    assert_eq!(missing(&case), [MissingFact::ExchangeRate]);
    let mut case = costly(Disruption::Delay, vec![frankfurt()]);
    assert_eq!(missing(&case), [MissingFact::ActualArrival]);
    case.legs[0].scheduled_arrival = None;
    assert_eq!(missing(&case), [MissingFact::ScheduledArrival]);
    let case = costly(Disruption::Baggage, vec![frankfurt()]);
    assert_eq!(missing(&case), [MissingFact::Baggage]);
    let open = bag(BaggageKind::Damaged, None);
    assert_eq!(missing(&open), [MissingFact::ReportedAfterDays]);
}

#[test]
fn off_the_limit_by_a_tenth_and_no_more_the_rate_of_the_day_decides() {
    // 4,150 SDR were roughly 4,897.00 euro: a tenth less are 4,407.30, a tenth more 5,386.70.
    for (cents, expected) in [
        (440_729, "4407.29"),
        (440_730, "depends"),
        (538_670, "depends"),
        (538_671, "4150.00"),
    ] {
        let mut case = delayed(flight("LH400", "FRA", "JFK", "2009-06-10"));
        case.assessed_on = "2009-07-01".parse().expect("a day");
        case.facts.proven_loss = Some(Money::new(cents, Currency::EUR));
        assert_eq!(is(&case), expected, "{cents}");
    }
}
