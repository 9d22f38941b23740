//! Distance in law: the shortest line on the ellipsoid (Art 7(4)).

use std::sync::LazyLock;

use geographiclib_rs::{Geodesic, InverseGeodesic};

use crate::reference::Airport;

/// The ellipsoid, its series worked out once.
static WGS84: LazyLock<Geodesic> = LazyLock::new(Geodesic::wgs84);

/// Kilometres between two airports' reference points on WGS-84.
#[must_use]
pub fn kilometres(from: &Airport, to: &Airport) -> f64 {
    let metres: f64 = WGS84.inverse(from.latitude, from.longitude, to.latitude, to.longitude);
    metres / 1000.0
}

/// Airports within this distance of each other serve the same area.
pub const SAME_AREA_KM: f64 = 100.0;

/// A degree of latitude is nowhere shorter than 110.5 km: what is so far north
/// or south is not in the same area, and nothing need be measured.
const FAR_DEGREES: f64 = 1.0;

/// Whether two airports serve the same city or area.
#[must_use]
pub fn same_area(a: &Airport, b: &Airport) -> bool {
    let same_city = a.metro.is_some() && a.metro == b.metro;
    let may_be_near = (a.latitude - b.latitude).abs() < FAR_DEGREES;
    same_city || (may_be_near && kilometres(a, b) <= SAME_AREA_KM)
}
