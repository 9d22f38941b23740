//! The rules of SHY-YOLCU.

use crate::rule::rules;

rules! {
    checked 2026-11-20;
    /// Where it applies.
    TERRITORY: "SHY-YOLCU", Territory, Sure;
}
