//! A listener of its own for metrics: what it tells is for whoever runs the site,
//! and nothing of it can be reached where the public comes in.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::{Router, extract::State, http::header, response::IntoResponse, routing::get};
use backend::{Clock, SystemClock};
use db::Db;
use tokio::{net::TcpListener, task::JoinHandle};

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

/// Listens where the settings say, if they do, until the shutdown signal.
///
/// # Errors
/// The port is taken.
pub async fn start(
    config: &Config,
    telemetry: &Telemetry,
    pools: Vec<(&'static str, Db)>,
    shutdown: &Shutdown,
) -> Result<Option<JoinHandle<()>>, String> {
    let (Some(listen), Some(recorded)) = (config.telemetry.metrics, telemetry.metrics.clone())
    else {
        return Ok(None);
    };
    let listener = TcpListener::bind(listen).await;
    let listener =
        listener.map_err(|error| format!("cannot listen for metrics on {listen}: {error}"))?;
    say(&listener, listen);
    let router = router(Scrape::new(recorded, pools, SystemClock.now()));
    let shutdown = shutdown.clone();
    let limits = ConnectionLimits {
        connections: CONNECTIONS,
        drain: DRAIN,
        ..ConnectionLimits::default()
    };
    Ok(Some(tokio::spawn(async move {
        listener::serve(listener, router, limits, &shutdown).await;
    })))
}

/// Where it is, with the port that the system chose where none was named.
fn say(listener: &TcpListener, listen: SocketAddr) {
    let listen = listener.local_addr().unwrap_or(listen);
    tracing::info!(%listen, "metrics");
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
