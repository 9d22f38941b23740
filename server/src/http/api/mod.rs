//! The interface for other programs: no cookies, no pages, no database.

mod assessments;
mod openapi;
mod problem;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};

use crate::state::AppState;

/// The largest case: eight legs with every fact fill a twentieth of it.
const MAX_BODY: usize = 64 * 1024;

/// The routes. Any program may ask, from anywhere: nothing is changed, and no
/// cookie is looked at, so the guard against other sites does not stand here.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/api/v1/assessments", post(assessments::assess))
        .route("/api/openapi.json", get(openapi::document))
        .method_not_allowed_fallback(problem::method)
        .layer(DefaultBodyLimit::max(MAX_BODY))
}
