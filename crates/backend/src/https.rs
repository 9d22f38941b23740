//! The one TLS of what goes out by HTTP.

use std::io;

use hyper_rustls::{HttpsConnectorBuilder, builderstates::WantsSchemes};
use rustls::crypto::ring;

/// Begins a connector that trusts the authorities the system trusts. Its
/// cryptography is named here: what a process would choose by itself is not to be
/// told once some library brings another one along.
///
/// # Errors
/// The system has no certificates of authorities.
pub fn https() -> io::Result<HttpsConnectorBuilder<WantsSchemes>> {
    HttpsConnectorBuilder::new().with_provider_and_native_roots(ring::default_provider())
}
