//! One connection, from its first byte to its last.

use std::{
    convert::Infallible,
    io::{self, IoSlice},
    net::SocketAddr,
    pin::{Pin, pin},
    sync::Arc,
    task::{Context, Poll},
    time::{Duration, Instant},
};

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Request},
    response::Response,
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tower::ServiceExt;

use crate::telemetry::{metrics, requests};

use super::{
    Stream, message,
    pool::{Order, Place},
};

/// The longest head of a request: the longest cookie of a browser four times,
/// and the longest address that a page of ours makes.
const LONGEST_HEAD: usize = 32 * 1024;

/// How long a connection that has said nothing yet may take to begin when the
/// process stops. Whoever has just opened one is about to send a request.
const FIRST_BYTES: Duration = Duration::from_millis(250);

/// What metrics call the route of what is no proper request.
const MALFORMED: &str = "malformed";

/// Answers the requests of a connection until it ends.
pub async fn run(stream: Stream, peer: SocketAddr, router: Router, place: Place) {
    let place = Arc::new(place);
    let io = TokioIo::new(Watched {
        stream,
        place: place.clone(),
    });
    let service = service_fn(|request: Request<Incoming>| {
        let (router, place) = (router.clone(), place.clone());
        async move {
            place.progress().handles(Instant::now());
            let response = answer(request.map(Body::new), peer, router).await;
            place.progress().answers(Instant::now());
            Ok::<_, Infallible>(response)
        }
    });
    let connection = http1::Builder::new()
        .max_header_size(LONGEST_HEAD)
        .serve_connection(io, service);
    let mut connection = pin!(connection);
    loop {
        tokio::select! {
            // What breaks here is the other side's connection: nothing to tell.
            _ = connection.as_mut() => return,
            order = place.order() => match order {
                Order::Finish => {
                    if !place.progress().has_begun() {
                        tokio::select! {
                            _ = connection.as_mut() => return,
                            () = tokio::time::sleep(FIRST_BYTES) => {}
                        }
                    }
                    connection.as_mut().graceful_shutdown();
                }
                Order::Close => return,
            },
        }
    }
}

async fn answer(mut request: Request, peer: SocketAddr, router: Router) -> Response {
    if let Some(refused) = message::refused(&request) {
        if metrics::is_on() {
            let (method, status) = (requests::known(request.method()), refused.status());
            requests::count(method, MALFORMED, Some(status.as_u16()), Duration::ZERO);
        }
        return refused;
    }
    request.extensions_mut().insert(ConnectInfo(peer));
    match router.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}

/// The bytes of a connection, with a note of each that moves.
struct Watched {
    stream: Stream,
    place: Arc<Place>,
}

impl Watched {
    fn wrote(&self, result: &Poll<io::Result<usize>>) {
        if let Poll::Ready(Ok(1..)) = result {
            self.place.progress().has_written(Instant::now());
        }
    }
}

impl AsyncRead for Watched {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let result = Pin::new(&mut self.stream).poll_read(context, buffer);
        if buffer.filled().len() > before {
            self.place.progress().has_read(Instant::now());
        }
        result
    }
}

impl AsyncWrite for Watched {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let result = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.wrote(&result);
        result
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let result = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        self.wrote(&result);
        result
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
