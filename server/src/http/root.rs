use app::request::accepted_language;
use axum::{
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect},
};
use domain::Language;

/// Sends a visitor to the start page in the first language the browser asks
/// for that Aero speaks.
pub async fn root(headers: HeaderMap) -> impl IntoResponse {
    to(&headers, "")
}

/// Sends a reviewer to the desk in that language.
pub async fn desk(headers: HeaderMap) -> impl IntoResponse {
    to(&headers, "/desk")
}

fn to(headers: &HeaderMap, page: &str) -> impl IntoResponse + use<> {
    let language: Language = accepted_language(headers).unwrap_or_default();
    let target = format!("/{language}{page}");
    ([(header::VARY, "accept-language")], Redirect::to(&target))
}
