//! What RFC 9110 and 9112 ask of every request, before any route sees it.

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, Version, header, uri::Authority},
    response::Response,
};

/// Methods that some route may know.
const ALLOWED: &str = "GET, HEAD, POST, OPTIONS";

/// The answer to what no route should have to think about, if a request is that:
/// 405 to CONNECT, which is for proxies; 400 to a target that is no path of
/// ours, and to anything but one readable `Host` (RFC 9112, section 3.2).
pub fn refused(request: &Request) -> Option<Response> {
    if request.method() == Method::CONNECT {
        let mut refused = refusal(request, StatusCode::METHOD_NOT_ALLOWED);
        let allowed = HeaderValue::from_static(ALLOWED);
        refused.headers_mut().insert(header::ALLOW, allowed);
        return Some(refused);
    }
    let has_path = request.uri().path().starts_with('/');
    match has_path && has_host(request.headers(), request.version()) {
        true => None,
        false => Some(refusal(request, StatusCode::BAD_REQUEST)),
    }
}

/// One name of a host; HTTP/1.0 knows none.
fn has_host(headers: &HeaderMap, version: Version) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    match (hosts.next(), hosts.next()) {
        (Some(host), None) => {
            let host = host.to_str().ok();
            let host = host.and_then(|host| host.parse::<Authority>().ok());
            host.is_some_and(|host| !host.host().is_empty() && !host.as_str().contains('@'))
        }
        (None, None) => version < Version::HTTP_11,
        _ => false,
    }
}

fn refusal(request: &Request, status: StatusCode) -> Response {
    let method = request.method();
    tracing::info!(%method, status = status.as_u16(), "refused a malformed request");
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    // What follows on this connection cannot be trusted to begin where it seems.
    let close = HeaderValue::from_static("close");
    response.headers_mut().insert(header::CONNECTION, close);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(request: axum::http::request::Builder) -> Option<u16> {
        let request = request.body(Body::empty()).unwrap();
        refused(&request).map(|refused| refused.status().as_u16())
    }

    fn hosts(names: &[&str]) -> Option<u16> {
        let request = Request::get("/en");
        status(
            names
                .iter()
                .fold(request, |request, name| request.header(header::HOST, *name)),
        )
    }

    #[test]
    fn a_request_names_one_host() {
        for host in [
            "claims.example.org",
            "127.0.0.1:3000",
            "[::1]:3000",
            "localhost",
        ] {
            assert_eq!(hosts(&[host]), None, "{host}");
        }
        for wrong in [
            &[][..],
            &["a", "a"],
            &["a", "b"],
            &[""],
            &["a b"],
            &["a/b"],
            &["u@a"],
        ] {
            assert_eq!(hosts(wrong), Some(400), "{wrong:?}");
        }
        let old = Request::get("/en").version(Version::HTTP_10);
        assert_eq!(status(old), None);
    }

    #[test]
    fn only_a_path_of_ours_is_a_target() {
        let to = |method, target| {
            let request = Request::builder().method(method).uri(target);
            status(request.header(header::HOST, "a"))
        };
        assert_eq!(to("GET", "http://a/en"), None);
        assert_eq!(to("CONNECT", "a:1"), Some(405));
        assert_eq!(to("OPTIONS", "*"), Some(400));
    }
}
