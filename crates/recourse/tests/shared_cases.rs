//! Every shared case: what stands in `expected` stands in the recommended forum.

mod support;

use serde_json::Value;
use support::{cases, written};

/// Where an answer lacks what is wanted. Objects may have more keys, lists of
/// documents no other.
fn difference(path: &str, got: &Value, wanted: &Value) -> Option<String> {
    match (got, wanted) {
        (Value::Object(_), Value::Object(wanted)) => wanted
            .iter()
            .find_map(|(key, wanted)| difference(&format!("{path}.{key}"), &got[key], wanted)),
        _ if got == wanted => None,
        _ => Some(format!("{path} is {got}, not {wanted}")),
    }
}

fn sorted(list: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = list
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    keys.sort_unstable();
    keys
}

/// Where the recommended forum differs from the expected one.
fn wrong(case: &Value) -> Option<String> {
    let answer = written(&case["facts"]);
    let best = &answer["recommended"];
    let expected = case["expected"].as_object().expect("an object");
    for (key, wanted) in expected {
        let got = &best[key];
        let found = match key.as_str() {
            "documents" => (sorted(got) != sorted(wanted))
                .then(|| format!("documents are {got}, not {wanted}")),
            "alternatives" => {
                let mut got = got.as_array().expect("a list").iter();
                let all = wanted.as_array().expect("a list");
                let in_order = all.iter().all(|wanted| got.any(|got| got == wanted));
                (!in_order).then(|| format!("{wanted} is not within {:?}", best[key]))
            }
            key => difference(key, got, wanted),
        };
        if found.is_some() {
            return found.map(|found| format!("{found}\n{answer:#}"));
        }
    }
    difference("confidence", &best["confidence"], &case["confidence"])
}

#[test]
fn every_case_comes_out_as_expected() {
    let all: Vec<String> = cases()
        .iter()
        .filter_map(|(name, case)| Some(format!("{name}: {}", wrong(case)?)))
        .collect();
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn a_whole_case_reads_as_its_facts_do() {
    for (name, case) in cases() {
        assert_eq!(written(&case), written(&case["facts"]), "{name}");
    }
}
