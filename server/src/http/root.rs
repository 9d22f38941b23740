use app::request::accepted_language;
use axum::{
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect},
    routing::{MethodRouter, get},
};
use domain::Language;

use crate::state::AppState;

/// Sends a visitor to the start page in the first language the browser asks
/// for that Aero speaks.
pub async fn root(headers: HeaderMap) -> impl IntoResponse {
    to(&headers, "")
}

/// Sends a reviewer to the desk in that language.
pub async fn desk(headers: HeaderMap) -> impl IntoResponse {
    to(&headers, "/desk")
}

/// Sends whoever opens the address of a form to its page: after a form with a fault it
/// stands in the address bar, and in the tabs that a browser brings back.
pub fn page_of_form(page: &'static str) -> MethodRouter<AppState> {
    get(move |headers: HeaderMap| async move { to(&headers, page) })
}

fn to(headers: &HeaderMap, page: &str) -> impl IntoResponse + use<> {
    let language: Language = accepted_language(headers).unwrap_or_default();
    let target = format!("/{language}{page}");
    ([(header::VARY, "accept-language")], Redirect::to(&target))
}
