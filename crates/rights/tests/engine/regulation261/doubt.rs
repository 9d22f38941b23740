//! What could not be confirmed, and where each rule stands.

use rights::{Case, Confidence, Disruption, Entry, Outcome, Regime, Step};

use super::flights::downgrade;
use crate::support::{judge, late, leg};

/// Journeys, events and days on which something is open.
fn cases_with_doubts() -> Vec<Case> {
    let airports = ["FRA", "JFK", "LHR", "LYR", "GIB", "ZRH", "TFS", "PPT"];
    let events = [
        Disruption::Delay,
        Disruption::Cancellation,
        Disruption::DeniedBoarding,
        Disruption::Downgrade,
        Disruption::Baggage,
    ];
    let mut cases = Vec::new();
    for from in airports {
        for to in airports.into_iter().filter(|to| *to != from) {
            for number in ["LH1", "BA1", "TN1", "QQZ1"] {
                for event in events {
                    for day in ["2026-06-10", "2027-10-23"] {
                        for minutes in [0, 300] {
                            let booked = leg(
                                number,
                                from,
                                to,
                                &format!("{day}T01:00"),
                                &format!("{day}T23:00"),
                            );
                            let mut case = downgrade(vec![late(booked, minutes)], "EUR");
                            case.disruption = event;
                            case.facts.notice_days = Some(3);
                            cases.push(case);
                        }
                    }
                }
            }
        }
    }
    cases
}

#[test]
fn what_could_not_be_confirmed_decides_no_money() {
    let unconfirmed = |step: &Step| step.rule.confidence == Confidence::Unconfirmed;
    let mut met = 0;
    for case in cases_with_doubts() {
        let answer = judge(&case);
        for (regime, step) in &answer.out_of_scope {
            let ours = matches!(regime, Regime::Eu261 | Regime::Uk261);
            assert!(!(ours && unconfirmed(step)), "{case:?}");
        }
        let ours = |entry: &&Entry| matches!(entry.regime, Regime::Eu261 | Regime::Uk261);
        for entry in answer.entries.iter().filter(ours) {
            let open = entry.steps.iter().filter(|step| unconfirmed(step)).count();
            met += open;
            match entry.outcome {
                Outcome::Eligible => assert_eq!(open, 0, "{case:?}"),
                Outcome::NoCompensation => {
                    // Refused on a sure ground that holds either way.
                    let last = entry.steps.iter().rfind(|step| !step.met);
                    assert!(last.is_some_and(|step| !unconfirmed(step)), "{case:?}");
                }
                Outcome::Depends => {}
            }
        }
    }
    assert!(met > 0);
}

#[test]
fn every_rule_has_a_source_and_a_name_of_its_own() {
    let rules = rights::rules(Regime::Eu261);
    for (index, rule) in rules.iter().enumerate() {
        assert!(!rule.source.is_empty());
        let again = rules[index + 1..]
            .iter()
            .any(|other| other.name == rule.name);
        assert!(!again, "{}", rule.name);
    }
}
