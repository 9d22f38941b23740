//! Whatever was stored has its sentence, in every language.
#![cfg(feature = "ssr")]

mod support;

use domain::Language;
use rights::snapshot::{Said, Vocabulary};
use rights::{Change, Code, Coded, Finding, MissingFact, Regime, Right};
use serde_json::{Map, Value, json};
use text::law::{
    Names, Words, stored_change, stored_fact, stored_finding, stored_proof, stored_regime,
    stored_right,
};

use support::words;

/// A value of each kind, as it is stored.
fn sample(kind: &str) -> Value {
    match kind {
        "Minutes" | "Days" | "Count" | "Percent" => json!(5),
        "Kilometres" => json!(1_499.5),
        "Money" => json!({ "amount": "250.00", "currency": "EUR" }),
        "Date" => json!("2026-06-20"),
        "Place" => json!("FRA"),
        "CarrierCode" => json!("LH"),
        "Country" | "Forum" => json!("DE"),
        "Cause" => json!("weather"),
        "RefusalGrounds" => json!("health"),
        "ApprControl" => json!("within_control"),
        "CarrierSize" => json!("large"),
        "Evidence" => json!("technical_log"),
        other => panic!("no sample of {other}"),
    }
}

/// Every word of a vocabulary, read from its code and sample values.
fn read<T: Vocabulary>() -> Vec<(String, T)> {
    let shapes = T::shapes().into_iter();
    let read = shapes.map(|shape| {
        let values: Map<String, Value> = shape
            .values
            .iter()
            .map(|(name, kind)| ((*name).to_owned(), sample(kind)))
            .collect();
        let word = T::read(&shape.code, &values);
        let word = word.unwrap_or_else(|| panic!("{shape} is not read"));
        (shape.code, word)
    });
    read.collect()
}

fn whole(code: &str, sentence: &str) {
    assert!(sentence.chars().count() > 2, "{code}: {sentence:?}");
    let has_hole = sentence.contains("{{") || sentence.contains("}}");
    assert!(!has_hole, "{code}: {sentence}");
}

#[test]
fn every_code_has_its_sentence_in_every_language() {
    for language in Language::ALL {
        let words = words(language);
        for (code, finding) in read::<Finding>() {
            assert_eq!(finding.code(), code);
            whole(&code, &stored_finding(&words, &finding.into()));
        }
        for (code, change) in read::<Change>() {
            assert_eq!(change.code(), code);
            whole(&code, &stored_change(&words, &change.into()));
        }
        for (fact, regime) in MissingFact::WORDS
            .iter()
            .flat_map(|fact| Regime::WORDS.iter().map(move |regime| (fact, regime)))
        {
            let question = stored_fact(language, &(*regime).into(), &(*fact).into());
            whole(fact.code(), &question);
        }
        for right in Right::WORDS {
            whole(
                right.code(),
                &stored_right(language, &Regime::Eu261.into(), &(*right).into()),
            );
            whole(right.code(), &stored_proof(language, &(*right).into()));
        }
        for regime in Regime::WORDS {
            whole(regime.code(), &stored_regime(language, &(*regime).into()));
        }
    }
}

#[test]
fn a_code_of_a_newer_release_has_a_sentence_too() {
    let newer = "moon.landed";
    for language in Language::ALL {
        let words = words(language);
        let finding: Said<Finding> = Said::Unknown {
            code: newer.to_owned(),
            values: Map::new(),
        };
        whole(newer, &stored_finding(&words, &finding));
        let change: Said<Change> = Said::Unknown {
            code: newer.to_owned(),
            values: Map::new(),
        };
        whole(newer, &stored_change(&words, &change));
        whole(
            newer,
            &stored_fact(language, &Code::read(newer), &Code::read(newer)),
        );
        whole(
            newer,
            &stored_right(language, &Code::read(newer), &Code::read(newer)),
        );
        whole(newer, &stored_proof(language, &Code::read(newer)));
        assert!(stored_regime(language, &Code::read(newer)).contains(newer));
        // What an older release wrote as a sentence stays that sentence.
        let sentence = "The plane was late.";
        let said: Said<Finding> = Said::Sentence(sentence.to_owned());
        assert_eq!(stored_finding(&words, &said), sentence);
    }
}

#[test]
fn a_place_keeps_the_name_that_was_stored() {
    use rights::snapshot::AirportNameV1;
    let finding = Finding::StartsInEu {
        airport: rights::Place {
            code: "FRA".parse().unwrap(),
            city: "",
        },
    };
    let told = |city: &str, language| {
        let airports = [AirportNameV1 {
            code: "FRA".parse().unwrap(),
            city: city.to_owned(),
        }];
        let words = Words {
            names: Names {
                airports: &airports,
                carriers: &[],
            },
            ..words(language)
        };
        stored_finding(&words, &finding.into())
    };
    let now = text::places::Airports::get("FRA".parse().unwrap(), Language::En);
    let now = now.expect("an airport").city;
    // The code still stands for that place: its name in the reader's language.
    let known = text::places::city("FRA".parse().unwrap(), Some(&now), Language::Fr);
    assert!(told(&now, Language::Fr).contains(&known.unwrap()));
    // The code stands for another place by now.
    assert!(told("Frankenburg", Language::Fr).contains("Frankenburg (FRA)"));
}
