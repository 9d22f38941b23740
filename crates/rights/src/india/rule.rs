//! The rules of DGCA CAR Section 3 Series M Part IV.

use crate::rule::rules;

rules! {
    checked 2026-11-20;
    /// Where it applies.
    TERRITORY: "DGCA CAR Section 3 Series M Part IV", Territory, Sure;
}
