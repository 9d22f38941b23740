//! The review desk, the only place with sessions.

use std::sync::Arc;

use axum::{Router, middleware::from_fn_with_state, routing::get};
use backend::Clock;
use tower_sessions::{Expiry, SessionManagerLayer, cookie::SameSite};

use super::{
    Audience::{Anyone, Staff},
    pages::Pages,
    table::{Route, build},
};
use crate::{
    http,
    middleware::{secure_cookies, session_activity},
    session_store::PostgresSessions,
    state::AppState,
};

/// The way in. It says itself when somebody tries too often.
pub(super) const SIGN_IN_PAGE: &str = "/{lang}/desk/sign-in";

/// The same without its language.
const SIGN_IN: &str = "/desk/sign-in";

/// What staff may do, and the way in.
pub const ROUTES: &[Route] = &[
    Route::get("/desk", Anyone, |_| get(http::desk)),
    Route::page(SIGN_IN_PAGE, Anyone),
    Route::form("/form/desk/sign-in", Anyone, SIGN_IN),
    Route::form("/form/desk/sign-out", Anyone, SIGN_IN),
    Route::page("/{lang}/desk", Staff),
    Route::page("/{lang}/desk/claims/{reference}", Staff),
    Route::page("/{lang}/desk/claims/{reference}/reassess", Staff),
    Route::page("/{lang}/desk/jobs", Staff),
    Route::get("/{lang}/desk/live", Staff, |_| get(http::desk_changes)),
    Route::form("/form/desk/decide", Staff, "/desk"),
    Route::form("/form/desk/keep", Staff, "/desk"),
    Route::form("/form/desk/reassess", Staff, "/desk"),
    Route::form("/form/desk/run-job-again", Staff, "/desk/jobs"),
];

pub(super) fn router(state: &AppState, pages: &Pages, clock: Arc<dyn Clock>) -> Router<AppState> {
    let activity = (state.backend.db().clone(), clock.clone());
    build(ROUTES, state, pages)
        .route_layer(from_fn_with_state(activity, session_activity))
        .route_layer(sessions(state, clock))
        .route_layer(from_fn_with_state(state.site.clone(), secure_cookies))
}

/// A session is read once, when something asks who is signed in, and written
/// only when it has changed; that something happened in it is noted beside that.
fn sessions(state: &AppState, clock: Arc<dyn Clock>) -> SessionManagerLayer<PostgresSessions> {
    let store = PostgresSessions::new(state.backend.db().clone(), clock);
    SessionManagerLayer::new(store)
        .with_name(state.site.cookie_name("aero-desk"))
        .with_secure(state.site.is_secure())
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_path("/")
        // The store ends it; the browser forgets it when it is closed.
        .with_expiry(Expiry::OnSessionEnd)
}
