//! All routes and the layers around them.

use std::sync::Arc;

use app::{routes::App, shell::shell};
use axum::{
    Router,
    extract::{MatchedPath, Request},
    middleware::{from_fn, from_fn_with_state},
    routing::get,
};
use backend::Clock;
use leptos::prelude::provide_context;
use leptos_axum::{LeptosRoutes, generate_route_list};
use tower_http::{limit::RequestBodyLimitLayer, services::ServeDir, trace::TraceLayer};
use tower_sessions::{Expiry, SessionManagerLayer, cookie::SameSite};

use crate::{
    config::TrustedProxy,
    http,
    kept::{KeptPages, kept_pages},
    middleware::{
        ErrorPages, client_address, compress, error_pages, headers, same_origin, whole_body,
    },
    session_store::PostgresSessions,
    state::AppState,
};

/// The largest body of a form: all its fields at their longest, with room.
const MAX_BODY: usize = 64 * 1024;

/// How long somebody stays signed in at the desk without doing anything.
const SESSION_HOURS: i64 = 8;

/// The whole site as one service.
pub fn router(state: AppState, clock: Arc<dyn Clock>, proxy: TrustedProxy) -> Router {
    let pages = pages(&state);
    let error = Arc::new(ErrorPages::new(pages.clone(), state.site.clone()));
    let files = ServeDir::new(state.leptos.site_root.as_ref())
        .precompressed_br()
        .precompressed_gzip()
        .append_index_html_on_directories(false);
    let handlers: Router = Router::<AppState>::new()
        .route("/", get(http::root))
        .route("/desk", get(http::desk))
        .route("/health/live", get(http::live))
        .route("/health/ready", get(http::ready))
        .route("/api/v1/airports", get(http::airports))
        .nest_service("/pkg", pkg(&state))
        .route_service("/favicon.ico", files.clone())
        .route_service("/favicon.svg", files)
        .with_state(state.clone());
    let api = http::api::routes().with_state(state.clone());
    let drawn = pages.clone();
    let answers = handlers
        .merge(pages)
        .layer(sessions(&state, clock))
        .layer(from_fn(whole_body))
        .layer(RequestBodyLimitLayer::new(MAX_BODY))
        .layer(from_fn_with_state(state.site.clone(), same_origin))
        .layer(from_fn_with_state(proxy, client_address))
        .layer(from_fn_with_state(error, error_pages));
    let answers = match state.files.may_change() {
        true => answers,
        false => {
            let kept = KeptPages::new(drawn, state.backend.clone(), style(&state));
            answers.layer(from_fn_with_state(Arc::new(kept), kept_pages))
        }
    };
    // Programs are told of problems in a form of their own.
    let api = api.layer(from_fn_with_state(proxy, client_address));
    answers
        .merge(api)
        .layer(from_fn_with_state(state.site.clone(), headers))
        .layer(from_fn(compress))
        .layer(trace())
}

/// The style sheet; without its file, pages only name it.
fn style(state: &AppState) -> Option<String> {
    let file = format!("{}{}", state.leptos.site_root, state.files.now().style);
    std::fs::read_to_string(file).ok()
}

fn pkg(state: &AppState) -> ServeDir {
    let folder = format!("{}/{}", state.leptos.site_root, state.leptos.site_pkg_dir);
    ServeDir::new(folder)
        .precompressed_br()
        .precompressed_gzip()
}

/// Pages and server functions, with what they find in their context.
fn pages(state: &AppState) -> Router {
    let routes = generate_route_list(App);
    let shared = state.clone();
    let context = move || {
        provide_context(shared.backend.clone());
        provide_context(shared.site.clone());
        provide_context(shared.files.now());
    };
    let options = state.leptos.clone();
    let missing = leptos_axum::render_app_async_with_context(context.clone(), {
        let options = options.clone();
        move || shell(options.clone())
    });
    Router::<AppState>::new()
        .leptos_routes_with_context(state, routes, context, move || shell(options.clone()))
        .fallback(missing)
        .with_state(state.clone())
}

fn sessions(state: &AppState, clock: Arc<dyn Clock>) -> SessionManagerLayer<PostgresSessions> {
    let store = PostgresSessions::new(state.backend.db().clone(), clock);
    SessionManagerLayer::new(store)
        .with_name(state.site.cookie_name("aero-desk"))
        .with_secure(state.site.is_secure())
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_path("/")
        // Reading counts as activity, too.
        .with_always_save(true)
        .with_expiry(Expiry::OnInactivity(time::Duration::hours(SESSION_HOURS)))
}

/// One line a request, with the route instead of the address: addresses of
/// private links are secrets.
fn trace() -> TraceLayer<
    tower_http::classify::SharedClassifier<tower_http::classify::ServerErrorsAsFailures>,
    impl Fn(&Request) -> tracing::Span + Clone,
> {
    TraceLayer::new_for_http().make_span_with(|request: &Request| {
        let route = request
            .extensions()
            .get::<MatchedPath>()
            .map_or("unmatched", MatchedPath::as_str);
        tracing::info_span!("request", method = %request.method(), route)
    })
}
