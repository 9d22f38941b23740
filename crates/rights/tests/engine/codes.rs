//! The codes under which assessments are stored. A code that was once released is
//! read for ever: a line may be added to `codes.txt`, none may be changed or go.

use rights::snapshot::{Shape, Vocabulary};
use rights::{
    About, ApprControl, CarrierSize, Cause, Change, Coded, Confidence, Evidence, Finding,
    MissingFact, Outcome, RefusalGrounds, Regime, Right,
};

const RELEASED: &str = include_str!("codes.txt");

fn words<T: Coded>(kind: &str) -> Vec<String> {
    T::WORDS
        .iter()
        .map(|word| format!("{kind} {}", word.code()))
        .collect()
}

fn shapes<T: Vocabulary>(kind: &str) -> Vec<String> {
    let line = |shape: Shape| format!("{kind} {shape}");
    T::shapes().into_iter().map(line).collect()
}

#[test]
fn every_released_code_is_read_and_every_code_is_in_the_list() {
    let known = [
        shapes::<Finding>("finding"),
        shapes::<Change>("change"),
        words::<MissingFact>("missing_fact"),
        words::<Right>("right"),
        words::<Outcome>("outcome"),
        words::<Regime>("regime"),
        words::<About>("about"),
        words::<Confidence>("confidence"),
        words::<Cause>("cause"),
        words::<RefusalGrounds>("ground"),
        words::<ApprControl>("control"),
        words::<CarrierSize>("size"),
        words::<Evidence>("evidence"),
    ];
    let mut known = known.concat();
    known.sort();
    let mut released: Vec<&str> = RELEASED.lines().collect();
    released.sort_unstable();
    for code in &released {
        assert!(
            known.iter().any(|line| line == code),
            "no longer read: {code}"
        );
    }
    for code in &known {
        let code = code.as_str();
        assert!(released.contains(&code), "not in codes.txt yet: {code}");
    }
    assert_eq!(known.len(), released.len(), "a code stands there twice");
}
