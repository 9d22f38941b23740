//! Pages that are the same for everybody who comes without a cookie of ours:
//! drawn once a day, kept compressed, sent as they are.
//!
//! They are drawn for a request that Aero makes up itself, so nothing that a
//! browser sends can get into what the next one sees.

mod page;

use std::{
    collections::HashMap,
    sync::{Arc, RwLock},
};

use app::{files::StyleWithin, request::language_of_path};
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{Method, StatusCode, header},
    middleware::Next,
    response::Response,
};
use backend::Backend;
use jiff::civil::Date;
use tokio::sync::Mutex;
use tower::ServiceExt;

use page::KeptPage;

/// What follows the language in the addresses of such pages.
const SAME_FOR_EVERYBODY: [&str; 5] = ["", "/help", "/privacy", "/api", "/claim/what-went-wrong"];

/// The start of the names of all our cookies, behind the prefix of browsers.
const OUR_COOKIES: &str = "aero-";

/// The pages, each from its first reader on.
pub struct KeptPages {
    pages: Router,
    backend: Backend,
    style: Option<StyleWithin>,
    kept: RwLock<HashMap<String, (Date, Arc<KeptPage>)>>,
    /// Held by whoever draws.
    drawing: Mutex<()>,
}

impl KeptPages {
    /// Draws with the site's own pages, and with the style sheet within each.
    pub fn new(pages: Router, backend: Backend, style: Option<String>) -> Self {
        Self {
            pages,
            backend,
            style: style.map(|css| StyleWithin(css.into())),
            kept: RwLock::default(),
            drawing: Mutex::default(),
        }
    }

    /// The page of a path as it is today.
    async fn page(&self, path: &str) -> Option<Arc<KeptPage>> {
        // Pages say what day it is.
        let today = self.backend.today();
        if let Some(page) = self.kept_on(today, path) {
            return Some(page);
        }
        // Of all who come at midnight one draws, and the others wait.
        let _drawing = self.drawing.lock().await;
        if let Some(page) = self.kept_on(today, path) {
            return Some(page);
        }
        let page = Arc::new(self.draw(path).await?);
        let kept = (today, page.clone());
        self.kept.write().ok()?.insert(path.to_owned(), kept);
        Some(page)
    }

    fn kept_on(&self, today: Date, path: &str) -> Option<Arc<KeptPage>> {
        let kept = self.kept.read().ok()?;
        let (day, page) = kept.get(path)?;
        (*day == today).then(|| page.clone())
    }

    async fn draw(&self, path: &str) -> Option<KeptPage> {
        let mut request = Request::builder().uri(path).body(Body::empty()).ok()?;
        if let Some(style) = self.style.clone() {
            request.extensions_mut().insert(style);
        }
        let response = self.pages.clone().oneshot(request).await.ok()?;
        let is_whole = response.status() == StatusCode::OK
            && !response.headers().contains_key(header::SET_COOKIE);
        if !is_whole {
            return None;
        }
        let (parts, body) = response.into_parts();
        let html = to_bytes(body, usize::MAX).await.ok()?;
        KeptPage::new(&parts.headers, std::str::from_utf8(&html).ok()?)
    }
}

/// Answers with the kept page, where there is one for the request.
pub async fn kept_pages(
    State(kept): State<Arc<KeptPages>>,
    request: Request,
    next: Next,
) -> Response {
    if is_same_for_everybody(&request)
        && let Some(page) = kept.page(request.uri().path()).await
    {
        return page.answer(request.headers());
    }
    next.run(request).await
}

fn is_same_for_everybody(request: &Request) -> bool {
    let uri = request.uri();
    let mut cookies = request.headers().get_all(header::COOKIE).iter();
    request.method() == Method::GET
        && uri.query().is_none()
        && language_of_path(uri.path()).is_some_and(|language| {
            let rest = uri.path().get(1 + language.tag().len()..);
            rest.is_some_and(|rest| SAME_FOR_EVERYBODY.contains(&rest))
        })
        && cookies.all(|cookies| {
            cookies
                .to_str()
                .is_ok_and(|cookies| !cookies.contains(OUR_COOKIES))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(method: &str, address: &str, cookie: &str) -> bool {
        let mut request = Request::builder().method(method).uri(address);
        if !cookie.is_empty() {
            request = request.header(header::COOKIE, cookie);
        }
        is_same_for_everybody(&request.body(Body::empty()).unwrap())
    }

    #[test]
    fn only_a_page_that_is_nobodys_is_kept() {
        for address in ["/en", "/fr/help", "/en/claim/what-went-wrong"] {
            assert!(asked("GET", address, ""), "{address}");
            assert!(asked("GET", address, "__cf_bm=x; theme=dark"), "{address}");
            assert!(!asked("GET", address, "a=b; aero-draft=x"), "{address}");
            assert!(!asked("GET", address, "__Host-aero-desk=x"), "{address}");
            assert!(!asked("GET", &format!("{address}?check"), ""), "{address}");
            assert!(!asked("POST", address, ""), "{address}");
            assert!(!asked("HEAD", address, ""), "{address}");
        }
        for address in [
            "/",
            "/de",
            "/EN",
            "/en/",
            "/en/claim/trip",
            "/en/desk",
            "/en/tracking/x",
            "/en/problem",
            "/english",
        ] {
            assert!(!asked("GET", address, ""), "{address}");
        }
    }
}
