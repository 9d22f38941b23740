//! What is wrong with a case that cannot be read.

use std::fmt;

/// One fault at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where, `legs[0].origin`; empty for the document as a whole.
    pub path: String,
    /// What, for machines: `invalid_json`, `missing`, `unknown_key`,
    /// `wrong_type`, `invalid_value`, `invalid_time`, `invalid_date`,
    /// `invalid_number`, `unknown_airport`, `unknown_country`, `wrong_count`,
    /// `wrong_order`, `duplicate_key`, `too_many_faults`.
    pub code: &'static str,
    /// What, for people, in English.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() {
            "case"
        } else {
            &self.path
        };
        write!(f, "{path}: {}", self.message)
    }
}
