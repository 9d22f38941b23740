use app::request::Site;
use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::Response,
};

/// How one signs in, as every 401 has to say (RFC 9110, 15.5.2): by the form of the
/// desk, whose cookie it is. Browsers know no such scheme and ask nothing themselves.
const SIGN_IN: &str = "Cookie realm=\"desk\"";

/// As many headers as are set here, at most.
const MOST: usize = 11;

/// What browsers are told with every answer: guess no types, let nobody frame
/// us, and keep no copy of what its route does not say may be kept.
pub async fn headers(State(site): State<Site>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let retry_after = retry_after(response.status());
    let is_unauthorized = response.status() == StatusCode::UNAUTHORIZED;
    let headers = response.headers_mut();
    headers.reserve(MOST);
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
    if let Some(seconds) = retry_after {
        set(header::RETRY_AFTER, seconds);
    }
    if is_unauthorized {
        set(header::WWW_AUTHENTICATE, SIGN_IN);
    }
    set(header::CACHE_CONTROL, "no-store");
    response
}

/// When to ask again, in seconds. Every limit gives something back within a
/// minute, unless an operator sets it very low; a database is mostly back sooner.
fn retry_after(status: StatusCode) -> Option<&'static str> {
    match status {
        StatusCode::TOO_MANY_REQUESTS => Some("60"),
        StatusCode::SERVICE_UNAVAILABLE => Some("10"),
        _ => None,
    }
}
