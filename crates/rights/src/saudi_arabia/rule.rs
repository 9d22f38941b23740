//! The rules of GACA passenger rights regulations.

use crate::rule::rules;

rules! {
    checked 2026-11-20;
    /// Where it applies.
    TERRITORY: "GACA passenger rights regulations", Territory, Sure;
}
