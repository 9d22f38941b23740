//! Pages and server functions of Leptos as handlers of axum.

use app::{routes::App, shell::shell};
use axum::{
    Router,
    extract::Request,
    response::IntoResponse,
    routing::{MethodRouter, get, post},
};
use leptos::prelude::provide_context;
use leptos_axum::{generate_route_list, handle_server_fns_with_context};

use crate::state::AppState;

/// Renders pages and runs server functions, with what they find in their context.
#[derive(Clone)]
pub struct Pages {
    state: AppState,
}

impl Pages {
    /// Gets Leptos ready.
    pub fn new(state: AppState) -> Self {
        // The list itself is held against the tables by a test; asking for it
        // also tells Leptos to run on tokio.
        drop(generate_route_list(App));
        Self { state }
    }

    /// Renders the page of whatever path is asked for. Which paths those are
    /// the tables say.
    pub fn page(&self) -> MethodRouter<AppState> {
        // axum clones its handlers for each request, also for one that the cache answers.
        let state = self.state.clone();
        get(leptos_axum::render_app_async_with_context(
            self.context(),
            move || shell(state.leptos.clone()),
        ))
    }

    /// Runs the server function of the path.
    pub fn form(&self) -> MethodRouter<AppState> {
        let context = self.context();
        post(move |request: Request| async move {
            handle_server_fns_with_context(context, request)
                .await
                .into_response()
        })
    }

    /// The pages of some paths, without any layer around them.
    pub fn bare<'a>(&self, paths: impl IntoIterator<Item = &'a str>) -> Router {
        let router = paths.into_iter().fold(Router::new(), |router, path| {
            router.route(path, self.page())
        });
        router.with_state(self.state.clone())
    }

    fn context(&self) -> impl Fn() + Clone + Send + Sync + 'static {
        let state = self.state.clone();
        move || {
            provide_context(state.backend.clone());
            provide_context(state.site.clone());
            provide_context(state.files.now());
        }
    }
}
