//! The page of a claim that was sent, and how to get to it.

use axum::{Router, routing::get};

use super::{
    Audience::{Anyone, LinkHolder},
    pages::Pages,
    table::{Route, build},
};
use crate::{http, state::AppState};

/// Where a link is asked for. It says itself what cannot be right of what was typed.
pub(super) const LINK_REQUEST_PAGE: &str = "/{lang}/tracking";

/// What whoever has the link may do, and how it is mailed anew.
pub const ROUTES: &[Route] = &[
    Route::page(LINK_REQUEST_PAGE, Anyone),
    Route::page("/{lang}/tracking/{claim}", LinkHolder),
    Route::get("/{lang}/tracking/{claim}/live", LinkHolder, |_| {
        get(http::claim_changes)
    }),
    Route::form("/form/tracking/withdraw", LinkHolder, "/tracking"),
    Route::form("/form/tracking/renew", LinkHolder, "/tracking"),
    Route::form("/form/tracking/request-link", Anyone, "/tracking"),
];

pub(super) fn router(state: &AppState, pages: &Pages) -> Router<AppState> {
    build(ROUTES, state, pages)
}
