//! Assessments come back from storage as they were written.

use jiff::civil::date;
use reference::Embedded;
use rights::contract::answer;
use rights::snapshot::{AssessmentV1, DeadlineV1, Said, Vocabulary};
use rights::{About, Change, Code, Disruption, Finding, Money, Outcome};
use serde_json::{Value, json};

use crate::support::{Codes, case, frankfurt_new_york, late, leg};

fn stored() -> (AssessmentV1, Value) {
    let flight = frankfurt_new_york();
    let case = case(Disruption::Delay, vec![late(flight, 300)]);
    let answer = rights::assess(&case, &Embedded);
    let stored = AssessmentV1::of(&answer, case.assessed_on, date(2026, 6, 20), &Embedded);
    let written = serde_json::to_value(&stored).unwrap();
    (stored, written)
}

#[test]
fn an_assessment_reads_back_as_it_was_written() {
    let (stored, written) = stored();
    let read = AssessmentV1::read(&written).expect("an assessment");
    assert_eq!(serde_json::to_value(&read).unwrap(), written);
    assert_eq!(read.version, 1);
    let (best, was) = (read.best().unwrap(), stored.best().unwrap());
    assert_eq!(best.outcome, Code::Known(Outcome::Eligible));
    assert_eq!(best.compensation, was.compensation);
    assert_eq!(best.deadline, was.deadline);
    // Every step is a word of this release, with its values.
    let codes = |assessment: &AssessmentV1| -> Vec<String> {
        let steps = assessment.entries.iter().flat_map(|entry| &entry.steps);
        steps
            .map(|step| step.finding.known().expect("known").code())
            .collect()
    };
    assert_eq!(codes(&read), codes(&stored));
    assert!(read.airports.iter().any(
        |airport| airport.city == "Frankfurt am Main" || airport.city.starts_with("Frankfurt")
    ));
    assert!(
        read.carriers
            .iter()
            .any(|carrier| carrier.name == "Lufthansa")
    );
}

#[test]
fn what_a_newer_release_wrote_is_read_as_far_as_it_goes() {
    let (_, mut written) = stored();
    written["version"] = json!(2);
    written["entries"][0]["steps"][0]["finding"] =
        json!({ "code": "moon.landed", "values": { "minutes": 3 } });
    written["entries"][0]["outcome"] = json!("perhaps");
    written["entries"][0]["missing_facts"] = json!(["moon_phase"]);
    written["entries"][0]["new"] = json!({ "anything": true });
    let read = AssessmentV1::read(&written).expect("an assessment");
    let best = read.best().unwrap();
    assert!(matches!(&best.steps[0].finding, Said::Unknown { code, .. } if code == "moon.landed"));
    assert_eq!(best.outcome.known(), None);
    assert_eq!(best.missing_facts[0].as_str(), "moon_phase");
    // And is written again as it came.
    let again = serde_json::to_value(&read).unwrap();
    assert_eq!(
        again["entries"][0]["steps"][0],
        written["entries"][0]["steps"][0]
    );
}

#[test]
fn what_is_no_assessment_is_none() {
    for stored in [json!({}), json!([]), json!({ "version": 1 }), json!("x")] {
        assert_eq!(AssessmentV1::read(&stored), None, "{stored}");
    }
}

#[test]
fn every_word_reads_back_from_its_code_and_values() {
    let due = Money::new(60_000, "EUR".parse().unwrap());
    let findings = [
        Finding::ArrivedLate { minutes: 300 },
        Finding::ShortDistance {
            km: 1_500.04,
            amount: due,
        },
        Finding::TimeBarred {
            last_day: date(2029, 12, 31),
            forum: "GB-SCT".parse().unwrap(),
        },
        rights::canada::Finding::RequestTooLate {
            last_day: date(2027, 6, 20),
        }
        .into(),
    ];
    for finding in findings {
        let said = Said::from(finding);
        let written = serde_json::to_string(&said).unwrap();
        assert_eq!(
            serde_json::from_str::<Said<Finding>>(&written).unwrap(),
            said,
            "{written}"
        );
    }
    assert_eq!(
        Finding::from(rights::canada::Finding::Oversold).code(),
        "canada.oversold"
    );
    // The same word of another law is another code.
    assert_ne!(
        Finding::from(rights::united_states::Finding::Oversold).code(),
        Finding::from(rights::canada::Finding::Oversold).code()
    );
    let change = Said::from(Change::MinutesToLimit {
        minutes: 4,
        limit: 180,
    });
    let written = serde_json::to_value(&change).unwrap();
    assert_eq!(
        written,
        json!({ "code": "minutes_to_limit", "values": { "minutes": 4, "limit": 180 } })
    );
    // A value of another kind is not guessed.
    let wrong = json!({ "code": "arrived_late", "values": { "minutes": "three" } });
    let read: Said<Finding> = serde_json::from_value(wrong).unwrap();
    assert_eq!(read.known(), None);
}

/// Frankfurt to New York, sold by Lufthansa and flown by United.
fn sold() -> rights::Case {
    let mut flight = leg(
        "UA900",
        "FRA",
        "JFK",
        "2026-06-20T10:00",
        "2026-06-20T13:30",
    );
    flight.marketing_flight = Some("LH7000".parse().unwrap());
    let first = leg("LH1", "BRE", "FRA", "2026-06-20T07:00", "2026-06-20T08:00");
    case(Disruption::Delay, vec![late(first, 0), late(flight, 300)])
}

