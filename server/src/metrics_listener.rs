//! A listener of its own for metrics: what it tells is for whoever runs the site,
//! and nothing of it can be reached where the public comes in.

use std::{sync::Arc, time::Duration};

use axum::{Router, extract::State, http::header, response::IntoResponse, routing::get};
use backend::{Clock, SystemClock};
use db::Db;
use tokio::net::TcpListener;

use crate::{
    config::Config,
    listener::{self, ConnectionLimits, Shutdown},
    telemetry::{Scrape, Telemetry},
};

/// Few ask, and each is answered at once.
const CONNECTIONS: usize = 32;
const DRAIN: Duration = Duration::from_secs(2);

/// The media type of Prometheus' text format.
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// Takes the port that the settings name, if they do.
///
/// # Errors
/// The port is taken.
pub async fn bind(config: &Config) -> Result<Option<TcpListener>, String> {
    let Some(listen) = config.telemetry.metrics else {
        return Ok(None);
    };
    let listener = TcpListener::bind(listen).await;
    let listener =
        listener.map_err(|error| format!("cannot listen for metrics on {listen}: {error}"))?;
    // With the port that the system chose where none was named.
    let listen = listener.local_addr().unwrap_or(listen);
    tracing::info!(%listen, "metrics");
    Ok(Some(listener))
}

/// Answers scrapes until the shutdown signal; nothing without a listener.
pub async fn serve(
    listener: Option<TcpListener>,
    telemetry: &Telemetry,
    pools: Vec<(&'static str, Db)>,
    shutdown: &Shutdown,
) {
    let (Some(listener), Some(recorded)) = (listener, telemetry.metrics.clone()) else {
        return;
    };
    let router = router(Scrape::new(recorded, pools, SystemClock.now()));
    let limits = ConnectionLimits {
        connections: CONNECTIONS,
        drain: DRAIN,
        ..ConnectionLimits::default()
    };
    listener::serve(listener, router, limits, shutdown).await;
}

fn router(scrape: Scrape) -> Router {
    Router::new()
        .route("/metrics", get(scraped))
        .with_state(Arc::new(scrape))
}

async fn scraped(State(scrape): State<Arc<Scrape>>) -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, TEXT),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, scrape.text().await)
}
