//! The server on a real socket: what connections may cost, and what is asked of
//! every message.

use std::time::{Duration, Instant};

use server::listener::ConnectionLimits;

use crate::support::Served;

const QUICK: Duration = Duration::from_millis(300);
const SLOW: Duration = Duration::from_secs(60);

fn limits() -> ConnectionLimits {
    ConnectionLimits {
        connections: 64,
        head: SLOW,
        idle: SLOW,
        drain: Duration::from_secs(5),
    }
}

const LIVE_AND_CLOSE: &str = "GET /health/live HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n";
const HEAD_ONLY: &str = "HEAD /health/live HTTP/1.1\r\nhost: a\r\n\r\n";

/// The status of an answer.
fn status(answer: &str) -> u16 {
    let line = answer.lines().next().unwrap_or_default();
    let status = line.split(' ').nth(1).unwrap_or_default();
    status.parse().unwrap_or_default()
}

#[tokio::test]
async fn a_head_that_does_not_come_ends_the_connection() {
    let served = Served::with(ConnectionLimits {
        head: QUICK,
        ..limits()
    })
    .await;
    for begun in ["", "GET /en HTTP/1.1\r\nhost: a\r\nx: "] {
        let started = Instant::now();
        assert_eq!(served.exchange(begun).await, "");
        assert!(started.elapsed() >= QUICK, "{begun}");
    }
    served.connect().await.trickle().await;
    assert_eq!(status(&served.exchange(LIVE_AND_CLOSE).await), 200);
}

#[tokio::test]
async fn a_connection_that_is_not_used_ends_and_one_that_is_stays() {
    let served = Served::with(ConnectionLimits {
        idle: QUICK,
        ..limits()
    })
    .await;
    let mut wire = served.connect().await;
    let started = Instant::now();
    while started.elapsed() < 2 * QUICK {
        wire.send(HEAD_ONLY).await;
        assert_eq!(status(&wire.head().await), 200);
        tokio::time::sleep(QUICK / 6).await;
    }
    let unused = Instant::now();
    assert_eq!(wire.rest().await, "");
    assert!(unused.elapsed() >= QUICK / 2);
}

#[tokio::test]
async fn a_crowd_that_sends_nothing_shuts_nobody_out() {
    let served = Served::with(ConnectionLimits {
        connections: 8,
        ..limits()
    })
    .await;
    let mut crowd = Vec::new();
    for _ in 0..24 {
        let mut wire = served.connect().await;
        wire.send("GET /en HTTP/1.1\r\n").await;
        crowd.push(wire);
    }
    let started = Instant::now();
    assert_eq!(status(&served.exchange(LIVE_AND_CLOSE).await), 200);
    assert!(started.elapsed() < Duration::from_secs(5));
    // Those that came first made room.
    assert_eq!(crowd[0].rest().await, "");
}

#[tokio::test]
async fn a_message_that_names_no_host_or_two_is_refused() {
    let served = Served::with(limits()).await;
    for (head, expected) in [
        ("GET /en HTTP/1.1\r\n\r\n", 400),
        ("GET /en HTTP/1.1\r\nhost: a\r\nhost: a\r\n\r\n", 400),
        ("GET /en HTTP/1.1\r\nhost: a/b\r\n\r\n", 400),
        ("GET /en HTTP/1.1\r\nhost:\r\n\r\n", 400),
        ("GET /health/live HTTP/1.0\r\n\r\n", 200),
        (LIVE_AND_CLOSE, 200),
        (
            "GET http://b/health/live HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n",
            200,
        ),
    ] {
        assert_eq!(status(&served.exchange(head).await), expected, "{head}");
    }
}

#[tokio::test]
async fn what_is_for_proxies_is_refused_and_nothing_panics() {
    let served = Served::with(limits()).await;
    for (head, expected) in [
        ("CONNECT a:1 HTTP/1.1\r\nhost: a\r\n\r\n", 405),
        (
            "CONNECT a:1 HTTP/1.1\r\nhost: a:1\r\naccept: text/html\r\nreferer: /\r\n\r\n",
            405,
        ),
        ("OPTIONS * HTTP/1.1\r\nhost: a\r\n\r\n", 400),
        (
            "TRACE / HTTP/1.1\r\nhost: a\r\norigin: http://127.0.0.1:3000\r\nconnection: close\r\n\r\n",
            405,
        ),
        (
            "BREW /en HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n",
            403,
        ),
    ] {
        let answer = served.exchange(head).await;
        assert_eq!(status(&answer), expected, "{head}");
        let allows = answer.to_lowercase().contains("\r\nallow: ");
        assert!(allows || expected != 405, "{answer}");
    }
}

#[tokio::test]
async fn a_head_longer_than_any_browser_sends_is_refused() {
    let served = Served::with(limits()).await;
    let with = |length| {
        let long = "x".repeat(length);
        format!(
            "GET /health/live HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncookie: {long}\r\n\r\n"
        )
    };
    assert_eq!(status(&served.exchange(&with(16 * 1024)).await), 200);
    assert_eq!(status(&served.exchange(&with(40 * 1024)).await), 431);
}

#[tokio::test]
async fn what_is_under_way_is_finished_and_nothing_new_begins() {
    let served = Served::with(limits()).await;
    let form = "step=what-went-wrong&language=en&form[event]=delay";
    let (first, second) = form.split_at(20);
    let mut under_way = served.connect().await;
    let head = format!(
        "POST /form/claim/save HTTP/1.1\r\nhost: a\r\norigin: http://127.0.0.1:3000\r\n\
         accept: text/html\r\ncontent-type: application/x-www-form-urlencoded\r\n\
         content-length: {}\r\n\r\n{first}",
        form.len()
    );
    under_way.send(&head).await;
    let mut unused = served.connect().await;
    unused.send(HEAD_ONLY).await;
    unused.head().await;

    served.shutdown.announce();
    let ready = "GET /health/ready HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n";
    assert_eq!(status(&served.exchange(ready).await), 503);
    assert_eq!(status(&served.exchange(LIVE_AND_CLOSE).await), 200);

    served.shutdown.stop();
    assert_eq!(unused.rest().await, "", "nothing was under way there");
    assert!(served.is_closed().await);
    under_way.send(second).await;
    let answer = under_way.rest().await;
    assert_eq!(status(&answer), 303, "{answer}");
    assert!(
        answer.to_lowercase().contains("connection: close"),
        "{answer}"
    );
    assert!(served.serving.await.unwrap(), "everything was finished");
}

#[tokio::test]
async fn who_never_finishes_holds_nobody_up_for_ever() {
    let served = Served::with(ConnectionLimits {
        drain: QUICK,
        ..limits()
    })
    .await;
    let mut wire = served.connect().await;
    wire.send(
        "POST /form/claim/save HTTP/1.1\r\nhost: a\r\norigin: http://127.0.0.1:3000\r\n\
         content-length: 9\r\n\r\n",
    )
    .await;
    assert_eq!(status(&served.exchange(LIVE_AND_CLOSE).await), 200);
    served.shutdown.stop();
    assert!(!served.serving.await.unwrap());
}
