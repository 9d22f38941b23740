use std::sync::Arc;

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
    routing::{MethodRouter, get},
};
use tower::ServiceExt;
use tower_http::services::ServeDir;

use crate::{content_coding::ContentCoding, state::AppState};

/// What a browser needs of what the build leaves in the folder.
const KINDS: [&str; 5] = ["css", "ico", "js", "svg", "wasm"];

/// Serves the files of a folder by their names, compressed where that was
/// prepared.
pub fn files(folder: String) -> MethodRouter<AppState> {
    let folder = ServeDir::new(folder)
        .precompressed_br()
        .precompressed_gzip();
    let folder = Arc::new(folder);
    get(move |request: Request| serve((*folder).clone(), request))
}

async fn serve(folder: ServeDir, mut request: Request) -> Response {
    let Some(name) = file_name(request.uri().path()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    *request.uri_mut() = name;
    let wanted = ContentCoding::negotiate(request.headers(), &ContentCoding::FOR_CACHE);
    if wanted.coding.is_none() && wanted.refuses_identity {
        return StatusCode::NOT_ACCEPTABLE.into_response();
    }
    // One reading of the header is enough; the folder is told what it comes to.
    let headers = request.headers_mut();
    headers.remove(header::ACCEPT_ENCODING);
    if let Some(coding) = wanted.coding {
        headers.insert(header::ACCEPT_ENCODING, coding.header());
    }
    let Ok(response) = folder.oneshot(request).await;
    let mut response = response.map(Body::new);
    let vary = HeaderValue::from_static("accept-encoding");
    response.headers_mut().insert(header::VARY, vary);
    response
}

/// The last part of a path, if it is the plain name of a file for browsers.
fn file_name(path: &str) -> Option<Uri> {
    let name = path.rsplit('/').next()?;
    let is_plain = name
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte));
    let (stem, kind) = name.rsplit_once('.')?;
    let is_named = is_plain && !stem.is_empty() && !stem.ends_with(".d");
    (is_named && KINDS.contains(&kind))
        .then(|| format!("/{name}").parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_for_browsers_have_a_name() {
        for path in ["/pkg/aero.Xy-_1.wasm", "/pkg/aero.js", "/favicon.ico"] {
            assert!(file_name(path).is_some(), "{path}");
        }
        for path in [
            "/pkg/aero.d.ts",
            "/pkg/aero.wasm.br",
            "/pkg/.",
            "/pkg/..",
            "/pkg/.js",
            "/pkg/",
            "/pkg/a%2ejs",
            "/pkg/snippets",
            "/pkg/aero.d.js",
        ] {
            assert_eq!(file_name(path), None, "{path}");
        }
    }
}
