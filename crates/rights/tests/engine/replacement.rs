//! Of a booking of several parts the one replacement journey belongs to the part that
//! failed, also where no status tells which that is.

use crate::support::{case, entry, eu, late, leg, outcome, time, with};
use jiff::ToSpan;
use rights::{Case, Currency, Disruption, Leg, LegStatus, MissingFact, Money, Regime, Reroute};

fn out() -> Leg {
    leg(
        "FR5518",
        "DUS",
        "PMI",
        "2026-09-01T06:00",
        "2026-09-01T08:25",
    )
}

fn back() -> Leg {
    leg(
        "FR5519",
        "PMI",
        "DUS",
        "2026-09-08T09:00",
        "2026-09-08T11:30",
    )
}

/// Out and back on one booking, with another way that the passenger found.
fn own_way(out: Leg, back: Leg, arrival: &str) -> Case {
    let mut case = case(Disruption::Delay, vec![out, back]);
    case.facts.reroute = Some(Reroute {
        arrival: Some(time(arrival)),
        accepted: Some(false),
        self_arranged: true,
        ..Reroute::default()
    });
    case
}

#[test]
fn another_way_that_the_passenger_found_counts_for_the_arrival_c_54_23() {
    let six_hours = || late(out(), 360);
    let in_time = late(back(), 0);
    // 95 minutes, 179 and 180 after the booked end, whatever the flight itself did.
    for (arrival, expected) in [
        ("2026-09-01T10:00", "none"),
        ("2026-09-01T11:24", "none"),
        ("2026-09-01T11:25", "250.00"),
    ] {
        let case = own_way(six_hours(), in_time.clone(), arrival);
        assert_eq!(eu(&case), expected, "{arrival}");
        // The same where nobody says how the way back went, and of two bookings.
        let mut silent = own_way(six_hours(), back(), arrival);
        assert_eq!(eu(&silent), expected, "{arrival}");
        silent.facts.single_booking = false;
        assert_eq!(eu(&silent), expected, "{arrival}");
    }
    // On the way back it is the other half.
    let case = own_way(late(out(), 0), late(back(), 360), "2026-09-08T12:00");
    assert_eq!(eu(&case), "none");
}

#[test]
fn without_times_of_the_flights_the_day_of_the_replacement_tells_the_part() {
    for (arrival, expected) in [
        ("2026-09-01T11:24", "none"),
        ("2026-09-01T11:25", "250.00"),
        // Days later, and before the way back: still in place of the way out.
        ("2026-09-06T11:25", "250.00"),
        ("2026-09-08T14:29", "none"),
        ("2026-09-08T14:30", "250.00"),
    ] {
        let case = own_way(out(), back(), arrival);
        assert_eq!(eu(&case), expected, "{arrival}");
    }
}

#[test]
fn a_flight_brought_forward_may_be_known_from_the_offer_alone_c_146_20() {
    let moved = |early: i64, single_booking| {
        let mut case = case(Disruption::BroughtForward, vec![out(), back()]);
        case.facts.single_booking = single_booking;
        case.facts.notice_days = Some(3);
        case.facts.reroute = Some(Reroute {
            departure: out().scheduled_departure.map(|at| at - early.minutes()),
            arrival: out().scheduled_arrival.map(|at| at - early.minutes()),
            accepted: Some(true),
            self_arranged: false,
        });
        case
    };
    for single_booking in [true, false] {
        assert_eq!(eu(&moved(60, single_booking)), "none", "{single_booking}");
        assert_eq!(eu(&moved(61, single_booking)), "250.00", "{single_booking}");
    }
    let mut nobody_says = moved(61, true);
    nobody_says.facts.reroute = None;
    let asked = entry(&nobody_says, Regime::Eu261).expect("an entry");
    assert_eq!(asked.missing_facts, [MissingFact::ActualDeparture]);
}

#[test]
fn an_offer_close_enough_frees_the_carrier_of_the_part_it_stands_for_art_5_1_c() {
    let offered = |late: i64| {
        let mut case = case(Disruption::Cancellation, vec![out(), back()]);
        case.facts.notice_days = Some(3);
        case.facts.reroute = Some(Reroute {
            departure: out().scheduled_departure,
            arrival: out().scheduled_arrival.map(|at| at + late.minutes()),
            accepted: Some(true),
            self_arranged: false,
        });
        case
    };
    assert_eq!(eu(&offered(119)), "none");
    assert_eq!(eu(&offered(120)), "125.00 half");
    assert_eq!(eu(&offered(121)), "250.00");
}

#[test]
fn a_replacement_that_was_taken_in_saudi_arabia_is_one_on_a_return_ticket_too() {
    let taken = |late: i64| {
        let out = leg(
            "SV1020",
            "RUH",
            "JED",
            "2026-06-10T08:00",
            "2026-06-10T09:50",
        );
        let back = leg(
            "SV1021",
            "JED",
            "RUH",
            "2026-06-17T08:00",
            "2026-06-17T09:50",
        );
        let mut case = case(Disruption::Cancellation, vec![out.clone(), back]);
        case.facts.notice_days = Some(3);
        case.facts.leg_fare = Some(Money::new(100_000, Currency::SAR));
        case.facts.reroute = Some(Reroute {
            departure: out.scheduled_departure.map(|at| at + late.minutes()),
            arrival: out.scheduled_arrival.map(|at| at + late.minutes()),
            accepted: Some(true),
            self_arranged: false,
        });
        outcome(&case, Regime::SaGaca)
    };
    assert_eq!(taken(179), "none");
    assert_eq!(taken(180), "50.00");
    assert_eq!(taken(361), "150.00");
}

#[test]
fn a_status_goes_before_the_times_of_the_replacement() {
    let mut case = own_way(
        out(),
        with(back(), LegStatus::Cancelled),
        "2026-09-01T10:00",
    );
    case.disruption = Disruption::Cancellation;
    case.facts.notice_days = Some(0);
    // The way back was cancelled, and the arrival a week before says nothing of it.
    assert_eq!(eu(&case), "250.00");
}
