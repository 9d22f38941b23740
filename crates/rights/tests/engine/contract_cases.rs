//! Every shared case, compared as the contract's last section says.

use std::path::Path;

use crate::support::Codes;
use jiff::civil::date;
use reference::Embedded;
use rights::assess;
use rights::contract::{self, parse_case};
use serde_json::Value;

/// The files, by name.
fn cases() -> Vec<(String, Value)> {
    trials::shared_cases(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases"))
}

/// The answer to a case, as JSON.
fn answer(case: &Value) -> Value {
    let json = serde_json::to_vec(case).expect("JSON");
    let case = parse_case(&json, date(2026, 11, 20), &Embedded).expect("a valid case");
    serde_json::to_value(contract::answer(&assess(&case, &Embedded), &Codes)).expect("JSON")
}

/// Where an answer differs from what is expected.
fn difference(answer: &Value, expected: &Value) -> Option<String> {
    let entries = answer["assessments"].as_array().expect("a list");
    let Some(regime) = expected["regime"].as_str() else {
        let eligible = entries.iter().find(|entry| entry["outcome"] == "eligible");
        return eligible.map(|entry| format!("eligible under {}", entry["regime"]));
    };
    let Some(entry) = entries.iter().find(|entry| entry["regime"] == regime) else {
        return Some(format!("no entry of {regime}"));
    };
    let pairs = [
        ("outcome", &entry["outcome"], &expected["outcome"]),
        ("claim_from", &entry["claim_from"], &expected["claim_from"]),
    ];
    let sum = &expected["compensation"];
    let sums =
        ["amount", "currency", "reduced"].map(|key| (key, &entry["compensation"][key], &sum[key]));
    let mut compared = pairs
        .into_iter()
        .chain(sums)
        .filter(|(_, _, wanted)| !wanted.is_null());
    if let Some((what, got, wanted)) = compared.find(|(_, got, wanted)| got != wanted) {
        return Some(format!("{what} is {got}, not {wanted}"));
    }
    let also = expected["also"].as_array().into_iter().flatten();
    also.filter_map(|other| difference(answer, other)).next()
}

#[test]
fn every_case_comes_out_as_expected() {
    let wrong: Vec<String> = cases()
        .into_iter()
        .filter_map(|(name, case)| {
            let answer = answer(&case["case"]);
            let difference = difference(&answer, &case["expected"])?;
            Some(format!("{name}: {difference}\n{answer:#}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
