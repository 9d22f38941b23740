use axum::{extract::State, http::StatusCode};
use backend::Backend;

use crate::listener::Shutdown;

/// The process answers.
pub async fn live() -> &'static str {
    "live"
}

/// The process can do its work: the database answers too, and the process is
/// not about to end.
pub async fn ready(
    State(backend): State<Backend>,
    State(shutdown): State<Shutdown>,
) -> (StatusCode, &'static str) {
    if shutdown.is_announced() {
        return (StatusCode::SERVICE_UNAVAILABLE, "shutting down");
    }
    match backend.db().ping().await {
        Ok(()) => (StatusCode::OK, "ready"),
        Err(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database does not answer",
        ),
    }
}
