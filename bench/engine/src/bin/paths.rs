//! The hot paths of the engine, for a program that counts instructions: see
//! [`engine_bench::run_path`].

use std::{hint::black_box, process::ExitCode};

use engine_bench::{DIRECT, FOUR_LEGS, TODAY, case, run_path};
use reference::{Airports, Embedded};
use rights::contract::{answer, parse_case};
use rights::{Case, assess};
use trials::Keys;

fn main() -> ExitCode {
    run_path(&[
        ("assess-direct", |times| judge(&case(DIRECT), times)),
        ("assess-four-legs", |times| judge(&case(FOUR_LEGS), times)),
        ("json-direct", |times| through_json(DIRECT, times)),
        ("json-four-legs", |times| through_json(FOUR_LEGS, times)),
        ("airport-search", |times| {
            repeat(times, || drop(Airports::search(black_box("lon"), 8)));
        }),
        ("airport-resolve", |times| {
            repeat(times, || {
                drop(Airports::resolve(black_box("Bremen, Germany (BRE)")));
            });
        }),
    ])
}

fn judge(case: &Case, times: usize) {
    repeat(times, || {
        drop(black_box(assess(black_box(case), &Embedded)))
    });
}

/// JSON in, assessment, JSON out.
fn through_json(text: &str, times: usize) {
    repeat(times, || {
        let case = parse_case(black_box(text).as_bytes(), TODAY, &Embedded).expect("a case");
        drop(black_box(serde_json::to_vec(&answer(
            &assess(&case, &Embedded),
            &Keys,
        ))));
    });
}

fn repeat(times: usize, mut call: impl FnMut()) {
    for _ in 0..times {
        call();
    }
}
