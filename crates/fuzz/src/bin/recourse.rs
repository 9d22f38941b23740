//! Fuzzes the engine of recourse with JSON and structs.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::recourse(bytes));
