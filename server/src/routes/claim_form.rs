//! The claim form: pages that belong to a draft.

use axum::Router;

use super::{
    Audience::DraftHolder,
    pages::Pages,
    table::{Route, build},
};
use crate::{middleware::Caching, state::AppState};

/// The last page of the form: from it whoever has not come so far is led to where they
/// were.
const FURTHEST: &str = "/claim/check";

/// What the browser with the draft's cookie may do.
pub const ROUTES: &[Route] = &[
    Route::page("/{lang}/claim/{step}", DraftHolder).cached(Caching::FormStep),
    Route::form("/form/claim/save", DraftHolder, FURTHEST),
    Route::form("/form/claim/send", DraftHolder, FURTHEST),
];

pub(super) fn router(state: &AppState, pages: &Pages) -> Router<AppState> {
    build(ROUTES, state, pages)
}
