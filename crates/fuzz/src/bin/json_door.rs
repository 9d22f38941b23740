//! Fuzzes the JSON door.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::json_door(bytes));
