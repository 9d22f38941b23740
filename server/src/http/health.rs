use axum::{extract::State, http::StatusCode};
use backend::Backend;

use crate::listener::Shutdown;

/// The process answers.
pub async fn live() -> &'static str {
    "live"
}

/// The process can do its work: the database answers too and has every step that
/// this release needs, and the process is not about to end.
pub async fn ready(
    State(backend): State<Backend>,
    State(shutdown): State<Shutdown>,
) -> (StatusCode, &'static str) {
    if shutdown.is_announced() {
        return (StatusCode::SERVICE_UNAVAILABLE, "shutting down");
    }
    match migration::pending_on(backend.db().reads()).await {
        Ok(steps) if steps.is_empty() => (StatusCode::OK, "ready"),
        Ok(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database lacks steps of this release: run aero migrate",
        ),
        Err(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database does not answer",
        ),
    }
}
