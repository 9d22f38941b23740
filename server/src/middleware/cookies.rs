use axum::{
    extract::Request,
    http::{HeaderMap, HeaderValue, header},
    middleware::Next,
    response::Response,
};

/// Takes out cookies that nobody here can read.
///
/// Any site under the same domain may set a cookie with bytes beyond ASCII. The
/// browser sends it in one header with ours, which would be lost with it, and a
/// draft with them.
pub async fn cookies(mut request: Request, next: Next) -> Response {
    let headers = request.headers_mut();
    let mut values = headers.get_all(header::COOKIE).iter();
    if values.any(|value| value.to_str().is_err()) {
        let readable = readable(headers);
        headers.remove(header::COOKIE);
        if let Some(readable) = readable {
            headers.insert(header::COOKIE, readable);
        }
    }
    next.run(request).await
}

/// All cookies that can be read, in one header.
fn readable(headers: &HeaderMap) -> Option<HeaderValue> {
    let values = headers.get_all(header::COOKIE).iter();
    let pairs = values.flat_map(|value| value.as_bytes().split(|byte| *byte == b';'));
    let pairs = pairs.map(<[u8]>::trim_ascii).filter(|pair| {
        pair.iter()
            .all(|byte| byte.is_ascii_graphic() || *byte == b' ')
    });
    let pairs: Vec<&[u8]> = pairs.collect();
    HeaderValue::from_bytes(&pairs.join(&b"; "[..])).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_that_cannot_be_read_hides_only_itself() {
        let headers = [&b"x=\xe9; aero-draft=ab"[..], b"a=\xc3\xa9", b"b=c"].map(|bytes| {
            let value = HeaderValue::from_bytes(bytes).unwrap();
            (header::COOKIE, value)
        });
        let headers: HeaderMap = headers.into_iter().collect();
        assert_eq!(readable(&headers).unwrap(), "aero-draft=ab; b=c");
    }
}
