//! `aero assess` as somebody at a terminal uses it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Output,
};

use serde_json::{Value, json};

use crate::support::{aero, shared_cases, text};

/// Runs `aero assess` with this on standard input.
fn assess(arguments: &[&str], input: &[u8]) -> Output {
    aero("assess", arguments, input)
}

/// The shared cases with their files, by name.
fn cases() -> Vec<(PathBuf, Value)> {
    let cases = shared_cases("rights");
    assert!(cases.len() > 50);
    cases
}

fn case(name: &str) -> Value {
    let named = |path: &Path| path.file_stem().is_some_and(|stem| stem == name);
    let found = cases().into_iter().find(|(path, _)| named(path));
    found.unwrap().1["case"].take()
}

#[test]
fn every_shared_case_is_judged_as_expected() {
    for (path, shared) in cases() {
        let input = serde_json::to_vec(&shared["case"]).unwrap();
        let output = assess(&["-"], &input);
        let shown = path.display();
        assert_eq!(
            output.status.code(),
            Some(0),
            "{shown}: {}",
            text(&output.stderr)
        );
        assert_eq!(text(&output.stderr), "", "{shown}");
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        let entries = answer["assessments"].as_array().unwrap();
        let expected = &shared["expected"];
        let entry = entries
            .iter()
            .find(|entry| entry["regime"] == expected["regime"]);
        match expected["regime"].as_str() {
            Some(_) => {
                let entry = entry.unwrap_or_else(|| panic!("{shown}: {answer}"));
                assert_eq!(entry["outcome"], expected["outcome"], "{shown}");
            }
            None => assert!(
                entries.iter().all(|e| e["outcome"] != "eligible"),
                "{shown}"
            ),
        }
    }
}

#[test]
fn a_file_is_read_as_standard_input_is() {
    let file = std::env::temp_dir().join(format!("aero-assess-{}.json", std::process::id()));
    let input = serde_json::to_vec(&case("canc-6d-2h00")).unwrap();
    fs::write(&file, &input).unwrap();
    let from_file = assess(&[file.to_str().unwrap()], b"");
    fs::remove_file(&file).unwrap();
    let from_input = assess(&["-"], &input);
    assert_eq!(from_file.status.code(), Some(0));
    assert_eq!(from_file.stdout, from_input.stdout);
    let missing = assess(&[file.to_str().unwrap()], b"");
    assert_eq!(missing.status.code(), Some(2));
    assert_eq!(missing.stdout, b"");
    assert!(text(&missing.stderr).contains("aero-assess-"));
}

#[test]
fn what_is_no_case_ends_with_2_and_every_fault_at_its_place() {
    let good = case("canc-6d-2h00");
    let mut wrong = good.clone();
    wrong["legs"][0]["origin"] = json!("Frankfurt");
    wrong["disruption"] = json!("bad luck");
    wrong["surprise"] = json!(1);
    let output = assess(&["-"], wrong.to_string().as_bytes());
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(output.stdout, b"");
    let said = text(&output.stderr);
    for path in ["legs[0].origin", "disruption", "surprise"] {
        let line = said.lines().find(|line| line.contains(path));
        assert!(
            line.is_some_and(|line| line.contains(": ")),
            "{path}: {said}"
        );
    }
    for nonsense in [&b""[..], b"{", b"[]", b"null", b"\xff\xfe", b"{}", b"\0"] {
        let output = assess(&["-"], nonsense);
        assert_eq!(output.status.code(), Some(2), "{nonsense:?}");
        assert_ne!(output.stderr, b"", "{nonsense:?}");
    }
    assert_eq!(assess(&[], b"").status.code(), Some(2), "no file");
    assert_eq!(assess(&["-", "--nonsense"], b"").status.code(), Some(2));
}

#[test]
fn deep_brackets_are_a_fault_and_no_crash() {
    let deep = "[".repeat(200_000);
    let output = assess(&["-"], deep.as_bytes());
    assert_eq!(output.status.code(), Some(2), "{:?}", output.status);
}

#[test]
fn lines_are_answered_one_by_one_in_their_order() {
    let names = ["canc-6d-2h00", "canc-13d-4h00", "br-delay-4h"];
    let mut input = String::new();
    let mut wanted = Vec::new();
    for name in names {
        let case = case(name);
        let alone = assess(&["-"], case.to_string().as_bytes());
        wanted.push(serde_json::from_slice::<Value>(&alone.stdout).unwrap());
        input.push_str(&format!("{case}\n{{\"legs\":7}}\nnonsense\n"));
    }
    // The last line may lack its end.
    let output = assess(&["--jsonl", "-"], input.trim_end().as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let lines: Vec<Value> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 9);
    for (place, wanted) in wanted.iter().enumerate() {
        assert_eq!(lines[3 * place], *wanted, "{}", names[place]);
        for line in &lines[3 * place + 1..3 * place + 3] {
            let errors = line["error"]["errors"].as_array().unwrap();
            assert!(!errors.is_empty());
            for error in errors {
                for key in ["path", "code", "message"] {
                    assert!(error[key].is_string(), "{key}: {error}");
                }
            }
        }
    }
}

#[test]
fn a_line_that_is_far_too_long_is_an_error_and_the_next_one_is_read() {
    let mut input = vec![b'x'; 3 * 1024 * 1024];
    input.push(b'\n');
    input.extend(case("canc-6d-2h00").to_string().into_bytes());
    let output = assess(&["--jsonl", "-"], &input);
    let lines: Vec<&str> = text(&output.stdout).lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0].contains("\"error\""));
    assert!(lines[1].contains("\"assessments\""));
}
