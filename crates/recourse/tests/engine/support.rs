//! What several tests of the engine use.

use std::path::Path;

use jiff::civil::{Date, date};
use recourse::Answer;
use recourse::contract::{answer, parse_facts};
use reference::Embedded;
use serde_json::{Value, json};

/// The day that stands in for one not given.
pub const TODAY: Date = date(2026, 11, 20);

/// The shared cases, by name.
pub fn cases() -> Vec<(String, Value)> {
    trials::shared_cases(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases"))
}

/// The answer to facts.
pub fn answered(facts: &Value) -> Answer {
    let json = serde_json::to_vec(facts).expect("JSON");
    match parse_facts(&json, TODAY, &Embedded) {
        Ok(given) => answer(&given, &Embedded),
        Err(faults) => panic!("{facts:#}: {faults:#?}"),
    }
}

/// The answer to facts, as JSON.
pub fn written(facts: &Value) -> Value {
    serde_json::to_value(answered(facts)).expect("JSON")
}

/// A plain claim: one traveller, delayed from Hamburg to Palma, with the changes.
/// A change to `null` takes a fact away.
pub fn claim(changes: &Value) -> Value {
    let mut facts = json!({
        "origin": "HAM", "destination": "PMI", "carrier": "EW", "disruption": "delay",
        "persons": 1, "sum": "250.00", "currency": "EUR", "flight_day": "2026-03-14",
        "claim_sent": "2026-03-20", "deadline_in_demand": "2026-04-07",
        "filed_on": "2026-06-15", "claimant_home": "DE",
    });
    let map = facts.as_object_mut().expect("an object");
    for (key, value) in changes.as_object().expect("an object") {
        map.insert(key.clone(), value.clone());
    }
    facts
}

/// The entry of a forum.
pub fn entry(answer: &Value, forum: &str) -> Value {
    let forums = answer["forums"].as_array().expect("a list");
    let found = forums.iter().find(|entry| entry["forum"] == forum);
    found
        .unwrap_or_else(|| panic!("no {forum} in {answer:#}"))
        .clone()
}

/// The recommended forum of a claim with changes.
pub fn best(changes: &Value) -> Value {
    written(&claim(changes))["recommended"].clone()
}

/// The entry of a forum for a claim with changes.
pub fn of(changes: &Value, forum: &str) -> Value {
    entry(&written(&claim(changes)), forum)
}

/// The forums of a claim with changes, in order.
pub fn codes(changes: &Value) -> Vec<String> {
    let answer = written(&claim(changes));
    let forums = answer["forums"].as_array().expect("a list").iter();
    let code = |forum: &Value| forum["forum"].as_str().expect("a code").to_owned();
    forums.map(code).collect()
}

/// Why a forum is closed to a claim with changes; null where it is not.
pub fn closed(changes: &Value, forum: &str) -> Value {
    let answer = written(&claim(changes));
    let all = answer["closed"].as_array().expect("a list").clone();
    let found = all.into_iter().find(|closed| closed["forum"] == forum);
    found.map_or(Value::Null, |closed| closed["because"].clone())
}

/// What is missing, row or fact, with its reason.
pub fn missing(forum: &Value) -> Vec<(String, String)> {
    let all = forum["depends"].as_array().expect("a list").iter();
    all.map(|missing| {
        let key = missing["row"].as_str().or(missing["fact"].as_str());
        let because = missing["because"].as_str().expect("a reason");
        (key.expect("a key").to_owned(), because.to_owned())
    })
    .collect()
}

/// Whether a forum lacks a row or a fact for a reason.
pub fn has(forum: &Value, key: &str, because: &str) -> bool {
    missing(forum).contains(&(key.to_owned(), because.to_owned()))
}

/// The next step of a claim with changes.
pub fn step(changes: &Value) -> Value {
    written(&claim(changes))["next_step"].clone()
}

/// The rows a forum lacks.
pub fn rows(forum: &Value) -> Vec<String> {
    let all = forum["depends"].as_array().expect("a list").iter();
    all.filter_map(|missing| missing["row"].as_str().map(str::to_owned))
        .collect()
}

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
pub fn wrong(case: &Value) -> Option<String> {
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
