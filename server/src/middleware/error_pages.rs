use std::sync::Arc;

use app::{
    error::{ErrorCode, FailedWith, FailureReport, Incident},
    request::{Site, accepted_language, language_of_path},
    request_id::RequestId,
};
use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::Response,
};
use domain::Language;
use tower::ServiceExt;

/// Renders the page for a status that no page has made.
pub struct ErrorPages {
    pages: Router,
    site: Site,
}

impl ErrorPages {
    /// Renders with the site's own pages: the one for errors, and those of forms
    /// that tell on themselves what went wrong with them.
    pub fn new(pages: Router, site: Site) -> Self {
        Self { pages, site }
    }

    async fn render(&self, status: StatusCode, asked: &Asked) -> Option<Response> {
        // What was told of this status, and not of one that a layer has changed.
        let told = asked.report.told();
        let told = told.filter(|told| told.code.status() == status);
        let code = told.map_or_else(|| ErrorCode::of_status(status), |told| told.code);
        let page = told.and_then(|told| told.page.clone());
        let page = page.unwrap_or_else(|| format!("/{}/problem", asked.language));
        let mut request = Request::builder().uri(page).body(Body::empty()).ok()?;
        if let Some(referrer) = &asked.referrer {
            request
                .headers_mut()
                .insert(header::REFERER, referrer.clone());
        }
        request.extensions_mut().insert(FailedWith(code));
        if let Some(RequestId(id)) = &asked.id
            && status.is_server_error()
        {
            request.extensions_mut().insert(Incident(id.to_string()));
        }
        let mut page = self.pages.clone().oneshot(request).await.ok()?;
        *page.status_mut() = status;
        Some(page)
    }
}

/// What is remembered of a request until its answer is known.
struct Asked {
    wants_html: bool,
    language: Language,
    referrer: Option<HeaderValue>,
    id: Option<RequestId>,
    report: FailureReport,
}

impl Asked {
    fn new(request: &Request, site: &Site) -> Self {
        let headers = request.headers();
        let text = |name| {
            let value: Option<&HeaderValue> = headers.get(name);
            value
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default()
        };
        let referrer = text(header::REFERER);
        let referring = referrer
            .strip_prefix(&*site.origin)
            .and_then(language_of_path);
        Self {
            wants_html: wants_html(request, text(header::ACCEPT)),
            language: language_of_path(request.uri().path())
                .or(referring)
                .or_else(|| accepted_language(headers))
                .unwrap_or_default(),
            referrer: headers.get(header::REFERER).cloned(),
            id: request.extensions().get().cloned(),
            report: FailureReport::default(),
        }
    }
}

/// Whether a page is what the client asked for: by its `Accept`, or where it takes
/// anything, by an address that only pages have.
fn wants_html(request: &Request, accept: &str) -> bool {
    let takes_anything = accept.is_empty() || accept.contains("*/*");
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let is_page = language_of_path(request.uri().path()).is_some();
    accept.contains("text/html") || (takes_anything && reads && is_page)
}

/// Puts a page in the place of a bare error, for those who read pages.
pub async fn error_pages(
    State(pages): State<Arc<ErrorPages>>,
    mut request: Request,
    next: Next,
) -> Response {
    let asked = Asked::new(&request, &pages.site);
    request.extensions_mut().insert(asked.report.clone());
    let response = next.run(request).await;
    let status = response.status();
    let failed = status.is_client_error() || status.is_server_error();
    // Programs get their problems in a form of their own.
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|value| {
            let value = value.as_bytes();
            value.starts_with(b"text/html") || value == b"application/problem+json"
        });
    if !failed || is_page || !asked.wants_html {
        return response;
    }
    let Some(mut page) = pages.render(status, &asked).await else {
        return response;
    };
    for name in [header::SET_COOKIE, header::ALLOW, header::CONNECTION] {
        for value in response.headers().get_all(&name) {
            page.headers_mut().append(name.clone(), value.clone());
        }
    }
    page
}
