//! The way to the collector, by the HTTP client that is in the program already.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::{Request, Response};
use hyper_rustls::HttpsConnector;
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use opentelemetry_http::{HttpClient, HttpError};
use tokio::runtime::Handle;

/// How long the collector may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// The longest answer that is read: a collector says what it refused.
const LONGEST_ANSWER: usize = 64 * 1024;

/// The client, with or without TLS: without it no certificates need be there.
#[derive(Debug, Clone)]
enum Hyper {
    Clear(Client<HttpConnector, Body>),
    Tls(Client<HttpsConnector<HttpConnector>, Body>),
}

/// Sends what the exporter's thread hands over, in the program's runtime.
#[derive(Debug)]
pub struct CollectorClient {
    runtime: Handle,
    client: Hyper,
    is_away: AtomicBool,
}

impl CollectorClient {
    /// A client of this runtime.
    ///
    /// # Errors
    /// The system has no certificates of authorities.
    pub fn new(runtime: Handle, is_tls: bool) -> Result<Self, String> {
        let builder = Client::builder(TokioExecutor::new());
        let client = match is_tls {
            true => Hyper::Tls(builder.build(tls()?)),
            false => Hyper::Clear(builder.build(HttpConnector::new())),
        };
        Ok(Self {
            runtime,
            client,
            is_away: AtomicBool::new(false),
        })
    }

    /// One line when the collector goes away, and one when it is back.
    fn tell(&self, outcome: &Result<Response<Bytes>, HttpError>) {
        let why = match outcome {
            Ok(answer) if answer.status().is_success() => None,
            Ok(answer) => Some(answer.status().to_string()),
            Err(error) => Some(error.to_string()),
        };
        let was_away = self.is_away.swap(why.is_some(), Ordering::Relaxed);
        match why {
            Some(why) if !was_away => tracing::warn!(%why, "the collector takes no traces"),
            None if was_away => tracing::info!("the collector takes traces again"),
            _ => {}
        }
    }
}

fn tls() -> Result<HttpsConnector<HttpConnector>, String> {
    let builder = backend::https();
    let builder =
        builder.map_err(|error| format!("AERO_OTLP_ENDPOINT: no certificates: {error}"))?;
    Ok(builder.https_only().enable_http1().build())
}

#[async_trait::async_trait]
impl HttpClient for CollectorClient {
    async fn send_bytes(&self, request: Request<Bytes>) -> Result<Response<Bytes>, HttpError> {
        let exchange = exchange(self.client.clone(), request.map(Body::from));
        // The time-out begins within the runtime: the exporter's thread has none.
        let sent = self
            .runtime
            .spawn(async { tokio::time::timeout(PATIENCE, exchange).await });
        let sent = sent.await;
        let outcome = match sent {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(_)) => Err("no answer in time".into()),
            Err(error) => Err(error.into()),
        };
        self.tell(&outcome);
        outcome
    }
}

async fn exchange(client: Hyper, request: Request<Body>) -> Result<Response<Bytes>, HttpError> {
    let answer = match client {
        Hyper::Clear(client) => client.request(request).await?,
        Hyper::Tls(client) => client.request(request).await?,
    };
    let (parts, body) = answer.into_parts();
    let body = to_bytes(Body::new(body), LONGEST_ANSWER).await?;
    Ok(Response::from_parts(parts, body))
}
