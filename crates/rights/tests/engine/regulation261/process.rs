//! What comes after the claim: bodies, and what the courts ask for first.

use jiff::civil::{Date, date};
use rights::{Disruption, Mediation, Process, Regime};

use crate::support::{case, entry, late, leg};

/// The process of a flight of a day, claimed on another.
fn process(from: &str, to: &str, day: &str, claimed: Date, forum: Option<&str>) -> Process {
    let (departure, arrival) = (format!("{day}T08:00"), format!("{day}T12:00"));
    let booked = leg("AF1", from, to, &departure, &arrival);
    let mut case = case(Disruption::Delay, vec![late(booked, 300)]);
    case.assessed_on = claimed;
    case.facts.forum = forum.map(|forum| forum.parse().expect("a court"));
    let found = entry(&case, Regime::Eu261).expect("an entry").process;
    found.expect("a process")
}

fn mediation(day: &str, claimed: Date) -> Option<Mediation> {
    process("CDG", "JFK", day, claimed, None).mediation
}

#[test]
fn french_courts_ask_for_mediation_first_decret_2025_772() {
    let today = date(2026, 12, 1);
    let found = mediation("2026-06-10", today).expect("mediation");
    assert_eq!(found.country.as_str(), "FR");
    assert_eq!(found.mediator, Some("Médiateur Tourisme et Voyage"));
    assert_eq!(found.since, date(2026, 2, 7));
    assert_eq!(found.unless_claimed_before, None);
    // Flights of four years before it and more are free of it.
    assert_eq!(mediation("2022-02-07", today), None);
    let later = mediation("2022-02-08", today).expect("mediation");
    assert_eq!(later.unless_claimed_before, Some(date(2025, 8, 7)));
    // So is who claimed before 7 August 2025; of a later flight nobody had.
    assert_eq!(mediation("2025-06-10", date(2025, 8, 6)), None);
    let then = mediation("2025-06-10", date(2025, 8, 7)).expect("mediation");
    assert_eq!(then.unless_claimed_before, Some(date(2025, 8, 7)));
    let eve = mediation("2025-08-06", today).expect("mediation");
    assert!(eve.unless_claimed_before.is_some());
    let day = mediation("2025-08-07", today).expect("mediation");
    assert_eq!(day.unless_claimed_before, None);
}

#[test]
fn the_court_that_is_named_decides_whether_mediation_comes_first() {
    let today = date(2026, 12, 1);
    let of = |from: &str, to: &str, forum| process(from, to, "2026-06-10", today, forum).mediation;
    assert!(of("FRA", "CDG", None).is_none());
    assert!(of("FRA", "CDG", Some("FR")).is_some());
    assert!(of("CDG", "FRA", Some("FR")).is_some());
    assert!(of("CDG", "FRA", Some("DE")).is_none());
    assert!(of("CDG", "FRA", Some("GB-SCT")).is_none());
}

#[test]
fn the_swiss_and_the_german_federal_body_award_nothing() {
    let today = date(2026, 12, 1);
    let awards_nothing = |from: &str| {
        let bodies = process(from, "JFK", "2026-06-10", today, None).bodies;
        bodies.enforcement_awards_nothing
    };
    assert!(awards_nothing("ZRH"));
    assert!(awards_nothing("FRA"));
    assert!(awards_nothing("AMS"));
    assert!(!awards_nothing("VIE"));
    assert!(!awards_nothing("MAD"));
}
