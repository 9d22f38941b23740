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
