//! The rules of ANAC Resolution 400/2016.

use crate::rule::rules;

rules! {
    checked 2026-11-20;
    /// Where it applies.
    TERRITORY: "ANAC Resolution 400/2016", Territory, Sure;
}
