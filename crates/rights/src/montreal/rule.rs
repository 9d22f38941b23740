//! The rules of Montreal Convention 1999.

use crate::rule::rules;

rules! {
    checked 2026-11-20;
    /// Where it applies.
    TERRITORY: "Montreal Convention 1999", Territory, Sure;
}
