//! As whom this program is connected.

use sea_orm::{ConnectionTrait, FromQueryResult, Statement};

use crate::connect::Db;
use crate::error::DbError;

/// The role of the connections, and what it could do if the program were made to.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct ConnectedAs {
    /// Its name.
    pub role: String,
    /// Whether PostgreSQL refuses it nothing.
    pub is_superuser: bool,
    /// Whether it can change the tables, and switch off what guards the history.
    pub owns_tables: bool,
}

const QUESTION: &str = "SELECT current_user::text AS role,
    current_setting('is_superuser') = 'on' AS is_superuser,
    coalesce((SELECT pg_has_role(relowner, 'USAGE') FROM pg_class
              WHERE oid = to_regclass('claim_events')), false) AS owns_tables";

impl Db {
    /// Asks PostgreSQL who we are.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn connected_as(&self) -> Result<ConnectedAs, DbError> {
        let reads = self.reads();
        let question = Statement::from_string(reads.get_database_backend(), QUESTION);
        let row = reads.query_one_raw(question).await?;
        let row = row.ok_or_else(|| DbError::unreadable("current_user", "no row"))?;
        Ok(ConnectedAs::from_query_result(&row, "")?)
    }
}
