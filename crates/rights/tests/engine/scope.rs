//! Which journeys fall under which law.

use crate::support::{case, entry, eu, judge, late, leg, uk, with};
use jiff::civil::date;
use rights::{Disruption, Finding, Forum, Leg, LegStatus, MissingFact, Regime};

/// A flight at noon, five hours late.
fn flight(number: &str, from: &str, to: &str, day: &str) -> Leg {
    let departure = format!("{day}T12:00");
    let arrival = format!("{day}T23:00");
    late(leg(number, from, to, &departure, &arrival), 300)
}

fn both(number: &str, from: &str, to: &str, day: &str) -> (String, String) {
    let case = case(Disruption::Delay, vec![flight(number, from, to, day)]);
    (eu(&case), uk(&case))
}

fn pair(eu: &str, uk: &str) -> (String, String) {
    (eu.to_owned(), uk.to_owned())
}

#[test]
fn any_airline_is_covered_out_of_the_eu_and_only_its_own_into_it_art_3_1() {
    assert_eq!(
        both("UA59", "FRA", "SFO", "2026-06-10"),
        pair("600.00", "out")
    );
    assert_eq!(
        both("LH455", "SFO", "FRA", "2026-06-10"),
        pair("600.00", "out")
    );
    assert_eq!(both("UA58", "SFO", "FRA", "2026-06-10"), pair("out", "out"));
    assert_eq!(both("BA15", "SIN", "SYD", "2026-06-10"), pair("out", "out"));
}

#[test]
fn the_eea_and_switzerland_count_as_inside() {
    assert_eq!(both("UA1", "OSL", "EWR", "2026-06-10").0, "600.00");
    assert_eq!(both("UA1", "KEF", "EWR", "2026-06-10").0, "600.00");
    assert_eq!(both("UA1", "ZRH", "EWR", "2026-06-10").0, "600.00");
    assert_eq!(both("LX15", "JFK", "ZRH", "2026-06-10").0, "600.00");
    // Over 3,500 km from one to the other: still the middle sum.
    assert_eq!(both("FI1", "KEF", "TFS", "2026-06-10").0, "400.00");
}

#[test]
fn territories_go_by_airport_and_not_by_country() {
    for inside in [
        "RUN", "FDF", "CAY", "PTP", "DZA", "SFG", "TFS", "FNC", "PDL", "MLN", "BSL",
    ] {
        assert_ne!(
            both("UA1", inside, "JFK", "2026-06-10").0,
            "out",
            "{inside}"
        );
    }
    for outside in [
        "SBH", "PPT", "NOU", "AUA", "CUR", "SXM", "ECN", "JER", "IOM", "FAE",
    ] {
        assert_eq!(
            both("UA1", outside, "JFK", "2026-06-10").0,
            "out",
            "{outside}"
        );
    }
    for outside in ["JER", "GCI", "IOM", "GIB"] {
        assert_eq!(
            both("UA1", outside, "JFK", "2026-06-10").1,
            "out",
            "{outside}"
        );
    }
    // Inside the EU and over 3,500 km: the middle sum.
    assert_eq!(both("AF1", "CDG", "RUN", "2026-06-10").0, "400.00");
}

#[test]
fn from_svalbard_a_person_decides_on_other_airlines_and_to_it_the_departure_does() {
    // On an airline of the Community it is covered either way.
    assert_eq!(both("SK4415", "LYR", "OSL", "2026-06-10").0, "400.00");
    let from = case(
        Disruption::Delay,
        vec![flight("TK4415", "LYR", "OSL", "2026-06-10")],
    );
    let entry = entry(&from, Regime::Eu261).expect("an entry");
    assert_eq!(entry.missing_facts, [MissingFact::TerritoryStatus]);
    assert_eq!(eu(&from), "depends");
    assert_eq!(both("SK4414", "OSL", "LYR", "2026-06-10").0, "400.00");
}

#[test]
fn the_united_kingdom_has_three_limbs() {
    // From the UK, any airline.
    assert_eq!(
        both("UA1", "LHR", "EWR", "2026-06-10"),
        pair("out", "520.00")
    );
    // Into the UK on a UK or Community airline.
    assert_eq!(
        both("BA1", "EWR", "LHR", "2026-06-10"),
        pair("out", "520.00")
    );
    assert_eq!(
        both("KL1", "YYZ", "LHR", "2026-06-10"),
        pair("out", "520.00")
    );
    assert_eq!(both("UA1", "EWR", "LHR", "2026-06-10"), pair("out", "out"));
    // Into the EU on a UK airline.
    assert_eq!(
        both("BA1", "JFK", "DUB", "2026-06-10"),
        pair("out", "520.00")
    );
    assert_eq!(both("BA1", "JFK", "OSL", "2026-06-10"), pair("out", "out"));
    // A licence of the EEA or Switzerland is none of a Member State (Art 2(c)):
    // a person decides. Into the EU only a British one counts.
    for number in ["FI1", "DY1", "LX1"] {
        assert_eq!(both(number, "EWR", "LHR", "2026-06-10").1, "depends");
        let case = case(
            Disruption::Delay,
            vec![flight(number, "EWR", "LHR", "2026-06-10")],
        );
        let entry = entry(&case, Regime::Uk261).expect("an entry");
        assert_eq!(entry.steps[0].finding.key(), "LicenceNotOfMemberState");
        assert_eq!(both(number, "EWR", "DUB", "2026-06-10").1, "out");
        assert_eq!(both(number, "LHR", "EWR", "2026-06-10").1, "520.00");
    }
    // Between the two: both laws, or one.
    assert_eq!(
        both("BA1", "CDG", "LHR", "2026-06-10"),
        pair("250.00", "220.00")
    );
    assert_eq!(
        both("BA1", "LHR", "CDG", "2026-06-10"),
        pair("out", "220.00")
    );
    assert_eq!(
        both("UA1", "CDG", "LHR", "2026-06-10"),
        pair("250.00", "out")
    );
    // Jersey and Gibraltar are abroad.
    assert_eq!(
        both("BA1", "GIB", "LHR", "2026-06-10"),
        pair("depends", "350.00")
    );
}

