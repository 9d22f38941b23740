//! Airports of a part of a country with courts of its own.

use std::sync::LazyLock;

use rights::Iata;
use serde::Deserialize;

use super::rows;
use crate::facts::Region;

#[derive(Deserialize)]
struct Row {
    iata: String,
    region: String,
}

static REGIONS: LazyLock<Vec<(Iata, Region)>> = LazyLock::new(|| {
    let read = |row: Row| Some((row.iata.parse().ok()?, Region::parse(&row.region)?));
    let file = include_str!("../../data/airport_region.csv");
    rows(file).into_iter().filter_map(read).collect()
});

/// Every row.
#[cfg(test)]
pub(super) fn all() -> &'static [(Iata, Region)] {
    &REGIONS
}

/// The part of its country that an airport lies in, where the table has it.
#[must_use]
pub fn region(airport: Iata) -> Option<Region> {
    let found = REGIONS.iter().find(|(other, _)| *other == airport);
    found.map(|(_, region)| *region)
}
