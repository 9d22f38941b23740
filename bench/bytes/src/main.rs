//! The floor that Aero's pages and answers stand on: `bytes-bench ADDRESS FILE`.
//!
//! `GET` of any path answers with the file out of memory, compressed as Aero
//! compresses if the client wants that; `POST /echo` reads JSON and sends it
//! back.

use std::error::Error;

use axum::{
    Json, Router,
    body::Bytes,
    http::header,
    response::{Html, IntoResponse},
    routing::{get, post},
};
use serde_json::Value;
use tokio::net::TcpListener;
use tower_http::compression::CompressionLayer;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(address), Some(file)) = (arguments.next(), arguments.next()) else {
        return Err("bytes-bench ADDRESS FILE".into());
    };
    let page = Bytes::from(std::fs::read(file)?);
    let listener = TcpListener::bind(address).await?;
    axum::serve(listener, router(page)).await?;
    Ok(())
}

fn router(page: Bytes) -> Router {
    let send = move || {
        let page = page.clone();
        async move { ([(header::CACHE_CONTROL, "private, no-cache")], Html(page)).into_response() }
    };
    Router::new()
        .route("/echo", post(echo))
        .fallback(get(send))
        .layer(CompressionLayer::new())
}

async fn echo(Json(value): Json<Value>) -> Json<Value> {
    Json(value)
}
