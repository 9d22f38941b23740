//! Which carriage the Convention covers (Art 1).

use super::support::{late, leg};
use jiff::civil::date;
use rights::{Disruption, MissingFact};

use super::cases::*;

#[test]
fn carriage_between_two_states_parties_art_1_2() {
    let rows = [
        ("both bound", "AA1", "JFK", "GRU", "2026-06-10", "500.00"),
        ("inland", "AA1", "JFK", "LAX", "2026-06-10", "out"),
        (
            "a territory is no other state",
            "AA1",
            "JFK",
            "SJU",
            "2026-06-10",
            "out",
        ),
        (
            "inland, a European airline",
            "LH1",
            "FRA",
            "HAM",
            "2026-06-10",
            "500.00",
        ),
        (
            "inland, a British airline",
            "BA1",
            "LHR",
            "EDI",
            "2026-06-10",
            "500.00",
        ),
        (
            "a Swiss airline to anywhere",
            "LX1",
            "ZRH",
            "IKA",
            "2026-06-10",
            "500.00",
        ),
        (
            "a state the list lacks",
            "IR1",
            "IKA",
            "FRA",
            "2026-06-10",
            "depends",
        ),
        (
            "two the list lacks",
            "IR1",
            "IKA",
            "BGW",
            "2026-06-10",
            "depends",
        ),
        ("inland there", "IR1", "IKA", "MHD", "2026-06-10", "out"),
        (
            "one not yet bound",
            "TG1",
            "JFK",
            "BKK",
            "2017-10-01",
            "out",
        ),
        (
            "bound from that day",
            "TG1",
            "JFK",
            "BKK",
            "2017-10-02",
            "500.00",
        ),
        (
            "an unknown airline inland in Europe",
            "QQZ1",
            "FRA",
            "HAM",
            "2026-06-10",
            "depends",
        ),
        (
            "an unknown airline inland elsewhere",
            "QQZ1",
            "JFK",
            "LAX",
            "2026-06-10",
            "out",
        ),
        (
            "an unknown airline between states",
            "QQZ1",
            "JFK",
            "GRU",
            "2026-06-10",
            "500.00",
        ),
    ];
    for (what, number, from, to, day, expected) in rows {
        let mut case = delayed(flight(number, from, to, day));
        case.assessed_on =
            date(2026, 11, 20).min(case.legs[0].scheduled_arrival.expect("booked").date());
        assert_eq!(is(&case), expected, "{what}");
    }
}

#[test]
fn a_stop_abroad_makes_an_inland_journey_international_art_1_2() {
    let legs = |stop: &str| {
        vec![
            leg("AA1", "JFK", stop, "2026-06-10T08:00", "2026-06-10T10:00"),
            late(
                leg("AA2", stop, "LAX", "2026-06-10T12:00", "2026-06-10T15:00"),
                200,
            ),
        ]
    };
    assert_eq!(is(&costly(Disruption::Delay, legs("YYZ"))), "500.00");
    assert_eq!(is(&costly(Disruption::Delay, legs("ORD"))), "out");
}

#[test]
fn one_way_of_a_return_ticket_from_a_bound_state_is_for_a_person() {
    let legs = vec![
        late(
            leg("AA1", "JFK", "IKA", "2026-06-10T08:00", "2026-06-10T22:00"),
            200,
        ),
        leg("AA2", "IKA", "JFK", "2026-06-20T08:00", "2026-06-20T22:00"),
    ];
    let case = costly(Disruption::Delay, legs);
    assert_eq!(missing(&case), [MissingFact::TreatyStatus]);
}

#[test]
fn it_is_in_force_since_4_november_2003_art_53() {
    for (number, day, expected) in [
        ("AA1", "2003-11-03", "out"),
        ("AA1", "2003-11-04", "500.00"),
        // Inland on a European airline only since Regulation 889/2002 applies.
        ("LH1", "2004-06-27", "out"),
        ("LH1", "2004-06-28", "500.00"),
    ] {
        let (from, to) = if number == "AA1" {
            ("JFK", "YYZ")
        } else {
            ("FRA", "HAM")
        };
        let mut case = delayed(flight(number, from, to, day));
        case.assessed_on = date(2004, 7, 1);
        assert_eq!(is(&case), expected, "{number} {day}");
    }
}
