//! Airlines by code and day.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use rights::{Carrier, CarrierCode, CarrierSize, Country};
use serde::Deserialize;

use crate::period::Period;
use crate::table::{file, rows};

#[derive(Deserialize)]
struct Row {
    iata: String,
    icao: String,
    name: String,
    licence_country: String,
    valid_from: String,
    valid_to: String,
    group: String,
    marketed_as: String,
    appr_size: String,
}

/// An airline for as long as a licence and a code stayed the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarrierRecord {
    /// IATA code where it has one, else ICAO.
    pub code: CarrierCode,
    /// ICAO code.
    pub icao: Option<CarrierCode>,
    /// Name.
    pub name: String,
    /// State of the operating licence.
    pub licence: Country,
    /// The group of companies it belongs to; may be empty.
    pub(crate) group: String,
    /// Code under which its flights are sold, where it is another's.
    pub marketed_as: Option<CarrierCode>,
    /// Size in the words of the Canadian rules, where it flies to Canada.
    pub size: Option<CarrierSize>,
    pub(crate) period: Period,
}

/// Every record, and the records of a code.
struct Base {
    records: Vec<CarrierRecord>,
    by_code: FxHashMap<CarrierCode, Vec<usize>>,
    sold_under: FxHashMap<CarrierCode, Vec<usize>>,
}

static BASE: LazyLock<Base> = LazyLock::new(|| {
    let records: Vec<CarrierRecord> = rows(file::CARRIERS)
        .into_iter()
        .filter_map(record)
        .collect();
    let mut by_code: FxHashMap<CarrierCode, Vec<usize>> = FxHashMap::default();
    let mut sold_under: FxHashMap<CarrierCode, Vec<usize>> = FxHashMap::default();
    for (index, record) in records.iter().enumerate() {
        by_code.entry(record.code).or_default().push(index);
        if let Some(icao) = record.icao.filter(|icao| *icao != record.code) {
            by_code.entry(icao).or_default().push(index);
        }
        if let Some(seller) = record.marketed_as {
            sold_under.entry(seller).or_default().push(index);
        }
    }
    Base {
        records,
        by_code,
        sold_under,
    }
});

fn record(row: Row) -> Option<CarrierRecord> {
    let iata: Option<CarrierCode> = row.iata.parse().ok();
    let icao: Option<CarrierCode> = row.icao.parse().ok();
    Some(CarrierRecord {
        code: iata.or(icao)?,
        icao,
        name: row.name,
        licence: row.licence_country.parse().ok()?,
        group: row.group,
        marketed_as: row.marketed_as.parse().ok(),
        size: match row.appr_size.as_str() {
            "large" => Some(CarrierSize::Large),
            "small" => Some(CarrierSize::Small),
            _ => None,
        },
        period: Period::parse(&row.valid_from, &row.valid_to),
    })
}

/// The airline that held a code on a day.
#[must_use]
pub fn carrier_record(code: CarrierCode, on: Date) -> Option<&'static CarrierRecord> {
    let base: &'static Base = &BASE;
    let indices = base.by_code.get(&code)?;
    indices
        .iter()
        .map(|index| &base.records[*index])
        .find(|record| record.period.holds(on))
}

/// The companies of an airline's group that fly under its numbers on a day, and whose
/// licence is another state's: `easyJet Europe` (Austria) and `easyJet Switzerland`
/// fly under U2. Which law covers a flight, and who owes, hangs on which of them
/// flew. Partners of no group fly for an airline and are not meant.
#[must_use]
pub fn sold_under(code: CarrierCode, on: Date) -> Vec<&'static CarrierRecord> {
    let base: &'static Base = &BASE;
    let Some(seller) = carrier_record(code, on).filter(|seller| !seller.group.is_empty()) else {
        return Vec::new();
    };
    let sisters = base.sold_under.get(&seller.code).into_iter().flatten();
    sisters
        .map(|index| &base.records[*index])
        .filter(|sister| sister.group == seller.group && sister.licence != seller.licence)
        .filter(|sister| sister.period.holds(on))
        .collect()
}

/// Every record, whenever it was.
pub(crate) fn all() -> &'static [CarrierRecord] {
    let base: &'static Base = &BASE;
    &base.records
}

/// The records of a code, whenever it was held.
pub(crate) fn holders(code: CarrierCode) -> impl Iterator<Item = &'static CarrierRecord> {
    let base: &'static Base = &BASE;
    let indices = base.by_code.get(&code).map_or(&[][..], Vec::as_slice);
    indices.iter().map(|index| &base.records[*index])
}

/// What the engine is told of a code on a day.
pub(crate) fn on_day(code: CarrierCode, on: Date) -> Option<Carrier> {
    Some(told(carrier_record(code, on)?))
}

/// What the engine is told of an airline.
pub(crate) fn told(record: &'static CarrierRecord) -> Carrier {
    Carrier {
        code: record.code,
        name: &record.name,
        licence: record.licence,
        size: record.size,
    }
}

/// Airlines that live today, by name, for a list to choose from.
#[must_use]
pub fn carriers_on(day: Date) -> Vec<&'static CarrierRecord> {
    let base: &'static Base = &BASE;
    let mut living: Vec<_> = base
        .records
        .iter()
        .filter(|r| r.period.holds(day))
        .collect();
    living.sort_by(|a, b| a.name.cmp(&b.name));
    living
}
