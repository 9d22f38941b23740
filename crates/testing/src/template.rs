//! The migrated database that every test gets a copy of.

use std::env;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::OnceLock;

use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DbErr, SqlxPostgresConnector, Statement,
};
use tokio::sync::OnceCell;

use crate::address::{with_database, with_role};
use crate::cluster::Cluster;

/// Any number, the same in every process: who makes the template holds this lock.
const TEMPLATE_LOCK: i64 = 0x7465_6d70;

/// The role that the service has in tests: it owns nothing, so that a privilege
/// which the migrations forgot to grant fails a test.
const APP_ROLE: &str = "aero_test_app";

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

/// `url` as the role that the service has at run time.
pub(crate) fn as_app(url: &str) -> String {
    with_role(url, APP_ROLE, &app_password())
}

/// The same in every process, and as hard to guess as the administrator's own.
fn app_password() -> String {
    let mut hasher = DefaultHasher::new();
    admin_url().hash(&mut hasher);
    format!("{:016x}", hasher.finish())
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
        role(),
    ] {
        admin.execute_unprepared(&sql).await?;
    }
    let url = with_database(admin_url(), &unfinished);
    migration::migrate(&url).await?;
    migration::grant(&url, APP_ROLE).await?;
    let rename = format!("ALTER DATABASE {unfinished} RENAME TO {name}");
    admin.execute_unprepared(&rename).await?;
    Ok(())
}

/// Makes the role, which outlives the templates, or gives it its password anew.
fn role() -> String {
    let password = app_password();
    format!(
        "DO $$ BEGIN CREATE ROLE {APP_ROLE}; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
        ALTER ROLE {APP_ROLE} LOGIN NOSUPERUSER PASSWORD '{password}'"
    )
}
