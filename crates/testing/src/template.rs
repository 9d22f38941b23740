//! The migrated database that every test gets a copy of.

use std::env;
use std::sync::OnceLock;

use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DbErr, SqlxPostgresConnector, Statement,
};
use tokio::sync::OnceCell;

use crate::address::with_database;
use crate::cluster::Cluster;

/// Any number, the same in every process: who makes the template holds this lock.
const TEMPLATE_LOCK: i64 = 0x7465_6d70;

/// The address of the cluster's own database, for creating others.
pub(crate) fn admin_url() -> &'static str {
    static OWN: OnceLock<(String, Option<Cluster>)> = OnceLock::new();
    let (url, _cluster) = OWN.get_or_init(|| match env::var("AERO_TEST_DATABASE_URL") {
        Ok(url) if !url.is_empty() => (url, None),
        _ => {
            let cluster = Cluster::start().expect("a private PostgreSQL starts");
            (cluster.url("postgres"), Some(cluster))
        }
    });
    url
}

/// The name of the template, which exists and is migrated on return.
///
/// The name carries a fingerprint of the migrations, so a cluster that outlives
/// a change of the schema gets a second template instead of a wrong one.
pub(crate) async fn name() -> Result<&'static str, DbErr> {
    static NAME: OnceCell<String> = OnceCell::const_new();
    let name = NAME.get_or_try_init(|| async {
        let name = format!("aero_template_{:016x}", migration::fingerprint());
        let admin = connect(admin_url()).await?;
        let made = make_once(&admin, &name).await;
        // Closing the connection also gives the lock back.
        admin.close().await?;
        made.map(|()| name)
    });
    name.await.map(String::as_str)
}

/// One connection to `url`, no more, so that a lock taken on it stays on it.
pub(crate) async fn connect(url: &str) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    SqlxPostgresConnector::connect(options).await
}

async fn make_once(admin: &DatabaseConnection, name: &str) -> Result<(), DbErr> {
    let lock = format!("SELECT pg_advisory_lock({TEMPLATE_LOCK})");
    admin.execute_unprepared(&lock).await?;
    let known = Statement::from_sql_and_values(
        admin.get_database_backend(),
        "SELECT 1 FROM pg_database WHERE datname = $1",
        [name.into()],
    );
    if admin.query_one_raw(known).await?.is_some() {
        return Ok(());
    }
    // Migrated under another name first: a half-made template is never used.
    let unfinished = format!("{name}_unfinished");
    for sql in [
        format!("DROP DATABASE IF EXISTS {unfinished} WITH (FORCE)"),
        format!("CREATE DATABASE {unfinished}"),
    ] {
        admin.execute_unprepared(&sql).await?;
    }
    migration::migrate(&with_database(admin_url(), &unfinished)).await?;
    let rename = format!("ALTER DATABASE {unfinished} RENAME TO {name}");
    admin.execute_unprepared(&rename).await?;
    Ok(())
}
