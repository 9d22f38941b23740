use std::{path::PathBuf, sync::Arc};

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
    routing::{MethodRouter, get},
};
use tokio::sync::Semaphore;
use tower::ServiceExt;
use tower_http::services::ServeDir;

use crate::{content_coding::ContentCoding, state::AppState};

/// What a browser needs of what the build leaves in the folder.
const KINDS: [&str; 6] = ["css", "ico", "js", "svg", "txt", "wasm"];

/// As many files as are read at a time from a folder that is shared. It may hang, and
/// each reader of it holds one of the few threads that wait for files.
const SHARED_READERS: usize = 2;

/// The largest file of a release, generously.
const LARGEST: usize = 16 * 1024 * 1024;

/// The folders of a route.
#[derive(Clone)]
struct Folders {
    own: ServeDir,
    /// What others have left, and who may read there.
    shared: Option<(ServeDir, Arc<Semaphore>)>,
}

/// Serves the files of a folder by their names, compressed where that was prepared;
/// what is not there, from one that is shared with other processes.
pub fn files(own: PathBuf, shared: Option<PathBuf>) -> MethodRouter<AppState> {
    let folders = Folders::new(own, shared);
    get(move |request: Request| async move { serve(&folders, request).await })
}

impl Folders {
    fn new(own: PathBuf, shared: Option<PathBuf>) -> Self {
        let served = |folder| {
            ServeDir::new(folder)
                .precompressed_br()
                .precompressed_gzip()
        };
        let readers = Arc::new(Semaphore::new(SHARED_READERS));
        Self {
            own: served(own),
            shared: shared.map(|folder| (served(folder), readers)),
        }
    }

    /// What the first folder answers that has the file.
    async fn get(&self, request: Request) -> Response {
        // Nobody reads what comes with a GET.
        let (parts, _) = request.into_parts();
        let again = Request::from_parts(parts.clone(), Body::empty());
        let Ok(response) = self.own.clone().oneshot(again).await;
        if response.status() != StatusCode::NOT_FOUND {
            return response.map(Body::new);
        }
        let Some((folder, readers)) = self.shared.clone() else {
            return StatusCode::NOT_FOUND.into_response();
        };
        let Ok(reader) = readers.try_acquire_owned() else {
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        };
        // To its end whoever waits for it, since the thread is not free before.
        let read = tokio::spawn(async move {
            let request = Request::from_parts(parts, Body::empty());
            let Ok(response) = folder.oneshot(request).await;
            let (parts, body) = response.into_parts();
            let body = axum::body::to_bytes(Body::new(body), LARGEST).await;
            drop(reader);
            body.map(|body| Response::from_parts(parts, Body::from(body)))
        });
        match read.await {
            Ok(Ok(response)) => response,
            _ => StatusCode::NOT_FOUND.into_response(),
        }
    }
}

async fn serve(folders: &Folders, mut request: Request) -> Response {
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
    let mut response = folders.get(request).await;
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

    const RELEASES: [&str; 2] = ["new", "old"];

    /// Two folders, each with a file of its own, with and without shorter ones.
    fn folders() -> (PathBuf, Folders) {
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
            folder
        });
        let [own, shared] = folders;
        (place, Folders::new(own, Some(shared)))
    }

    async fn asked(folders: &Folders, path: &str, accepted: &str) -> (Response, String) {
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
        let alone = Folders::new(place.join(RELEASES[0]), None);
        let (alone, _) = asked(&alone, "/pkg/aero.old.wasm", "").await;
        assert_eq!(alone.status(), StatusCode::NOT_FOUND);
        std::fs::remove_dir_all(place).unwrap();
    }

    /// A shared folder hangs: who reads there is not waited for by others.
    #[tokio::test]
    async fn no_more_read_what_is_shared_at_a_time_than_may_hang() {
        let (place, folders) = folders();
        let (_, readers) = folders.shared.clone().unwrap();
        let hanging: Vec<_> = std::iter::from_fn(|| readers.try_acquire().ok()).collect();
        assert_eq!(hanging.len(), SHARED_READERS);
        let (response, _) = asked(&folders, "/pkg/aero.old.js", "").await;
        assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
        let (response, _) = asked(&folders, "/pkg/aero.new.js", "").await;
        assert_eq!(response.status(), StatusCode::OK);
        drop(hanging);
        for _ in 0..2 * SHARED_READERS {
            let (response, body) = asked(&folders, "/pkg/aero.old.js", "").await;
            assert_eq!((response.status(), &*body), (StatusCode::OK, "old js"));
        }
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
