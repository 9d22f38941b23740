//! What one booking counts as, which part of it failed, and who answers.

use crate::support::{cancelled, case, entry, eu, judge, late, leg, time, uk, with};
use jiff::civil::date;
use rights::contract::parse_case;
use rights::{Case, Disruption, Finding, Leg, LegStatus, MissingFact, Regime, Reroute};

/// Frankfurt to New York and back.
fn return_trip(number: &str) -> [Leg; 2] {
    [
        leg(number, "FRA", "JFK", "2026-06-10T13:00", "2026-06-10T15:40"),
        leg(number, "JFK", "FRA", "2026-06-20T18:00", "2026-06-21T07:30"),
    ]
}

fn claim_from(case: &Case, regime: Regime) -> String {
    entry(case, regime)
        .expect("an entry")
        .claim_from
        .as_str()
        .to_owned()
}

#[test]
fn a_return_flight_that_failed_is_not_held_against_the_way_out_c_173_07() {
    for (event, status) in [
        (Disruption::Cancellation, LegStatus::Cancelled),
        (Disruption::DeniedBoarding, LegStatus::Denied),
        (Disruption::Diversion, LegStatus::Diverted),
    ] {
        let [out, back] = return_trip("AA70");
        let mut case = case(event, vec![late(out, 20), with(back, status)]);
        case.facts.notice_days = Some(0);
        case.facts.landed_at = Some("BOS".parse().expect("an airport"));
        // Into the EU on an airline of the United States.
        assert_eq!(eu(&case), "none", "{event:?}");
        case.legs[0] = late(case.legs[0].clone(), 240);
        assert_eq!(eu(&case), "600.00", "{event:?}: its own delay still counts");
    }
}

#[test]
fn a_leg_the_passenger_names_is_the_one_that_failed() {
    let [out, back] = return_trip("AA70");
    let mut case = case(Disruption::Cancellation, vec![late(out, 20), back]);
    case.facts.notice_days = Some(0);
    case.disrupted_leg = Some(1);
    assert_eq!(eu(&case), "none");
    case.disrupted_leg = Some(0);
    assert_eq!(eu(&case), "600.00");
}

#[test]
fn the_replacement_of_the_return_flight_is_judged_there() {
    let [out, back] = return_trip("LH400");
    let mut case = cancelled(back, 10, Some((-30, 60)));
    case.legs.insert(0, out);
    assert_eq!(eu(&case), "none");
    // The reasons are those of the half that failed.
    let entry = entry(&case, Regime::Eu261).expect("an entry");
    let close = |finding: Finding| matches!(finding, Finding::OfferCloseEnough { .. });
    assert!(entry.steps.iter().any(|step| close(step.finding)));
    case.facts.reroute.as_mut().expect("a replacement").arrival = Some(time("2026-06-21T11:30"));
    // Four hours late is outside the window and within the limit of Art 7(2).
    assert_eq!(eu(&case), "300.00 half");
}

#[test]
fn both_halves_can_fail() {
    let [out, back] = return_trip("AA70");
    let mut case = case(
        Disruption::Cancellation,
        vec![
            with(back, LegStatus::Cancelled),
            with(out, LegStatus::Cancelled),
        ],
    );
    // From New York first: only the way back leaves the EU.
    case.legs[1].scheduled_departure = Some(time("2026-06-30T13:00"));
    case.legs[1].scheduled_arrival = Some(time("2026-06-30T15:40"));
    case.facts.notice_days = Some(0);
    assert_eq!(eu(&case), "600.00");
}

#[test]
fn a_return_to_another_airport_is_no_short_journey() {
    let out = late(
        leg(
            "BA175",
            "LHR",
            "JFK",
            "2026-06-10T11:00",
            "2026-06-10T14:00",
        ),
        0,
    );
    let back = leg(
        "BA2272",
        "JFK",
        "LGW",
        "2026-06-19T19:00",
        "2026-06-20T07:00",
    );
    assert_eq!(
        uk(&case(Disruption::Delay, vec![out, late(back, 360)])),
        "520.00"
    );
    let out = leg(
        "LH400",
        "FRA",
        "JFK",
        "2026-06-10T13:00",
        "2026-06-10T15:40",
    );
    let back = leg(
        "LH411",
        "JFK",
        "MUC",
        "2026-06-19T18:00",
        "2026-06-20T07:30",
    );
    assert_eq!(
        eu(&case(Disruption::Delay, vec![out, late(back, 360)])),
        "600.00"
    );
}

