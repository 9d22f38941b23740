//! Full assessments with their reasoning: `make bench-engine`.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

use engine_bench::{DIRECT, FOUR_LEGS, TODAY, case, mixed, steps};
use reference::Embedded;
use rights::assess;
use rights::contract::{answer, parse_case};
use trials::Keys;

fn direct(c: &mut Criterion) {
    let case = case(DIRECT);
    c.bench_function("direct flight, delayed", |b| {
        b.iter(|| assess(black_box(&case), &Embedded))
    });
}

fn four_legs(c: &mut Criterion) {
    let case = case(FOUR_LEGS);
    c.bench_function("four legs, one cancelled", |b| {
        b.iter(|| assess(black_box(&case), &Embedded))
    });
}

/// JSON in, assessment, JSON out.
fn json_case(c: &mut Criterion) {
    for (name, text) in [
        ("JSON, direct flight", DIRECT),
        ("JSON, four legs", FOUR_LEGS),
    ] {
        c.bench_function(name, |b| {
            b.iter(|| {
                let case =
                    parse_case(black_box(text).as_bytes(), TODAY, &Embedded).expect("a case");
                serde_json::to_vec(&answer(&assess(&case, &Embedded), &Keys)).expect("JSON")
            });
        });
    }
}

fn mixed_cases(c: &mut Criterion) {
    let cases = mixed(1000);
    let mut group = c.benchmark_group("mixed");
    group.throughput(Throughput::Elements(1000)).sample_size(30);
    group.bench_function("1,000 cases of every kind", |b| {
        b.iter(|| steps(black_box(&cases)))
    });
    group.finish();
}

criterion_group!(engine, direct, four_legs, json_case, mixed_cases);
criterion_main!(engine);
