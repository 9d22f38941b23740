//! What is tried on the law engine with bytes nobody thought of: JSON and structs,
//! each a function that panics where something does not hold.
//!
//! `deploy/local/fuzz.sh` runs them under a fuzzer; whatever it has found lies in
//! `found/`, and the tests of this crate try it again.

use jiff::civil::{Date, date};
use reference::Embedded;
use rights::contract::{answer, parse_case};
use rights::{Case, assess};
use trials::Keys;

/// The day that stands in for one not given.
const TODAY: Date = date(2026, 11, 20);

/// As JSON: bytes are read as a case, the case is judged, the answer is
/// written. What is let in can be written as a case again, and reads the same.
pub fn json_case(bytes: &[u8]) {
    match parse_case(bytes, TODAY, &Embedded) {
        Err(faults) => assert!(!faults.is_empty(), "refused without a fault"),
        Ok(case) => {
            judge(&case);
            let again = parse_case(trials::json(&case).to_string().as_bytes(), TODAY, &Embedded);
            assert_eq!(again.as_ref(), Ok(&case), "the case reads differently");
        }
    }
}

/// Recourse: bytes are read as facts, and make facts of their own; both are
/// answered, and what is let in reads the same once it is written again.
pub fn recourse(bytes: &[u8]) {
    match recourse::contract::parse_facts(bytes, TODAY, &Embedded) {
        Err(faults) => assert!(!faults.is_empty(), "refused without a fault"),
        Ok(given) => {
            answer_claim(&given.facts);
            let written = trials::claim_json(&given.facts).to_string();
            let again = recourse::contract::parse_facts(written.as_bytes(), TODAY, &Embedded);
            let facts = again.map(|given| given.facts);
            assert_eq!(
                facts.as_ref(),
                Ok(&given.facts),
                "the facts read differently"
            );
        }
    }
    answer_claim(&trials::claim(bytes));
}

/// Answers a claim and holds the answer against what must hold for all.
fn answer_claim(facts: &recourse::Facts) {
    let answer = recourse::recourse(facts, &Embedded);
    let faults = trials::answer_faults(facts, &answer);
    assert!(faults.is_empty(), "{faults:#?}");
    let written = serde_json::to_vec(&answer);
    assert!(written.is_ok_and(|json| json.starts_with(b"{")), "no JSON");
}

/// As a struct: any case that bytes can make is judged.
pub fn any_case(bytes: &[u8]) {
    judge(&trials::case(bytes));
}

/// Judges a case and holds the answer against what must hold for all.
fn judge(case: &Case) {
    let assessment = assess(case, &Embedded);
    let faults = trials::sound::faults(&assessment);
    assert!(faults.is_empty(), "{faults:#?}");
    let written = serde_json::to_vec(&answer(&assessment, &Keys));
    assert!(written.is_ok_and(|json| json.starts_with(b"{")), "no JSON");
}
