//! How long it takes to find airports by a text: `cargo run --release -p
//! reference --example airports`, and without `--release` for the dev profile.
//!
//! Prints one line a text: how long `search` and `resolve` take on the average.

use std::hint::black_box;
use std::time::{Duration, Instant};

use reference::Airports;

/// What people type, and what costs most.
const TEXTS: [(&str, &str); 19] = [
    ("code", "BRE"),
    ("city code", "LON"),
    ("label", "Bremen, Germany (BRE)"),
    ("city", "Lisbon"),
    ("city, country", "Bremen, Germany"),
    ("accents", "são paulo"),
    ("beginning", "lon"),
    ("one letter", "a"),
    ("two letters", "a e"),
    ("two words", "new yo"),
    ("part of a word", "throw"),
    ("another language", "Kopenhagen"),
    ("another script", "Ηράκλειο"),
    ("city and code", "Milano MXP"),
    ("a slip", "Amsterdamm"),
    ("two slips", "Thessalonnikki"),
    ("island", "Kreta"),
    ("unknown", "qwxyzab"),
    (
        "unknown, long",
        "the airport near my grandmother in the mountains",
    ),
];

fn main() {
    let start = Instant::now();
    let _ = Airports::search("to have it read", 1);
    println!("first search: {:?}", start.elapsed());
    for (kind, text) in TEXTS {
        let search = average(|| drop(black_box(Airports::search(black_box(text), 8))));
        let resolve = average(|| drop(black_box(Airports::resolve(black_box(text)))));
        println!("{kind:<16} search {search:>10.1?}  resolve {resolve:>10.1?}");
    }
}

/// The average of as many calls as fit into a fifth of a second.
fn average(call: impl Fn()) -> Duration {
    let start = Instant::now();
    let mut calls = 0;
    while start.elapsed() < Duration::from_millis(200) {
        call();
        calls += 1;
    }
    start.elapsed() / calls
}
