//! A part of a booking that ran as booked, where another part failed: what is judged
//! is each journey for itself (C-173/07), and the one that ran gives nothing.

use rights::{Case, Disruption, Leg, Outcome, Regime};

use crate::support::{case, entry, late, leg};

/// Late on the way to a stay, on time on the way on.
fn failed_before(failed: (&str, &str, &str), ran: (&str, &str, &str), event: Disruption) -> Case {
    let booked = |(flight, from, to): (&str, &str, &str), day: &str| -> Leg {
        let (departure, arrival) = (format!("{day}T02:00"), format!("{day}T22:00"));
        leg(flight, from, to, &departure, &arrival)
    };
    let failed = late(booked(failed, "2026-06-10"), 600);
    let ran = late(booked(ran, "2026-06-20"), 0);
    let mut case = case(event, vec![failed, ran]);
    case.facts.oversold = Some(true);
    case.facts.refund_chosen = true;
    case
}

#[test]
fn what_ran_gives_no_sum_and_no_right_of_what_failed_elsewhere() {
    // The failed part is outside of the law that is asked, so that the other one is shown.
    let rows = [
        (Regime::Eu261, ("UA1", "JFK", "ORD"), ("LH1", "ORD", "FRA")),
        (Regime::Uk261, ("UA1", "JFK", "ORD"), ("BA1", "ORD", "LHR")),
        (Regime::CaAppr, ("UA1", "JFK", "ORD"), ("AC1", "ORD", "YYZ")),
        (Regime::TrShy, ("UA1", "JFK", "ORD"), ("TK1", "ORD", "IST")),
        (Regime::IlAsl, ("UA1", "JFK", "ORD"), ("LY1", "ORD", "TLV")),
        (
            Regime::BrAnac400,
            ("UA1", "JFK", "ORD"),
            ("LA1", "ORD", "GRU"),
        ),
        (Regime::InDgca, ("UA1", "JFK", "ORD"), ("AI1", "ORD", "DEL")),
        (Regime::SaGaca, ("UA1", "JFK", "ORD"), ("SV1", "ORD", "RUH")),
        (Regime::UsDot, ("LH1", "FRA", "LHR"), ("BA1", "LHR", "JFK")),
        (Regime::Mc99, ("UA1", "JFK", "ORD"), ("LH1", "ORD", "FRA")),
    ];
    for (regime, failed, ran) in rows {
        for event in [
            Disruption::Delay,
            Disruption::Cancellation,
            Disruption::DeniedBoarding,
            Disruption::MissedConnection,
            Disruption::Diversion,
            Disruption::BroughtForward,
        ] {
            let found = entry(&failed_before(failed, ran, event), regime);
            let found = found.unwrap_or_else(|| panic!("{regime} covers the second part"));
            assert_eq!(found.outcome, Outcome::NoCompensation, "{regime} {event:?}");
            assert_eq!(found.other_rights, [], "{regime} {event:?}");
        }
    }
}
