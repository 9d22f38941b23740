//! Enforcement and conciliation bodies by country.

use std::collections::HashMap;
use std::sync::LazyLock;

use rights::{Bodies, Country, MediationRule};
use serde::Deserialize;

use crate::country::state_of;
use crate::table::{file, rows};

#[derive(Deserialize)]
struct Row {
    country: String,
    neb_name: String,
    adr_name: String,
    complaint_after_days: u32,
    neb_awards: String,
}

#[derive(Deserialize)]
struct MediationRow {
    country: String,
    since: String,
    claims_before: String,
    flights_until: String,
}

/// What the courts of a country ask for first.
static MEDIATION: LazyLock<HashMap<Country, MediationRule>> = LazyLock::new(|| {
    let read = |row: MediationRow| {
        let rule = MediationRule {
            since: row.since.parse().ok()?,
            claims_before: row.claims_before.parse().ok()?,
            flights_until: row.flights_until.parse().ok()?,
        };
        Some((row.country.parse().ok()?, rule))
    };
    rows(file::MEDIATION).into_iter().filter_map(read).collect()
});

static BODIES: LazyLock<HashMap<Country, Bodies>> = LazyLock::new(|| {
    let read = |row: Row| {
        let country = row.country.parse().ok()?;
        let bodies = Bodies {
            country,
            enforcement: name(row.neb_name),
            conciliation: name(row.adr_name),
            wait_days: row.complaint_after_days,
            enforcement_awards_nothing: row.neb_awards == "no",
            mediation: MEDIATION.get(&country).copied(),
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
