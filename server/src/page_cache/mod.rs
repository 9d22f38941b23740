//! Pages that are the same for everybody who comes without a cookie of ours:
//! rendered once a day, cached compressed, sent as they are.
//!
//! They are rendered for a request that Aero makes up itself, so nothing that a
//! browser sends can get into what the next one sees.

mod page;

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

use app::files::StyleWithin;
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::Response,
};
use backend::Backend;
use jiff::civil::Date;
use tokio::sync::Mutex;
use tower::ServiceExt;

use page::CachedPage;

/// The start of the names of all our cookies, behind the prefix of browsers.
const OUR_COOKIES: &str = "aero-";

/// The pages, each from its first reader on.
pub struct PageCache {
    pages: Router,
    backend: Backend,
    style: Option<StyleWithin>,
    entries: HashMap<String, Entry>,
}

/// What is known of one address.
#[derive(Default)]
struct Entry {
    cached: RwLock<Option<(Date, Arc<CachedPage>)>>,
    /// Held by whoever renders this page.
    rendering: Mutex<()>,
}

impl PageCache {
    /// Renders these addresses with the site's own pages, and with the style
    /// sheet within each.
    pub fn new(
        pages: Router,
        addresses: impl IntoIterator<Item = String>,
        backend: Backend,
        style: Option<String>,
    ) -> Self {
        let entries = addresses.into_iter();
        Self {
            pages,
            backend,
            style: style.map(|css| StyleWithin(css.into())),
            entries: entries.map(|path| (path, Entry::default())).collect(),
        }
    }

    /// The entry for a request, if anybody may get what is cached there.
    fn entry(&self, request: &Request) -> Option<(&str, &Entry)> {
        let (path, entry) = self.entries.get_key_value(request.uri().path())?;
        let is_shared = matches!(*request.method(), Method::GET | Method::HEAD)
            && request.uri().query().is_none()
            && has_no_cookie_of_ours(request.headers());
        is_shared.then_some((path, entry))
    }

    /// The page of an entry, as it is today.
    async fn page(&self, (path, entry): (&str, &Entry)) -> Option<Arc<CachedPage>> {
        // Pages say what day it is.
        let today = self.backend.today();
        if let Some(page) = entry.cached_on(today) {
            return Some(page);
        }
        // Of all who come at midnight one renders, and the others wait.
        let _rendering = entry.rendering.lock().await;
        if let Some(page) = entry.cached_on(today) {
            return Some(page);
        }
        let page = Arc::new(self.render(path).await?);
        entry.cache(today, page.clone());
        Some(page)
    }

    async fn render(&self, path: &str) -> Option<CachedPage> {
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
        // Brotli at its best takes long enough to keep other requests waiting.
        let page = move || CachedPage::new(&parts.headers, std::str::from_utf8(&html).ok()?);
        tokio::task::spawn_blocking(page).await.ok()?
    }
}

impl Entry {
    fn cached_on(&self, today: Date) -> Option<Arc<CachedPage>> {
        let cached = self.cached.read().unwrap_or_else(PoisonError::into_inner);
        let (day, page) = cached.as_ref()?;
        (*day == today).then(|| page.clone())
    }

    fn cache(&self, today: Date, page: Arc<CachedPage>) {
        let mut cached = self.cached.write().unwrap_or_else(PoisonError::into_inner);
        *cached = Some((today, page));
    }
}

/// Answers with the cached page, where there is one for the request.
pub async fn cached_pages(
    State(cache): State<Arc<PageCache>>,
    request: Request,
    next: Next,
) -> Response {
    let page = match cache.entry(&request) {
        Some(entry) => cache.page(entry).await,
        None => None,
    };
    match page {
        Some(page) => page.answer(request.headers()),
        None => next.run(request).await,
    }
}

fn has_no_cookie_of_ours(headers: &HeaderMap) -> bool {
    let mut cookies = headers.get_all(header::COOKIE).iter();
    cookies.all(|cookies| {
        let cookies = cookies.to_str();
        cookies.is_ok_and(|cookies| !cookies.contains(OUR_COOKIES))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_of_ours_or_one_that_cannot_be_read_asks_for_a_page_of_its_own() {
        let alone = |cookie: &[u8]| {
            let cookie = header::HeaderValue::from_bytes(cookie).unwrap();
            has_no_cookie_of_ours(&[(header::COOKIE, cookie)].into_iter().collect())
        };
        assert!(has_no_cookie_of_ours(&HeaderMap::new()));
        assert!(alone(b"__cf_bm=x; theme=dark"));
        assert!(!alone(b"a=b; aero-draft=x"));
        assert!(!alone(b"__Host-aero-desk=x"));
        assert!(!alone(b"x=\xe9"));
    }
}
