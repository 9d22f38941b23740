//! Distance in law: the shortest line on the ellipsoid (Art 7(4)).

use geographiclib_rs::{Geodesic, InverseGeodesic};

use crate::reference::Airport;

/// Kilometres between two airports' reference points on WGS-84.
#[must_use]
pub fn kilometres(from: &Airport, to: &Airport) -> f64 {
    let metres: f64 =
        Geodesic::wgs84().inverse(from.latitude, from.longitude, to.latitude, to.longitude);
    metres / 1000.0
}

/// Airports within this distance of each other serve the same area.
pub const SAME_AREA_KM: f64 = 100.0;

/// Whether two airports serve the same city or area.
#[must_use]
pub fn same_area(a: &Airport, b: &Airport) -> bool {
    let same_city = a.metro.is_some() && a.metro == b.metro;
    same_city || kilometres(a, b) <= SAME_AREA_KM
}
