//! Pages and files that are nobody's in particular.

use std::path::PathBuf;

use axum::{
    Router,
    routing::{MethodRouter, get},
};

use super::{
    Audience::Anyone,
    pages::Pages,
    table::{Route, build},
};
use crate::{http, middleware::Caching, state::AppState};

/// What everybody may read.
pub const ROUTES: &[Route] = &[
    Route::get("/", Anyone, |_| get(http::root)),
    Route::page("/{lang}", Anyone).cached(Caching::Shared),
    Route::page("/{lang}/help", Anyone).cached(Caching::Shared),
    Route::page("/{lang}/privacy", Anyone).cached(Caching::Shared),
    Route::page("/{lang}/api", Anyone).cached(Caching::Shared),
    Route::get("/pkg/{file}", Anyone, package).cached(Caching::File),
    Route::get("/favicon.ico", Anyone, icons).cached(Caching::File),
    Route::get("/favicon.svg", Anyone, icons).cached(Caching::File),
    Route::get("/data-licences.txt", Anyone, icons).cached(Caching::File),
];

pub(super) fn router(state: &AppState, pages: &Pages) -> Router<AppState> {
    build(ROUTES, state, pages)
}

/// What cargo-leptos has built, and what other releases have left.
fn package(state: &AppState) -> MethodRouter<AppState> {
    let folder = PathBuf::from(&*state.leptos.site_root).join(&*state.leptos.site_pkg_dir);
    http::files(folder, state.releases.clone())
}

/// What lies in `public`.
fn icons(state: &AppState) -> MethodRouter<AppState> {
    http::files(PathBuf::from(&*state.leptos.site_root), None)
}
