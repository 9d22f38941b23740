//! What holds for every case, of every regime.
//!
//! `PROPTEST_CASES=20000 cargo test -p rights --test properties` tries more.

mod delay;
mod json;
mod proof;
mod sums;
mod support;
mod whole;
