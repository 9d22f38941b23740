//! Which carriage the Convention covers (Art 1).

use crate::support::{entry, late, leg};
use jiff::civil::date;
use rights::montreal::Finding;
use rights::{Case, Change, Disruption, MissingFact, Regime};

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

/// Out on 10 June, `late` by 200 minutes, and from there on 20 June.
fn ticket(out: (&str, &str, &str), back: (&str, &str, &str)) -> Case {
    let (first, last) = (
        leg(out.0, out.1, out.2, "2026-06-10T08:00", "2026-06-10T22:00"),
        leg(
            back.0,
            back.1,
            back.2,
            "2026-06-20T08:00",
            "2026-06-20T22:00",
        ),
    );
    costly(Disruption::Delay, vec![late(first, 200), last])
}

#[test]
fn a_return_ticket_from_a_bound_state_is_covered_whatever_state_it_leads_to_art_1_2_and_1_3() {
    let out = ("AA1", "JFK", "IKA");
    assert_eq!(is(&ticket(out, ("AA2", "IKA", "JFK"))), "500.00");
    // Another airline of the same booking, and another airport of the city.
    assert_eq!(is(&ticket(out, ("QR2", "IKA", "EWR"))), "500.00");
    // Two bookings are two contracts, and the first ends in a state that may not be bound.
    let mut apart = ticket(out, ("AA2", "IKA", "JFK"));
    apart.facts.single_booking = false;
    assert_eq!(missing(&apart), [MissingFact::TreatyStatus]);
}

#[test]
fn a_ticket_that_comes_back_to_a_state_that_may_not_be_bound_stays_open() {
    let case = ticket(("AA1", "IKA", "JFK"), ("AA2", "JFK", "IKA"));
    assert_eq!(missing(&case), [MissingFact::TreatyStatus]);
}

#[test]
fn a_ticket_that_does_not_come_back_goes_by_its_two_ends_art_1_2() {
    // From one bound state by way of another state to a third, which is bound.
    assert_eq!(
        is(&ticket(("AA1", "JFK", "IKA"), ("AA2", "IKA", "DXB"))),
        "500.00"
    );
    // One end in a state that may not be bound.
    let case = ticket(("AA1", "JFK", "IKA"), ("AA2", "IKA", "MHD"));
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

/// The findings that name an airport of a ticket out and back.
fn named(case: &Case) -> Vec<(&'static str, String)> {
    let steps = entry(case, Regime::Mc99).expect("in scope").steps;
    let airport = |step: &rights::Step| match step.finding {
        rights::Finding::Montreal(Finding::ReturnTicketOpen { airport }) => {
            Some(("open", airport.code.to_string()))
        }
        rights::Finding::Montreal(Finding::StopAbroad { stop }) => {
            Some(("stop", stop.code.to_string()))
        }
        _ => None,
    };
    steps.iter().filter_map(airport).collect()
}

#[test]
fn of_a_ticket_the_stop_abroad_or_the_bound_end_is_named_art_1_2() {
    // The stop is the place that lies in another state, whichever way it is flown.
    let stop = [("stop", "IKA".to_owned())];
    assert_eq!(
        named(&ticket(("AA1", "JFK", "IKA"), ("AA2", "IKA", "JFK"))),
        stop
    );
    let mut back = ticket(("AA1", "JFK", "IKA"), ("AA2", "IKA", "JFK"));
    back.disrupted_leg = Some(1);
    assert_eq!(named(&back), stop);
    // Not covered as a whole: the end in the bound state is what speaks for it, whether the
    // flight starts or ends there.
    let open = [("open", "JFK".to_owned())];
    let out = ticket(("AA1", "JFK", "IKA"), ("AA2", "IKA", "MHD"));
    assert_eq!(named(&out), open);
    let into = ticket(("AA1", "IKA", "JFK"), ("AA2", "JFK", "DXB"));
    assert_eq!(named(&into), open);
}

#[test]
fn an_unknown_licence_could_change_the_answer_and_an_unknown_state_does_not() {
    let changes = |number: &str, from: &str, to: &str| {
        let case = delayed(flight(number, from, to, "2026-06-10"));
        let entry = entry(&case, Regime::Mc99).expect("in scope");
        let licence = Change::CarrierLicence {
            carrier: entry.claim_from,
        };
        (entry.missing_facts, entry.could_change.contains(&licence))
    };
    // Inland in Europe a carrier of the Union answers like abroad (Regulation 2027/97).
    let licence = vec![MissingFact::CarrierLicence];
    assert_eq!(changes("QQZ1", "FRA", "MUC"), (licence, true));
    let treaty = vec![MissingFact::TreatyStatus];
    assert_eq!(changes("AA1", "JFK", "IKA"), (treaty, false));
}

#[test]
fn flights_of_one_booking_are_one_carriage_art_1_3() {
    let noted = |legs| {
        let steps = entry(&costly(Disruption::Delay, legs), Regime::Mc99);
        let steps = steps.expect("in scope").steps;
        steps.iter().any(|step| step.rule.name == "ONE_CARRIAGE")
    };
    let out = || late(flight("LH400", "FRA", "JFK", "2026-06-10"), 200);
    let on = || flight("LH402", "JFK", "ORD", "2026-06-11");
    assert!(noted(vec![out(), late(on(), 200)]));
    assert!(!noted(vec![out()]));
    // Out and back is one carriage too, though each way is judged for itself elsewhere.
    let back = flight("LH401", "JFK", "FRA", "2026-06-20");
    assert!(!noted(vec![out(), back]));
}
