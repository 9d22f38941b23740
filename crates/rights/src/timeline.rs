//! From wall clocks to absolute time.

use std::cell::RefCell;
use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use rustc_hash::FxHashMap;

use crate::reference::Airport;

/// The zones compiled into the program: the same on every machine and in the
/// browser, and never read from a disk.
static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

thread_local! {
    /// The zones this thread has asked for, so that none is searched for twice:
    /// there are some four hundred.
    static KNOWN: RefCell<FxHashMap<&'static str, TimeZone>> = RefCell::default();
}

/// The time zone of an airport.
fn zone(airport: &Airport) -> Option<TimeZone> {
    KNOWN.with_borrow_mut(|known| {
        if let Some(zone) = known.get(airport.time_zone) {
            return Some(zone.clone());
        }
        let zone = ZONES.get(airport.time_zone).ok()?;
        known.insert(airport.time_zone, zone.clone());
        Some(zone)
    })
}

/// The moment at which an airport's clocks show `local`. An hour that the
/// change to summer time skips counts as the hour after it, one that comes
/// twice as its first run.
#[must_use]
pub fn instant(local: DateTime, airport: &Airport) -> Option<Timestamp> {
    let times = zone(airport)?.to_ambiguous_timestamp(local);
    times.compatible().ok()
}

/// The moment of a landing: in an hour that comes twice, the second run where
/// the first lies before the departure.
#[must_use]
pub fn landing(local: DateTime, airport: &Airport, left: Option<Timestamp>) -> Option<Timestamp> {
    let first = instant(local, airport)?;
    if left.is_none_or(|left| first >= left) {
        return Some(first);
    }
    zone(airport)?.to_ambiguous_timestamp(local).later().ok()
}

/// Whole minutes from `from` to `to`, both on an airport's clocks; negative
/// when `to` comes first.
#[must_use]
pub fn minutes_between(from: DateTime, to: DateTime, airport: &Airport) -> Option<i64> {
    Some(minutes(instant(from, airport)?, instant(to, airport)?))
}

/// Whole minutes from `from` to `to`.
#[must_use]
pub fn minutes(from: Timestamp, to: Timestamp) -> i64 {
    (to.as_second() - from.as_second()).div_euclid(60)
}
