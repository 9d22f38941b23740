use std::{sync::Arc, time::Instant};

use app::request_id::RequestId;
use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderName, HeaderValue, Method},
    middleware::Next,
    response::Response,
};
use backend::Backend;
use tracing::Instrument;

/// Tells the number of a request to whoever asks about it.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// One line a request, under the number that its other lines have and that an
/// error page shows. The route stands for the address: addresses of private
/// links are secrets.
pub async fn access_log(
    State(backend): State<Backend>,
    mut request: Request,
    next: Next,
) -> Response {
    let id: Arc<str> = backend.request_id().into();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let line = Line {
        method: known(request.method()),
        route,
        status: None,
        started: Instant::now(),
    };
    request.extensions_mut().insert(RequestId(id.clone()));
    let span = tracing::info_span!("request", id = &*id);
    async move {
        // Whole, so that it is written when this ends, whichever way it does.
        let mut line = line;
        let mut response = next.run(request).await;
        line.status = Some(response.status().as_u16());
        if let Ok(id) = HeaderValue::from_str(&id) {
            response.headers_mut().insert(REQUEST_ID, id);
        }
        response
    }
    .instrument(span)
    .await
}

/// What is known of a request; written when it is dropped, so that a request
/// whose client went away has its line too, without a status.
struct Line {
    method: &'static str,
    route: Option<MatchedPath>,
    status: Option<u16>,
    started: Instant,
}

impl Drop for Line {
    fn drop(&mut self) {
        let route = self.route.as_ref().map_or("unmatched", MatchedPath::as_str);
        let milliseconds = self.started.elapsed().as_micros() as f64 / 1000.0;
        let (method, status) = (self.method, self.status);
        tracing::info!(target: "aero::access", method, route, status, milliseconds, "answered");
    }
}

/// A method of HTTP's own; anybody can make up others.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::OPTIONS => "OPTIONS",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::TRACE => "TRACE",
        Method::CONNECT => "CONNECT",
        _ => "other",
    }
}