#[test]
fn the_law_is_suspended_for_gibraltar_and_what_the_treaty_changes_is_open_art_1_3() {
    assert_eq!(
        both("BA1", "GIB", "LHR", "2025-12-31"),
        pair("out", "350.00")
    );
    assert_eq!(both("UA1", "GIB", "JFK", "2025-12-31").0, "out");
    assert_eq!(both("UA1", "GIB", "JFK", "2026-01-01").0, "depends");
    // Into it on an airline of the EU; another one is out either way.
    assert_eq!(both("IB1", "JFK", "GIB", "2026-06-10").0, "depends");
    assert_eq!(both("UA1", "JFK", "GIB", "2026-06-10").0, "out");
    // From Spain the departure decides.
    assert_eq!(both("UA1", "MAD", "GIB", "2026-06-10").0, "250.00");
}

#[test]
fn the_united_kingdom_left_with_the_year_2020() {
    assert_eq!(
        both("BA1", "LHR", "JFK", "2020-12-31"),
        pair("600.00", "out")
    );
    assert_eq!(
        both("BA1", "LHR", "JFK", "2021-01-01"),
        pair("out", "520.00")
    );
    assert_eq!(
        both("BA1", "JFK", "CDG", "2020-12-31"),
        pair("600.00", "out")
    );
    assert_eq!(
        both("BA1", "JFK", "CDG", "2021-01-01"),
        pair("out", "520.00")
    );
}

#[test]
fn the_law_has_a_beginning_and_a_successor() {
    assert_eq!(both("LH1", "FRA", "JFK", "2005-02-16").0, "out");
    assert_eq!(both("LH1", "FRA", "JFK", "2005-02-17").0, "600.00");
    assert_eq!(both("LH1", "FRA", "JFK", "2027-10-22").0, "600.00");
    // Amended, and five hours are as late by that text.
    assert_eq!(both("LH1", "FRA", "JFK", "2027-10-23").0, "600.00");
    assert_eq!(both("OU1", "ZAG", "JFK", "2013-06-30").0, "out");
    assert_eq!(both("OU1", "ZAG", "JFK", "2013-07-01").0, "600.00");
}

#[test]
fn a_licence_on_the_leg_goes_before_the_table_and_an_unknown_one_is_asked_for() {
    let mut leg = flight("UA1", "SFO", "FRA", "2026-06-10");
    leg.carrier_licence = Some("DE".parse().expect("a country"));
    assert_eq!(eu(&case(Disruption::Delay, vec![leg.clone()])), "600.00");
    leg.carrier_licence = None;
    leg.operating_carrier = Some("QQZ".parse().expect("a carrier"));
    let unknown = case(Disruption::Delay, vec![leg]);
    assert_eq!(eu(&unknown), "depends");
}

#[test]
fn separate_bookings_stand_alone_and_a_missed_one_gives_nothing() {
    let first = late(
        leg(
            "LH1112",
            "FRA",
            "MAD",
            "2026-06-20T10:00",
            "2026-06-20T12:35",
        ),
        120,
    );
    let second = leg(
        "IB6501",
        "MAD",
        "SDQ",
        "2026-06-20T14:00",
        "2026-06-20T17:15",
    );
    let mut second = with(second, LegStatus::Missed);
    second.actual_arrival = Some(crate::support::time("2026-06-21T17:15"));
    let mut case = case(Disruption::MissedConnection, vec![first, second]);
    assert_eq!(eu(&case), "600.00");
    case.facts.single_booking = false;
    assert_eq!(eu(&case), "none");
    case.legs[0] = late(case.legs[0].clone(), 200);
    assert_eq!(eu(&case), "250.00");
}

