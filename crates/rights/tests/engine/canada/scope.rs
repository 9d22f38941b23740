//! Which journeys the rules cover, and from which day.

use jiff::civil::date;
use rights::{
    Baggage, BaggageKind, CarrierSize, Case, Currency, Disruption, Facts, Leg, MissingFact, Money,
    Right,
};

use super::flights::{canada, delayed, domestic, found, refused};
use crate::support::{case, late, leg, time};

#[test]
fn any_airport_in_canada_on_any_airline_is_covered_s86_11() {
    for (flight, from, to, outcome) in [
        ("AC1", "YYZ", "YVR", "400.00"),
        ("AS2303", "YVR", "SEA", "400.00"),
        ("LH470", "FRA", "YYZ", "400.00"),
        ("UA1", "SFO", "ORD", "out"),
        // Saint-Pierre lies beside Newfoundland, and is not Canada.
        ("PJ1", "FSP", "CDG", "out"),
    ] {
        let mut leg = leg(flight, from, to, "2026-06-10T08:00", "2026-06-11T08:00");
        leg = late(leg, 200);
        let mut case = case(Disruption::Delay, vec![leg]);
        case.facts.carrier_size = Some(CarrierSize::Large);
        assert_eq!(canada(&case), outcome, "{from}-{to}");
    }
}

#[test]
fn a_change_of_aircraft_in_canada_is_enough_and_a_separate_booking_is_not() {
    let legs = || {
        let first = leg(
            "LH470",
            "FRA",
            "YYZ",
            "2026-06-10T10:00",
            "2026-06-10T13:00",
        );
        let second = leg("LH9", "YYZ", "MEX", "2026-06-10T15:00", "2026-06-10T19:00");
        let third = leg("AM1", "MEX", "LIM", "2026-06-10T21:00", "2026-06-11T04:00");
        vec![first, second, late(third, 200)]
    };
    let mut through = case(Disruption::Delay, legs());
    through.facts.carrier_size = Some(CarrierSize::Large);
    assert_eq!(canada(&through), "400.00");
    through.facts.single_booking = false;
    assert_eq!(canada(&through), "none");
    let alone = case(Disruption::Delay, legs().split_off(2));
    assert_eq!(canada(&alone), "out");
}

#[test]
fn the_day_of_the_flight_decides_which_provisions_apply() {
    let on = |mut case: Case, day: &str| {
        let booked = |hour| time(&format!("{day}T{hour}"));
        for leg in &mut case.legs {
            leg.scheduled_departure = Some(booked("08:00"));
            leg.scheduled_arrival = Some(booked("10:05"));
            leg.actual_arrival = Some(booked("14:05"));
        }
        case.facts.reroute = None;
        case.facts.carrier_size = Some(CarrierSize::Large);
        case.assessed_on = date(2020, 1, 2);
        canada(&case)
    };
    let delay = || delayed(240, Facts::default());
    assert_eq!(on(delay(), "2019-07-14"), "out");
    assert_eq!(on(delay(), "2019-07-15"), "none");
    assert_eq!(on(delay(), "2019-12-14"), "none");
    assert_eq!(on(delay(), "2019-12-15"), "400.00");
    assert_eq!(on(refused(None), "2019-07-14"), "out");
    assert_eq!(on(refused(None), "2019-07-15"), "900.00");
}

#[test]
fn baggage_goes_by_the_montreal_convention_inside_canada_too_unless_delayed_s23() {
    let harmed = |leg: Leg, kind, reported_after_days| {
        let mut case = case(Disruption::Baggage, vec![leg]);
        case.facts.baggage = Some(Baggage {
            kind,
            reported_after_days,
        });
        case
    };
    let bag = |leg: Leg| harmed(leg, BaggageKind::Lost, Some(1));
    let abroad = leg(
        "AC857",
        "LHR",
        "YYZ",
        "2026-06-10T12:00",
        "2026-06-10T15:00",
    );
    assert_eq!(canada(&bag(abroad)), "none");
    let inside = found(&bag(domestic()));
    assert_eq!(inside.missing_facts, [MissingFact::ProvenLoss]);
    assert_eq!(inside.other_rights[0].right, Right::BaggageFee);
    let loss = |units: i64| Some(Money::new(units * 100, Currency::SDR));
    let shown = |kind, days, units| {
        let mut case = harmed(domestic(), kind, days);
        case.facts.proven_loss = loss(units);
        canada(&case)
    };
    assert_eq!(shown(BaggageKind::Lost, None, 800), "800.00");
    assert_eq!(shown(BaggageKind::Lost, None, 1_519), "1519.00");
    assert_eq!(shown(BaggageKind::Lost, None, 2_000), "1519.00");
    // Complaint within seven days (Art 31 of the Convention).
    assert_eq!(shown(BaggageKind::Damaged, Some(7), 800), "800.00");
    assert_eq!(shown(BaggageKind::Damaged, Some(8), 800), "none");
    assert_eq!(shown(BaggageKind::Damaged, None, 800), "depends");
    assert_eq!(shown(BaggageKind::Delayed, Some(1), 800), "none");
    // Two years for the action (Art 35).
    let mut old = bag(domestic());
    old.facts.proven_loss = loss(800);
    old.assessed_on = date(2028, 6, 10);
    assert_eq!(canada(&old), "800.00");
    old.assessed_on = date(2028, 6, 11);
    assert_eq!(canada(&old), "none");
}
