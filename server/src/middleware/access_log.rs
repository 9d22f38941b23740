use std::{net::SocketAddr, sync::Arc, time::Instant};

use app::request_id::RequestId;
use axum::{
    extract::{ConnectInfo, MatchedPath, Request, State},
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use backend::Backend;
use opentelemetry::{
    Context,
    trace::{FutureExt, Link},
};
use tracing::Instrument;

use crate::{
    config::TrustedProxies,
    telemetry::{metrics, requests, traces},
};

/// Tells the number of a request to whoever asks about it.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// In which a proxy tells the trace that it is in.
const TRACEPARENT: HeaderName = HeaderName::from_static("traceparent");

/// Here a request is logged, counted and traced: one line a request, under the
/// number that its other lines have and that an error page shows. The route stands
/// for the address: addresses of private links are secrets.
pub async fn access_log(
    State((backend, proxies)): State<(Backend, Arc<TrustedProxies>)>,
    mut request: Request,
    next: Next,
) -> Response {
    let id: Arc<str> = backend.request_id().into();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let method = requests::known(request.method());
    let trace = match traces::is_on() {
        true => traces::request(
            method,
            name_of(route.as_ref()),
            &id,
            link(&request, &proxies),
        ),
        false => None,
    };
    let line = Line::begin(method, route, trace.clone());
    request.extensions_mut().insert(RequestId(id.clone()));
    let span = tracing::info_span!("request", id = &*id);
    let answered = async move {
        // Whole, so that it is written when this ends, whichever way it does.
        let mut line = line;
        let mut response = next.run(request).await;
        line.status = Some(response.status().as_u16());
        if let Ok(id) = HeaderValue::from_str(&id) {
            response.headers_mut().insert(REQUEST_ID, id);
        }
        response
    }
    .instrument(span);
    match trace {
        None => answered.await,
        Some(context) => answered.with_context(context).await,
    }
}

/// Where a proxy of ours says that the request comes from. Anybody else could make
/// it up.
fn link(request: &Request, proxies: &TrustedProxies) -> Option<Link> {
    let ConnectInfo(peer) = request.extensions().get::<ConnectInfo<SocketAddr>>()?;
    let traceparent = request.headers().get(TRACEPARENT)?.to_str().ok()?;
    proxies
        .trusts(peer.ip())
        .then(|| db::trace::link(traceparent))?
}

fn name_of(route: Option<&MatchedPath>) -> &str {
    route.map_or(requests::UNMATCHED, MatchedPath::as_str)
}

/// What is known of a request; written when it is dropped, so that a request
/// whose client went away has its line too, without a status.
struct Line {
    method: &'static str,
    route: Option<MatchedPath>,
    status: Option<u16>,
    started: Instant,
    trace: Option<Context>,
    is_counted: bool,
}

impl Line {
    fn begin(method: &'static str, route: Option<MatchedPath>, trace: Option<Context>) -> Self {
        let is_counted = metrics::is_on();
        if is_counted {
            requests::began();
        }
        Self {
            method,
            route,
            status: None,
            started: Instant::now(),
            trace,
            is_counted,
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        let route = name_of(self.route.as_ref());
        let took = self.started.elapsed();
        let milliseconds = took.as_micros() as f64 / 1000.0;
        let (method, status) = (self.method, self.status);
        if self.is_counted {
            requests::ended(method, route, status, took);
        }
        if let Some(trace) = &self.trace {
            traces::answered(trace, status);
        }
        tracing::info!(target: "aero::access", method, route, status, milliseconds, "answered");
    }
}