#[test]
fn a_stay_of_a_day_ends_a_journey_and_a_night_does_not() {
    let stay = |departure: &str, arrival: &str| {
        let first = late(
            leg("LH1", "FRA", "DXB", "2026-06-10T12:00", "2026-06-10T20:00"),
            0,
        );
        let second = leg("EK412", "DXB", "SYD", departure, arrival);
        let case = case(Disruption::Delay, vec![first, late(second, 300)]);
        let distance = judge(&case).distance.expect("a distance");
        (distance.origin.as_str().to_owned(), eu(&case))
    };
    assert_eq!(
        stay("2026-06-11T19:59", "2026-06-12T16:00"),
        ("FRA".to_owned(), "600.00".to_owned())
    );
    assert_eq!(stay("2026-06-11T20:00", "2026-06-12T16:00").1, "none");
}

#[test]
fn a_day_trip_to_a_neighbouring_airport_turns_at_its_farthest_point() {
    // 60 km apart, no common city code.
    let out = late(
        leg(
            "LH1112",
            "DUS",
            "MAD",
            "2026-06-20T06:00",
            "2026-06-20T08:35",
        ),
        0,
    );
    let back = leg(
        "LH1113",
        "MAD",
        "CGN",
        "2026-06-20T19:00",
        "2026-06-20T21:35",
    );
    let answer = judge(&case(Disruption::Delay, vec![out, late(back, 200)]));
    let distance = answer.distance.expect("a distance");
    assert!(distance.km > 1400.0, "{distance:?}");
}

#[test]
fn an_accepted_replacement_without_its_arrival_arrived_when_the_passenger_did() {
    let booked = leg(
        "LH1112",
        "FRA",
        "MAD",
        "2026-06-20T10:00",
        "2026-06-20T12:35",
    );
    let mut case = cancelled(booked, 10, None);
    case.facts.reroute = Some(Reroute {
        departure: Some(time("2026-06-20T11:00")),
        accepted: Some(true),
        ..Reroute::default()
    });
    case.legs[0].actual_arrival = Some(time("2026-06-20T13:30"));
    assert_eq!(eu(&case), "none");
    // The arrival of the replacement goes before it.
    case.facts.reroute.as_mut().expect("a replacement").arrival = Some(time("2026-06-20T16:35"));
    assert_eq!(eu(&case), "250.00");
    // An offer that was not taken has no arrival but its own.
    case.facts.reroute = Some(Reroute {
        departure: Some(time("2026-06-20T11:00")),
        ..Reroute::default()
    });
    assert_eq!(eu(&case), "250.00");
    // It halves, too.
    case.facts.notice_days = Some(0);
    case.facts.reroute.as_mut().expect("a replacement").accepted = Some(true);
    case.legs[0].actual_arrival = Some(time("2026-06-20T14:35"));
    assert_eq!(eu(&case), "125.00 half");
}

#[test]
fn a_scottish_airport_opens_a_scottish_court_of_five_years() {
    let flight = |from: &str, to: &str, day: &str| {
        let booked = leg(
            "BA1",
            from,
            to,
            &format!("{day}T12:00"),
            &format!("{day}T20:00"),
        );
        case(Disruption::Delay, vec![late(booked, 300)])
    };
    let deadline = |case: &Case, regime| {
        let deadline = entry(case, regime).and_then(|entry| entry.deadline);
        let deadline = deadline.expect("a deadline");
        (
            deadline.forum.as_str().to_owned(),
            deadline.last_day,
            deadline.certain,
        )
    };
    assert_eq!(
        deadline(&flight("EDI", "JFK", "2026-06-10"), Regime::Uk261),
        ("GB-SCT".to_owned(), date(2031, 6, 10), false)
    );
    assert_eq!(
        deadline(&flight("JFK", "GLA", "2026-06-10"), Regime::Uk261),
        ("GB-SCT".to_owned(), date(2031, 6, 10), false)
    );
    assert_eq!(
        deadline(&flight("LHR", "JFK", "2026-06-10"), Regime::Uk261),
        ("GB".to_owned(), date(2032, 6, 10), true)
    );
    // While the United Kingdom was inside, the same for Regulation 261/2004.
    assert_eq!(
        deadline(&flight("EDI", "JFK", "2019-06-10"), Regime::Eu261),
        ("GB-SCT".to_owned(), date(2024, 6, 10), false)
    );
    // A court that is given is the only one.
    let mut english = flight("EDI", "JFK", "2026-06-10");
    english.facts.forum = Some("GB".parse().expect("a court"));
    assert_eq!(
        deadline(&english, Regime::Uk261),
        ("GB".to_owned(), date(2032, 6, 10), true)
    );
}

