//! The lawful way to erase who a claim is of.

use domain::ids::{ClaimId, EventId};
use jiff::Timestamp;
use sea_orm::{ConnectionTrait, DatabaseBackend, Statement};

use super::Claims;
use crate::error::DbError;
use crate::instant;
use crate::live;

impl Claims<'_> {
    /// Removes people, link, words and particulars of a claim, with an event
    /// that says so; what happened to which flight stays. It cannot be undone.
    ///
    /// A function of the owner of the tables does it: the program itself may not
    /// touch a history. `false` when there is no such claim.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn erase(
        &self,
        id: ClaimId,
        event_id: EventId,
        at: Timestamp,
    ) -> Result<bool, DbError> {
        let erase = Statement::from_sql_and_values(
            DatabaseBackend::Postgres,
            "SELECT erase_claim($1, $2, $3)",
            [
                id.as_uuid().into(),
                event_id.as_uuid().into(),
                instant::to_driver(at).into(),
            ],
        );
        let row = self.tx.query_one_raw(erase).await?;
        let row = row.ok_or_else(|| DbError::unreadable("erase_claim", "no answer"))?;
        let is_erased = row.try_get_by_index(0)?;
        if is_erased {
            live::notify(self.tx, id).await?;
        }
        Ok(is_erased)
    }
}
