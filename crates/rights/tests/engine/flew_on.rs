//! A flight that was refused or cancelled, and a later one of the booking that was flown,
//! while nobody says how the passenger came to it: that the carrier offered nothing, as
//! silence is read elsewhere, is against the case's own times.

use crate::support::{case, entry, late, leg, outcome, with};
use rights::{Case, Currency, Disruption, Leg, LegStatus, MissingFact, Money, Regime, Right};

fn of(disruption: Disruption, status: LegStatus, legs: [Leg; 2], fare: Money) -> Case {
    let [mut first, second] = legs;
    first.status = status;
    first.actual_arrival = first.scheduled_arrival;
    let mut case = case(disruption, vec![first, late(second, 0)]);
    case.facts.oversold = Some(true);
    case.facts.notice_days = Some(0);
    case.facts.leg_fare = Some(fare);
    case
}

fn american() -> [Leg; 2] {
    [
        leg("DL1", "JFK", "DTW", "2026-06-10T08:00", "2026-06-10T10:05"),
        leg("DL2", "DTW", "LAX", "2026-06-10T12:00", "2026-06-10T14:00"),
    ]
}

fn indian() -> [Leg; 2] {
    [
        leg("AI1", "DEL", "BOM", "2026-06-10T06:00", "2026-06-10T08:10"),
        leg("AI2", "BOM", "GOI", "2026-06-10T10:00", "2026-06-10T11:15"),
    ]
}

fn saudi() -> [Leg; 2] {
    [
        leg("SV1", "RUH", "JED", "2026-06-10T06:00", "2026-06-10T07:50"),
        leg("SV2", "JED", "CAI", "2026-06-10T10:00", "2026-06-10T12:15"),
    ]
}

fn money(units: i64, currency: Currency) -> Money {
    Money::new(units * 100, currency)
}

#[test]
fn who_flew_on_after_a_refusal_was_carried_and_is_asked_by_which_flight() {
    // 14 CFR 250.5(a)(1); CAR 3-M-IV; GACA, Denial of Boarding: the highest share is for
    // whom the carrier did not carry at all.
    for (legs, fare, regime, highest) in [
        (
            american(),
            money(300, Currency::USD),
            Regime::UsDot,
            "1200.00",
        ),
        (
            indian(),
            money(5000, Currency::INR),
            Regime::InDgca,
            "20000.00",
        ),
        (
            saudi(),
            money(600, Currency::SAR),
            Regime::SaGaca,
            "1200.00",
        ),
    ] {
        let mut case = of(Disruption::DeniedBoarding, LegStatus::Denied, legs, fare);
        assert_eq!(outcome(&case, regime), "depends", "{regime}");
        let asked = entry(&case, regime).expect("an entry").missing_facts;
        assert_eq!(asked, [MissingFact::Reroute], "{regime}");
        // Who took the fare back was not carried, nor who is not known to have flown.
        case.facts.refund_chosen = true;
        assert_eq!(outcome(&case, regime), highest, "{regime}");
        case.facts.refund_chosen = false;
        case.legs[1].actual_departure = None;
        case.legs[1].actual_arrival = None;
        assert_eq!(outcome(&case, regime), highest, "{regime}");
    }
}

#[test]
fn the_replacement_that_is_told_of_decides() {
    let fare = money(300, Currency::USD);
    let mut case = of(
        Disruption::DeniedBoarding,
        LegStatus::Denied,
        american(),
        fare,
    );
    for (late, owed) in [(60, "none"), (61, "600.00"), (120, "1200.00")] {
        let last = case.legs[1].clone();
        case.facts.reroute = Some(crate::support::replacement(&last, (0, late)));
        assert_eq!(outcome(&case, Regime::UsDot), owed, "{late}");
    }
}

#[test]
fn who_flew_on_after_a_cancellation_is_asked_too() {
    let indian = of(
        Disruption::Cancellation,
        LegStatus::Cancelled,
        indian(),
        money(20_000, Currency::INR),
    );
    assert_eq!(outcome(&indian, Regime::InDgca), "depends");
    let saudi = of(
        Disruption::Cancellation,
        LegStatus::Cancelled,
        saudi(),
        money(600, Currency::SAR),
    );
    assert_eq!(outcome(&saudi, Regime::SaGaca), "depends");
    // The fare back is for who did not go with what the flight had become.
    let american = of(
        Disruption::Cancellation,
        LegStatus::Cancelled,
        american(),
        money(300, Currency::USD),
    );
    let fare_back = |case: &Case| {
        let entry = entry(case, Regime::UsDot).expect("an entry");
        let mut rights = entry.other_rights.iter();
        rights.any(|other| other.right == Right::RefundAfterChange)
    };
    assert!(!fare_back(&american));
    let mut stayed = american;
    stayed.legs[1] = with(stayed.legs[1].clone(), LegStatus::Cancelled);
    assert!(fare_back(&stayed));
}
