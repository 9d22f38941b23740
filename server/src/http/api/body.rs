//! A body that has to be JSON.

use axum::{
    body::Bytes,
    extract::rejection::BytesRejection,
    http::{HeaderMap, StatusCode, header},
};

use super::problem::ProblemDetails;

/// The body, if it is sent as JSON; `detail` says what should be.
///
/// # Errors
/// 415 for another kind of content; what axum says of a body that is too large
/// or does not come.
pub fn json_body(
    headers: &HeaderMap,
    body: Result<Bytes, BytesRejection>,
    detail: &str,
) -> Result<Bytes, ProblemDetails> {
    if !is_json(headers) {
        return Err(ProblemDetails::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            detail,
        ));
    }
    body.map_err(|refused| ProblemDetails::new(refused.status(), refused.body_text()))
}

/// Whether the body says that it is JSON; one that says nothing is taken for it.
fn is_json(headers: &HeaderMap) -> bool {
    let Some(kind) = headers.get(header::CONTENT_TYPE) else {
        return true;
    };
    let kind = kind.to_str().unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json")
}
