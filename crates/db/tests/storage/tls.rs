//! Encrypted connections, to a PostgreSQL with a certificate of a private authority.

use std::time::Duration;

use db::{DatabaseUrl, Db, DbError, DbOptions, TlsMode};
use sea_orm::{ConnectionTrait, Statement};
use testing::Cluster;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// Whether PostgreSQL sees an encrypted connection; an error when there is none.
async fn is_encrypted(url: &str) -> Result<bool, DbError> {
    let options = DbOptions {
        acquire_timeout: Duration::from_secs(10),
        ..DbOptions::new(url)
    };
    let db = Db::connect(&options).await?;
    let question = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
    let question = Statement::from_string(db.reads().get_database_backend(), question);
    let row = db.reads().query_one_raw(question).await?;
    Ok(row.expect("a row").try_get_by_index(0)?)
}

#[tokio::test]
async fn a_server_is_verified_as_far_as_is_said() {
    let cluster = Cluster::start_with_tls().unwrap();
    let by_name = cluster.tcp_url("localhost", "postgres");
    let by_address = cluster.tcp_url("127.0.0.1", "postgres");
    let trusted = format!("sslrootcert={}", cluster.authority().display());
    for (url, expected) in [
        (
            format!("{by_name}?sslmode=verify-full&{trusted}"),
            Some(true),
        ),
        (format!("{by_name}?sslmode=verify-ca&{trusted}"), Some(true)),
        (
            format!("{by_address}?sslmode=verify-ca&{trusted}"),
            Some(true),
        ),
        (format!("{by_name}?sslmode=require"), Some(true)),
        (format!("{by_name}?sslmode=prefer"), Some(true)),
        (format!("{by_name}?sslmode=disable"), Some(false)),
        // The certificate is for a name and not for the address; its authority is
        // none of those that everybody trusts.
        (format!("{by_address}?sslmode=verify-full&{trusted}"), None),
        (format!("{by_name}?sslmode=verify-full"), None),
        (format!("{by_name}?sslmode=verify-ca"), None),
    ] {
        let found = is_encrypted(&url).await;
        assert_eq!(found.as_ref().ok(), expected.as_ref(), "{url}: {found:?}");
    }
}

/// Says that it speaks no TLS, and whether the client went on in clear.
async fn without_tls(listener: TcpListener) -> bool {
    let (mut client, _) = listener.accept().await.unwrap();
    let mut request = [0; 8];
    client.read_exact(&mut request).await.unwrap();
    client.write_all(b"N").await.unwrap();
    client.read(&mut request).await.is_ok_and(|read| read > 0)
}

#[tokio::test]
async fn what_is_to_be_encrypted_is_never_sent_in_clear() {
    for tls in TlsMode::ALL {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let place = listener.local_addr().unwrap();
        let url = format!("postgres://aero@{place}/claims");
        let url = DatabaseUrl::new(&url, Some(tls)).unwrap();
        let server = tokio::spawn(without_tls(listener));
        let asked = is_encrypted(url.as_str());
        match tls {
            // The client begins in clear, so that there is no such request.
            TlsMode::Disable => drop(server),
            TlsMode::Prefer => {
                let both = tokio::join!(asked, server);
                assert!(both.1.unwrap(), "prefers and goes on");
            }
            TlsMode::Require | TlsMode::VerifyCa | TlsMode::VerifyFull => {
                let both = tokio::join!(asked, server);
                assert!(both.0.is_err());
                assert!(!both.1.unwrap(), "{tls:?} went on in clear");
            }
        }
    }
}
