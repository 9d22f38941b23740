use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::content_coding::ContentCoding;

/// Shorter than this, an answer is one packet in any case.
const WORTH_IT: usize = 512;

/// Sends pages and JSON compressed to whoever takes that.
///
/// They lie in memory whole before they are sent: so each is encoded in one
/// go, and its length stands at its head. Files come compressed already.
pub async fn compress(request: Request, next: Next) -> Response {
    let wanted = ContentCoding::negotiate(request.headers(), &ContentCoding::FOR_ONCE);
    let response = next.run(request).await;
    if !is_text_of_ours(response.headers()) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(plain) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let vary = HeaderValue::from_static("accept-encoding");
    parts.headers.append(header::VARY, vary);
    let is_worth_it = plain.len() >= WORTH_IT || wanted.refuses_identity;
    let coding = wanted.coding.filter(|_| is_worth_it && !plain.is_empty());
    let encoded = coding.and_then(|coding| Some((coding, coding.encode(&plain).ok()?)));
    let Some((coding, encoded)) = encoded else {
        let plain_is_refused = wanted.refuses_identity && !plain.is_empty();
        return match parts.status.is_success() && plain_is_refused {
            true => StatusCode::NOT_ACCEPTABLE.into_response(),
            false => Response::from_parts(parts, Body::from(plain)),
        };
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    let coding = coding.header();
    parts.headers.insert(header::CONTENT_ENCODING, coding);
    Response::from_parts(parts, Body::from(encoded))
}

fn is_text_of_ours(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    let is_text = ["text/html", "application/json", "application/problem+json"]
        .iter()
        .any(|text| kind.starts_with(text));
    is_text && !headers.contains_key(header::CONTENT_ENCODING)
}
