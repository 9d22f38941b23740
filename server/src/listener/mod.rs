//! The HTTP/1.1 server: accepts connections, bounds how many there are and how
//! long each may keep us waiting, and lets those at work finish at the end.
//!
//! `axum::serve` has no time-outs and no cap; this speaks to hyper directly.

mod connection;
mod descriptors;
mod message;
mod phase;
mod pool;
mod shutdown;

use std::{io, net::SocketAddr, time::Duration};

use axum::Router;
use tokio::net::{TcpListener, TcpStream};

pub use descriptors::open_file_limit;
use pool::Pool;
pub use shutdown::Shutdown;

/// What connections may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConnectionLimits {
    /// How many there may be at once. Whoever comes then takes the place of the
    /// one that has kept us waiting longest, or waits for one to end.
    pub connections: usize,
    /// How long a request's head may take, from its first byte or from the
    /// opening of the connection.
    pub head: Duration,
    /// How long nothing may move: between two requests, and while an answer is
    /// being sent.
    pub idle: Duration,
    /// How long requests under way may take after the signal to stop.
    pub drain: Duration,
}

impl Default for ConnectionLimits {
    fn default() -> Self {
        Self {
            connections: 4096,
            head: Duration::from_secs(10),
            // Longer than proxies keep a connection to us that they do not use
            // (nginx 60 s, cloudflared 90 s): the one that closes should be the
            // one that knows whether a request is on its way.
            idle: Duration::from_secs(120),
            drain: Duration::from_secs(8),
        }
    }
}

/// How long to wait when the system has no descriptor left for a connection.
const BREATH: Duration = Duration::from_millis(100);

/// Serves until the shutdown signal, then finishes what is under way. Says whether
/// everything did in its time.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: ConnectionLimits,
    shutdown: &Shutdown,
) -> bool {
    let pool = Pool::new(limits);
    let accepting = accept(&listener, &router, &pool);
    tokio::select! {
        () = accepting => {}
        () = pool.close_overdue() => {}
        () = shutdown.stopped() => {}
    }
    accept_waiting(listener, &router, &pool).await;
    pool.drain().await
}

/// Takes connections for ever.
async fn accept(listener: &TcpListener, router: &Router, pool: &Pool) {
    loop {
        match next(listener).await {
            Ok((stream, peer)) => take(stream, peer, router, pool).await,
            Err(error) => not_accepted(&error).await,
        }
    }
}

/// The next connection, told not to wait for more: answers are written whole.
async fn next(listener: &TcpListener) -> io::Result<(TcpStream, SocketAddr)> {
    let (stream, peer) = listener.accept().await?;
    let _ = stream.set_nodelay(true);
    Ok((stream, peer))
}

async fn take(stream: Stream, peer: SocketAddr, router: &Router, pool: &Pool) {
    let place = pool.place().await;
    pool.spawn(connection::run(stream, peer, router.clone(), place));
}

/// Takes the connections that wait already, and no more. For the other side they
/// are open, and a request may be on its way: closing the listener would reset
/// them, and a proxy does not send a form twice.
async fn accept_waiting(listener: TcpListener, router: &Router, pool: &Pool) {
    let Ok(listener) = listener.into_std() else {
        return;
    };
    while let Ok((stream, peer)) = listener.accept() {
        let _ = stream.set_nodelay(true);
        let stream = stream.set_nonblocking(true).map(|()| stream);
        if let Ok(stream) = stream.and_then(Stream::from_std) {
            take(stream, peer, router, pool).await;
        }
    }
}

/// A connection that was given up before we took it is nobody's loss; without
/// descriptors there is nothing to do but to wait for some.
async fn not_accepted(error: &io::Error) {
    let given_up = matches!(
        error.kind(),
        io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionReset
    );
    if !given_up {
        tracing::error!(%error, "cannot accept connections");
        tokio::time::sleep(BREATH).await;
    }
}

/// The bytes of a connection.
type Stream = TcpStream;

#[cfg(test)]
mod tests {
    use axum::routing::get;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use super::*;

    #[tokio::test]
    async fn an_answer_does_not_wait_for_more_to_send() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let _client = TcpStream::connect(listener.local_addr().unwrap())
            .await
            .unwrap();
        let (accepted, _) = next(&listener).await.unwrap();
        assert!(accepted.nodelay().unwrap());
    }

    #[tokio::test]
    async fn who_connected_before_the_end_is_answered() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        // Nobody has accepted them when the listener is told to stop.
        let mut clients = Vec::new();
        for _ in 0..4 {
            let mut client = TcpStream::connect(address).await.unwrap();
            let request = b"GET / HTTP/1.1\r\nhost: a\r\n\r\n";
            client.write_all(request).await.unwrap();
            clients.push(client);
        }
        let router = Router::new().route("/", get(|| async { "here" }));
        let pool = Pool::new(ConnectionLimits::default());
        accept_waiting(listener, &router, &pool).await;
        assert!(pool.drain().await);
        for mut client in clients {
            let mut answer = String::new();
            client.read_to_string(&mut answer).await.unwrap();
            assert!(answer.ends_with("here"), "{answer:?}");
        }
    }
}
