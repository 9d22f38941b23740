//! The answer as such.

use jiff::civil::Date;
use proptest::prelude::*;
use reference::Embedded;
use rights::{Case, Disruption, Facts, Outcome, Regime, snapshot::AssessmentV1};

use super::support::{any_case, config, judge};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_answer_is_whole(case in any_case()) {
        let faults = trials::sound::faults(&judge(&case));
        prop_assert!(faults.is_empty(), "{faults:#?}");
    }

    #[test]
    fn the_same_case_has_the_same_answer(case in any_case()) {
        prop_assert_eq!(judge(&case), judge(&case.clone()));
    }

    /// A note is never judged.
    #[test]
    fn a_note_changes_nothing(case in any_case(), note in ".{0,40}") {
        let mut noted = case.clone();
        noted.facts.note = Some(note);
        prop_assert_eq!(judge(&case), judge(&noted));
    }

    /// What is stored of an answer reads back as it was written, word for word.
    #[test]
    fn every_answer_comes_back_from_storage(case in any_case()) {
        let stored = AssessmentV1::of(&judge(&case), case.assessed_on, case.assessed_on, &Embedded);
        let written = serde_json::to_string(&stored).unwrap();
        let read = AssessmentV1::read(&serde_json::from_str(&written).unwrap());
        let read = read.expect("an assessment");
        prop_assert_eq!(unknown(&read), Vec::<String>::new());
        prop_assert_eq!(serde_json::to_string(&read).unwrap(), written);
    }

    /// The day of the claim decides only whether it comes too late.
    #[test]
    fn a_later_claim_never_owes_more(case in any_case(), days in 0i64..9000) {
        let mut later = case.clone();
        later.assessed_on = case.assessed_on.saturating_add(jiff::Span::new().days(days));
        prop_assert_eq!(super::support::nothing_gained(&judge(&case), &judge(&later)), None);
    }
}

/// The words of a stored answer that this release does not know.
fn unknown(stored: &AssessmentV1) -> Vec<String> {
    let entries = stored.entries.iter();
    let steps = entries.clone().flat_map(|entry| &entry.steps);
    let steps = steps.chain(stored.out_of_scope.iter().map(|failed| &failed.step));
    let findings = steps
        .filter(|step| step.finding.known().is_none())
        .map(|step| format!("{:?}", step.finding));
    let changes = entries
        .flat_map(|entry| &entry.could_change)
        .filter(|change| change.known().is_none())
        .map(|change| format!("{change:?}"));
    findings.chain(changes).collect()
}

#[test]
fn a_case_without_legs_has_no_entries() {
    let case = Case {
        legs: Vec::new(),
        disruption: Disruption::Delay,
        facts: Facts::default(),
        assessed_on: Date::MAX,
        disrupted_leg: None,
        departure_day: Some(Date::MAX),
    };
    assert!(judge(&case).entries.is_empty());
}

/// The generator would prove little if its cases never came to a sum.
#[test]
fn the_cases_come_to_every_outcome() {
    let answers: Vec<_> = (0..4000)
        .map(|seed| judge(&trials::case(&trials::seeded(seed))))
        .collect();
    let entries = || answers.iter().flat_map(|answer| &answer.entries);
    for outcome in [Outcome::Eligible, Outcome::Depends, Outcome::NoCompensation] {
        let share = entries().filter(|entry| entry.outcome == outcome).count();
        assert!(
            share * 25 > entries().count(),
            "{outcome:?}: {share} of {}",
            entries().count()
        );
    }
    let owed = Regime::ALL.map(|regime| {
        let own = entries().filter(|entry| entry.regime == regime);
        let owed = own.filter(|entry| entry.outcome == Outcome::Eligible);
        (regime, owed.count())
    });
    assert!(
        owed.iter().all(|(_, count)| *count > 0),
        "hardly ever owed: {owed:?}"
    );
}
