//! What the handlers share.

use std::{ops::Deref, path::PathBuf, sync::Arc};

use app::request::Site;
use axum::extract::FromRef;
use backend::{Backend, Live};
use leptos::config::LeptosOptions;

use crate::{browser_files::FileNames, listener::Shutdown};

/// Handed to every handler; clones share what is inside.
#[derive(Clone)]
pub struct AppState(Arc<Parts>);

/// What there is to share.
pub struct Parts {
    /// Where Leptos finds the browser's files.
    pub leptos: LeptosOptions,
    /// Which names they have.
    pub files: FileNames,
    /// The folder in which releases leave their files for each other, if there is one.
    pub releases: Option<PathBuf>,
    /// The use cases.
    pub backend: Backend,
    /// What tells open pages that they have changed.
    pub live: Live,
    /// Whether the process is about to end.
    pub shutdown: Shutdown,
    /// What the operator sets about the site.
    pub site: Site,
}

impl AppState {
    /// Puts the parts where all handlers find them.
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }
}

impl Deref for AppState {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
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

impl FromRef<AppState> for Shutdown {
    fn from_ref(state: &AppState) -> Self {
        state.shutdown.clone()
    }
}
