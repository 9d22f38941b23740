//! What is for operators is not for the public, and what nginx is told to do.

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use testing::until;

use crate::support::{Fleet, Nginx};

#[tokio::test(flavor = "multi_thread")]
async fn the_health_of_a_process_is_not_to_be_had_through_nginx() {
    let fleet = Fleet::start().await;
    for address in ["/health/live", "/health/ready"] {
        let itself = fleet.browser().at(fleet.ports[0]).get(address).await;
        assert_eq!(itself.unwrap().status, 200, "{address}");
    }
    for address in [
        "/health/live",
        "/health/ready",
        "//health/live",
        "/en/../health/live",
        "/health%2Flive",
        "/health/live?from=here",
    ] {
        let page = fleet.browser().get(address).await.unwrap();
        assert_eq!(page.status, 404, "{address}");
        assert!(
            page.body.contains("nginx"),
            "{address} is asked of a process"
        );
    }
}

/// A process that ends may close a kept connection when a form is on its way; nginx
/// does not send a form twice.
#[tokio::test(flavor = "multi_thread")]
async fn forms_have_a_connection_of_their_own_and_pages_a_kept_one() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let nginx = Nginx::before([port, port]);
    let front = ("127.0.0.1", nginx.port);
    until("nginx listens", async || {
        TcpStream::connect(front).await.ok()
    })
    .await;
    for (method, address, is_kept) in [
        ("GET", "/en/help", true),
        ("POST", "/form/claim/save", false),
        ("GET", "/api/v1/airports?q=lon", false),
    ] {
        let asked = tokio::spawn(async move {
            let mut client = TcpStream::connect(front).await.unwrap();
            let head =
                format!("{method} {address} HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
            client.write_all(head.as_bytes()).await.unwrap();
            client.read_u8().await.unwrap()
        });
        let (mut process, _) = listener.accept().await.unwrap();
        let mut head = vec![0; 4096];
        let read = process.read(&mut head).await.unwrap();
        let head = String::from_utf8_lossy(&head[..read]).to_ascii_lowercase();
        assert!(
            head.starts_with(&format!("{method} ").to_ascii_lowercase()),
            "{head}"
        );
        assert_eq!(!head.contains("connection: close"), is_kept, "{head}");
        let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        process.write_all(answer).await.unwrap();
        asked.await.unwrap();
    }
}