#[test]
fn a_late_leg_whose_connection_was_made_is_not_to_blame_c_436_21() {
    let first = |minutes| {
        late(
            leg(
                "UA944",
                "ORD",
                "FRA",
                "2026-06-10T15:00",
                "2026-06-11T06:30",
            ),
            minutes,
        )
    };
    let second = leg("LH7", "FRA", "MUC", "2026-06-11T08:00", "2026-06-11T09:00");
    let made = |minutes| {
        case(
            Disruption::Delay,
            vec![first(minutes), late(second.clone(), 300)],
        )
    };
    for minutes in [16, 89] {
        assert_eq!(claim_from(&made(minutes), Regime::Eu261), "LH");
        assert_eq!(eu(&made(minutes)), "600.00");
    }
    // The next flight left so late by itself that it was caught all the same; not if it
    // left no later than the first came, for then it may have waited for it.
    assert_eq!(eu(&made(299)), "600.00");
    assert_eq!(eu(&made(300)), "out");
    let missed = with(late(second.clone(), 300), LegStatus::Missed);
    let missed = case(Disruption::MissedConnection, vec![first(16), missed]);
    assert_eq!(eu(&missed), "out");
}

#[test]
fn what_the_passenger_arranged_does_not_show_a_flight_brought_forward() {
    let booked = leg(
        "AY1662",
        "MAD",
        "HEL",
        "2026-06-10T10:00",
        "2026-06-10T15:20",
    );
    let mut case = case(Disruption::BroughtForward, vec![booked]);
    case.facts.notice_days = Some(0);
    case.facts.reroute = Some(Reroute {
        departure: Some(time("2026-06-10T07:00")),
        self_arranged: true,
        ..Reroute::default()
    });
    let asked = entry(&case, Regime::Eu261).expect("an entry");
    assert_eq!(asked.missing_facts, [MissingFact::ActualDeparture]);
    case.facts
        .reroute
        .as_mut()
        .expect("a replacement")
        .self_arranged = false;
    assert_eq!(eu(&case), "400.00");
}

#[test]
fn a_little_delay_of_one_booking_says_nothing_of_another() {
    let first = |minutes| {
        late(
            leg(
                "LH1112",
                "FRA",
                "MAD",
                "2026-06-20T10:00",
                "2026-06-20T12:35",
            ),
            minutes,
        )
    };
    let second = leg(
        "IB6501",
        "MAD",
        "SDQ",
        "2026-06-20T14:00",
        "2026-06-20T17:15",
    );
    let of = |first: Leg, second: Leg| {
        let mut case = case(Disruption::Delay, vec![first, second]);
        case.facts.single_booking = false;
        eu(&case)
    };
    assert_eq!(of(first(20), second.clone()), "depends");
    assert_eq!(of(first(20), late(second.clone(), 0)), "none");
    assert_eq!(of(first(180), second.clone()), "250.00");
    // A flight that was missed may have been missed for a late one before it.
    let unknown = crate::support::leg(
        "LH1112",
        "FRA",
        "MAD",
        "2026-06-20T10:00",
        "2026-06-20T12:35",
    );
    assert_eq!(
        of(unknown, with(second.clone(), LegStatus::Missed)),
        "depends"
    );
    let diverted = with(first(20), LegStatus::Diverted);
    assert_eq!(of(diverted, second), "none");
}

#[test]
fn the_airline_that_sold_the_leg_may_fly_the_other_half_c_367_20() {
    let mut out = late(
        leg("DL48", "JFK", "AMS", "2026-06-10T19:30", "2026-06-11T09:00"),
        300,
    );
    out.marketing_flight = Some("KL6048".parse().expect("a flight"));
    let back = leg(
        "KL641",
        "AMS",
        "JFK",
        "2026-06-20T13:00",
        "2026-06-20T15:00",
    );
    let mut case = case(Disruption::Delay, vec![out, back]);
    assert_eq!(eu(&case), "600.00");
    assert_eq!(claim_from(&case, Regime::Eu261), "KL");
    // Of two bookings the other one says nothing.
    case.facts.single_booking = false;
    case.legs[1] = late(case.legs[1].clone(), 0);
    assert_eq!(eu(&case), "none");
}

/// A flight within Germany in the night in which the clocks go back.
fn autumn_night(departure: &str, arrival: &str, real: &str) -> String {
    format!(
        r#"{{"legs": [{{"flight": "LH1", "origin": "FRA", "destination": "BER",
            "scheduled_departure": "2026-10-25T{departure}",
            "scheduled_arrival": "2026-10-25T{arrival}",
            "actual_arrival": "2026-10-25T{real}"}}],
            "disruption": "delay"}}"#
    )
}

#[test]
fn a_flight_may_land_in_the_hour_that_autumn_repeats() {
    let read = |departure, arrival, real| {
        let json = autumn_night(departure, arrival, real);
        parse_case(json.as_bytes(), date(2026, 11, 20), &reference::Embedded)
    };
    // 50 minutes in the air: the arrival is in the second run of the hour.
    let case = read("02:40", "02:30", "05:29").expect("a case");
    assert_eq!(judge(&case).delay_minutes, Some(179));
    assert_eq!(eu(&case), "none");
    let faults = read("02:40", "01:30", "05:29").expect_err("an arrival before departure");
    assert_eq!(faults[0].code, "wrong_order");
}
