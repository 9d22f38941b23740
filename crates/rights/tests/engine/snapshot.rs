//! Assessments come back from storage as they were written.

use jiff::civil::date;
use reference::Embedded;
use rights::snapshot::{AssessmentV1, Said, Vocabulary};
use rights::{Change, Code, Disruption, Finding, Money, Outcome};
use serde_json::{Value, json};

use crate::support::{case, late, leg};

fn stored() -> (AssessmentV1, Value) {
    let flight = leg(
        "LH400",
        "FRA",
        "JFK",
        "2026-06-20T10:00",
        "2026-06-20T13:30",
    );
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
