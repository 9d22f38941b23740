//! The rules of Aviation Services Law 2012.

use crate::rule::rules;

rules! {
    checked 2026-11-20;
    /// Where it applies.
    TERRITORY: "Aviation Services Law 2012", Territory, Sure;
}
