//! A database for one test.

use std::hash::{BuildHasher, Hasher, RandomState};

use sea_orm::{ConnectionTrait, DbErr};

use crate::address::with_database;
use crate::template;

/// A database that nobody else uses, dropped with this value.
#[derive(Debug)]
pub struct TestDb {
    /// Its address, for `Db::connect` or a `DATABASE_URL`: as the role that the
    /// service has at run time, which can change no table.
    pub url: String,
    /// Its address for the owner of its tables, who may do everything.
    pub owner_url: String,
    name: String,
}

impl TestDb {
    /// A database with the newest schema and no rows.
    ///
    /// # Panics
    /// When there is no PostgreSQL to be had: the test cannot run.
    pub async fn fresh() -> Self {
        let template = template::name().await.expect("the template is made");
        let mut database = Self::create(Some(template))
            .await
            .expect("the template is copied");
        database.url = template::as_app(&database.owner_url);
        database
    }

    /// A database without a schema, for tests of the migrations themselves: both
    /// addresses are the owner's.
    ///
    /// # Panics
    /// When there is no PostgreSQL to be had: the test cannot run.
    pub async fn empty() -> Self {
        Self::create(None).await.expect("a database is created")
    }

    async fn create(template: Option<&str>) -> Result<Self, DbErr> {
        let name = format!(
            "aero_test_{:016x}",
            RandomState::new().build_hasher().finish()
        );
        let template = template.map_or(String::new(), |name| format!(" TEMPLATE {name}"));
        execute(format!("CREATE DATABASE {name}{template}")).await?;
        let owner_url = with_database(template::admin_url(), &name);
        Ok(Self {
            url: owner_url.clone(),
            owner_url,
            name,
        })
    }
}

impl Drop for TestDb {
    fn drop(&mut self) {
        // Dropping cannot wait inside the test's own runtime, so a thread with a
        // small one does. Best effort: the cluster is temporary anyway.
        let sql = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build();
            if let Ok(runtime) = runtime {
                let _ = runtime.block_on(execute(sql));
            }
        });
        let _ = dropped.join();
    }
}

async fn execute(sql: String) -> Result<(), DbErr> {
    let admin = template::connect(template::admin_url()).await?;
    let done = admin.execute_unprepared(&sql).await;
    admin.close().await?;
    done.map(|_| ())
}
