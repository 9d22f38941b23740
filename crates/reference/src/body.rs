//! Enforcement and conciliation bodies by country.

use std::sync::LazyLock;

use rights::Country;
use serde::Deserialize;

use crate::table::{file, rows};

/// Where a passenger turns to after the airline.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Body {
    country: String,
    /// National enforcement body.
    pub neb_name: String,
    /// Conciliation body; may be empty.
    pub adr_name: String,
    /// Days to wait for the airline first.
    pub complaint_after_days: u32,
    /// Remark; may be empty.
    pub note: String,
}

static BODIES: LazyLock<Vec<Body>> = LazyLock::new(|| rows(file::BODIES));

/// The bodies of a country.
#[must_use]
pub fn body(country: Country) -> Option<&'static Body> {
    let bodies: &'static Vec<Body> = &BODIES;
    bodies.iter().find(|body| body.country == country.as_str())
}
