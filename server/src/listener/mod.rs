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
const PAUSE: Duration = Duration::from_millis(100);

/// As many connections as are taken from the queue of the listener at the end: all
/// that fit into it. Who comes faster than we take is not waited for.
const QUEUE: usize = 1024 + 1;

/// Serves until the shutdown signal, then finishes what is under way. Says whether
/// everything did in its time, which begins with the signal.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: ConnectionLimits,
    shutdown: &Shutdown,
) -> bool {
    let pool = Pool::new(limits);
    let serving = async {
        accept(&listener, &router, &pool, shutdown).await;
        accept_waiting(listener, &router, &pool).await;
        pool.ended().await;
    };
    let out_of_time = async {
        shutdown.stopped().await;
        pool.finish();
        tokio::time::sleep(limits.drain).await;
    };
    tokio::select! {
        () = serving => true,
        () = out_of_time => false,
        () = pool.close_overdue() => false,
    }
}

/// Takes connections until the shutdown signal. One that is accepted has a request
/// on its way: the signal does not interrupt its wait for a place.
async fn accept(listener: &TcpListener, router: &Router, pool: &Pool, shutdown: &Shutdown) {
    loop {
        let accepted = tokio::select! {
            () = shutdown.stopped() => return,
            accepted = next(listener) => accepted,
        };
        match accepted {
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
    for _ in 0..QUEUE {
        let (stream, peer) = match listener.accept() {
            Ok(accepted) => accepted,
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return,
            Err(error) => {
                not_accepted(&error).await;
                continue;
            }
        };
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
        tokio::time::sleep(PAUSE).await;
    }
}

/// The bytes of a connection.
type Stream = TcpStream;

#[cfg(test)]
mod tests {
    use std::{
        sync::{
            Arc,
            atomic::{AtomicBool, Ordering},
        },
        time::Instant,
    };

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

    const REQUEST: &[u8] = b"GET / HTTP/1.1\r\nhost: a\r\n\r\n";
    const DRAIN: Duration = Duration::from_secs(2);

    /// A connection with a request that is sent.
    async fn asking(address: SocketAddr) -> TcpStream {
        let mut client = TcpStream::connect(address).await.unwrap();
        client.write_all(REQUEST).await.unwrap();
        client
    }

    async fn answer(mut client: TcpStream) -> String {
        let mut answer = String::new();
        client.read_to_string(&mut answer).await.unwrap();
        answer
    }

    fn limits(connections: usize) -> ConnectionLimits {
        ConnectionLimits {
            connections,
            drain: DRAIN,
            ..ConnectionLimits::default()
        }
    }

    async fn any_port() -> (TcpListener, SocketAddr) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        (listener, address)
    }

    /// Answers after this time.
    fn slow(time: Duration) -> Router {
        let handler = move || async move {
            tokio::time::sleep(time).await;
            "here"
        };
        Router::new().route("/", get(handler))
    }

    #[tokio::test]
    async fn who_connected_before_the_end_is_answered() {
        let (listener, address) = any_port().await;
        // Nobody has accepted them when the listener is told to stop.
        let mut clients = Vec::new();
        for _ in 0..4 {
            clients.push(asking(address).await);
        }
        let shutdown = Shutdown::default();
        shutdown.stop();
        let router = slow(Duration::ZERO);
        assert!(serve(listener, router, limits(64), &shutdown).await);
        for client in clients {
            let answer = answer(client).await;
            assert!(answer.ends_with("here"), "{answer:?}");
        }
    }

    #[tokio::test]
    async fn who_waits_for_a_place_at_the_end_is_answered() {
        let (listener, address) = any_port().await;
        let shutdown = Shutdown::default();
        let told = shutdown.clone();
        let router = slow(Duration::from_millis(400));
        let serving = tokio::spawn(async move { serve(listener, router, limits(1), &told).await });
        // The first has the only place, the second waits for it, the third in the queue.
        let mut clients = Vec::new();
        for _ in 0..3 {
            clients.push(asking(address).await);
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
        shutdown.stop();
        for client in clients {
            let answer = answer(client).await;
            assert!(answer.ends_with("here"), "{answer:?}");
        }
        assert!(serving.await.unwrap());
    }

    #[tokio::test]
    async fn a_full_house_holds_the_end_up_for_its_time_and_no_longer() {
        let (listener, address) = any_port().await;
        let shutdown = Shutdown::default();
        let told = shutdown.clone();
        let router = slow(Duration::from_secs(60));
        let serving = tokio::spawn(async move { serve(listener, router, limits(1), &told).await });
        let mut clients = Vec::new();
        for _ in 0..8 {
            clients.push(asking(address).await);
        }
        tokio::time::sleep(Duration::from_millis(60)).await;
        let began = Instant::now();
        shutdown.stop();
        assert!(!serving.await.unwrap());
        let took = began.elapsed();
        assert!(took >= DRAIN && took < 2 * DRAIN, "{took:?}");
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn a_flood_of_connections_does_not_put_the_end_off() {
        let (listener, address) = any_port().await;
        let shutdown = Shutdown::default();
        let told = shutdown.clone();
        let router = slow(Duration::ZERO);
        let serving =
            tokio::spawn(async move { serve(listener, router, limits(4096), &told).await });
        // Threads that connect as fast as they can, and say nothing.
        let is_over = Arc::new(AtomicBool::new(false));
        let flood: Vec<_> = (0..4)
            .map(|_| {
                let is_over = is_over.clone();
                std::thread::spawn(move || {
                    while !is_over.load(Ordering::Relaxed) {
                        let _ = std::net::TcpStream::connect(address);
                    }
                })
            })
            .collect();
        tokio::time::sleep(Duration::from_millis(200)).await;
        let began = Instant::now();
        shutdown.stop();
        let ended = tokio::time::timeout(4 * DRAIN, serving).await;
        is_over.store(true, Ordering::Relaxed);
        for thread in flood {
            thread.join().unwrap();
        }
        assert!(ended.is_ok(), "it goes on after {:?}", began.elapsed());
        assert!(began.elapsed() < 2 * DRAIN, "{:?}", began.elapsed());
    }
}
