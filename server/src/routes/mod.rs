//! All routes: a router for each audience, each built of its table and with
//! layers of its own, and the layers around all of them.

mod api;
mod claim_form;
mod desk;
mod missing;
mod ops;
mod pages;
mod public;
mod table;
mod tracking;

use std::sync::Arc;

use axum::{
    Router,
    middleware::{from_fn, from_fn_with_state},
};
use backend::Clock;

pub use pages::Pages;
pub use table::{Answer, Audience, Route, Verb};

use crate::{
    config::TrustedProxies,
    middleware::{
        ErrorPages, access_log, client_address, compress, cookies, error_pages, headers,
        same_origin,
    },
    page_cache::{PageCache, cached_pages},
    state::AppState,
};

/// The page that stands in the place of a bare error. It has no route: it is
/// rendered for others.
pub const ERROR_PAGE: &str = "/{lang}/problem";

/// Every table.
pub const TABLES: [&[Route]; 6] = [
    public::ROUTES,
    claim_form::ROUTES,
    tracking::ROUTES,
    desk::ROUTES,
    api::ROUTES,
    ops::ROUTES,
];

/// Every route there is.
pub fn all() -> impl Iterator<Item = &'static Route> {
    TABLES.into_iter().flatten()
}

/// The whole site as one service.
pub fn router(state: AppState, clock: Arc<dyn Clock>, proxies: TrustedProxies) -> Router {
    let proxies = Arc::new(proxies);
    let pages = Pages::new(state.clone());
    let site = public::router(&state, &pages)
        .merge(claim_form::router(&state, &pages))
        .merge(tracking::router(&state, &pages))
        .merge(desk::router(&state, &pages, clock))
        .fallback(missing::page)
        .with_state(state.clone());
    let errors = ErrorPages::new(
        pages.bare([ERROR_PAGE, desk::SIGN_IN_PAGE, tracking::LINK_REQUEST_PAGE]),
        state.site.clone(),
    );
    let site = site
        .layer(from_fn_with_state(state.site.clone(), same_origin))
        .layer(from_fn_with_state(proxies.clone(), client_address))
        .layer(from_fn_with_state(Arc::new(errors), error_pages));
    let site = match state.files.may_change() {
        true => site,
        false => {
            let cache = Arc::new(page_cache(&state, &pages));
            site.layer(from_fn_with_state(cache, cached_pages))
        }
    };
    let api = api::router(&state, &pages).with_state(state.clone());
    site.layer(from_fn(cookies))
        .merge(api.layer(from_fn_with_state(proxies.clone(), client_address)))
        .merge(ops::router(&state, &pages).with_state(state.clone()))
        .layer(from_fn_with_state(state.site.clone(), headers))
        .layer(from_fn(compress))
        .layer(from_fn_with_state(
            (state.backend.clone(), proxies),
            access_log,
        ))
}

/// Pages that are the same for everybody.
fn page_cache(state: &AppState, pages: &Pages) -> PageCache {
    let shared: Vec<(&str, Vec<String>)> = all()
        .map(|route| (route.path, route.shared_addresses()))
        .filter(|(_, addresses)| !addresses.is_empty())
        .collect();
    let bare = pages.bare(shared.iter().map(|(path, _)| *path));
    let addresses = shared.into_iter().flat_map(|(_, addresses)| addresses);
    PageCache::new(bare, addresses, state.backend.clone(), style(state))
}

/// The style sheet; without its file, pages only name it.
fn style(state: &AppState) -> Option<String> {
    let file = format!("{}{}", state.leptos.site_root, state.files.now().style);
    std::fs::read_to_string(file).ok()
}
