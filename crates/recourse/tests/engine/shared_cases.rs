//! Every shared case: what stands in `expected` stands in the recommended forum.

use crate::support::{cases, written, wrong};

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
