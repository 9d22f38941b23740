//! For whoever runs the site.

use axum::{Router, routing::get};

use super::{
    Audience::Operator,
    pages::Pages,
    table::{Route, build},
};
use crate::{http, state::AppState};

/// Whether the process lives, and whether it can work.
pub const ROUTES: &[Route] = &[
    Route::get("/health/live", Operator, |_| get(http::live)),
    Route::get("/health/ready", Operator, |_| get(http::ready)),
];

pub(super) fn router(state: &AppState, pages: &Pages) -> Router<AppState> {
    build(ROUTES, state, pages)
}
