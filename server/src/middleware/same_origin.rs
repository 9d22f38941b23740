use app::{
    error::{ErrorCode, FailureReport},
    request::{ClientAddress, Site},
};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use backend::security;

/// Refuses every change that another site asks a browser for.
///
/// Browsers say in `Sec-Fetch-Site` who asks; those that do not send it say
/// `Origin` with every POST. A request with neither is no form of ours.
pub async fn same_origin(State(site): State<Site>, request: Request, next: Next) -> Response {
    let reads = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    if reads || is_ours(request.headers(), &site.origin) {
        return next.run(request).await;
    }
    let beside = request.extensions();
    let address = beside.get::<ClientAddress>();
    tracing::warn!(
        target: "security",
        event = "cross_site_refused",
        network = address.map(|ClientAddress(address)| security::network(address)),
    );
    if let Some(report) = beside.get::<FailureReport>() {
        report.tell(ErrorCode::Forbidden, None);
    }
    StatusCode::FORBIDDEN.into_response()
}

fn is_ours(headers: &HeaderMap, origin: &str) -> bool {
    let text = |name: &str| {
        headers
            .get(name)
            .map(|value| value.to_str().unwrap_or_default())
    };
    match text("sec-fetch-site") {
        Some(site) => matches!(site, "same-origin" | "none"),
        None => text(header::ORIGIN.as_str()) == Some(origin),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_accepted(headers: &[(&'static str, &str)]) -> bool {
        let headers = headers.iter().map(|(name, value)| {
            (
                header::HeaderName::from_static(name),
                value.parse().unwrap(),
            )
        });
        is_ours(&headers.collect(), "https://claims.example.org")
    }

    #[test]
    fn only_our_own_pages_may_change_something() {
        assert!(is_accepted(&[("sec-fetch-site", "same-origin")]));
        assert!(is_accepted(&[("sec-fetch-site", "none")]));
        assert!(is_accepted(&[("origin", "https://claims.example.org")]));
        assert!(!is_accepted(&[("sec-fetch-site", "cross-site")]));
        assert!(!is_accepted(&[("sec-fetch-site", "same-site")]));
        assert!(!is_accepted(&[(
            "origin",
            "https://claims.example.org.evil.example"
        )]));
        assert!(!is_accepted(&[("origin", "null")]));
        assert!(!is_accepted(&[]));
        // The stronger word counts.
        assert!(!is_accepted(&[
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://claims.example.org")
        ]));
    }
}
