//! `aero recourse` as somebody at a terminal uses it.

use std::process::Output;

use serde_json::{Value, json};

use crate::support::{aero, shared_cases, text};

/// Runs `aero recourse` with this on standard input.
fn recourse(arguments: &[&str], input: &[u8]) -> Output {
    aero("recourse", arguments, input)
}

/// The shared cases.
fn cases() -> Vec<Value> {
    let cases = shared_cases("recourse");
    assert!(cases.len() >= 12);
    cases.into_iter().map(|(_, case)| case).collect()
}

/// Whether everything that is expected stands in the answer.
fn holds(got: &Value, wanted: &Value) -> bool {
    match (got, wanted) {
        (Value::Object(got), Value::Object(wanted)) => wanted
            .iter()
            .all(|(key, wanted)| got.get(key).is_some_and(|got| holds(got, wanted))),
        (Value::Array(got), Value::Array(wanted)) => {
            wanted.iter().all(|wanted| got.contains(wanted))
        }
        // What an answer leaves out is null.
        _ => got == wanted,
    }
}

#[test]
fn every_shared_case_comes_out_as_expected() {
    for shared in cases() {
        let output = recourse(&["-"], shared["facts"].to_string().as_bytes());
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        assert_eq!(text(&output.stderr), "");
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        let best = &answer["recommended"];
        assert!(
            holds(best, &shared["expected"]),
            "{}: {best:#}",
            shared["id"]
        );
        assert_eq!(answer["forums"][0], *best, "{}", shared["id"]);
    }
}

#[test]
fn lines_are_answered_in_order_and_a_bad_one_stops_nothing() {
    let all = cases();
    let mut lines: Vec<String> = all.iter().map(|case| case["facts"].to_string()).collect();
    lines.insert(1, "{\"origin\": 1}".to_owned());
    let output = recourse(&["--jsonl", "-"], lines.join("\n").as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let answers: Vec<Value> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(answers.len(), lines.len());
    assert!(answers[1]["error"]["errors"].as_array().unwrap().len() > 1);
    let mut good = answers.clone();
    good.remove(1);
    for (answer, case) in good.iter().zip(&all) {
        assert_eq!(answer["recommended"]["forum"], case["expected"]["forum"]);
    }
}

#[test]
fn what_is_no_claim_ends_with_2_and_every_fault_at_its_place() {
    let mut facts = cases().remove(0)["facts"].take();
    facts["origin"] = json!("Vienna");
    facts["sum"] = json!("a lot");
    facts["refused_no"] = json!("2026-05-10");
    let output = recourse(&["-"], facts.to_string().as_bytes());
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(output.stdout, b"");
    for path in ["origin: ", "sum: ", "refused_no: "] {
        let said = text(&output.stderr);
        assert!(said.lines().any(|line| line.starts_with(path)), "{said}");
    }
    let missing = recourse(&["no-such-file.json"], b"");
    assert_eq!(missing.status.code(), Some(2));
    assert!(text(&missing.stderr).contains("no-such-file.json"));
}
