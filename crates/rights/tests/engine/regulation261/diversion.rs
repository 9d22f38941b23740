//! Landed somewhere else.

use rights::{Disruption, LegStatus, Right};

use super::flights::{basis, entry_eu, flight, step};
use crate::support::{case, eu, late, leg, with};

#[test]
fn a_diversion_goes_by_the_arrival_at_the_booked_airport_c_826_19() {
    let diverted = |landed: &str, minutes| {
        let mut case = case(
            Disruption::Diversion,
            vec![with(
                late(
                    leg(
                        "OS229",
                        "VIE",
                        "TXL",
                        "2018-05-21T21:00",
                        "2018-05-21T22:20",
                    ),
                    minutes,
                ),
                LegStatus::Diverted,
            )],
        );
        case.facts.landed_at = Some(landed.parse().expect("an airport"));
        eu(&case)
    };
    assert_eq!(diverted("SXF", 58), "none");
    assert_eq!(diverted("SXF", 180), "250.00");
    // Came back (C-83/10) or came down far away: not flown as planned.
    assert_eq!(diverted("VIE", 100), "250.00");
    assert_eq!(diverted("MUC", 100), "250.00");
}

#[test]
fn where_it_stands_what_a_diversion_counts_as() {
    let rows = [
        ("MUC", "LANDED_FAR", "250.00"),
        ("FRA", "CAME_BACK", "250.00"),
        ("TOJ", "LANDED_NEARBY", "none"),
    ];
    for (landed, rule, sum) in rows {
        let leg = with(late(flight("LH1", "FRA", "MAD"), 100), LegStatus::Diverted);
        let mut case = case(Disruption::Diversion, vec![leg]);
        case.facts.landed_at = Some(landed.parse().expect("an airport"));
        assert_eq!(eu(&case), sum, "{landed}");
        let entry = entry_eu(&case);
        assert!(step(&entry, rule).is_some(), "{landed}");
        assert_eq!(
            basis(&entry, Right::Transfer),
            Some("Art 8(3); C-826/19"),
            "{landed}"
        );
    }
}
