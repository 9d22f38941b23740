use axum::{extract::State, http::StatusCode};
use backend::Backend;

/// The process answers.
pub async fn live() -> &'static str {
    "live"
}

/// The process can do its work: the database answers too.
pub async fn ready(State(backend): State<Backend>) -> (StatusCode, &'static str) {
    match backend.db().ping().await {
        Ok(()) => (StatusCode::OK, "ready"),
        Err(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database does not answer",
        ),
    }
}
