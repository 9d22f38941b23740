use app::request::{language_of_path, path_in_small_letters};
use axum::{
    http::{Method, StatusCode, Uri},
    response::{IntoResponse, Redirect, Response},
};
use domain::claim_form::Step;

/// Answers where there is no route: with a redirect, if only a slash too many
/// was typed, or an address is as good as known. The error page is put in the place of the bare status by its layer.
pub async fn page(method: Method, uri: Uri) -> Response {
    let reads = matches!(method, Method::GET | Method::HEAD);
    if !reads {
        return StatusCode::NOT_FOUND.into_response();
    }
    if let Some(address) = without_slash(&uri) {
        return Redirect::permanent(&address).into_response();
    }
    match meant(uri.path()) {
        Some(address) => Redirect::to(&address).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The form without a page is its first page; a language may be typed in capitals.
fn meant(path: &str) -> Option<String> {
    let written = path_in_small_letters(path);
    let path = written.as_deref().unwrap_or(path);
    let form = path.strip_suffix("/claim").and_then(language_of_path);
    let form = form.filter(|language| path == format!("/{language}/claim"));
    let first = form.map(|language| format!("/{language}/claim/{}", Step::WhatWentWrong.slug()));
    first.or(written)
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
    fn what_is_meant_by_an_address_nobody_wrote() {
        for (typed, address) in [
            ("/en/claim", Some("/en/claim/what-went-wrong")),
            ("/FR/claim", Some("/fr/claim/what-went-wrong")),
            ("/EN/claims/x", Some("/en/claims/x")),
            ("/en/claims", None),
            ("/en/nothing/claim", None),
            ("/de/claim", None),
            ("/EN/%5cevil", None),
            ("//EN/claim", None),
            ("/claim", None),
        ] {
            assert_eq!(meant(typed).as_deref(), address, "{typed}");
        }
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
