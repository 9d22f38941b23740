use app::request::Site;
use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::Response,
};

/// When to ask again after too many requests, in seconds. Every limit gives
/// something back within a minute, unless an operator sets it very low.
const RETRY_AFTER: &str = "60";

/// What browsers are told with every answer: guess no types, let nobody frame
/// us, and keep no copy of what is personal.
pub async fn headers(State(site): State<Site>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let is_html = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|value| value.as_bytes().starts_with(b"text/html"));
    let caching = caching(&path, is_html, response.status().is_success());
    let too_many = response.status() == StatusCode::TOO_MANY_REQUESTS;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    };
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    // With no-referrer a form without JavaScript could not tell where it was.
    set(header::REFERRER_POLICY, "same-origin");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    );
    // Pages bring a policy of their own with a nonce.
    set(
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; frame-ancestors 'none'",
    );
    if site.is_secure() {
        set(
            header::STRICT_TRANSPORT_SECURITY,
            "max-age=31536000; includeSubDomains",
        );
    }
    if too_many {
        set(header::RETRY_AFTER, RETRY_AFTER);
    }
    if let Some(caching) = caching {
        set(header::CACHE_CONTROL, caching);
    }
    response
}

/// How long an answer may be kept.
///
/// Files under `/pkg` have their content's hash in their name, but for those of
/// `make dev`, which are asked for again each time. Pages of the
/// form that hold no name may be kept for "Back", so that a browser shows
/// again what was typed; all others are not kept at all.
fn caching(path: &str, is_html: bool, is_success: bool) -> Option<&'static str> {
    let last = path.rsplit('/').next().unwrap_or_default();
    let is_personal = ["/tracking/", "/desk"]
        .iter()
        .any(|part| path.contains(part))
        || (path.contains("/claim/") && matches!(last, "people" | "contact" | "check"));
    match (is_html, path.starts_with("/pkg/")) {
        (false, true) if is_success && has_hash(last) => {
            Some("public, max-age=31536000, immutable")
        }
        (false, true) if is_success => Some("no-cache"),
        (true, _) if is_personal => Some("no-store"),
        (true, _) => Some("private, no-cache"),
        _ if path.starts_with("/form/") || path.starts_with("/api/") => Some("no-store"),
        _ => None,
    }
}

/// "aero.nLF3csgg.css", not "aero.css".
fn has_hash(file: &str) -> bool {
    file.split('.').count() > 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_personal_is_kept() {
        for path in [
            "/en/tracking/abc",
            "/fr/desk",
            "/en/desk/claims/AE-1",
            "/en/claim/people",
            "/fr/claim/check",
        ] {
            assert_eq!(caching(path, true, true), Some("no-store"), "{path}");
        }
        assert_eq!(
            caching("/en/claim/trip", true, true),
            Some("private, no-cache")
        );
        assert_eq!(caching("/form/claim/save", false, false), Some("no-store"));
        assert_eq!(
            caching("/pkg/aero.abc.wasm", false, true),
            Some("public, max-age=31536000, immutable")
        );
        assert_eq!(caching("/pkg/aero.abc.wasm", false, false), None);
        assert_eq!(caching("/pkg/aero.wasm", false, true), Some("no-cache"));
    }
}
