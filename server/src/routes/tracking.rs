//! The page of a claim that was sent, under its private link.

use axum::Router;

use super::{
    Audience::LinkHolder,
    pages::Pages,
    table::{Route, build},
};
use crate::state::AppState;

/// What whoever has the link may do.
pub const ROUTES: &[Route] = &[
    Route::page("/{lang}/tracking/{link}", LinkHolder),
    Route::form("/form/tracking/withdraw", LinkHolder),
    Route::form("/form/tracking/renew", LinkHolder),
];

pub(super) fn router(state: &AppState, pages: &Pages) -> Router<AppState> {
    build(ROUTES, state, pages)
}
