//! A change that was committed is heard by other processes; no other is.

use std::path::{Path, PathBuf};
use std::time::Duration;

use db::{Db, DbError, DbOptions};
use testing::Cluster;
use tokio::io::copy_bidirectional;
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::watch;
use tokio::time::timeout;

use crate::samples::{claim, claim_id, desk, event_id, send};

const SOON: Duration = Duration::from_secs(10);

/// Longer than any test takes.
const NEVER: Duration = Duration::from_secs(600);

#[tokio::test]
async fn a_change_is_heard_once_it_is_committed() {
    let (database, db) = desk().await;
    let other = Db::connect(&DbOptions::new(&database.url)).await.unwrap();
    let mut listener = other.listen(NEVER).await.unwrap();
    let tx = db.begin().await.unwrap();
    tx.claims().insert(claim(1), event_id(1)).await.unwrap();
    drop(tx);
    send(&db, claim(2), 2).await;
    let heard = timeout(SOON, listener.next()).await.unwrap();
    assert_eq!(heard, Ok(claim_id(2)));
}

#[tokio::test]
async fn who_listens_takes_no_connection_of_the_pool() {
    let (database, _) = desk().await;
    let options = DbOptions {
        max_connections: 1,
        acquire_timeout: Duration::from_millis(500),
        ..DbOptions::new(&database.url)
    };
    let db = Db::connect(&options).await.unwrap();
    let mut listener = db.listen(NEVER).await.unwrap();
    send(&db, claim(1), 1).await;
    let heard = timeout(SOON, listener.next()).await.unwrap();
    assert_eq!(heard, Ok(claim_id(1)));
}

#[tokio::test]
async fn who_lost_the_connection_is_told_so() {
    let cluster = Cluster::start().unwrap();
    let url = cluster.url("postgres");
    let db = Db::connect(&DbOptions::new(&url)).await.unwrap();
    let mut listener = db.listen(NEVER).await.unwrap();
    cluster.stop().unwrap();
    let heard = timeout(SOON, listener.next()).await.unwrap();
    assert!(matches!(heard, Err(DbError::Unavailable(_))), "{heard:?}");
}

#[tokio::test]
async fn a_connection_that_a_network_has_forgotten_is_found_out() {
    const ASKED_AFTER: Duration = Duration::from_millis(100);
    let cluster = Cluster::start().unwrap();
    let network = Network::before(&cluster);
    let db = Db::connect(&DbOptions::new(&network.url)).await.unwrap();
    let mut listener = db.listen(ASKED_AFTER).await.unwrap();
    // Asked some times, and heard all the same.
    let silent = timeout(8 * ASKED_AFTER, listener.next()).await;
    assert!(silent.is_err(), "{silent:?}");
    let tell = format!("SELECT pg_notify('claim_changed', '{}')", claim_id(1));
    let options = DbOptions::new(cluster.url("postgres"));
    let other = Db::connect(&options).await.unwrap();
    sea_orm::sqlx::query(sea_orm::sqlx::AssertSqlSafe(tell))
        .execute(other.driver_pool())
        .await
        .unwrap();
    let heard = timeout(SOON, listener.next()).await.unwrap();
    assert_eq!(heard, Ok(claim_id(1)));
    network.forget();
    let heard = timeout(SOON, listener.next()).await.unwrap();
    assert!(matches!(heard, Err(DbError::Unavailable(_))), "{heard:?}");
}

/// What lies between a program and PostgreSQL.
struct Network {
    url: String,
    forgotten: watch::Sender<bool>,
    folder: PathBuf,
}

impl Network {
    fn before(cluster: &Cluster) -> Self {
        let url = cluster.url("postgres");
        let (address, postgres) = url.split_once("?host=").expect("a socket");
        let socket = Path::new(postgres).join(".s.PGSQL.5432");
        let folder = Path::new(postgres).join("network");
        std::fs::create_dir(&folder).unwrap();
        let listener = UnixListener::bind(folder.join(".s.PGSQL.5432")).unwrap();
        let (forgotten, forget) = watch::channel(false);
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                tokio::spawn(carry(client, socket.clone(), forget.clone()));
            }
        });
        Self {
            url: format!("{address}?host={}", folder.display()),
            forgotten,
            folder,
        }
    }

    /// Carries nothing any more, and tells neither end.
    fn forget(&self) {
        self.forgotten.send_replace(true);
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

async fn carry(mut client: UnixStream, socket: PathBuf, mut forget: watch::Receiver<bool>) {
    let mut postgres = UnixStream::connect(socket).await.unwrap();
    tokio::select! {
        _ = copy_bidirectional(&mut client, &mut postgres) => {}
        () = forgotten(&mut forget) => std::future::pending().await,
    }
}

async fn forgotten(forget: &mut watch::Receiver<bool>) {
    let _ = forget.wait_for(|forgotten| *forgotten).await;
}
