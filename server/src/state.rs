//! What the handlers share.

use app::request::Site;
use axum::extract::FromRef;
use backend::Backend;
use leptos::config::LeptosOptions;

/// Handed to every handler; clones share what is inside.
#[derive(Clone)]
pub struct AppState {
    /// Where Leptos finds the browser's files.
    pub leptos: LeptosOptions,
    /// The use cases.
    pub backend: Backend,
    /// What the operator sets about the site.
    pub site: Site,
}

impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.leptos.clone()
    }
}

impl FromRef<AppState> for Backend {
    fn from_ref(state: &AppState) -> Self {
        state.backend.clone()
    }
}
