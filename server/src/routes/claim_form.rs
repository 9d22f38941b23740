//! The claim form: pages that belong to a draft.

use axum::Router;

use super::{
    Audience::DraftHolder,
    pages::Pages,
    table::{Route, build},
};
use crate::{middleware::Caching, state::AppState};

/// What the browser with the draft's cookie may do.
pub const ROUTES: &[Route] = &[
    Route::page("/{lang}/claim/{step}", DraftHolder).cached(Caching::FormStep),
    Route::form("/form/claim/save", DraftHolder),
    Route::form("/form/claim/send", DraftHolder),
];

pub(super) fn router(state: &AppState, pages: &Pages) -> Router<AppState> {
    build(ROUTES, state, pages)
}
