//! Enforcement and conciliation bodies by country.

use std::collections::HashMap;
use std::sync::LazyLock;

use rights::{Bodies, Country};
use serde::Deserialize;

use crate::country::state_of;
use crate::table::{file, rows};

#[derive(Deserialize)]
struct Row {
    country: String,
    neb_name: String,
    adr_name: String,
    complaint_after_days: u32,
}

static BODIES: LazyLock<HashMap<Country, Bodies>> = LazyLock::new(|| {
    let read = |row: Row| {
        let country = row.country.parse().ok()?;
        let bodies = Bodies {
            country,
            enforcement: name(row.neb_name),
            conciliation: name(row.adr_name),
            wait_days: row.complaint_after_days,
        };
        Some((country, bodies))
    };
    rows(file::BODIES).into_iter().filter_map(read).collect()
});

/// A name of the table, kept for as long as the program runs.
fn name(name: String) -> Option<&'static str> {
    (!name.is_empty()).then(|| &*name.leak())
}

/// The bodies of a country; those of the state it belongs to.
#[must_use]
pub fn bodies(country: Country) -> Option<Bodies> {
    BODIES.get(&state_of(country)).copied()
}
