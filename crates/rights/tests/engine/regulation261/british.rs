//! The thresholds of the British version.

use rights::{Disruption, Leg};

use super::flights::flight_late;
use crate::support::{cancelled, case, late, leg, uk};

#[test]
fn the_british_sums_go_by_distance_alone() {
    let canaries = leg(
        "BY4100",
        "LGW",
        "TFS",
        "2026-02-03T12:00",
        "2026-02-03T16:30",
    );
    let to_bombay = leg(
        "VS354",
        "LHR",
        "BOM",
        "2026-02-03T10:00",
        "2026-02-04T00:30",
    );
    let delayed =
        |leg: &Leg, minutes| uk(&case(Disruption::Delay, vec![late(leg.clone(), minutes)]));
    assert_eq!(delayed(&canaries, 180), "350.00");
    assert_eq!(delayed(&to_bombay, 239), "260.00 half");
    assert_eq!(delayed(&to_bombay, 240), "520.00");
}

#[test]
fn the_british_thresholds_are_those_of_the_european_text_art_6_7() {
    let rows = [
        // Three hours at arrival for every distance (Sturgeon).
        ("LHR", "CDG", 179, "none"),
        ("LHR", "CDG", 180, "220.00"),
        ("LGW", "TFS", 179, "none"),
        ("LGW", "TFS", 180, "350.00"),
        ("LHR", "BOM", 179, "none"),
        ("LHR", "BOM", 180, "260.00 half"),
        ("LHR", "BOM", 239, "260.00 half"),
        ("LHR", "BOM", 240, "520.00"),
    ];
    for (from, to, minutes, sum) in rows {
        assert_eq!(
            uk(&flight_late(from, to, minutes)),
            sum,
            "{from}-{to} {minutes} min"
        );
    }
    let rows = [
        // Art 7(2): two, three, four hours, the limit included.
        ("LHR", "CDG", 120, "110.00 half"),
        ("LHR", "CDG", 121, "220.00"),
        ("LGW", "TFS", 180, "175.00 half"),
        ("LGW", "TFS", 181, "350.00"),
        ("LHR", "BOM", 240, "260.00 half"),
        ("LHR", "BOM", 241, "520.00"),
    ];
    for (from, to, minutes, sum) in rows {
        let booked = leg("BA1", from, to, "2026-06-10T12:00", "2026-06-10T23:00");
        // Art 5(1)(c)(iii): less than two hours late would owe nothing.
        let case = cancelled(booked, 0, Some((0, minutes)));
        assert_eq!(uk(&case), sum, "{from}-{to} {minutes} min");
    }
}

#[test]
fn notice_and_windows_are_the_same_in_the_british_text_art_5_1_c() {
    let booked = leg("BA1", "LGW", "TFS", "2026-06-10T12:00", "2026-06-10T16:30");
    let rows = [
        // Art 5(1)(c)(i).
        (14, None, "none"),
        (13, None, "350.00"),
        // Art 5(1)(c)(ii): up to 2 h early, less than 4 h late.
        (13, Some((120, 239)), "none"),
        (13, Some((121, 239)), "350.00"),
        (7, Some((120, 239)), "none"),
        (7, Some((120, 240)), "350.00"),
        // Art 5(1)(c)(iii): up to 1 h early, less than 2 h late.
        (6, Some((60, 119)), "none"),
        (6, Some((61, 119)), "175.00 half"),
        (0, Some((60, 120)), "175.00 half"),
    ];
    for (days, offer, sum) in rows {
        assert_eq!(
            uk(&cancelled(booked.clone(), days, offer)),
            sum,
            "{days} {offer:?}"
        );
    }
}
