//! The rules of 14 CFR 250, 254, 259, 260.

use crate::rule::rules;

rules! {
    checked 2026-11-20;
    /// Where it applies.
    TERRITORY: "14 CFR 250, 254, 259, 260", Territory, Sure;
}