#[test]
fn what_an_answer_names_is_stored_once() {
    let case = sold();
    let answer = rights::assess(&case, &Embedded);
    let stored = AssessmentV1::of(&answer, case.assessed_on, date(2026, 6, 20), &Embedded);
    let airports = stored
        .airports
        .iter()
        .map(|airport| airport.code.to_string());
    let carriers = stored
        .carriers
        .iter()
        .map(|carrier| carrier.code.to_string());
    let once = |names: Vec<String>, wanted: &[&str]| {
        for name in &names {
            let count = names.iter().filter(|other| *other == name).count();
            assert_eq!(count, 1, "{name}");
        }
        for name in wanted {
            assert!(names.iter().any(|known| known == name), "{name}");
        }
    };
    once(airports.collect(), &["BRE", "JFK"]);
    // The airline that flew is named by a step alone.
    once(carriers.collect(), &["LH", "UA"]);
}

#[test]
fn an_answer_in_the_shape_of_the_contract_is_stored_with_the_codes_of_today() {
    let case = sold();
    let today = rights::assess(&case, &Embedded);
    let written = serde_json::to_value(answer(&today, &Codes)).unwrap();
    let stored = AssessmentV1::of(&today, case.assessed_on, date(2026, 6, 20), &Embedded);
    let of = |written: &Value, leading: Option<&str>| {
        AssessmentV1::of_written(written, case.assessed_on, leading, &today, &Codes)
            .expect("an assessment")
    };
    let read = of(&written, Some("MC99"));
    assert_eq!(read.version, AssessmentV1::VERSION);
    assert_eq!(read.rules, rights::RULES);
    assert_eq!(read.delay_minutes, Some(300));
    assert_eq!(read.entries.len(), stored.entries.len());
    assert_eq!(read.best().unwrap().regime.as_str(), "MC99");
    assert_eq!(of(&written, None).leading, 0);
    // The Convention sets its own period (Art 35), Regulation 261/2004 leaves it to the courts.
    let own = |assessment: &AssessmentV1, regime: &str| {
        let mut entries = assessment.entries.iter();
        let entry = entries.find(|entry| entry.regime.as_str() == regime);
        entry
            .and_then(|entry| entry.deadline)
            .map(|deadline| deadline.own_period)
    };
    for assessment in [&read, &stored] {
        assert_eq!(own(assessment, "MC99"), Some(true));
        assert_eq!(own(assessment, "EU261"), Some(false));
    }
    for (entry, was) in read.entries.iter().zip(&stored.entries) {
        assert_eq!(entry.steps, was.steps);
        assert_eq!(entry.could_change, was.could_change);
        assert_eq!(entry.missing_facts, was.missing_facts);
        // The longest period is not in the contract.
        let kept = |deadline: DeadlineV1| DeadlineV1 {
            longest: None,
            ..deadline
        };
        assert_eq!(entry.deadline.map(kept), was.deadline.map(kept));
        assert_eq!(entry.compensation, was.compensation);
    }
    // What is out of scope is written where nothing else is.
    assert_eq!(read.out_of_scope, []);
}

#[test]
fn where_no_law_applies_the_step_that_failed_keeps_its_code() {
    let flight = leg("TG1", "BKK", "CNX", "2026-06-20T10:00", "2026-06-20T11:15");
    let case = case(Disruption::Delay, vec![late(flight, 300)]);
    let today = rights::assess(&case, &Embedded);
    let written = serde_json::to_value(answer(&today, &Codes)).unwrap();
    let read = AssessmentV1::of_written(&written, case.assessed_on, None, &today, &Codes);
    let read = read.expect("an assessment");
    let stored = AssessmentV1::of(&today, case.assessed_on, date(2026, 6, 20), &Embedded);
    assert_eq!(read.out_of_scope, stored.out_of_scope);
    assert_eq!(read.out_of_scope.len(), 10);
    let airports = stored
        .airports
        .iter()
        .map(|airport| airport.code.to_string());
    assert_eq!(airports.collect::<Vec<_>>(), ["BKK", "CNX"]);
}

#[test]
fn a_sentence_that_no_rule_says_today_stays_what_it_is() {
    let case = sold();
    let today = rights::assess(&case, &Embedded);
    let mut written = serde_json::to_value(answer(&today, &Codes)).unwrap();
    let steps = &mut written["assessments"][0]["steps"];
    steps[0]["because"] = json!("The moon was full.");
    // The words of one rule under the name of another are not its words.
    steps[1]["rule"] = json!("Art 99");
    written["assessments"][0]["could_change"] = json!(["A new moon."]);
    let read = AssessmentV1::of_written(&written, case.assessed_on, None, &today, &Codes);
    let read = read.expect("an assessment");
    let entry = &read.entries[0];
    let sentence = |text: &str| Said::<Finding>::Sentence(text.to_owned());
    assert_eq!(entry.steps[0].finding, sentence("The moon was full."));
    assert!(matches!(entry.steps[1].finding, Said::Sentence(_)));
    assert_eq!(entry.steps[1].rule.source, "Art 99");
    for step in &entry.steps[..2] {
        assert_eq!(step.rule.about.known(), Some(About::Answers));
        assert_eq!(step.finding.known(), None);
    }
    assert!(entry.steps[2].finding.known().is_some());
    assert_eq!(
        entry.could_change,
        [Said::Sentence("A new moon.".to_owned())]
    );
    // And is written again as it came.
    let again = serde_json::to_value(&read).unwrap();
    let finding = &again["entries"][0]["steps"][0]["finding"];
    assert_eq!(finding, &json!({"sentence": "The moon was full."}));
    let back = AssessmentV1::read(&again).expect("an assessment");
    assert_eq!(serde_json::to_value(&back).unwrap(), again);
}
