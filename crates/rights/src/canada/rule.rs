//! The rules of SOR/2019-150.

use crate::rule::rules;

rules! {
    checked 2026-11-20;
    /// Where it applies.
    TERRITORY: "SOR/2019-150", Territory, Sure;
}
