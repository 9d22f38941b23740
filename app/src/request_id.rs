//! The number of a request.

use std::sync::Arc;

use http::request::Parts;
use leptos::reactive::owner::with_context;

/// The number of a request: its lines in the log have it, and so has the page
/// that says that something went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestId(pub Arc<str>);

impl RequestId {
    /// That of the request for which this code runs; none outside of one.
    pub fn current() -> Option<Self> {
        with_context(|parts: &Parts| parts.extensions.get().cloned()).flatten()
    }
}
