//! Enforcement and conciliation bodies by country.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use jiff::civil::{Date, date};
use rights::{Bodies, CarrierCode, ConciliationBody, Country, MediationRule};
use serde::Deserialize;

use crate::carrier::carrier_record;
use crate::table::{file, rows};

/// The month of the list of airlines and their bodies.
const LISTED: Date = date(2026, 8, 15);

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
static MEDIATION: LazyLock<FxHashMap<Country, MediationRule>> = LazyLock::new(|| {
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

static BODIES: LazyLock<FxHashMap<Country, Bodies>> = LazyLock::new(|| {
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

#[derive(Deserialize)]
struct AirlineRow {
    country: String,
    carrier: String,
    code: String,
    body: String,
}

/// The conciliation bodies of single airlines.
static OF_AIRLINES: LazyLock<FxHashMap<(Country, CarrierCode), ConciliationBody>> =
    LazyLock::new(|| {
        let read = |row: AirlineRow| {
            let airline = (row.country.parse().ok()?, row.carrier.parse().ok()?);
            let body = ConciliationBody {
                code: name(row.code)?,
                name: name(row.body)?,
            };
            Some((airline, body))
        };
        let rows = rows(file::CONCILIATION).into_iter();
        rows.filter_map(read).collect()
    });

/// The body of a country that an airline is with, by the code the airline had when the
/// list was made: whoever held the code before is not in it.
pub(crate) fn conciliation(
    country: Country,
    code: CarrierCode,
    on: Date,
) -> Option<ConciliationBody> {
    let body = OF_AIRLINES.get(&(country.state(), code)).copied()?;
    let listed = carrier_record(code, LISTED)?;
    let flew = carrier_record(code, on)?;
    (listed == flew).then_some(body)
}

/// The bodies of a country; those of the state it belongs to.
#[must_use]
pub fn bodies(country: Country) -> Option<Bodies> {
    BODIES.get(&country.state()).copied()
}
