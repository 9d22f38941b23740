//! The tables of the job queue, which its library brings along.
//!
//! They stand in a schema of their own and are brought up to date here, by who
//! owns the tables: a worker runs as a role that can make none.

use graphile_worker_migrations::sql::GRAPHILE_WORKER_MIGRATIONS;
use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, Statement};

/// The schema.
const SCHEMA: &str = "graphile_worker";

/// The library switches row security on and makes no policy, so that nobody but
/// the owner sees a row. Who may do what is said by grants, as everywhere.
const RIGHTS_BY_GRANTS: &str = r"
DO $$
DECLARE private regclass;
BEGIN
    FOR private IN SELECT oid FROM pg_class
        WHERE relnamespace = 'graphile_worker'::regnamespace AND relrowsecurity
    LOOP
        EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', private);
    END LOOP;
END
$$;
";

/// The number of the newest step that the library knows.
pub(crate) fn newest() -> i32 {
    let numbers = GRAPHILE_WORKER_MIGRATIONS.iter();
    let newest = numbers.map(|step| step.migration_number()).max();
    newest
        .and_then(|number| i32::try_from(number).ok())
        .unwrap_or(0)
}

/// Makes the tables, or brings them up to date.
pub(crate) async fn install(db: &DatabaseConnection) -> Result<(), DbErr> {
    let pool = db.get_postgres_connection_pool();
    graphile_worker_migrations::migrate(pool, SCHEMA)
        .await
        .map_err(|error| DbErr::Custom(format!("the job queue: {error}")))?;
    db.execute_unprepared(RIGHTS_BY_GRANTS).await?;
    Ok(())
}

/// The step that is missing, if one is.
pub(crate) async fn pending(db: &impl ConnectionTrait) -> Result<Option<String>, DbErr> {
    let step = || format!("{SCHEMA}_{:06}", newest());
    let backend = db.get_database_backend();
    let table = format!("SELECT to_regclass('{SCHEMA}.migrations') IS NOT NULL");
    if !is(db, Statement::from_string(backend, table)).await? {
        return Ok(Some(step()));
    }
    let done = format!("SELECT EXISTS (SELECT FROM {SCHEMA}.migrations WHERE id = $1)");
    let done = Statement::from_sql_and_values(backend, done, [newest().into()]);
    Ok((!is(db, done).await?).then(step))
}

async fn is(db: &impl ConnectionTrait, question: Statement) -> Result<bool, DbErr> {
    match db.query_one_raw(question).await? {
        Some(row) => row.try_get_by_index(0),
        None => Ok(false),
    }
}

/// What the run-time role needs to add jobs and to do them: rows, no tables.
pub(crate) fn grants(role: &str) -> String {
    format!(
        "REVOKE ALL ON ALL TABLES IN SCHEMA {SCHEMA} FROM {role};
         GRANT USAGE ON SCHEMA {SCHEMA} TO {role};
         GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {SCHEMA} TO {role};
         REVOKE INSERT, UPDATE, DELETE ON {SCHEMA}.migrations FROM {role};
         GRANT USAGE ON ALL SEQUENCES IN SCHEMA {SCHEMA} TO {role}"
    )
}