#[test]
fn out_and_back_are_two_journeys_c_173_07() {
    let out = late(
        leg("EK44", "FRA", "DXB", "2026-06-10T12:00", "2026-06-10T20:00"),
        0,
    );
    let back = leg("EK43", "DXB", "FRA", "2026-06-20T08:00", "2026-06-20T13:00");
    let only_back = case(
        Disruption::Delay,
        vec![out.clone(), late(back.clone(), 300)],
    );
    // The way back starts outside and the airline is not of the EU.
    assert_eq!(eu(&only_back), "none");
    let only_out = case(Disruption::Delay, vec![late(out, 300), back]);
    assert_eq!(eu(&only_out), "600.00");
}

#[test]
fn limitation_refuses_only_in_a_given_court_and_after_the_longest_period() {
    let mut case = case(
        Disruption::Delay,
        vec![flight("LH1", "FRA", "JFK", "2020-06-10")],
    );
    case.assessed_on = date(2024, 1, 1);
    // No court given: a warning.
    assert_eq!(eu(&case), "600.00");
    let entry = entry(&case, Regime::Eu261).expect("an entry");
    let warned = |finding: Finding| matches!(finding, Finding::DeadlinePassed { .. });
    assert!(entry.steps.iter().any(|step| warned(step.finding)));
    // Germany counts from the end of the year (BGB 199).
    case.facts.forum = Some("DE".parse::<Forum>().expect("a court"));
    assert_eq!(eu(&case), "none");
    case.assessed_on = date(2023, 12, 31);
    assert_eq!(eu(&case), "600.00");
    // Sources differ (SE three or ten years): not before the longest.
    case.facts.forum = Some("SE".parse::<Forum>().expect("a court"));
    case.assessed_on = date(2029, 1, 1);
    assert_eq!(eu(&case), "600.00");
    case.assessed_on = date(2030, 6, 11);
    assert_eq!(eu(&case), "none");
}

#[test]
fn without_a_court_the_earliest_of_both_ends_counts_c_204_08() {
    let both = case(
        Disruption::Delay,
        vec![flight("LH1", "FRA", "WAW", "2026-06-10")],
    );
    let deadline = entry(&both, Regime::Eu261)
        .and_then(|entry| entry.deadline)
        .expect("a deadline");
    assert_eq!(deadline.forum.as_str(), "PL");
    assert_eq!(deadline.last_day, date(2027, 6, 10));
    assert!(!deadline.certain);
    let one = case(
        Disruption::Delay,
        vec![flight("LH1", "FRA", "JFK", "2026-06-10")],
    );
    let deadline = entry(&one, Regime::Eu261)
        .and_then(|entry| entry.deadline)
        .expect("a deadline");
    assert_eq!(
        (deadline.last_day, deadline.certain),
        (date(2029, 12, 31), true)
    );
}

#[test]
fn of_two_laws_the_better_stands_first() {
    let both = case(
        Disruption::Delay,
        vec![flight("AF1681", "LHR", "CDG", "2026-06-10")],
    );
    let answer = judge(&both);
    // And the Montreal Convention, for a loss nobody has shown.
    assert_eq!(answer.entries.len(), 3);
    assert_eq!(answer.recommended, Some(Regime::Eu261));
    // Over 3,500 km inside the EU the British sum is the higher one.
    let far = case(
        Disruption::Delay,
        vec![flight("BA1", "CDG", "RUN", "2026-06-10")],
    );
    assert_eq!(judge(&far).recommended, Some(Regime::Uk261));
}

#[test]
fn the_airline_of_the_first_failed_leg_answers() {
    let first = |late_by| {
        late(
            leg(
                "LH1112",
                "FRA",
                "MAD",
                "2026-06-20T10:00",
                "2026-06-20T12:35",
            ),
            late_by,
        )
    };
    let second = leg(
        "IB6501",
        "MAD",
        "SDQ",
        "2026-06-20T14:00",
        "2026-06-20T17:15",
    );
    let claim = |legs| {
        let case = case(Disruption::Delay, legs);
        entry(&case, Regime::Eu261)
            .expect("an entry")
            .claim_from
            .as_str()
            .to_owned()
    };
    // 85 minutes are booked to change: a delay that cost no connection is no
    // failure (C-436/21), nor one that the next flight was later than.
    assert_eq!(claim(vec![first(85), late(second.clone(), 85)]), "LH");
    assert_eq!(claim(vec![first(300), late(second.clone(), 300)]), "LH");
    assert_eq!(claim(vec![first(299), late(second.clone(), 300)]), "IB");
    assert_eq!(claim(vec![first(85), late(second.clone(), 300)]), "IB");
    assert_eq!(claim(vec![first(84), late(second.clone(), 300)]), "IB");
    assert_eq!(claim(vec![first(5), late(second.clone(), 300)]), "IB");
    // Unless no later leg explains the late end.
    assert_eq!(claim(vec![first(84), second.clone()]), "LH");
    assert_eq!(
        claim(vec![
            first(5),
            with(late(second.clone(), 300), LegStatus::Missed)
        ]),
        "LH"
    );
    // ICAO codes give the same airline.
    let icao = leg(
        "DLH1112",
        "FRA",
        "MAD",
        "2026-06-20T10:00",
        "2026-06-20T12:35",
    );
    assert_eq!(claim(vec![late(icao, 300)]), "LH");
}
