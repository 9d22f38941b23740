use std::{path::PathBuf, sync::Arc};

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

/// Serves the files of folders by their names, compressed where that was
/// prepared; of several folders the first that has the file.
pub fn files(folders: impl IntoIterator<Item = PathBuf>) -> MethodRouter<AppState> {
    let folders = folders.into_iter().map(|folder| {
        ServeDir::new(folder)
            .precompressed_br()
            .precompressed_gzip()
    });
    let folders: Arc<[ServeDir]> = folders.collect();
    get(move |request: Request| async move { serve(&folders, request).await })
}

async fn serve(folders: &[ServeDir], mut request: Request) -> Response {
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
    let mut response = first_of(folders, request).await;
    let vary = HeaderValue::from_static("accept-encoding");
    response.headers_mut().insert(header::VARY, vary);
    response
}

async fn first_of(folders: &[ServeDir], request: Request) -> Response {
    // Nobody reads what comes with a GET.
    let (parts, _) = request.into_parts();
    for folder in folders {
        let request = Request::from_parts(parts.clone(), Body::empty());
        let Ok(response) = folder.clone().oneshot(request).await;
        if response.status() != StatusCode::NOT_FOUND {
            return response.map(Body::new);
        }
    }
    StatusCode::NOT_FOUND.into_response()
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

    const RELEASES: [&str; 2] = ["new", "old"];

    /// Two folders, each with a file of its own, with and without shorter ones.
    fn folders() -> (PathBuf, Vec<ServeDir>) {
        let number = std::thread::current().id();
        let name = format!("aero-files-{}-{number:?}", std::process::id());
        let place = std::env::temp_dir().join(name);
        let folders = RELEASES.map(|release| {
            let folder = place.join(release);
            std::fs::create_dir_all(&folder).unwrap();
            for kind in ["js", "js.br", "js.gz", "wasm", "css", "css.br"] {
                let file = folder.join(format!("aero.{release}.{kind}"));
                std::fs::write(file, format!("{release} {kind}")).unwrap();
            }
            ServeDir::new(folder)
                .precompressed_br()
                .precompressed_gzip()
        });
        (place, folders.to_vec())
    }

    async fn asked(folders: &[ServeDir], path: &str, accepted: &str) -> (Response, String) {
        let request = Request::get(path).header(header::ACCEPT_ENCODING, accepted);
        let response = serve(folders, request.body(Body::empty()).unwrap()).await;
        let (parts, body) = response.into_parts();
        let body = axum::body::to_bytes(body, 1024).await.unwrap();
        let body = String::from_utf8(body.to_vec()).unwrap();
        (Response::from_parts(parts, Body::empty()), body)
    }

    #[tokio::test]
    async fn a_file_says_that_its_coding_was_chosen_whichever_was() {
        let (place, folders) = folders();
        for (file, accepted, expected) in [
            ("aero.new.js", "br", "new js.br"),
            ("aero.new.js", "gzip", "new js.gz"),
            ("aero.new.js", "", "new js"),
            ("aero.new.js", "identity", "new js"),
            ("aero.new.css", "gzip", "new css"),
            ("aero.new.css", "br, gzip", "new css.br"),
            ("aero.new.wasm", "br, gzip", "new wasm"),
            ("aero.old.js", "br", "old js.br"),
        ] {
            let (response, body) = asked(&folders, &format!("/pkg/{file}"), accepted).await;
            assert_eq!(response.status(), StatusCode::OK, "{file}");
            assert_eq!(body, expected, "{file} for {accepted:?}");
            let vary: Vec<_> = response.headers().get_all(header::VARY).iter().collect();
            assert_eq!(vary, ["accept-encoding"], "{file} for {accepted:?}");
        }
        std::fs::remove_dir_all(place).unwrap();
    }

    #[tokio::test]
    async fn what_one_release_has_not_is_served_from_the_others() {
        let (place, folders) = folders();
        for (path, expected) in [
            ("/pkg/aero.new.wasm", StatusCode::OK),
            ("/pkg/aero.old.wasm", StatusCode::OK),
            ("/pkg/aero.older.wasm", StatusCode::NOT_FOUND),
        ] {
            let (response, _) = asked(&folders, path, "").await;
            assert_eq!(response.status(), expected, "{path}");
        }
        let (alone, _) = asked(&folders[..1], "/pkg/aero.old.wasm", "").await;
        assert_eq!(alone.status(), StatusCode::NOT_FOUND);
        std::fs::remove_dir_all(place).unwrap();
    }

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
