//! The floor that Aero's pages and answers stand on: `bytes-bench ADDRESS FILE
//! [CODING]`.
//!
//! `GET` of any path answers with the file out of memory, told to be in this
//! content coding; `POST /echo` reads JSON and sends it back.

use std::error::Error;

use axum::{
    Json, Router,
    body::Bytes,
    http::{HeaderValue, header},
    response::{Html, IntoResponse},
    routing::{get, post},
};
use serde_json::Value;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(address), Some(file)) = (arguments.next(), arguments.next()) else {
        return Err("bytes-bench ADDRESS FILE [CODING]".into());
    };
    let coding = arguments.next().unwrap_or_else(|| "identity".to_owned());
    let page = Bytes::from(std::fs::read(file)?);
    let listener = TcpListener::bind(address).await?;
    axum::serve(listener, router(page, coding.parse()?)).await?;
    Ok(())
}

fn router(page: Bytes, coding: HeaderValue) -> Router {
    let send = move || {
        let page = page.clone();
        let coding = coding.clone();
        let headers = [
            (
                header::CACHE_CONTROL,
                HeaderValue::from_static("private, no-cache"),
            ),
            (header::CONTENT_ENCODING, coding),
        ];
        async move { (headers, Html(page)).into_response() }
    };
    Router::new().route("/echo", post(echo)).fallback(get(send))
}

async fn echo(Json(value): Json<Value>) -> Json<Value> {
    Json(value)
}
