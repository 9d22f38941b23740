//! Which of several laws to claim under, once the time for one of them is over.

use crate::support::{case, entry, judge, late, leg};
use jiff::civil::{Date, date};
use rights::{Case, Change, Disruption, Finding, Outcome, Regime};

/// A flight that came 200 minutes late, asked about on 1 December 2026.
fn flight(number: &str, from: &str, to: &str, day: &str) -> Case {
    let booked = leg(
        number,
        from,
        to,
        &format!("{day}T12:00"),
        &format!("{day}T14:00"),
    );
    let mut case = case(Disruption::Delay, vec![late(booked, 200)]);
    case.assessed_on = date(2026, 12, 1);
    case
}

fn recommended(case: &Case) -> Option<&'static str> {
    judge(case).recommended.map(Regime::key)
}

#[test]
fn a_living_claim_goes_before_one_that_no_court_hears_any_more() {
    // The Netherlands: two years (BW 8:1835); Poland and Belgium: one (KC Art 778; Law of
    // 25 August 1891 Art 9). England: six years (Limitation Act 1980 s5).
    for (number, from, day, lives_until) in [
        ("KL1001", "AMS", "2024-06-10", date(2030, 6, 10)),
        ("LO281", "WAW", "2025-06-10", date(2031, 6, 10)),
        ("SN2093", "BRU", "2025-06-10", date(2031, 6, 10)),
    ] {
        let case = flight(number, from, "LHR", day);
        let answer = judge(&case);
        assert_eq!(answer.recommended, Some(Regime::Uk261), "{number}");
        let best = answer.best().expect("an entry");
        assert_eq!(best.outcome, Outcome::Eligible, "{number}");
        let last_day = best.deadline.expect("a deadline").last_day;
        assert_eq!(last_day, lives_until, "{number}");
    }
    // On the last day the European sum, which is the higher one, still goes first.
    for (day, recommends) in [(10, "EU261"), (11, "UK261")] {
        let mut case = flight("KL1001", "AMS", "LHR", "2024-06-10");
        case.assessed_on = date(2026, 6, day);
        assert_eq!(recommended(&case), Some(recommends), "{day} June");
    }
}

#[test]
fn the_court_of_the_airlines_seat_keeps_a_claim_alive_regulation_1215_2012_art_4() {
    // The Polish year is over; Ireland, where the airline has its seat, has six.
    let case = flight("FR1021", "WMI", "STN", "2025-06-10");
    let eu = entry(&case, Regime::Eu261).expect("an entry");
    assert!(eu.steps.iter().any(|step| is_passed(step.finding)));
    assert_eq!(recommended(&case), Some("EU261"));
    // In the Polish court alone, which the passenger names, it is over.
    let mut polish = case;
    polish.facts.forum = Some("PL".parse().expect("a court"));
    let eu = entry(&polish, Regime::Eu261).expect("an entry");
    assert_eq!(eu.outcome, Outcome::NoCompensation);
}

fn is_passed(finding: Finding) -> bool {
    matches!(finding, Finding::DeadlinePassed { .. })
}

#[test]
fn of_a_claim_that_is_the_only_one_the_sum_stays_and_the_warning_tells() {
    // Limitation is a plea: the airline may pay all the same.
    let case = flight("LO1", "WAW", "CDG", "2019-06-10");
    assert_eq!(recommended(&case), Some("EU261"));
    let eu = entry(&case, Regime::Eu261).expect("an entry");
    assert!(eu.steps.iter().any(|step| is_passed(step.finding)));
}

#[test]
fn a_day_that_is_over_is_no_day_to_send_a_claim_by() {
    let asks_for_a_day = |assessed_on: Date| {
        let mut case = flight("LO461", "WAW", "CPH", "2025-06-10");
        case.assessed_on = assessed_on;
        let eu = entry(&case, Regime::Eu261).expect("an entry");
        let uncertain = |change: &Change| matches!(change, Change::DeadlineUncertain { .. });
        let passed = eu.steps.iter().any(|step| is_passed(step.finding));
        (eu.could_change.iter().any(uncertain), passed)
    };
    // Poland one year, Denmark three: the earlier day is named while it can be kept.
    assert_eq!(asks_for_a_day(date(2026, 6, 10)), (true, false));
    assert_eq!(asks_for_a_day(date(2026, 6, 11)), (false, true));
    assert_eq!(asks_for_a_day(date(2026, 12, 1)), (false, true));
}
