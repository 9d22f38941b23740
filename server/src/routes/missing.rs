use axum::{
    http::{Method, StatusCode, Uri},
    response::{IntoResponse, Redirect, Response},
};

/// Answers where there is no route: with a redirect, if only a slash too many
/// was typed. The error page is put in the place of the bare status by its layer.
pub async fn page(method: Method, uri: Uri) -> Response {
    let reads = matches!(method, Method::GET | Method::HEAD);
    match without_slash(&uri).filter(|_| reads) {
        Some(address) => Redirect::permanent(&address).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The address without the slash at its end. Never one that begins with two
/// slashes or a backslash: browsers take what follows for another site.
fn without_slash(uri: &Uri) -> Option<String> {
    let path = uri.path().strip_suffix('/')?;
    let is_plain = path
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"/-_".contains(&byte));
    if path.is_empty() || !is_plain || path.contains("//") || path.ends_with('/') {
        return None;
    }
    let query = uri.query().map(|query| format!("?{query}"));
    Some(format!("{path}{}", query.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn redirected(uri: &'static str) -> Option<String> {
        without_slash(&Uri::from_static(uri))
    }

    #[test]
    fn only_a_slash_at_the_end_of_a_plain_path_is_taken_off() {
        assert_eq!(redirected("/en/"), Some("/en".to_owned()));
        assert_eq!(
            redirected("/en/claim/people/?back=check"),
            Some("/en/claim/people?back=check".to_owned())
        );
        for uri in [
            "/",
            "//",
            "/en",
            "//evil.example/",
            "/en//",
            "/%5cevil/",
            "/pkg///./",
            "/a/../",
        ] {
            assert_eq!(redirected(uri), None, "{uri}");
        }
    }
}
