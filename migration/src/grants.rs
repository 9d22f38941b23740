//! What the run-time role may do: the one that serves requests and runs jobs.
//!
//! It reads and writes rows. It owns nothing, so that it can change no table and
//! switch off no trigger, and of what a claim went through it can add only.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{
    ConnectionTrait, DatabaseConnection, Statement, TransactionTrait,
};

use crate::job_queue;
use crate::runner::first;

/// What the role may do with the rows of a table.
fn privileges(table: &str) -> &'static str {
    match table {
        // Written once: the trigger refuses a change, and so does PostgreSQL before it.
        "claim_events" => "SELECT, INSERT",
        // Disabled and never deleted: decisions keep naming them.
        "staff" => "SELECT, INSERT, UPDATE",
        // Which steps were taken is the owner's to say.
        "seaql_migrations" => "SELECT",
        _ => "SELECT, INSERT, UPDATE, DELETE",
    }
}

/// What the owner does for the role, and nobody else may ask of it.
const FUNCTIONS: [&str; 1] = ["erase_claim(uuid, uuid, timestamptz)"];

/// Tables and sequences of the schema that belong to us: an extension may have put
/// its own beside them.
const OWNED: &str = "SELECT relname::text, relkind = 'S' FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'S')
      AND pg_has_role(relowner, 'USAGE')
    ORDER BY relname";

/// Nobody but the owner makes tables here, not even for a moment. PostgreSQL before
/// version 15 lets everybody.
const NO_TABLES_FOR_ALL: &str = "SELECT format(
    'REVOKE CREATE ON SCHEMA public FROM PUBLIC; REVOKE CREATE, TEMPORARY ON DATABASE %I FROM PUBLIC',
    current_database())";

/// Gives the role its privileges and takes all others from it, at once.
pub(crate) async fn grant(db: &DatabaseConnection, role: &str) -> Result<bool, DbErr> {
    let tx = db.begin().await?;
    let Some(role) = quoted(&tx, role).await? else {
        return Ok(false);
    };
    let closed: String = first(&tx, NO_TABLES_FOR_ALL).await?;
    tx.execute_unprepared(&closed).await?;
    let schema = format!("GRANT USAGE ON SCHEMA public TO {role}");
    tx.execute_unprepared(&schema).await?;
    let owned = Statement::from_string(tx.get_database_backend(), OWNED);
    for row in tx.query_all_raw(owned).await? {
        let (name, is_sequence): (String, bool) =
            (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        tx.execute_unprepared(&statements(&name, is_sequence, &role))
            .await?;
    }
    for function in FUNCTIONS {
        let execute = format!("GRANT EXECUTE ON FUNCTION {function} TO {role}");
        tx.execute_unprepared(&execute).await?;
    }
    tx.execute_unprepared(&job_queue::grants(&role)).await?;
    tx.commit().await?;
    Ok(true)
}

/// The role as SQL spells it, if the cluster knows it.
async fn quoted(db: &impl ConnectionTrait, role: &str) -> Result<Option<String>, DbErr> {
    let known = Statement::from_sql_and_values(
        db.get_database_backend(),
        "SELECT quote_ident(rolname) FROM pg_roles WHERE rolname = $1",
        [role.into()],
    );
    let row = db.query_one_raw(known).await?;
    row.map(|row| row.try_get_by_index(0)).transpose()
}

/// `name` is one of ours, so it needs no quotes but bears them.
fn statements(name: &str, is_sequence: bool, role: &str) -> String {
    let (kind, privileges) = match is_sequence {
        true => ("SEQUENCE", "USAGE"),
        false => ("TABLE", privileges(name)),
    };
    format!(
        "REVOKE ALL ON {kind} \"{name}\" FROM {role}; GRANT {privileges} ON {kind} \"{name}\" TO {role}"
    )
}
