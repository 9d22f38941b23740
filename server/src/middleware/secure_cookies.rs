use app::request::Site;
use axum::{
    extract::{Request, State},
    http::{HeaderValue, header},
    middleware::Next,
    response::Response,
};

/// Makes every cookie `Secure` where the site is served with https.
///
/// A cookie with the prefix `__Host-` that is not is refused by browsers, also
/// one that is to remove another: that one would stay.
pub async fn secure_cookies(State(site): State<Site>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if !site.is_secure() {
        return response;
    }
    let cookies = response.headers().get_all(header::SET_COOKIE);
    let cookies: Vec<HeaderValue> = cookies.iter().map(secure).collect();
    response.headers_mut().remove(header::SET_COOKIE);
    for cookie in cookies {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

fn secure(cookie: &HeaderValue) -> HeaderValue {
    let Ok(text) = cookie.to_str() else {
        return cookie.clone();
    };
    let mut attributes = text.split(';').skip(1).map(str::trim);
    if attributes.any(|attribute| attribute.eq_ignore_ascii_case("secure")) {
        return cookie.clone();
    }
    HeaderValue::from_str(&format!("{text}; Secure")).unwrap_or_else(|_| cookie.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_made_secure_once() {
        for (cookie, made) in [
            ("a=b; Path=/", "a=b; Path=/; Secure"),
            ("a=; Max-Age=0; Path=/", "a=; Max-Age=0; Path=/; Secure"),
            ("a=secure; Path=/", "a=secure; Path=/; Secure"),
            ("a=b; secure; Path=/", "a=b; secure; Path=/"),
        ] {
            assert_eq!(secure(&HeaderValue::from_static(cookie)), made);
        }
    }
}
