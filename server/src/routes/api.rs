//! The API: no cookies, no pages, no database.

use axum::{
    Router,
    middleware::from_fn,
    routing::{get, post},
};

use super::{
    Audience::Program,
    pages::Pages,
    table::{Route, build},
};
use crate::{http::api, state::AppState};

/// What any program may ask, from anywhere: nothing is changed.
pub const ROUTES: &[Route] = &[
    Route::get("/api/v1/airports", Program, |_| get(api::airports)),
    Route::post("/api/v1/assessments", Program, |_| post(api::assess)),
    Route::post("/api/v1/recourse", Program, |_| post(api::recourse)),
    Route::get("/api/openapi.json", Program, |_| get(api::document)),
];

/// Programs are told of problems in a form of their own.
pub(super) fn router(state: &AppState, pages: &Pages) -> Router<AppState> {
    build(ROUTES, state, pages).layer(from_fn(api::problems))
}
