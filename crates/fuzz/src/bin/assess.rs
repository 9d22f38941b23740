//! Fuzzes the engine with structs.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::any_case(bytes));
