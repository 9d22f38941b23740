use std::{net::SocketAddr, time::Duration};

use server::listener::{ConnectionLimits, Shutdown, serve};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

use super::Site;

/// A site behind a real socket, served as in production.
pub struct Served {
    address: SocketAddr,
    /// What tells it to stop.
    pub shutdown: Shutdown,
    /// Whether everything under way was finished.
    pub serving: JoinHandle<bool>,
    _site: Site,
}

impl Served {
    /// Serves a site of its own.
    pub async fn with(limits: ConnectionLimits) -> Self {
        let site = Site::new().await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (router, shutdown) = (site.router.clone(), site.shutdown.clone());
        let told = shutdown.clone();
        Self {
            address: listener.local_addr().unwrap(),
            shutdown,
            serving: tokio::spawn(async move { serve(listener, router, limits, &told).await }),
            _site: site,
        }
    }

    /// A new connection.
    pub async fn connect(&self) -> Wire {
        Wire(TcpStream::connect(self.address).await.unwrap())
    }

    /// Whether nobody listens any more.
    pub async fn is_closed(&self) -> bool {
        TcpStream::connect(self.address).await.is_err()
    }

    /// What comes back for some bytes, until the connection ends.
    pub async fn exchange(&self, bytes: &str) -> String {
        let mut wire = self.connect().await;
        wire.send(bytes).await;
        wire.rest().await
    }
}

/// A connection, byte by byte.
pub struct Wire(TcpStream);

/// Longer than anything here may take.
const PATIENCE: Duration = Duration::from_secs(10);

impl Wire {
    /// Sends bytes; to a connection that is closed already, nothing.
    pub async fn send(&mut self, bytes: &str) {
        let _ = self.0.write_all(bytes.as_bytes()).await;
    }

    /// All that comes until the other side closes.
    pub async fn rest(&mut self) -> String {
        let mut bytes = Vec::new();
        let read = self.0.read_to_end(&mut bytes);
        let read = tokio::time::timeout(PATIENCE, read).await;
        // A reset is an end, too.
        let _ = read.expect("the connection stays open");
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Sends a byte now and then until the other side closes.
    pub async fn trickle(self) {
        let (mut reading, mut writing) = self.0.into_split();
        let mut bytes = Vec::new();
        let trickling = async {
            while writing.write_all(b"x").await.is_ok() {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        let closed = async {
            tokio::select! {
                _ = reading.read_to_end(&mut bytes) => {}
                () = trickling => {}
            }
        };
        let closed = tokio::time::timeout(PATIENCE, closed).await;
        closed.expect("the connection stays open");
    }

    /// One answer without a body, on a connection that stays open.
    pub async fn head(&mut self) -> String {
        let mut text = String::new();
        while !text.ends_with("\r\n\r\n") {
            let byte = tokio::time::timeout(PATIENCE, self.0.read_u8()).await;
            text.push(char::from(
                byte.expect("an answer in time").expect("an answer"),
            ));
        }
        text
    }
}
