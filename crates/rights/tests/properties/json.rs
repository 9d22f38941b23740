//! A case as JSON and as a struct gets the same answer.

use jiff::civil::Date;
use proptest::prelude::*;
use reference::Embedded;
use rights::contract::{self, parse_case};
use rights::{Case, Disruption};
use serde_json::Value;
use trials::Keys;

use super::support::{any_case, config, judge, well_formed_case};

fn read(json: &[u8]) -> Result<Case, String> {
    let faults = |faults: Vec<contract::Fault>| {
        faults
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n")
    };
    parse_case(json, Date::MIN, &Embedded).map_err(faults)
}

/// The document with the keys of its objects turned round, `by` places.
fn reordered(value: &Value, by: usize) -> String {
    let member = |(key, value): (&String, &Value)| {
        format!("{}:{}", Value::from(key.as_str()), reordered(value, by))
    };
    match value {
        Value::Object(map) => {
            let mut members: Vec<String> = map.iter().map(member).collect();
            let places = by.checked_rem(members.len()).unwrap_or_default();
            members.rotate_left(places);
            if by % 2 == 1 {
                members.reverse();
            }
            format!("{{{}}}", members.join(","))
        }
        Value::Array(list) => {
            let items: Vec<String> = list.iter().map(|item| reordered(item, by)).collect();
            format!("[{}]", items.join(","))
        }
        other => other.to_string(),
    }
}

/// The facts that are absent, of those that may be.
fn absent(value: &Value) -> Vec<&'static str> {
    let optional = [
        "notice_days",
        "reroute",
        "cause",
        "measures_proven",
        "leg_fare",
        "baggage",
        "note",
    ];
    let told = |key: &&str| value["facts"].get(*key).is_some();
    optional.into_iter().filter(|key| !told(key)).collect()
}

proptest! {
    #![proptest_config(config())]

    /// What the parser lets in is the case that was written.
    #[test]
    fn both_doors_give_the_same_answer(case in any_case()) {
        let json = trials::json(&case).to_string();
        if let Ok(read) = read(json.as_bytes()) {
            let mut written = case;
            // The contract has words for neither, but for the leg of a downgrade.
            let downgraded = written.disruption == Disruption::Downgrade;
            let legs = written.legs.len();
            written.disrupted_leg = written.disrupted_leg.filter(|leg| downgraded && *leg < legs);
            written.departure_day = None;
            prop_assert_eq!(&read, &written);
            prop_assert_eq!(judge(&read), judge(&written));
        }
    }

    /// The order in which facts are told changes nothing.
    #[test]
    fn the_order_of_facts_changes_nothing(case in well_formed_case(), by in 0usize..64) {
        let json = trials::json(&case);
        let told = read(json.to_string().as_bytes());
        prop_assert_eq!(&read(reordered(&json, by).as_bytes()), &told);
    }

    /// A fact that is unknown is left out; `null` is a fault at its place.
    #[test]
    fn null_is_a_fault_wherever_it_stands(case in well_formed_case()) {
        let json = trials::json(&case);
        for key in absent(&json) {
            let mut spoilt = json.clone();
            spoilt["facts"][key] = Value::Null;
            let faults = parse_case(spoilt.to_string().as_bytes(), Date::MIN, &Embedded)
                .expect_err("a fault");
            let path = format!("facts.{key}");
            prop_assert!(faults.iter().any(|fault| fault.path == path && fault.code == "wrong_type"));
        }
    }

    /// Bytes that are no case are refused, each fault with a code and a sentence.
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Err(faults) = parse_case(&bytes, Date::MIN, &Embedded) {
            prop_assert!(!faults.is_empty());
            prop_assert!(faults.iter().all(|fault| !fault.code.is_empty() && !fault.message.is_empty()));
        }
    }

    /// A case with one byte changed is read or refused, too.
    #[test]
    fn a_damaged_case_is_read_or_refused(case in well_formed_case(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut json = trials::json(&case).to_string().into_bytes();
        let at = at.index(json.len());
        json[at] = byte;
        if let Ok(case) = parse_case(&json, Date::MIN, &Embedded) {
            prop_assert_eq!(trials::sound::faults(&judge(&case)), Vec::<String>::new());
        }
    }

    /// The answer is JSON whatever it says.
    #[test]
    fn every_answer_can_be_written(case in any_case()) {
        let answer = contract::answer(&judge(&case), &Keys);
        let text = serde_json::to_string(&answer).expect("JSON");
        let read: Value = serde_json::from_str(&text).expect("JSON");
        prop_assert!(read["assessments"].is_array());
    }
}

/// Most of what the generator calls well-formed gets through the parser.
#[test]
fn well_formed_cases_are_read() {
    let read: Vec<_> = (0..2000)
        .map(|seed| {
            read(
                trials::json(&trials::well_formed_case(&trials::seeded(seed)))
                    .to_string()
                    .as_bytes(),
            )
        })
        .collect();
    let refused: Vec<_> = read.iter().filter_map(|read| read.as_ref().err()).collect();
    assert!(
        refused.len() < 100,
        "{} refused, as {:#?}",
        refused.len(),
        &refused[..refused.len().min(9)]
    );
}
